"""What the help and the README show about data of one's own can be done as it stands."""
import json
import os
import re
import shlex

from command_line import DATA, DONE, good, main, near, read, run, write

README = os.path.join(os.path.dirname(DATA), "README.md")


def blocks(path, language):
    """The code of a page, block by block."""
    parts = re.split(r"^```(.*)$", read(path).decode(), flags=re.MULTILINE)
    return [code.lstrip("\n") for mark, code in zip(parts[1::4], parts[2::4]) if mark == language]


def section(page, title):
    """A page from one title to the next."""
    text = read(os.path.join(DATA, "help", page)).decode()
    return write("section.md", text.split(f"\n## {title}\n")[1].split("\n## ")[0].encode())


def own_project():
    """The small project, then with its range and its scenario."""
    [whole] = blocks(os.path.join(DATA, "help", "own.md"), "json")
    [conflict] = blocks(section("own.md", "A number that nobody knows for certain"), "")
    scenarios, commands = blocks(section("own.md", "A scenario"), "")
    write("mine.misalign", whole.encode())
    good("check", "mine.misalign")
    project = {**json.loads(whole), **json.loads("{" + scenarios + "}")}
    pairs = project["areas"][0]["conflict"]["pairs"]
    assert len(pairs) == 1 and pairs[0]["goals"] == json.loads(conflict)["goals"]
    pairs[0] = json.loads(conflict)
    write("mine.misalign", json.dumps(project).encode())
    good("check", "mine.misalign")
    commands = [line.split()[1:] for line in commands.splitlines() if not line.startswith("#")]
    results = [run(*command) for command in commands]
    listed, score, table, sheet, _ = [result.out for result in results]
    # 900 of 901 want the same, as the page says: nothing else is remarked on.
    for result in results:
        remarks = result.err.splitlines()
        assert result.status == DONE and len(remarks) <= 1 and all("Residents are 900 of 901" in each for each in remarks), \
            result
    assert sum(result.err != "" for result in results) == 3, results
    assert "Quieter trains" in table and sheet == "", table
    assert read("scenarios.csv").decode().splitlines()[2].split(",")[:3] == ["quieter", "Quieter trains",
                                                                             score.split()[1]]
    assert listed == "quieter\tQuieter trains\n", listed
    drawings = blocks(section("own.md", "A figure of your project"), "")[0]
    for line in drawings.splitlines():
        if not line.startswith("#"):
            good(*line.split()[1:])
    assert read("areas.csv").splitlines()[1] == f",,{score.split()[1]}".encode()
    # 900 residents and a planner: 900 of 901 * 900 / 2 pairs clash, by 0.3 * sqrt(0.9 * 0.5).
    near(float(score.split()[1]), 900 / (901 * 900 / 2) * 0.3 * (0.9 * 0.5) ** 0.5, 1e-15)


def kinds_of_changes():
    """Each change that the page names is one."""
    project = json.loads(blocks(os.path.join(DATA, "help", "own.md"), "json")[0])
    text = read(section("own.md", "A scenario")).decode()
    changes = [json.loads(change) for change in re.findall(r"`(\{ \"remove.*?\})`", text)]
    assert len(changes) == 2 and '`"add_agent"`' in text, text
    for change in [*changes, {"add_agent": {**project["agents"][0], "id": "others"}}]:
        project["scenarios"] = [{"id": "s", "changes": [change]}]
        write("mine.misalign", json.dumps(project).encode())
        good("check", "mine.misalign")
        assert run("score", "mine.misalign", "--scenario", "s").status == DONE


def tables():
    """The tables of the page are such, and its commands run."""
    long, wide = (blocks(section("tables.md", title), "")[0] for title in (
        "Long form: a row for an agent in an area", "Wide form: a row for an agent"))
    for text in (long, wide):
        write("people.csv", text.encode())
        assert run("convert", "--force", "people.csv", "people.misalign").status == DONE
        assert [agent["id"] for agent in json.loads(read("people.misalign"))["agents"]] == ["ann", "bot"]
        for line in blocks(section("tables.md", "The table has changed"), "")[0].splitlines():
            assert run(*line.split()[1:]).status == DONE, line
    square, commands = blocks(section("tables.md", "Conflicts of one area"), "")
    good("new", "shopping", "-o", "shopping.misalign")
    out, into = [line.split()[1:] for line in commands.splitlines() if not line.startswith("#")]
    assert run(*out).status == DONE and read("food.csv").startswith(b"goal,convenience,profit,checkout\n")
    write("food.csv", square.encode())
    assert "pairs of goals that changed" in run(*into).err
    pairs = json.loads(read("shopping.misalign"))["areas"][0]["conflict"]["pairs"]
    assert [pair["value"] for pair in pairs] == [0.1, 0.3, 0.2], pairs


def analyses():
    """Every command of the page, which makes the examples that it names."""
    commands = [shlex.split(line)[1:] for block in blocks(os.path.join(DATA, "help", "analyze.md"), "")
                for line in block.splitlines() if not line.startswith("#")]
    assert len(commands) >= 5, commands
    for command in commands:
        assert run(*command).status == DONE, command


def follow(out, lines):
    """Whether @lines stand in @out one below the other; what stands between two "…" does by itself."""
    parts = "\n".join(lines).split("\n…\n")
    places = [("\n" + out).find("\n" + part + "\n") for part in parts]
    return -1 not in places and places == sorted(places)


def outputs():
    """What the page shows below a command is what the command says."""
    for name in ("shopping", "carla", "ranges"):
        good("new", name, "-o", name + ".misalign")
    shown = blocks(os.path.join(DATA, "help", "analyze.md"), "console")
    assert len(shown) >= 8, shown
    for block in shown:
        command, *lines = block.splitlines()
        words = shlex.split(command)
        assert words[:3] == ["$", "misalign-cli", "analyze"] and lines, block
        found = run(*words[2:])
        assert found.status == DONE and follow(found.out, lines), (command, "\n".join(lines), found)


def members():
    """Every member of an analysis is told of, and every list of a table, on the page and in --help."""
    page = read(os.path.join(DATA, "help", "analyze.md")).decode()
    names = set()

    def collect(value):
        for each in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
            collect(each)
        if isinstance(value, dict):
            names.update(value)

    good("new", "ranges", "-o", "ranges.misalign")
    other = json.loads(read("ranges.misalign"))
    other["scenarios"].append({"id": "other", "changes": [{"agent": "retailer", "count": 2}]})
    write("two.misalign", json.dumps(other).encode())
    options = ("--scenario", "heeding", "--target", "half", "--format", "json", "--limit", "0")
    for more in ((), ("--against", "other")):
        analysis = json.loads(run("analyze", "two.misalign", *options, *more).out)
        for name in ("scoring", "warnings", "left_out", "notes"):
            analysis.pop(name)
        collect(analysis)
    assert len(names) > 60, names
    missing = [name for name in sorted(names) if f"`{name}`" not in page]
    assert not missing, missing
    said = good("analyze", "--help").out
    for table in ("contributions", "between", "bounds", "own", "decomposition", "comparison", "waterfall", "target"):
        error = run("analyze", "two.misalign", "--format", "csv", "--table", table + ".x", *options[:4]).err
        lists = [each.split(".")[1] for each in re.findall(table + r"\.[a-z_]+", error.split("expected")[1])]
        line = " ".join(said.split(f"\n  {table} ")[1].split(")")[0].split("(")[1].split())
        assert line == ", ".join(lists), (table, lists, line)
    assert all(f" {word} " in said for word in ("alignment", "entropy_bits", "uncertain", "unasked")), said


def readme():
    """The route for data of one's own, line by line."""
    text = read(README).decode().split("## Your own data\n")[1].split("\n## ")[0]
    table, commands = blocks(write("section.md", text.encode()), "")
    write("orgs.csv", table.encode())
    lines = [part for line in commands.splitlines() for part in line.split("#")[0].split("&&")]
    results = []
    for line in lines:
        results.append(run(*line.split()[1:]))
        assert results[-1].status == DONE, (line, results[-1])
        if os.path.exists("privacy.csv"):
            write("privacy.csv", read("privacy.csv").replace(b",,1", b",,0.8"))
    assert not [line for result in results for line in result.err.splitlines()
                if "remark" in line and "Privacy" in line], results
    project = json.loads(read("orgs.misalign"))
    assert project["areas"][0]["conflict"]["pairs"][0]["value"] == 0.8, project
    # 40 firms with 0.9 against a regulator with 1 and 60 users with 0.6; in Safety 0.5 against 0.8 and 0.7.
    privacy = (40 * 0.9 ** 0.5 + 40 * 60 * (0.9 * 0.6) ** 0.5) * 0.8 / (101 * 100 / 2)
    safety = (40 * (0.5 * 0.8) ** 0.5 + 40 * 60 * (0.5 * 0.7) ** 0.5) / (101 * 100 / 2)
    score = (privacy + safety) / 2
    near(float(results[-3].out.split()[1]), score, 1e-14)
    assert score > 0.28 and "Wanted: 0.1" in results[-2].out, results[-2]
    assert read("areas.svg").startswith(b"<?xml")
    assert project["agents"][0]["positions"]["safety"] == {"goal": "ship-first", "weight": 0.5}, project


main([own_project, kinds_of_changes, tables, analyses, outputs, members, readme])
