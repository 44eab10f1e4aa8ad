"""Projects into tables and back, by their endings; what is said to be lost, and what is wrong with a table."""
import csv
import json
import os
import re

from command_line import CARLA, DONE, FAILED, SHOPPING, USAGE, bad, good, main, read, run, write

HEADER = "agent,name,kind,principal,count,area,goal,weight"
TABLE = f"""{HEADER}
ann,Ann,human,user,1,food,cheap,0.8
bot,,ai,,500,food,fast,1
bot,,ai,,500,home,-,1
""".encode()


def remarks(result):
    """What is said beside what a table was taken for."""
    lines = result.err.splitlines()
    assert result.status == DONE and all(re.search(": remark: |: rows: |: the numbers in brackets |: conflicts of |: goals: |: no goal|: unknown|: nothing$", line)
                                         for line in lines), result
    return [line.split(": remark: ")[1] for line in lines if ": remark: " in line]


def project_to_table():
    result = run("convert", SHOPPING, "out.csv")
    said = " ".join(remarks(result))
    for words in ("conflicts", "title", "names", "notes"):
        assert words in said, result
    rows = read("out.csv").decode().splitlines()
    assert rows[0] == HEADER and len(rows) == 7
    assert rows[3] == "retailer,Retailer,organization,deployer,1,food,profit,0.9"
    assert result.out == ""


def table_to_project():
    write("in.csv", TABLE)
    result = run("convert", "in.csv", "out.misalign")
    assert len(remarks(result)) == 1 and "in.csv: remark: a table holds no conflicts" in result.err, result
    project = json.loads(read("out.misalign"))
    assert [agent["id"] for agent in project["agents"]] == ["ann", "bot"]
    assert project["agents"][1]["positions"] == {"food": {"goal": "fast"}, "home": {"goal": None}}
    good("check", "out.misalign")


def there_and_back():
    write("in.csv", TABLE)
    remarks(run("convert", "in.csv", "out.misalign"))
    assert json.loads(read("out.misalign"))["title"] == "out"
    said = remarks(run("convert", "out.misalign", "back.csv"))
    assert said == ["a table cannot hold everything: the title and the description are left out"], said
    assert read("back.csv") == TABLE


def experiments_are_left_out():
    project = json.loads(read(SHOPPING))
    project["experiments"] = [{"id": "e", "world": "project", "x": {"vary": "share:customer", "values": [0, 1]}}]
    write("with.misalign", json.dumps(project).encode())
    assert "the experiments are left out" in remarks(run("convert", "with.misalign", "-"))[-1]


def wide_form():
    """A row for each group, under names; back again it is the project that it was, to the last bit."""
    result = run("convert", "--form", "wide", SHOPPING, "wide.csv")
    assert "areas and goals have only their names" in " ".join(remarks(result)), result
    rows = read("wide.csv").decode().splitlines()
    assert rows[:2] == [
        "agent,name,kind,principal,count,Food and groceries,Food and groceries:weight,Household items,Household items:weight",
        "customer,Customer,human,user,1,Convenience at low price,0.8,Avoid impulse buying,0.6"] and len(rows) == 4, rows
    for source in (SHOPPING, CARLA):
        run("convert", "--force", "--form", "wide", source, "wide.csv")
        for name in ("score", "--population"):
            streamed = ["--population", "wide.csv"] if name == "--population" else []
            assert run("score", source, *streamed).out == good("score", source).out
        write("p.misalign", read(source))
        assert run("convert", "--into", "p.misalign", "wide.csv").status == DONE
        before, after = json.loads(read(source)), json.loads(read("p.misalign"))
        for agent in before["agents"]:
            for position in agent.get("positions", {}).values():
                position.pop("note", None), position.pop("source", None)
        for agent in after["agents"]:
            for position in agent.get("positions", {}).values():
                position.pop("note", None), position.pop("source", None)
        assert after == before
    assert run("convert", "--form", "wide", "--decimal-comma", SHOPPING, "-").out.splitlines()[1].endswith(";Avoid impulse buying;0,6")


def wide_form_of_hard_names():
    """Where a name could be taken for something else, ids stand in its place; ranges, no goal and unknown stay what they are."""
    def project(areas, default=0.7):
        return {"format": "misalign-project", "version": 1, "areas": [
            {"id": id, "name": name, "goals": [{"id": goal, "name": called} for goal, called in goals], "conflict": {"default": default}}
            for id, name, goals in areas], "agents": [
                {"id": f"a{i}", "count": i + 1, "positions": {
                    areas[p][0]: {"goal": ([goal for goal, _ in areas[p][2]] + [None])[(i + p) % (len(areas[p][2]) + 1)],
                                  "weight": [0.1, 1 / 3, 0.7][(i * 7 + p) % 3], **({"low": 0.05} if i == 2 else {})}
                    for p in range(len(areas)) if (i + p) % 4}} for i in range(9)]}
    plain = [("x", "One"), ("y", "Two")]
    for areas, labels in (
            ([("one", "First area", plain), ("two", "Second, with a comma", plain)], ["First area", "Second, with a comma"]),
            ([("one", "Same", plain), ("two", "same", plain)], ["one", "two"]),
            ([("one", "two", plain), ("two", "one", plain)], ["one", "two"]),
            ([("one", "Count", plain), ("two", "Other", plain)], ["one", "two"]),
            ([("one", "A: weight", plain), ("two", "Other", plain)], ["one", "two"]),
            ([("one", "A", [("x", "y"), ("y", "x")])], ["A"]), ([("one", "A", [("x", "-"), ("y", "Y")])], ["A"]),
            ([("one", "A", [("x", "Foo bar"), ("y", "foo-bar")])], ["A"])):
        write("hard.misalign", json.dumps(project(areas)).encode())
        run("convert", "--force", "--form", "wide", "hard.misalign", "hard.csv")
        header = next(csv.reader(read("hard.csv").decode().splitlines()))
        assert [label for label in header[5:] if ":" not in label] == labels, header
        score = good("score", "hard.misalign").out
        assert run("score", "hard.misalign", "--population", "hard.csv").out == score
        write("into.misalign", read("hard.misalign"))
        assert run("convert", "--into", "into.misalign", "hard.csv").status == DONE
        assert good("score", "into.misalign").out == score
        assert json.loads(read("into.misalign"))["agents"] == json.loads(run("convert", "--into", "hard.misalign", "hard.csv", "-").out)["agents"]
        # A project of its own, with other ids: the same score area by area.
        assert run("convert", "--force", "--default-conflict", "0.7", "hard.csv", "new.misalign").status == DONE
        assert [line.split("\t")[1] for line in run("score", "new.misalign").out.splitlines()] == [
            line.split("\t")[1] for line in score.splitlines()]
    write("hard.misalign", json.dumps(project([("count", "Same", plain), ("two", "same", plain)])).encode())
    assert "found a problem area with the id “count”" in bad(FAILED, "convert", "--form", "wide", "hard.misalign", "-").err
    for arguments in (["in.csv", "x.misalign"], ["--into", SHOPPING, "in.csv"], ["--conflicts", "food", SHOPPING, "x.csv"]):
        assert "--form: found" in bad(USAGE, "convert", "--form", "wide", *arguments).err
    bad(USAGE, "convert", "--form", "broad", SHOPPING, "x.csv")


def standard_streams():
    table = run("convert", CARLA, "-")
    assert remarks(table)
    project = run("convert", "-", "out.JSON", stdin=table.bytes)
    assert remarks(project)
    assert run("convert", "out.JSON", "-").bytes == table.bytes
    assert run("convert", "-", "again.csv", stdin=read(CARLA)).status == DONE and read("again.csv") == table.bytes
    write("in.CSV", table.bytes)
    # Only a file has a name to be the title.
    untitled = json.loads(run("convert", "in.CSV", "-").out)
    assert {**untitled, "title": "out"} == json.loads(read("out.JSON")) and "title" not in untitled


def merge():
    rows = b"agent,kind,food\n" + b"".join(b"a%d,human,%s\n" % (i, b"xy"[i % 2:][:1]) for i in range(150000))
    result = bad(FAILED, "convert", "-", "out.misalign", stdin=rows)
    assert "standard input:100002:1: agent: found more than 100000 groups of agents" in result.err, result
    assert not os.path.exists("out.misalign")
    merged = run("convert", "--merge", "-", "out.misalign", stdin=rows)
    assert merged.err.splitlines()[:3] == [
        "misalign-cli: standard input: rows: 150000; groups of agents: 2; agents: 150000; problem areas: 1",
        "misalign-cli: standard input: the numbers in brackets are those of agents, not of rows",
        "misalign-cli: standard input: food: goals: x (75000), y (75000)"], merged
    some = run("convert", "--merge", "-", "some.misalign", stdin=b"agent,count,food\na,2,x\nb,3,x\nc,7,-\nd,4,\n")
    assert some.err.splitlines()[2].endswith(": food: goals: x (5); no goal (7); unknown (4)"), some
    assert [agent["count"] for agent in json.loads(read("out.misalign"))["agents"]] == [75000, 75000]


MADE = b"""agent,kind,count,Privacy,Privacy:weight,Safety
Acme,organization,2,Data minimisation,90 %,Test first
Bolt,organization,3,Data use,0.5,Ship
Cara,human,1,Data minimisation,0.7,-
Dean,human,20,,,
"""


def contents():
    """What a table was taken for stands on standard error, goal by goal."""
    write("in.csv", MADE)
    assert run("convert", "in.csv", "out.misalign").err.splitlines()[:3] == [
        "misalign-cli: in.csv: rows: 4; groups of agents: 4; agents: 26; problem areas: 2",
        "misalign-cli: in.csv: Privacy: goals: Data minimisation (2), Data use (1); unknown (1)",
        "misalign-cli: in.csv: Safety: goals: Test first (1), Ship (1); no goal (1); unknown (1)"]
    many = b"agent," + b",".join(b"area%d" % i for i in range(25)) + b"\n"
    many += b"".join(b"a%d," % i + b",".join([b"g%d" % (i // 2)] * 25) + b"\n" for i in range(20))
    lines = run("convert", "-", "many.misalign", stdin=many).err.splitlines()
    assert len(lines) == 23 and lines[1].endswith("g7 (2) and 2 more") and lines[21].endswith(": and 5 more"), lines


def what_unknown_means():
    """Who leaves cells empty is told what follows for the score, with the numbers that score prints."""
    rows = b"agent,count,Jobs,Safety\na,3,x,u\nb,4,y,u\nc,2,,v\nd,1,,-\n"
    said = remarks(run("convert", "--default-conflict", "1", "-", "p.misalign", stdin=rows))
    # Of 7 agents who are known 12 pairs of 21 clash about jobs, of 10 it is 12 of 45; about safety 14 of 45.
    left_out, no_goal = (12 / 21 + 14 / 45) / 2, (12 + 14) / 45 / 2
    assert said[0] == ("agents that are unknown in a problem area are left out of it; read as “no goal”, the score would be "
                       f"{no_goal:.3f} instead of {left_out:.3f}: “score --unknown no-goal”"), said
    for word, value in (("leave-out", left_out), ("no-goal", no_goal)):
        assert abs(float(run("score", "p.misalign", "--unknown", word).out.split()[1]) - value) < 1e-15
    # A project may say that they are to be read so; then the other way is the news.
    project = json.loads(read("p.misalign"))
    project["scoring"]["unknown"] = "no-goal"
    write("q.misalign", json.dumps(project).encode())
    said = remarks(run("convert", "--into", "q.misalign", "-", stdin=rows))
    assert f"left out, the score would be {left_out:.3f} instead of {no_goal:.3f}: “score --unknown leave-out”" in said[0], said
    # Without conflicts there is nothing to compare yet.
    said = remarks(run("convert", "-", "bare.misalign", stdin=rows))
    assert "once there are conflicts, compare with “score --unknown no-goal”" in said[0], said
    # A few empty cells are no news.
    few = b"agent,Jobs\n" + b"".join(b"a%d,%s\n" % (i, b"xy"[i % 2:][:1] if i else b"") for i in range(10))
    said = remarks(run("convert", "-", "few.misalign", stdin=few))
    assert len(said) >= 1 and "unknown in a problem area" not in " ".join(said), said


def no_rows():
    """A project without anybody is hardly what somebody wanted."""
    words = "the table has names of columns and no rows below them, so there are no agents"
    for table in (b"agent,Jobs\n", b"agent,area,goal"):
        assert remarks(run("convert", "--force", "-", "p.misalign", stdin=table))[0] == words
    write("p.misalign", read(SHOPPING))
    said = remarks(run("convert", "--into", "p.misalign", "-", stdin=b"agent,food\n"))
    assert said[0] == words and "groups of agents that the table does not have are gone" in " ".join(said), said


def words_for_kinds():
    """Kinds of agents in people's own words are taken as the window takes them, which is said; nothing of them is lost."""
    rows = (b"agent,kind,Jobs\na,ministry,x\nb,company,y\nc,NGO,x\nd,union,y\ne,Company,y\nf,human,x\ng,AI,x\n")
    said = remarks(run("convert", "-", "p.misalign", stdin=rows))
    assert said[0] == ("words taken for kinds of agents: “ministry” → organization (1 row), “company” → organization (2 rows), "
                       "“NGO” → organization (1 row), “union” → organization (1 row); each is kept as the principal of its agents"), said
    agents = json.loads(read("p.misalign"))["agents"]
    assert [agent.get("kind", "human") for agent in agents] == ["organization"] * 5 + ["human", "ai"], agents
    assert [agent.get("principal", "") for agent in agents] == ["ministry", "company", "NGO", "union", "Company", "", ""], agents
    # Agents of two words are not alike, even if these are of one kind.
    run("convert", "--merge", "-", "merged.misalign", stdin=rows.replace(b"Company", b"company"))
    assert [agent.get("count", 1) for agent in json.loads(read("merged.misalign"))["agents"]] == [1, 2, 1, 1, 1, 1]
    # A principal that the table has stays what it is; a row of the long form may leave the kind out.
    said = remarks(run("convert", "-", "q.misalign", stdin=b"agent,kind,principal,area,goal\na,Firm,owner,Jobs,x\na,,,Tax,y\nb,firm,,Jobs,y\n"))
    assert said[0] == ("words taken for kinds of agents: “Firm” → organization (2 rows); the words themselves are not kept, as the "
                       "table has a column “principal”"), said
    agents = json.loads(read("q.misalign"))["agents"]
    assert [(agent["kind"], agent.get("principal")) for agent in agents] == [("organization", "owner"), ("organization", None)], agents
    write("q.csv", rows)
    assert float(run("score", "p.misalign", "--population", "q.csv").out.split()[1]) == float(run("score", "p.misalign").out.split()[1])
    # One of another word is at fault.
    said = bad(FAILED, "convert", "-", "r.misalign", stdin=b"agent,kind,area,goal\na,firm,Jobs,x\na,citizen,Tax,y\n").err
    assert "kind: found \"citizen\", expected \"organization\", as in line 2" in said, said


def slips():
    """convert says them, check repeats them; a valid project stays valid."""
    write("in.csv", b"agent,Privacy,Privacy weight\na,x,0.93\nb,n/a,0.67\n")
    said = remarks(run("convert", "in.csv", "out.misalign"))
    assert said[0].startswith("Privacy: “n/a” is a goal like any other") and said[1].startswith("“Privacy weight” is"), said
    again = run("check", "out.misalign")
    assert again.out == "" and remarks(again) == said[:2], again
    rows = b"agent,cuont,Privacy\nAcme,40,x\nacme,42,y\nBolt,3,y\n"
    [column, twice, _] = remarks(run("convert", "-", "other.misalign", stdin=rows))
    assert column.startswith("“cuont” is") and "did you mean “count”" in column, column
    assert twice.startswith("“Acme” and “acme” are two groups"), twice


def projects_are_not_overwritten():
    write("in.csv", MADE)
    run("convert", "in.csv", "out.misalign")
    before = read("out.misalign")
    write("in.csv", MADE.replace(b",3,", b",5,"))
    result = bad(FAILED, "convert", "in.csv", "out.misalign")
    assert "out.misalign: found a file of that name, expected none: --force replaces" in result.err, result
    assert read("out.misalign") == before
    remarks(run("convert", "--force", "in.csv", "out.misalign"))
    assert json.loads(read("out.misalign"))["agents"][1]["count"] == 5
    write("empty.misalign", b"")
    remarks(run("convert", "in.csv", "empty.misalign"))
    assert read("empty.misalign") == read("out.misalign").replace(b'"title": "out"', b'"title": "empty"')
    remarks(run("convert", "in.csv", "a" * 220 + ".misalign"))
    assert "title" not in json.loads(read("a" * 220 + ".misalign"))


def tables_are_not_overwritten():
    """Somebody may have filled one in."""
    for arguments in ([SHOPPING], ["--conflicts", "food", SHOPPING]):
        write("filled.csv", b"old")
        result = bad(FAILED, "convert", *arguments, "filled.csv")
        assert result.err == ("misalign-cli: filled.csv: found a file of that name, expected none: "
                              "--force replaces it\n"), result
        assert read("filled.csv") == b"old"
        assert run("convert", "--force", *arguments, "filled.csv").status == DONE
        assert b"goal" in read("filled.csv").splitlines()[0]


def default_conflict():
    """All different goals of new areas clash, at once."""
    write("in.csv", MADE)
    said = remarks(run("convert", "--default-conflict", "50 %", "in.csv", "p.misalign"))
    assert said[-1] == "a table holds no conflicts, so all of them are 0.5 in the project, as --default-conflict says", said
    project = json.loads(read("p.misalign"))
    assert [area["conflict"] for area in project["areas"]] == [{"default": 0.5}] * 2, project
    # Of the pairs of 5 asked about privacy, 2 at 0.9 and 3 at 0.5 clash, and 3 at 0.5 and 1 at 0.7.
    privacy = (6 * 0.45 ** 0.5 + 3 * 0.35 ** 0.5) * 0.5 / 15
    score = run("score", "p.misalign", "--format", "json")
    assert abs(json.loads(score.out)["areas"][0]["misalignment"] - privacy) < 1e-15, score
    # Into a project: the areas that are there keep theirs.
    write("in.csv", MADE.replace(b"Safety", b"Jobs"))
    said = remarks(run("convert", "--into", "p.misalign", "--default-conflict", "1", "in.csv"))
    assert "“Jobs” is a new problem area; all its conflicts are 1" in said, said
    assert [area["conflict"] for area in json.loads(read("p.misalign"))["areas"]] == [{"default": 0.5}] * 2 + [{"default": 1}]


def advice_for_the_terminal():
    """The remark on an area without conflicts says what is done here, once, and not in the window."""
    write("in.csv", MADE)
    run("convert", "in.csv", "p.misalign")
    advice = "How much goals clash stands in the project file, under “conflict” of the problem area; "
    score = run("score", "p.misalign")
    assert score.err.count("No two goals in ") == 2 and score.err.count(f"p.misalign: {advice}") == 1, score
    text = " ".join(run("analyze", "p.misalign").out.split())
    assert text.count("No two goals in ") == 2 and text.count(advice + "“misalign-cli convert --conflicts AREA”") == 1, text
    everything = [score.out, score.err, text, *(
        run(command, "p.misalign", "--format", "json").out for command in ("score", "analyze")),
        run("score", "p.misalign", "--all-scenarios").err]
    assert all("under Conflicts" not in each for each in everything), everything
    assert "--conflicts" not in run("score", SHOPPING).err and "--conflicts" not in run("analyze", SHOPPING).out
    # What it says works.
    area = json.loads(read("p.misalign"))["areas"][0]["id"]
    assert run("convert", "--conflicts", area, "p.misalign", "pairs.csv").status == DONE
    assert run("convert", "--conflicts", area, "--into", "p.misalign", "pairs.csv").status == DONE


def into():
    """The agents of the table, and all else of the project."""
    write("in.csv", MADE)
    run("convert", "in.csv", "p.misalign")
    project = json.loads(read("p.misalign"))
    project["areas"][0]["conflict"] = {"default": 0.25, "pairs": [
        {"goals": ["data-minimisation", "data-use"], "value": 0.5, "low": 0.25, "high": 1, "note": "guess"}]}
    project["agents"][0]["note"] = "first"
    project["scenarios"] = [{"id": "s", "changes": [{"agent": "dean", "count": 1}, {"agent": "bolt", "count": 1}]}]
    project["experiments"] = [{"id": "e", "world": "project", "x": {"vary": "share:dean", "values": [1]}}]
    write("p.misalign", json.dumps(project).encode())
    write("in.csv", MADE.replace(b"Dean,human,20,,,", b"Eve,ai,,Data sale,1,Ship"))
    result = run("convert", "--into", "p.misalign", "in.csv")
    assert result.err.splitlines()[3:] == [
        "misalign-cli: p.misalign: remark: groups of agents that the table does not have are gone: “Dean”",
        "misalign-cli: p.misalign: remark: “Data sale” is a new goal of “Privacy”; look at its conflicts",
        "misalign-cli: p.misalign: remark: the scenario “s” loses 1 of its 2 changes, as they no longer find what they name",
        'misalign-cli: p.misalign: remark: experiments[0].x: found no group of agents "dean", expected one of the project'], result
    changed = json.loads(read("p.misalign"))
    assert changed["areas"][0]["conflict"] == project["areas"][0]["conflict"], changed
    assert [agent["id"] for agent in changed["agents"]] == ["acme", "bolt", "cara", "eve"], changed
    assert changed["agents"][0]["note"] == "first" and len(changed["experiments"]) == 1
    assert changed["scenarios"] == [{"id": "s", "changes": [{"agent": "bolt", "count": 1}]}], changed
    # Into a third file, which is not replaced unasked; from standard input; to standard output.
    remarks(run("convert", "--into", "p.misalign", "-", "q.misalign", stdin=MADE))
    bad(FAILED, "convert", "--into", "p.misalign", "in.csv", "q.misalign")
    assert json.loads(run("convert", "--into", "p.misalign", "in.csv", "-").out) == changed
    write("many.csv", MADE + b"".join(b"a%d,human,1,,,\n" % i for i in range(9)))
    run("convert", "--force", "many.csv", "many.misalign")
    said = remarks(run("convert", "--into", "many.misalign", "in.csv"))
    assert "groups of agents that the table does not have are gone: “Dean”, “a0”, “a1”, “a2”, “a3” and 5 more" in said, said
    # A fault leaves it as it is.
    write("bad.csv", MADE.replace(b"0.7", b"7"))
    bad(FAILED, "convert", "--into", "p.misalign", "bad.csv")
    assert json.loads(read("p.misalign")) == changed
    bad(FAILED, "convert", "--into", "missing.misalign", "in.csv")


def conflicts():
    """The square table of an area, there and back."""
    result = run("convert", "--conflicts", "food and GROCERIES", SHOPPING, "c.csv")
    assert remarks(result) != [] and read("c.csv").splitlines()[0] == b"goal,convenience,profit,checkout", result
    assert read("c.csv").splitlines()[1:] == [b"convenience,,0.1,0.1", b"profit,,,0.1", b"checkout,,,"]
    good("new", "ranges", "-o", "p.misalign")
    before = json.loads(read("p.misalign"))
    run("convert", "--force", "--conflicts", "household", "p.misalign", "c.csv")
    result = run("convert", "--conflicts", "household", "--into", "p.misalign", "c.csv")
    assert result.status == DONE and result.err.startswith("misalign-cli: c.csv: conflicts of “Household items”: nothing changed; "), result
    assert json.loads(read("p.misalign")) == before
    write("c.csv", b"goal,Avoid impulse buying,inventory\nAvoid impulse buying,,70%\ninventory,,\n")
    assert remarks(run("convert", "--conflicts", "household", "--into", "p.misalign", "c.csv")) == []
    before["areas"][1]["conflict"]["pairs"][0] = {"goals": ["avoid-impulse", "inventory"], "value": 0.7}
    assert json.loads(read("p.misalign")) == before
    write("c.csv", b"goal,avoid-impulse,inventory\navoid-impulse,,\ninventory,,\n")
    assert remarks(run("convert", "--conflicts", "household", "--into", "p.misalign", "c.csv", "-")) == [
        "pairs of goals that are empty in the table had another conflict than the default of “Household items”, and now "
        "have that, 0: 1"]
    write("c.csv", b"goal,avoid-impulse,invntory\navoid-impulse,,1\ninvntory,,\n")
    result = bad(FAILED, "convert", "--conflicts", "household", "--into", "p.misalign", "c.csv")
    assert "c.csv: found “invntory”, expected a goal of “Household items”: avoid-impulse, inventory, checkout; did you mean “inventory”?" in result.err
    write("c.csv", b"goal,avoid-impulse,inventory\navoid-impulse,,1\ninvntory,,\n")
    result = bad(FAILED, "convert", "--conflicts", "household", "--into", "p.misalign", "c.csv")
    assert "c.csv:3:1: found a row \"invntory\", expected one of the goals of the columns; did you mean \"inventory\"?" in result.err
    result = bad(FAILED, "convert", "--conflicts", "foo", "p.misalign", "-")
    assert "found no “foo”, expected one of: food, household; did you mean “Food and groceries”?" in result.err, result
    result = bad(FAILED, "convert", "--conflicts", "home", "p.misalign", "-")
    assert "p.misalign: areas: found no “home”, expected one of: food, household" in result.err, result
    assert json.loads(read("p.misalign")) == before


def changed_conflicts():
    """What a table of conflicts has changed is said, with the score before and after, which is worked out here."""
    rows = b"agent,Jobs\na,Keep it\nb,Sell it\nc,Share it\n"
    remarks(run("convert", "--default-conflict", "1", "-", "p.misalign", stdin=rows))
    # Three agents of weight 1: of the three pairs each clashes by its conflict.
    table = b"goal,Keep it,sell-it,Share it\nKeep it,,0.25,1\nSell it,,,0.5\nshare-it,,,\n"
    write("c.csv", table)
    result = run("convert", "--conflicts", "Jobs", "--into", "p.misalign", "c.csv")
    assert result.err == ("misalign-cli: c.csv: conflicts of “Jobs”: pairs of goals that changed: 2 (“Keep it” and “Sell it”: 1 → 0.25; "
                          "“Sell it” and “Share it”: 1 → 0.5); the score is "
                          f"{(0.25 + 1 + 0.5) / 3:.3f} instead of 1.000\n"), result
    again = run("convert", "--conflicts", "Jobs", "--into", "p.misalign", "c.csv")
    assert again.err == f"misalign-cli: c.csv: conflicts of “Jobs”: nothing changed; the score is {1.75 / 3:.3f}\n", again
    assert "; did you mean “Jobs”?" in bad(FAILED, "convert", "--conflicts", "Job", "--into", "p.misalign", "c.csv").err


def empty_weights():
    """Nobody who did not answer is taken for somebody who cares most without a word."""
    rows = b"agent,food,food:weight,home,home:weight\na,x,,y,0.5\nb,x,0.5,y,\nc,y,%s,-,\nd,,,,\n"
    said = remarks(run("convert", "-", "w.misalign", stdin=rows % b""))
    assert said[0] == "3 empty weights count as 1, which is the most that anybody can care", said
    said = remarks(run("convert", "--into", "w.misalign", "-", stdin=rows.replace(b"y,\nc", b"y,1\nc") % b"0.5"))
    assert said[0] == "1 empty weight counts as 1, which is the most that anybody can care", said


def many_faults_of_one_cause():
    """What is wrong in the same way is said once, with how often; the places are in the table."""
    rows = b"agent,food,food:weight\n" + b"".join(b"a%d,x,%d\n" % (i, 4 + i % 2) for i in range(30))
    assert bad(FAILED, "convert", "-", "out.misalign", stdin=rows).err.splitlines() == [
        "misalign-cli: standard input:2:6: food:weight: found \"4\", expected a number from 0 to 1: divide answers on a scale "
        "from 1 to 5 by 5, and those from 1 to 100 by 100 (cell C2)",
        "misalign-cli: standard input:3:6: food:weight: found \"5\", expected a number from 0 to 1 (cell C3)",
        "misalign-cli: standard input: and 14 more like it",
        "misalign-cli: standard input:4:6: food:weight: found \"4\", expected a number from 0 to 1 (cell C4)",
        "misalign-cli: standard input: and 13 more like it"]
    # Each other one is told, however many there are before it.
    rows = b"agent,kind,count,food\n" + b"".join(b"a%d,%s,1,x\n" % (i, [b"shaman", b"ghost"][i % 2]) for i in range(3000)) + b"z,ai,many,x\n"
    assert bad(FAILED, "convert", "-", "out.misalign", stdin=rows).err.splitlines() == [
        "misalign-cli: standard input:2:4: kind: found \"shaman\", expected human, ai, organization or other (cell B2)",
        "misalign-cli: standard input: and 1499 more like it",
        "misalign-cli: standard input:3:4: kind: found \"ghost\", expected human, ai, organization or other (cell B3)",
        "misalign-cli: standard input: and 1499 more like it",
        "misalign-cli: standard input:3002:6: count: found \"many\", expected a whole number in digits only (cell C3002)",
        "misalign-cli: standard input: words of your own for agents go into a column “principal”; their kinds are human, ai, "
        "organization or other, or a word such as “company” or “citizen”"]


def first_row_of_data():
    """Without names of columns nothing can be read: that is what is said, to who has forgotten them."""
    data = "the first row looks like data, not like names of columns: put a row with names above it"
    perhaps = "if the first row is data, put a row with names of columns above it"
    for table, advice in ((b"ann,3,use,0.5\nbob,2,save,0.1\n", data), (b"ann;use;0,5\nbob;save;0,1\n", data),
                          (b"ann,,0.5\nbob,save,0.1\n", data), (b"ann,use,first\nbob,save,last\n", perhaps),
                          (b"agnet,kind,Privacy\na,ai,x\n", None),
                          (b"who,Privacy,Privacy:weight\na,x,1\n", None), (b"agent,,Privacy\na,ai,x\n", None)):
        for arguments in (["convert", "-", "x.misalign"], ["score", SHOPPING, "--population", "-"]):
            result = bad(FAILED, *arguments, stdin=table)
            assert result.err.splitlines()[0].split(" (cell")[0].endswith(f"; {advice}") if advice else \
                "first row" not in result.err, result


def bad_tables():
    write("out.misalign", b"as it was")
    for table, place in ((TABLE + b"ann,,,,,work,x,1\n", "5:1: agent: found \"ann\" again"),
                         (TABLE + b"eve,,,,,work,x,abc\n", "5:16: weight: found \"abc\", expected a number"),
                         (TABLE + b"eve,,,,\n", "5:1: found 5 fields"),
                         (b"", "1:1: found nothing, expected a header row"),
                         (TABLE.decode().encode("utf-16"), "1:1: found UTF-16")):
        write("in.csv", table)
        result = bad(FAILED, "convert", "in.csv", "out.misalign")
        assert result.err.startswith(f"misalign-cli: in.csv:{place}"), result
        assert read("out.misalign") == b"as it was"
    assert "There is no file “missing.csv”" in bad(FAILED, "convert", "missing.csv", "out.misalign").err
    bad(FAILED, "convert", "missing.misalign", "out.csv")
    bad(FAILED, "convert", "in.csv", "missing/out.misalign")
    os.mkdir("folder.csv")
    bad(FAILED, "convert", "folder.csv", "out.misalign")


def wrong_usage():
    for name in ("people.xlsx", "People.ODS"):
        for arguments in ([name, "b.misalign"], ["--into", SHOPPING, name]):
            result = bad(USAGE, "convert", *arguments)
            assert f"found “{name}”, which is a file of a spreadsheet" in result.err and "“CSV UTF-8” first" in result.err, result
    result = bad(USAGE, "convert", "--into", "a.csv", "b.misalign")
    assert ("--into: found the table “a.csv” behind it and the project “b.misalign” last, expected “--into PROJECT TABLE”: "
            "“--into b.misalign a.csv”") in result.err, result
    for arguments in (["a.csv"], ["a.csv", "b.csv"], ["a.misalign", "b.misalign"], ["-", "-"], ["a", "b.csv"],
                      ["a.csv", "b.txt"], ["a.csv", "b.misalign", "c.csv"], ["--merge", SHOPPING, "b.csv"],
                      ["--into", "a.misalign"], ["--into", "a.csv", "b.csv"], ["--into", "a.misalign", "b.misalign"],
                      ["--into", "-", "-"], ["--into", "a.misalign", "b.csv", "c.csv"], ["--conflicts", "x", "a.csv"],
                      ["--conflicts", "x", "a.csv", "b.misalign"], ["--conflicts", "x", "--merge", SHOPPING, "b.csv"],
                      ["--default-conflict", "2", "a.csv", "b.misalign"], ["--default-conflict", "x", "a.csv", "b.misalign"],
                      ["--default-conflict", "-0.1", "a.csv", "b.misalign"], ["--default-conflict", "1", SHOPPING, "b.csv"],
                      ["--default-conflict", "1", "--conflicts", "x", "--into", SHOPPING, "b.csv"]):
        bad(USAGE, "convert", *arguments)


main([project_to_table, table_to_project, there_and_back, experiments_are_left_out, wide_form, wide_form_of_hard_names, standard_streams, merge, contents,
      what_unknown_means, no_rows, words_for_kinds, slips,
      projects_are_not_overwritten, tables_are_not_overwritten, default_conflict,
      advice_for_the_terminal, into, conflicts, changed_conflicts, empty_weights, many_faults_of_one_cause, first_row_of_data, bad_tables, wrong_usage])
