"""Experiments of one's own: with a recipe, an example and a project; what is refused; interrupts and progress."""
import csv
import io
import json
import os
import pty
import signal
import statistics
import subprocess
import time

from command_line import (CARLA, DATA, FAILED, INTERRUPTED, PROGRAM, SECONDS, SHOPPING, USAGE, bad, good, main, near,
                          read, texts, write)

HEAD = {"format": "misalign-experiment", "version": 1, "id": "own"}
RANGES = os.path.join(DATA, "examples", "ranges.misalign")
X = {"vary": "agents", "values": [2, 5, 100]}


def experiment(name="own.json", **members):
    return write(name, json.dumps({**HEAD, **members}).encode())


def recipe():
    path = experiment(world={"goals": 3, "assign": "even"}, x=X, series=[{"vary": "conflict", "values": [0.5, 1]}])
    data = json.loads(good("sweep", path, "--format", "json").out)
    assert (data["figure"], data["agents"], data["runs"], data["seed"], data["band"]) == ("own", 100, 1, 0, "min-max")
    assert [each["name"] for each in data["series"]] == ["conflict 0.5", "conflict 1"]
    near(data["series"][0]["points"][1]["mean"], 0.5 * (1 - 4 / 20))
    near(data["series"][1]["points"][1]["mean"], 1 - 4 / 20)


def bundled():
    """A figure is a bundled experiment."""
    for name in sorted(os.listdir(os.path.join(DATA, "experiments"))):
        path = os.path.join(DATA, "experiments", name)
        table = good("sweep", path, "--format", "csv", "--runs", "2").bytes
        if name.startswith("figure-"):
            assert good("figure", name[7], "--format", "csv", "--runs", "2").bytes == table, name
        assert good("sweep", "-", "--format", "csv", "--runs", "2", stdin=read(path)).bytes == table, name
        good("sweep", path, "--runs", "2", "-o", "x.svg")
        assert read("x.svg").startswith(b"<?xml") or read("x.svg").startswith(b"<svg"), name


def project():
    path = experiment(world="project", x={"vary": "share:vehicles", "from": 0, "to": 1, "points": 11},
                      series=[{"vary": "conflict:speed", "values": [0, 1]}])
    data = json.loads(good("sweep", path, "--project", CARLA, "--format", "json").out)
    assert data["agents"] == 1000 and [len(each["points"]) for each in data["series"]] == [11, 11]
    assert data["series"][0]["points"][5]["mean"] < data["series"][1]["points"][5]["mean"]
    near(data["series"][1]["points"][5]["mean"], 0.10634608608608609, 1e-9)
    scaled = json.loads(good("sweep", path, "--project", CARLA, "--format", "json", "--agents", "50").out)
    assert scaled["agents"] == 50
    result = bad(USAGE, "sweep", path)
    assert "found no --project, expected one" in result.err, result
    result = bad(FAILED, "sweep", path, "--project", SHOPPING)
    assert 'own.json: series[0]: found no area "speed", expected one of the project' in result.err, result
    bad(FAILED, "sweep", path, "--project", "missing.misalign")


def source():
    """The small line below a picture names the project or the example, and what is drawn at random."""
    own = experiment(world="project", x={"vary": "share:customer", "values": [0, 0.5, 1]})
    drawn = experiment("drawn.json", world="project", ranges="uniform", runs=50, seed=7,
                       x={"vary": "share:customer", "values": [0, 0.5, 1]})
    generated = experiment("generated.json", world={"goals": 3, "assign": "even"}, x=X)
    for words, *arguments in (
            ("Source: Shopping recommender · made with Misalign", own, "--project", SHOPPING),
            ("Source: Shopping recommender with ranges · 50 runs, seed 7 · Weight of Customer in Food and groceries "
             "between 0.6 and 0.9 · ",
             drawn, "--project", RANGES),
            ("Source: generated populations · made with Misalign", generated),
            ("Source: Shopping recommender with ranges · 20 runs, seed 3 · Weight of Customer in Food and groceries "
             "between 0.6 and 0.9 · ",
             os.path.join(DATA, "experiments", "uncertain.json"), "--runs", "20", "--seed", "3")):
        good("sweep", *arguments, "-o", "source.svg")
        assert any(text.startswith(words) for text in texts("source.svg")), (words, texts("source.svg"))
    # A figure of the paper says itself where it comes from.
    good("figure", "4", "-o", "figure.svg")
    assert "After Kierans et al. 2024, arXiv:2406.04231, figure 4" in texts("figure.svg"), texts("figure.svg")


def distribution():
    """What is uncertain is drawn; without x, how the scores are distributed."""
    path = os.path.join(DATA, "experiments", "uncertain.json")
    data = json.loads(good("sweep", path, "--format", "json", "--runs", "500").out)
    assert (data["figure"], data["agents"], data["runs"], data["band"]) == ("uncertain", 3, 500, "5-95")
    assert [list(each) for each in data["series"]] == [["name", "mean", "min", "max", "sd", "low", "high", "theory",
                                                        "as_set", "lowest", "highest", "quantiles", "bins"]] * 2
    rows = list(csv.DictReader(io.StringIO(good("sweep", path, "--format", "csv", "--runs", "500").out)))
    bounds = json.loads(good("analyze", RANGES, "--format", "json").out)["bounds"]
    for each in data["series"]:
        own = [row for row in rows if row["series"] == each["name"]]
        values = [float(row["value"]) for row in own if row["statistic"] == "quantile"]
        assert [each["probability"] for each in each["quantiles"]] == [i / 499 for i in range(500)]
        assert values == [each["value"] for each in each["quantiles"]] == sorted(values)
        assert {row["statistic"]: float(row["value"]) for row in own[:10]} == dict(list(each.items())[1:11])
        near(each["mean"], statistics.fmean(values))
        near(each["sd"], statistics.stdev(values))
        near(each["low"], statistics.quantiles(values, n=20, method="inclusive")[0])
        near(each["high"], statistics.quantiles(values, n=20, method="inclusive")[-1])
        assert each["lowest"] <= each["min"] and each["max"] <= each["highest"]
        assert abs(each["mean"] - each["theory"]) < 5 * each["sd"] / 500 ** 0.5
    near(data["series"][0]["as_set"], 0.25688931797422987)
    near(data["series"][0]["lowest"], bounds["low"])
    near(data["series"][0]["highest"], bounds["high"])


def views():
    """A distribution is a hill in pictures, in bins that hold all runs; or the line at or below each score."""
    path = os.path.join(DATA, "experiments", "uncertain.json")
    runs = ("--runs", "900")
    data = json.loads(good("sweep", path, "--format", "json", *runs).out)
    bins = list(csv.DictReader(io.StringIO(good("sweep", path, "--view", "hill", "--format", "csv", *runs).out)))
    assert list(bins[0]) == ["series", "from", "to", "runs", "share"]
    for each in data["series"]:
        # Of at most 1,001 runs the quantiles are the runs.
        values = [quantile["value"] for quantile in each["quantiles"]]
        own = [row for row in bins if row["series"] == each["name"]]
        assert len(values) == 900 == sum(int(row["runs"]) for row in own)
        assert each["bins"] == [{"from": float(row["from"]), "to": float(row["to"]), "runs": int(row["runs"])} for row in own]
        for row in own:
            low, high, last = float(row["from"]), float(row["to"]), row is own[-1]
            assert int(row["runs"]) == sum(low <= value < high or last and value == high for value in values), row
            assert len(row["from"]) <= 6, row
            near(float(row["share"]), int(row["runs"]) / 900)
    assert good("sweep", path, "--view", "rising", "--format", "csv", *runs).out == \
        good("sweep", path, "--format", "csv", *runs).out
    for view, words in (("hill", "Share of Runs in Each Bar"), ("rising", "Share of Runs at or Below"), (None, "Share of Runs in Each Bar")):
        good("sweep", path, *runs, *(("--view", view) if view else ()), "-o", "view.svg")
        assert words in texts("view.svg"), (view, texts("view.svg"))
    result = bad(USAGE, "sweep", path, "--view", "smooth")
    assert "--view" in result.err and "hill or rising" in result.err, result
    generated = experiment("generated.json", world={"goals": 3, "assign": "even"}, x=X)
    assert "--view" in bad(USAGE, "sweep", generated, "--view", "hill").err


def band_of_ranges():
    """With x, every point has a band of the same guesses; --project and --agents are as without ranges."""
    path = experiment(world="project", ranges="uniform", runs=400, band="5-95",
                      x={"vary": "share:customer", "values": [0, 0.5, 1]})
    points = json.loads(good("sweep", path, "--project", RANGES, "--agents", "40", "--format", "json").out)
    points = points["series"][0]["points"]
    assert points[0]["sd"] > 0 and points[1]["low"] < points[1]["mean"] < points[1]["high"]
    assert points[2]["mean"] == points[2]["sd"] == 0
    certain = json.loads(good("sweep", path, "--project", SHOPPING, "--agents", "40", "--format", "json").out)
    assert all(point["sd"] == 0 and point["low"] == point["high"] for point in certain["series"][0]["points"])


def examples_of_the_help():
    """What the help shows can be run as it stands; one is about a scenario that the reader's project has."""
    blocks = read(os.path.join(DATA, "help", "experiments.md")).decode().split("```json\n")[1:]
    found = 0
    for text in (block.split("```")[0] for block in blocks):
        path = write("help.json", text.encode())
        if '"project"' in text:
            result = bad(FAILED, "sweep", path, "--project", RANGES)
            assert 'series[0]: found no scenario "regulated"' in result.err, result
            write("help.json", text.replace("regulated", "heeding").encode())
            good("sweep", path, "--project", RANGES, "-o", "help.svg")
        else:
            good("sweep", path, "-o", "help.svg")
        found += 1
    assert found == 2, found


def refused_further_on():
    """What only a later point meets is found before the run begins."""
    full = write("full.misalign", json.dumps({
        "format": "misalign-project", "version": 1,
        "areas": [{"id": "a", "goals": [{"id": "g"}, {"id": "h"}], "conflict": {"default": 1}}],
        "agents": [{"id": each, "count": 10 ** 12, "positions": {"a": {"goal": goal}}}
                   for each, goal in (("one", "g"), ("two", "h"))]}).encode())
    path = experiment(world="project", x={"vary": "share:one", "values": [0.5, 1]})
    result = bad(FAILED, "sweep", path, "--project", full)
    assert "own.json: x: found 2000000000000, expected a whole number" in result.err, result


def nobody():
    """--agents has nothing to scale where there are no agents; and without it there is nothing to refuse."""
    for agents in ([], [{"id": "one", "count": 0}]):
        empty = write("empty.misalign", json.dumps({
            "format": "misalign-project", "version": 1, "areas": [{"id": "a", "goals": []}], "agents": agents}).encode())
        path = experiment(world="project", x={"vary": "conflict:a", "values": [0, 1]})
        result = bad(FAILED, "sweep", path, "--project", empty, "--agents", "10", "--format", "csv")
        assert "empty.misalign: agents: found none, expected a group with agents" in result.err, result
        good("sweep", path, "--project", empty, "--format", "csv")


def scenario_that_fails():
    """The message names the scenario that cannot be applied."""
    goals = [{"id": "g"}, {"id": "h"}]
    two = write("two.misalign", json.dumps({
        "format": "misalign-project", "version": 1, "areas": [{"id": "a", "goals": goals}],
        "agents": [{"id": each} for each in ("one", "two")],
        "scenarios": [{"id": "no-one", "changes": [{"remove_agent": "one"}]},
                      {"id": "more", "changes": [{"agent": "one", "count": 2}]}]}).encode())
    path = experiment(world="project", x={"vary": "conflict:a", "values": [0, 1]},
                      series=[{"vary": "scenario", "values": ["no-one"]}, {"vary": "scenario", "values": ["more"]}])
    result = bad(FAILED, "sweep", path, "--project", two, "--format", "csv")
    assert 'own.json: series[1]: scenario "more": changes[0]: found' in result.err, result


def refused():
    for members, message in (
            ({"world": {"agents": 10}, "x": X, "runs": 0}, "own.json:1:"),
            ({"world": {"agents": 10}, "x": X, "runs": 0}, "runs: found 0, expected a whole number from 1"),
            ({"world": {"weights": {"range": [0.8, 0.2]}}, "x": X}, "world.weights.range: found the range from 0.8 to 0.2"),
            ({"world": {"focus": {"share": 1.5}}, "x": X}, "world.focus.share: found 1.5"),
            ({"world": {"goals": 2001}, "x": X}, "world.goals: found 2001"),
            ({"world": {"agents": 2**32}, "x": {"vary": "goals", "values": [2]}}, "world: found 4294967296 agents"),
            ({"world": {"agents": 10}, "x": {"vary": "vehicles", "values": [2]}}, 'x.vary: found the quantity "vehicles"'),
            ({"world": {"agents": 10}, "x": X, "ranges": "uniform"}, 'ranges: found "uniform" with a recipe'),
            ({"world": "project", "ranges": "gaussian"}, 'ranges: found "gaussian", expected as-set, uniform'),
            ({"world": {"agents": 10}, "x": X, "rnus": 3}, 'rnus: found the member "rnus"')):
        write("old.csv", b"old")
        result = bad(FAILED, "sweep", experiment(**members), "-o", "old.csv")
        assert message in result.err, result
        assert read("old.csv") == b"old"
    bad(FAILED, "sweep", "missing.json")
    bad(FAILED, "sweep", SHOPPING)
    bad(FAILED, "sweep", write("empty.json", b""))


def long_one():
    return experiment(world={"agents": 4000000000, "weights": {"range": [0, 1]}}, x={"vary": "goals", "values": [2, 3, 4]})


def interrupt():
    """In the middle of a run: status 130, and what was there stays."""
    write("out.csv", b"old")
    process = subprocess.Popen([PROGRAM, "sweep", long_one(), "-o", "out.csv"], stderr=subprocess.PIPE)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    message = process.communicate(timeout=SECONDS)[1]
    assert (process.returncode, message) == (INTERRUPTED, b""), (process.returncode, message)
    assert sorted(os.listdir(".")) == ["out.csv", "own.json"] and read("out.csv") == b"old"


def progress():
    """On a terminal only: how much is done, and erased in the end."""
    path = experiment(world={"agents": 1000000, "weights": {"range": [0, 1]}}, x=X | {"values": [1000000]}, runs=150)
    near_end, far_end = pty.openpty()
    process = subprocess.Popen([PROGRAM, "sweep", path, "--threads", "1", "-o", "out.csv"], stderr=far_end)
    os.close(far_end)
    shown = b""
    try:
        while chunk := os.read(near_end, 4096):
            shown += chunk
    except OSError:
        pass
    os.close(near_end)
    assert process.wait(timeout=SECONDS) == 0, shown
    assert b"own.json: " in shown and b"% " in shown.replace(b"%,", b"% "), shown
    assert shown.endswith(b"\r\x1b[K"), shown
    assert good("sweep", path, "--format", "csv", "--threads", "2").bytes == read("out.csv")


main([recipe, bundled, project, source, distribution, views, band_of_ranges, examples_of_the_help, refused_further_on, nobody,
      scenario_that_fails, refused, interrupt, progress])
