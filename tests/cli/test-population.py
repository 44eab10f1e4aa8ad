"""Agents that are streamed from a table: the score that they have in a project, and in little memory."""
import json
import os
import random
import re
import subprocess
import time

from command_line import DONE, FAILED, PROGRAM, SHOPPING, USAGE, bad, good, main, near, read, run, write

CHOICES = {"pairs": ["distinct", "replacement"], "normalization": ["none", "limit", "maximum"],
           "unknown": ["leave-out", "no-goal"], "weights": ["as-given", "sum-to-one"]}
FULL = "MISALIGN_FULL" in os.environ
SANITIZED = "LSAN_OPTIONS" in os.environ
MIB = 1024 * 1024


def random_project(choice):
    """Few goals and weights, so that many agents share them; weights of 0, of 1 and with all their digits."""
    areas = [{"id": f"a{p}", "goals": [{"id": f"g{g}"} for g in range(choice.randint(1, 4))]}
             for p in range(choice.randint(1, 4))]
    for area in areas:
        pairs = [{"goals": [None, goal["id"]], "value": choice.random()} for goal in area["goals"] if choice.random() < 0.2]
        area["conflict"] = {"default": round(choice.random(), 2), "pairs": pairs}
    agents = [{"id": f"p{i}", "count": choice.choice([0, 1, 1, 2, 1000, 10**12]), "positions": random_positions(choice, areas)}
              for i in range(choice.randint(0, choice.choice([30, 30, 30, 700])))]
    return {"format": "misalign-project", "version": 1, "areas": areas, "agents": agents,
            "scoring": {name: choice.choice(words) for name, words in CHOICES.items()}}


def random_positions(choice, areas):
    positions = {}
    for area in areas:
        goal = choice.choice([None, *(goal["id"] for goal in area["goals"])])
        if choice.random() < 0.8:
            positions[area["id"]] = {"goal": goal, "weight": choice.choice([0, 1, 0.5, choice.random()])}
    return positions


def wide_table(project):
    """The same agents in the wide form, with semicolons and decimal commas."""
    names = [area["id"] for area in project["areas"]]
    lines = [";".join(["agent", "count", *names, *(name + ":weight" for name in names)])]
    for agent in project["agents"]:
        positions = [agent["positions"].get(name) for name in names]
        goals = ["" if p is None else p["goal"] or "-" for p in positions]
        weights = ["" if p is None else repr(p["weight"]).replace(".", ",") for p in positions]
        lines.append(";".join([agent["id"], str(agent["count"]), *goals, *weights]))
    return "\r\n".join(lines).encode()


def streamed_equals_in_memory():
    choice = random.Random(11)
    largest, n_positive = 0.0, 0
    for i in range(3000 if FULL else 300):
        project = random_project(choice)
        write("p.misalign", json.dumps(project).encode())
        if i % 2 == 0:
            assert run("convert", "--force", "p.misalign", "p.csv").status == DONE
        else:
            write("p.csv", wide_table(project))
        held = json.loads(good("score", "p.misalign", "--all-means", "--format", "json").out)
        streamed = json.loads(good("score", "p.misalign", "--population", "p.csv", "--all-means", "--format", "json").out)
        assert held["agents"] == streamed["agents"]
        for weight_mean, means in held["means"].items():
            for area_mean, value in means.items():
                found = streamed["means"][weight_mean][area_mean]
                largest = max(largest, abs(found - value))
                n_positive += value > 0
                near(found, value, 1e-12)
    print(f"# largest deviation of {n_positive} positive scores {largest:.1e}")
    assert n_positive > 3000


def same_output():
    """The three forms are those of any score; of the chance of a conflict only the bounds are known."""
    run("convert", SHOPPING, "s.csv")
    for form in ("text", "csv"):
        arguments = ("score", SHOPPING, "--format", form)
        streamed = run(*arguments, "--population", "s.csv")
        assert streamed.out == good(*arguments).out
        assert streamed.err.splitlines() == [
            "misalign-cli: s.csv: rows: 6; agents: 3",
            "misalign-cli: s.csv: Food and groceries: agents: 3; unknown: 0",
            "misalign-cli: s.csv: Household items: agents: 3; unknown: 0"], streamed
    some = run("score", SHOPPING, "--population", "-", stdin=b"agent,count,food\na,5,profit\nb,3,-\nc,4,\n")
    assert "standard input: rows: 3; agents: 12\n" in some.err, some
    assert "standard input: Food and groceries: agents: 8; unknown: 4\n" in some.err, some
    held = json.loads(good("score", SHOPPING, "--format", "json").out)
    streamed = json.loads(good("score", SHOPPING, "--format", "json", "--population", "-", stdin=read("s.csv")).out)
    assert (streamed.pop("any_conflict"), streamed.pop("any_conflict_method")) == (None, "bounds")
    low, high = streamed.pop("any_conflict_low"), streamed.pop("any_conflict_high")
    assert low <= held.pop("any_conflict") <= high and held.pop("any_conflict_method") == "pairs"
    assert held == streamed


def all_means():
    text = [line.split("\t") for line in good("score", SHOPPING, "--all-means").out.splitlines()]
    table = [line.split(",") for line in good("score", SHOPPING, "--all-means", "--format", "csv").out.splitlines()]
    means = json.loads(good("score", SHOPPING, "--all-means", "--format", "json").out)["means"]
    assert text[0] == ["weight mean down, area mean across", "arithmetic", "geometric", "harmonic", "minimum", "maximum"]
    assert table[0] == ["weight_mean", *text[0][1:]]
    assert text[1:] == table[1:] and [row[0] for row in text[1:]] == list(means)
    for row in text[1:]:
        assert [float(value) for value in row[1:]] == list(means[row[0]].values())
        for area_mean, value in zip(text[0][1:], row[1:]):
            single = good("score", SHOPPING, "--weight-mean", row[0], "--area-mean", area_mean).out
            assert single.split()[1] == value
    near(means["minimum"]["arithmetic"], 0.2166666667, 5.1e-11)


def scenarios_and_options():
    """The areas and options are those of the scenario; its agents do not count."""
    project = json.loads(read(SHOPPING))
    project["scenarios"] = [{"id": "calm", "changes": [{"remove_area": "household"}, {"remove_agent": "customer"}]}]
    write("p.misalign", json.dumps(project).encode())
    run("convert", SHOPPING, "s.csv")
    write("food.csv", b"".join(line for line in read("s.csv").splitlines(True) if b"household" not in line))
    calm = run("score", "p.misalign", "--scenario", "calm", "--population", "food.csv", "--pairs", "replacement").out
    food = good("score", SHOPPING, "--pairs", "replacement").out.splitlines()[1]
    assert calm.splitlines() == ["overall" + food[len("food"):], food]
    result = bad(FAILED, "score", "p.misalign", "--scenario", "calm", "--population", "s.csv")
    assert "found \"household\", expected an area of the project: food" in result.err, result


def nobody():
    result = run("score", SHOPPING, "--population", "-", stdin=b"agent,area,goal\n")
    assert (result.status, result.out) == (DONE, "overall\t0\nfood\t\nhousehold\t\n"), result
    assert "remark: agents: There are no agents" in result.err


def bad_tables():
    for table, message in ((b"", "standard input:1:1: found nothing"),
                           (b"agent,area,goal\na,food,inventory\n", "standard input:2:8: goal: found \"inventory\", which"),
                           (b"agent,area,goal\na,food,profit\na,food,profit\n", "standard input:3:3: area: found a second")):
        result = bad(FAILED, "score", SHOPPING, "--population", "-", stdin=table)
        assert result.err.startswith("misalign-cli: " + message), result
    result = bad(FAILED, "score", SHOPPING, "--population", "missing.csv")
    assert "missing.csv" in result.err
    bad(FAILED, "score", SHOPPING, "--population", ".")


def names_that_the_project_has_not():
    """What was found, what the project has, which of its names was meant, in which file, and what to do."""
    advice = ("the problem areas and goals of this table are to be those of %s, by id or by name; its problem areas: “food” "
              "(Food and groceries), “household” (Household items)") % SHOPPING
    for table, expected in (
            (b"agent,food,Haushalt\na,profit,inventory\n", ['1:12: Haushalt: found "Haushalt", expected an area of the project: food, household (']),
            (b"agent,Foods,Household Items\na,profit,inventory\n",
             ['household; did you mean "food"? (cell B1)', '; "Household items" differs only in capitals or spaces, write it so (cell C1)']),
            (b"agent,food\na,Profit\nb,checkuot\nc,fun\n",
             ['; "profit" differs only in capitals or spaces, write it so (cell B2)', '; did you mean "checkout"? (cell B3)',
              '"Maximize checkout value" (cell B4)']),
            (b"agent,area,goal\na,FOOD,profit\nb,food,Increase  net profits\n",
             ['; "food" differs only in capitals or spaces, write it so (cell B2)', '; "Increase net profits" differs only'])):
        lines = bad(FAILED, "score", SHOPPING, "--population", "-", stdin=table).err.splitlines()
        for line, words in zip(lines, expected, strict=False):
            assert line.startswith("misalign-cli: standard input:") and words in line, (line, words)
        assert len(lines) == len(expected) + 2 and advice in lines[-2] and "convert --into PROJECT TABLE" in lines[-1], lines
    # The advice is for names: not for numbers, nor for a table that is none.
    for table in (b"agent,food,food:weight\na,profit,130%\n", b"agent,food,food\na,profit,profit\n", b"agent,area,goal\na,food\n"):
        result = bad(FAILED, "score", SHOPPING, "--population", "-", stdin=table)
        assert "those of" not in result.err and result.err.count("\n") == 1, result


def area_that_the_table_has_not():
    write("t.csv", b"agent,count,food\na,2,profit\nb,3,checkout\nc,1,convenience\n")
    result = run("score", SHOPPING, "--population", "t.csv")
    assert result.status == DONE and (
        f"t.csv: remark: found nobody with a goal in “Household items”, a problem area of {SHOPPING}, expected a column "
        "“household” with goals, or rows with that area; without, it does not count in the score\n") in result.err, result
    # What is remarked on is the table's agents, not the project's.
    assert f"misalign-cli: t.csv in {SHOPPING}: remark: areas[1]: " in result.err, result
    assert f"misalign-cli: {SHOPPING}: remark" not in result.err, result


def readings_that_were_chosen_for_the_table():
    """Empty weights and those who are unknown move the score; the table holds two of the first and ten of the others."""
    write("t.csv", b"agent,count,food,food:weight,household\na,2,profit,,checkout\nb,3,checkout,0.5,\nc,1,convenience,,-\nd,7,,,checkout\n")
    empty = "misalign-cli: t.csv: remark: 2 empty weights count as 1, which is the most that anybody can care\n"
    left_out = ("misalign-cli: t.csv: remark: agents that are unknown in a problem area are left out of it; with “--unknown no-goal” "
                "they count as holding no goal there (unknown in all areas together: 10)\n")
    for options in ([], ["--all-means"], ["--format", "csv"]):
        result = run("score", SHOPPING, "--population", "t.csv", *options)
        assert result.status == DONE and result.err.count(empty) == 1 and result.err.count(left_out) == 1, result
    result = run("score", SHOPPING, "--population", "t.csv", "--unknown", "no-goal")
    assert empty in result.err and "--unknown leave-out” they are left out (unknown in all areas together: 10)" in result.err, result
    assert "t.csv: Food and groceries: agents: 6; unknown: 7\n" in result.err, result


def wrong_usage():
    bad(USAGE, "score", "-", "--population", "-")
    for option in ("--weight-mean=none", "--area-mean=harmonic"):
        result = bad(USAGE, "score", SHOPPING, "--all-means", option)
        assert re.search(r"--all-means: found --\S+-mean as well", result.err), result


def write_rows(path, n_rows):
    """Two rows an agent, of about 40 bytes."""
    choice = random.Random(7)
    food, home = ("convenience", "profit", "checkout"), ("avoid-impulse", "inventory", "checkout")
    block = [f",human,user,1,food,{choice.choice(food)},{choice.random():.2f}\na%d,,,,household,{choice.choice(home)},"
             f"{choice.random():.3f}\n" for _ in range(9973)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("agent,kind,principal,count,area,goal,weight\n")
        for first in range(0, n_rows // 2, len(block)):
            last = min(first + len(block), n_rows // 2)
            file.write("".join(f"a{i}" + block[i - first] % i for i in range(first, last)))


def measure(*arguments):
    """Seconds of work and bytes at most of one run."""
    with open("out", "wb") as out:
        process = subprocess.Popen([PROGRAM, *arguments], stdout=out)
        start = time.monotonic()
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == DONE
    return usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss * 1024


def little_memory():
    n_rows = 10_000_000 if FULL else 1_000_000
    write_rows("rows.csv", n_rows)
    size = os.path.getsize("rows.csv")
    for options in ([], ["--weight-mean", "minimum"], ["--all-means", "--weights", "sum-to-one", "--unknown", "no-goal"]):
        work, elapsed, peak = measure("score", SHOPPING, "--population", "rows.csv", *options)
        print(f"# {n_rows} rows {' '.join(options)}: {work:.2f} s of work in {elapsed:.2f} s, {n_rows / work / 1e6:.1f} "
              f"million rows and {size / work / 1e6:.0f} MB a second, {peak / MIB:.1f} MiB")
        if not SANITIZED and "sum-to-one" not in options:
            assert peak < 32 * MIB, peak


main([streamed_equals_in_memory, same_output, all_means, scenarios_and_options, nobody, bad_tables,
      names_that_the_project_has_not, area_that_the_table_has_not,
      readings_that_were_chosen_for_the_table, wrong_usage,
      little_memory])
