"""What the tests of misalign-cli share: test-NAME.py PROGRAM runs the program in a folder of its own and prints TAP."""
import os
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as xml

PROGRAM = os.path.abspath(sys.argv[1])
DATA = os.environ["MISALIGN_DATA"]
SHOPPING = os.path.join(DATA, "examples", "shopping.misalign")
CARLA = os.path.join(DATA, "examples", "carla.misalign")
DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
SVG = "{http://www.w3.org/2000/svg}"
SECONDS = 60  # for a slow machine under sanitizers

# Under the leak sanitizer, standard error is to hold what the program says and no more.
if "LSAN_OPTIONS" in os.environ:
    os.environ["LSAN_OPTIONS"] += ":print_suppressions=0"


class Skip(Exception):
    """What a test needs is not on this machine."""


class Result:
    """Exit status, standard output and standard error of one run."""

    def __init__(self, status, out, err):
        self.status = status
        self.bytes = out
        self.out = out.decode("utf-8", "replace")
        self.err = err.decode("utf-8", "replace")

    def __repr__(self):
        return f"status {self.status}\n{self.out[:2000]}\n{self.err[:2000]}"


def run(*arguments, stdin=b"", env=None, **options):
    done = subprocess.run([PROGRAM, *arguments], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, **(env or {})}, timeout=SECONDS, check=False, **options)
    return Result(done.returncode, done.stdout, done.stderr)


def good(*arguments, **options):
    """Runs what must work without a word on standard error."""
    result = run(*arguments, **options)
    assert (result.status, result.err) == (DONE, ""), result
    return result


def bad(status, *arguments, **options):
    """Runs what must fail: with a message, and nothing else."""
    result = run(*arguments, **options)
    assert result.status == status, result
    assert result.out == "", result
    assert result.err.startswith("misalign-cli: "), result
    assert result.err.endswith("\n") and "\x1b" not in result.err, result
    return result


def somebody():
    """Options for run(): a user who may not do everything, in a folder that is theirs as well."""
    if os.geteuid() != 0:
        return {}
    options = {"user": 65534, "group": 65534, "extra_groups": []}
    os.chmod(".", 0o777)
    try:
        good("--version", **options)
    except OSError as error:
        raise Skip("other users cannot reach the program") from error
    return options


def locale(name):
    """Environment in which the program runs under a locale, which need not be installed."""
    folder = os.environ["MISALIGN_LOCALES"]
    if not os.path.exists(os.path.join(folder, name)):
        raise Skip(f"the locale {name} cannot be made here")
    env = {"LC_ALL": name, "LOCPATH": folder}
    # That it is in force at all: both have a decimal comma.
    shown = subprocess.run(["locale", "decimal_point"], env={**os.environ, **env}, stdout=subprocess.PIPE, check=True)
    assert shown.stdout == b",\n", shown
    return env


def read(path):
    with open(path, "rb") as file:
        return file.read()


def texts(path):
    """What is written in an SVG drawing, each text on one line."""
    return [" ".join("".join(text.itertext()).split()) for text in xml.parse(path).getroot().iter(SVG + "text")]


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def near(found, expected, error=1e-12):
    assert abs(found - expected) <= error, f"found {found!r}, expected {expected!r}"


def main(tests):
    """Runs functions, each in a new folder; their names are the names of the tests."""
    failed = False
    start = os.getcwd()
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        line = f"{number} - {test.__name__.replace('_', ' ')}"
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                test()
                print("ok", line)
            except Skip as reason:
                print("ok", line, "# SKIP", reason)
            except Exception:
                traceback.print_exc()
                print("not ok", line)
                failed = True
            os.chdir(start)
        sys.stdout.flush()
    sys.exit(int(failed))
