"""Projects into tables and back, by their endings; what is said to be lost, and what is wrong with a table."""
import json
import os

from command_line import CARLA, DONE, FAILED, SHOPPING, USAGE, bad, good, main, read, run, write

HEADER = "agent,name,kind,principal,count,area,goal,weight"
TABLE = f"""{HEADER}
ann,Ann,human,user,1,food,cheap,0.8
bot,,ai,,500,food,fast,1
bot,,ai,,500,home,-,1
""".encode()


def remarks(result):
    lines = result.err.splitlines()
    assert result.status == DONE and all(": remark: " in line for line in lines), result
    return [line.split(": remark: ")[1] for line in lines]


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
    assert good("convert", "out.misalign", "back.csv").out == ""
    assert read("back.csv") == TABLE


def experiments_are_left_out():
    project = json.loads(read(SHOPPING))
    project["experiments"] = [{"id": "e", "world": "project", "x": {"vary": "share:customer", "values": [0, 1]}}]
    write("with.misalign", json.dumps(project).encode())
    assert "the experiments are left out" in remarks(run("convert", "with.misalign", "-"))[-1]


def standard_streams():
    table = run("convert", CARLA, "-")
    assert remarks(table)
    project = run("convert", "-", "out.JSON", stdin=table.bytes)
    assert remarks(project)
    assert run("convert", "out.JSON", "-").bytes == table.bytes
    assert run("convert", "-", "again.csv", stdin=read(CARLA)).status == DONE and read("again.csv") == table.bytes
    write("in.CSV", table.bytes)
    assert run("convert", "in.CSV", "-").bytes == read("out.JSON")


def merge():
    rows = b"agent,kind,food\n" + b"".join(b"a%d,human,%s\n" % (i, b"xy"[i % 2:][:1]) for i in range(150000))
    result = bad(FAILED, "convert", "-", "out.misalign", stdin=rows)
    assert "standard input:100002:1: agent: found more than 100000 groups of agents" in result.err, result
    assert not os.path.exists("out.misalign")
    assert remarks(run("convert", "--merge", "-", "out.misalign", stdin=rows))
    assert [agent["count"] for agent in json.loads(read("out.misalign"))["agents"]] == [75000, 75000]


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
    for arguments in (["a.csv"], ["a.csv", "b.csv"], ["a.misalign", "b.misalign"], ["-", "-"], ["a", "b.csv"],
                      ["a.csv", "b.txt"], ["a.csv", "b.misalign", "c.csv"], ["--merge", SHOPPING, "b.csv"]):
        bad(USAGE, "convert", *arguments)


main([project_to_table, table_to_project, there_and_back, experiments_are_left_out, standard_streams, merge, bad_tables, wrong_usage])
