"""--decimal-comma: the same numbers, to the last digit, with semicolons and decimal commas; only where it is asked for."""
import csv
import io
import json
import os

from command_line import CARLA, DATA, DONE, SHOPPING, USAGE, bad, main, read, run

HALF = ("--scenario", "half-conflict", "--against", "full-weights")
COMMANDS = {
    "score": ["score", CARLA, "--format", "csv"],
    "means": ["score", CARLA, "--all-means", "--format", "csv"],
    "scenarios": ["score", CARLA, "--all-scenarios", "--format", "csv"],
    "areas": ["plot", CARLA, "--kind", "areas", "--format", "csv"],
    "share": ["plot", CARLA, "--kind", "share", "--format", "csv"],
    "figure": ["figure", "8", "--format", "csv"],
    "drawn figure": ["figure", "1", "--runs", "2", "--format", "csv"],
    "distribution": ["sweep", os.path.join(DATA, "experiments", "uncertain.json"), "--runs", "50", "--format", "csv"],
    "agents": ["convert", CARLA, "-"],
    "conflicts": ["convert", "--conflicts", "household", SHOPPING, "-"],
    **{table: ["analyze", CARLA, *HALF, "--target", "0.01", "--format", "csv", "--table", table]
       for table in ("contributions", "levers", "between", "bedfellows", "bounds", "own", "decomposition", "diversity",
                     "comparison", "waterfall", "target", "own.kind", "contributions.groups", "bounds.overall")}}

def parse(text, comma):
    """Rows as somebody's spreadsheet has them: numbers where there are such."""
    def cell(word):
        try:
            return float(word.replace(",", ".") if comma else word)
        except ValueError:
            return word
    return [[cell(word) for word in row] for row in csv.reader(io.StringIO(text), delimiter=";" if comma else ",")]


def every_table_says_the_same():
    for name, command in COMMANDS.items():
        plain, european = run(*command), run(*command, "--decimal-comma")
        assert (plain.status, european.status) == (DONE, DONE) and european.err == plain.err, (name, european)
        assert parse(plain.out, False) == parse(european.out, True), name
        widths = {len(row) for row in parse(european.out, True)}
        assert len(widths) == 1 and widths != {1}, (name, widths)
        assert ";" not in plain.out.splitlines()[0] and "," not in european.out.splitlines()[0], name


def tables_come_back():
    """What convert writes so, it reads: the same project as from the other one."""
    for name in (CARLA, SHOPPING):
        run("convert", name, "points.csv", "--force")
        run("convert", name, "commas.csv", "--force", "--decimal-comma")
        assert read("commas.csv").splitlines()[0].count(b";") == 7
        for each in ("points", "commas"):
            assert run("convert", "--force", each + ".csv", each + ".json").status == DONE
        points, commas = (json.loads(read(each + ".json")) for each in ("points", "commas"))
        assert {**points, "title": ""} == {**commas, "title": ""}
    run("convert", "--conflicts", "household", SHOPPING, "household.csv", "--decimal-comma")
    assert b"0,9" in read("household.csv")
    run("convert", "--conflicts", "household", "--into", SHOPPING, "household.csv", "back.misalign")
    assert json.loads(read("back.misalign"))["areas"] == json.loads(read(SHOPPING))["areas"]


def ending_is_enough():
    assert run("score", CARLA, "-o", "score.csv", "--decimal-comma").status == DONE
    assert read("score.csv").startswith(b"area;misalignment;")
    assert run("figure", "8", "-o", "figure.csv", "--decimal-comma").status == DONE
    assert read("figure.csv").startswith(b"series;x;")


def only_of_csv():
    for command in (["score", CARLA], ["score", CARLA, "--format", "json"], ["analyze", CARLA],
                    ["plot", CARLA, "--kind", "areas"], ["figure", "8"], ["figure", "8", "-o", "x.pdf"],
                    ["sweep", "none.json"]):
        assert "--decimal-comma: found the format" in bad(USAGE, *command, "--decimal-comma").err, command
    run("convert", CARLA, "carla.csv", "--force")
    for command in (["carla.csv", "carla.misalign"], ["--into", "carla.misalign", "carla.csv"]):
        assert "in which both are understood" in bad(USAGE, "convert", *command, "--decimal-comma").err, command


main([every_table_says_the_same, tables_come_back, ending_is_enough, only_of_csv])
