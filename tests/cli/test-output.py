"""Where results go: files replaced in one step, standard output; full disks, signals, readers that go away, languages."""
import json
import os
import pty
import random
import resource
import signal
import stat
import subprocess
import time

from command_line import (CARLA, DONE, FAILED, INTERRUPTED, PROGRAM, SECONDS, SHOPPING, USAGE, bad, good,
                          locale, main, read, run, somebody, write)


def new_writes_examples():
    for name, example in (("shopping", SHOPPING), ("carla", CARLA)):
        assert good("new", name).bytes == good("new", name, "-o", "-").bytes == read(example)
        good("new", name, "-o", name + ".misalign")
        assert read(name + ".misalign") == read(example)
        good("check", name + ".misalign")
    good("new", "blank", "--output=blank.misalign")
    blank = json.loads(read("blank.misalign"))
    assert (blank["areas"], blank["agents"]) == ([], []), blank
    good("check", "blank.misalign")


def files_are_replaced():
    old = write("old.misalign", b"old")
    os.chmod(old, 0o640)
    os.symlink(old, "link.misalign")
    inode = os.stat(old).st_ino
    assert "--force" in bad(FAILED, "new", "shopping", "-o", "link.misalign").err
    assert read(old) == b"old" and os.stat(old).st_ino == inode
    good("new", "shopping", "--force", "-o", "link.misalign")
    assert os.path.islink("link.misalign") and read(old) == read(SHOPPING)
    assert os.stat(old).st_ino != inode and stat.S_IMODE(os.stat(old).st_mode) == 0o640
    assert sorted(os.listdir(".")) == ["link.misalign", "old.misalign"]


def what_is_no_file():
    os.mkdir("folder")
    os.mkdir("folder.svg")
    os.mkfifo("pipe.svg")
    for path in ("folder.svg", "pipe.svg", "missing/x.svg"):
        bad(FAILED, "figure", "4", "-o", path)
    for path in ("folder", "/dev/full"):
        bad(FAILED, "new", "shopping", "-o", path)
    assert os.listdir("folder") == os.listdir("folder.svg") == []


def no_permission():
    os.mkdir("folder")
    write("folder/x.svg", b"old")
    os.chmod("folder", 0o555)
    result = bad(FAILED, "figure", "4", "-o", "folder/x.svg", **somebody())
    assert "permission" in result.err and read("folder/x.svg") == b"old", result
    os.chmod("folder", 0o755)


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def full_disk():
    write("x.svg", b"old")
    for path in ("x.svg", "new.svg"):
        result = bad(FAILED, "figure", "4", "-o", path, preexec_fn=limit_files)
        assert path in result.err, result
    assert read("x.svg") == b"old" and os.listdir(".") == ["x.svg"]
    with open("out", "wb") as out:
        done = subprocess.run([PROGRAM, "figure", "4"], stdout=out, stderr=subprocess.PIPE, preexec_fn=limit_files,
                              timeout=SECONDS, check=False)
    assert done.returncode == FAILED and done.stderr.startswith(b"misalign-cli: standard output: "), done


def full_standard_output():
    for arguments in (["score", SHOPPING], ["figure", "4"], ["new", "carla"], ["--help"], ["check", "missing"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=SECONDS,
                                  check=False)
        assert done.returncode == FAILED and done.stderr.startswith(b"misalign-cli: standard output: "), (arguments, done)


def no_standard_output():
    def close_output():
        os.close(1)

    done = subprocess.run([PROGRAM, "score", SHOPPING], stderr=subprocess.PIPE, preexec_fn=close_output, timeout=SECONDS,
                          check=False)
    assert done.returncode == FAILED and b"standard output" in done.stderr, done
    subprocess.run([PROGRAM, "check", SHOPPING], preexec_fn=close_output, timeout=SECONDS, check=True)
    subprocess.run([PROGRAM, "new", "shopping", "-o", "x"], preexec_fn=close_output, timeout=SECONDS, check=True)
    assert read("x") == read(SHOPPING)


def reader_that_goes_away():
    """Python ignores SIGPIPE and passes that on, a shell does not: both ways end quietly."""
    for restore in (True, False):
        near, far = os.pipe()
        os.close(near)
        done = subprocess.run([PROGRAM, "figure", "4", "--format", "csv"], stdout=far, stderr=subprocess.PIPE,
                              restore_signals=restore, timeout=SECONDS, check=False)
        os.close(far)
        assert (done.returncode, done.stderr) == (FAILED, b""), done


def terminals():
    for arguments, status in (
            (["figure", "4", "--format", "png"], USAGE), (["figure", "4", "--format", "pdf"], USAGE),
            (["figure", "4", "--format", "svg"], DONE), (["figure", "4", "--format", "csv"], DONE),
            (["plot", SHOPPING, "--kind", "areas"], USAGE), (["plot", SHOPPING, "--kind", "areas", "-o", "-"], DONE),
            (["plot", SHOPPING, "--kind", "areas", "--format", "csv"], DONE), (["figure", "4"], USAGE)):
        near, far = pty.openpty()
        process = subprocess.Popen([PROGRAM, *arguments], stdout=far, stderr=subprocess.PIPE)
        os.close(far)
        written = b""
        try:
            while chunk := os.read(near, 65536):
                written += chunk
        except OSError:  # the other end is closed
            pass
        message = process.communicate(timeout=SECONDS)[1].decode()
        os.close(near)
        assert process.returncode == status, (arguments, message)
        assert (written == b"") == (status == USAGE), arguments
        ending = arguments[-1] if "--format" in arguments else "svg"
        assert status == DONE or f"-o FILE.{ending}" in message, message


def interrupt_while_reading():
    process = subprocess.Popen([PROGRAM, "score", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    process.stdin.write(b"{")
    process.stdin.flush()
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    status = process.wait(timeout=SECONDS)
    assert (status, process.stdout.read(), process.stderr.read()) == (INTERRUPTED, b"", b""), status


def interrupt_while_writing():
    """At any time: each file is the old or the new one, and no temporary file stays."""
    started = time.monotonic()
    good("figure", "all", "-o", "right", "--format", "png")
    seconds = time.monotonic() - started
    right = {name: read(os.path.join("right", name)) for name in os.listdir("right")}
    chance = random.Random(4)
    statuses = set()
    for _ in range(25):
        os.makedirs("folder", exist_ok=True)
        for name in right:
            write(os.path.join("folder", name), b"old")
        process = subprocess.Popen([PROGRAM, "figure", "all", "-o", "folder", "--format", "png"], stderr=subprocess.PIPE)
        time.sleep(0.05 + chance.random() * seconds)
        process.send_signal(signal.SIGINT)
        message = process.communicate(timeout=SECONDS)[1]
        statuses.add(process.returncode)
        assert process.returncode in (DONE, INTERRUPTED) and message == b"", process.returncode
        assert sorted(os.listdir("folder")) == sorted(right), os.listdir("folder")
        for name, data in right.items():
            assert read(os.path.join("folder", name)) in (b"old", data), name
    assert INTERRUPTED in statuses, statuses


def interrupt_that_is_ignored():
    """As in the background of a script."""
    process = subprocess.Popen([PROGRAM, "score", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out = process.communicate(read(SHOPPING), timeout=SECONDS)[0]
    assert process.returncode == DONE and out.startswith(b"overall\t0.2568"), (process.returncode, out)


def german():
    """Same bytes in a country with a decimal comma."""
    env = locale("de_DE.UTF-8")
    for arguments in (["score", SHOPPING], ["score", SHOPPING, "--format=json", "--weight-mean=harmonic"],
                      ["score", CARLA, "--format=csv", "--scenario=half-conflict"], ["figure", "4", "--format=csv"],
                      ["figure", "8", "--format=json"], ["figure", "8", "--format=svg"], ["figure", "4", "--format=png"],
                      ["new", "shopping"]):
        assert good(*arguments, env=env).bytes == good(*arguments).bytes, arguments
    broken = read(SHOPPING).replace(b"0.8", b"1.2")
    assert run("check", "-", stdin=broken, env=env).out == run("check", "-", stdin=broken).out
    assert "found 1.2, " in run("check", "-", stdin=broken).out


def plain_locale():
    """In the C locale, and where messages cannot have the characters that they would like to."""
    for arguments in (["score", CARLA], ["figure", "4"], ["new", "carla"]):
        assert good(*arguments, env={"LC_ALL": "C"}).bytes == good(*arguments).bytes, arguments
    bad(USAGE, "bogus", env={"LC_ALL": "C"})


main([new_writes_examples, files_are_replaced, what_is_no_file, no_permission, full_disk, full_standard_output,
      no_standard_output, reader_that_goes_away, terminals, interrupt_while_reading, interrupt_while_writing,
      interrupt_that_is_ignored, german, plain_locale])
