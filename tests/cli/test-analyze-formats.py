"""analyze --format: the same in JSON and CSV, list by list, and what is left out."""
import json

from analysis_cases import OF_SCENARIO, TABLES, analyze, dump, few, load, rows
from command_line import CARLA, SHOPPING, USAGE, bad, good, main, read, run, write


def json_has_all_tables():
    members = json.loads(good("analyze", SHOPPING, "--format", "json").out, object_pairs_hook=list)
    names = ["overall", "agents", "title", *TABLES, "left_out", "notes", "scoring", "warnings"]
    assert [name for name, _ in members] == names, members
    analysis = analyze(load(CARLA), "--scenario", "half-conflict", "--target", "0.01")
    assert list(analysis)[5:-4] == [*TABLES, *OF_SCENARIO, "target"]
    for table in TABLES:
        alone = analyze(load(SHOPPING), "--table", table)
        assert list(alone) == ["overall", "agents", "title", table, "left_out", "notes", "scoring", "warnings"]
        assert alone[table] == analyze(load(SHOPPING))[table]


def csv_says_what_json_says():
    project = write("few.misalign", dump(few()))
    analysis = analyze(few(), "--scenario", "s", "--target", "0.1", "--limit", "0")
    for table in [*TABLES, *OF_SCENARIO, "target"]:
        found = rows(project, table, "--scenario", "s", "--target", "0.1")
        expected = analysis[table]
        if isinstance(expected, dict):
            facts = {key: value for key, value in expected.items() if not isinstance(value, list)}
            lists = {key: value for key, value in expected.items() if isinstance(value, list)}
            expected = [{"list": "overall", **facts}] if facts else []
            expected += [{"list": key, **row} for key, value in lists.items() for row in value]
        assert len(found) == len(expected), (table, found, expected)
        for row, want in zip(found, expected):
            for key, value in want.items():
                if isinstance(value, bool):
                    assert row[key] == str(value).lower(), (table, key, row)
                elif isinstance(value, (int, float)):
                    assert float(row[key]) == value, (table, key, row)
                else:
                    assert row[key] == (value or ""), (table, key, row)


def named(project):
    """The name of everything that has an id."""
    names = {"area": {}, "agent": {}, "goal": {}}
    for area in project["areas"]:
        names["area"][area["id"]] = area["name"]
        for goal in area["goals"]:
            names["goal"][area["id"], goal["id"]] = goal["name"]
    names["agent"] = {agent["id"]: agent["name"] for agent in project["agents"]}
    return names


def check_names(row, names):
    """Beside every id the name of what it names; beside what is no name of anything, nothing."""
    for key, what in (("area", "area"), ("most_area", "area"), ("least_area", "area"), ("agent", "agent"), ("a", "agent"),
                      ("b", "agent")):
        if key in row:
            assert row[key + "_name"] == names[what].get(row[key]), (key, row)
    goals = ["goal", "other", "back_goal"] + ["from", "to"] * ("class" in row and row["kind"] == "move")
    for key in goals:
        if key in row:
            assert row[key + "_name"] == names["goal"].get((row["area"], row[key])), (key, row)


def what_has_an_id_has_a_name():
    """In every list of all tables, behind the columns that were there before."""
    project = load(SHOPPING)
    for agent in project["agents"]:
        for position in agent["positions"].values():
            position["low"] = position.setdefault("weight", 1) / 2
    project["scenarios"] = [
        {"id": "s", "name": "First", "changes": [{"agent": "customer", "area": "food", "goal": "profit", "weight": 1}]},
        {"id": "t", "name": "Second", "changes": [
            {"agent": "customer", "area": "food", "goal": "checkout"}, {"remove_agent": "retailer"},
            {"area": "food", "goals": ["profit", "checkout"], "value": 1}]}]
    names, n = named(project), 0
    for options in (("--scenario", "t"), ("--scenario", "t", "--against", "s")):
        analysis = analyze(project, *options, "--target", "0.05", "--limit", "0")
        for table in [*TABLES, *OF_SCENARIO, "target"]:
            lists = analysis[table] if isinstance(analysis[table], dict) else {"": analysis[table]}
            for row in (row for each in lists.values() if isinstance(each, list) for row in each):
                check_names(row, names)
                keys = [key for key in row if key.endswith("_name")]
                assert keys == list(row)[len(row) - len(keys):], row
                n += len(keys) > 0
    assert n > 150, n
    by = {(row["by"], row["name"]): row["full_name"] for row in analysis["own"]}
    assert by["group", "customer"] == "Customer" and by["kind", "ai"] == "ai" and by["principal", ""] == "", by
    between = {(row["by"], row["x"], row["y"]): (row["x_name"], row["y_name"]) for row in analysis["between"]}
    assert between["group", "customer", "recommender"] == ("Customer", "Recommender system"), between
    assert analysis["against_scenario_name"] == "First" and analysis["scenario_name"] == "Second", analysis


LISTS = {"contributions": ["areas", "pairs", "groups"], "bounds": ["overall", "areas", "questions"],
         "comparison": ["overall", "areas", "pairs", "groups"], "waterfall": ["overall", "steps"],
         "target": ["overall", "smallest", "greedy", "by_class"],
         **{table: ["kind", "principal", "group"] for table in ("between", "own", "decomposition")}}


def lists_by_themselves():
    """Every row of a list as the whole table has it, under the columns that JSON has of it, and no others."""
    path = write("few.misalign", dump(few()))
    options = ("--scenario", "s", "--target", "0.1")
    analysis = analyze(few(), *options, "--limit", "0")
    for table, names in LISTS.items():
        whole = rows(path, table, *options)
        key = "by" if "by" in whole[0] else "list"
        assert {row[key] for row in whole} <= set(names), (table, names)
        for name in names:
            alone = rows(path, f"{table}.{name}", *options)
            same = [row for row in whole if row[key] == name]
            assert alone == [{each: row[each] for each in found} for row, found in zip(same, alone, strict=True)], name
            if key == "by":
                assert list(alone[0]) == [each for each in analysis[table][0] if each != "by"], (table, name)
            elif name != "overall" and alone:
                assert list(alone[0]) == list(analysis[table][name][0]), (table, name)
    for table in set(TABLES + OF_SCENARIO + ["target"]) - set(LISTS):
        assert isinstance(analysis[table], list), table
    # What is left out of other lists is not said.
    assert run("analyze", path, "--format", "csv", "--limit", "1", "--table", "contributions.areas").err.count(
        "left out") == 1
    assert "own: 2 rows are left out" in run("analyze", path, "--format", "csv", "--limit", "1", "--table",
                                             "own.principal").err


def lists_that_are_none():
    for word, expected in (("contributions.x", "expected contributions.areas, contributions.pairs, contributions.groups"),
                           ("levers.x", "expected levers, which is one list"), ("x.areas", "expected contributions, "),
                           ("contributions.", "expected contributions.areas")):
        error = bad(USAGE, "analyze", SHOPPING, "--format", "csv", "--table", word).err
        assert expected in error, error
    for form in ("text", "json"):
        assert f"found the format {form}, expected csv" in bad(
            USAGE, "analyze", SHOPPING, "--format", form, "--table", "own.kind").err
    assert "found no --scenario" in bad(USAGE, "analyze", SHOPPING, "--format", "csv", "--table", "waterfall.steps").err


def csv_quotes_what_users_write():
    project = write("few.misalign", dump(few()))
    text = good("analyze", project, "--format", "csv", "--table", "own").out
    assert ',"de""puty, and more",' in text, text
    assert {row["name"] for row in rows(project, "own") if row["by"] == "principal"} \
        == {'de"puty, and more', "user", ""}


def limit_counts_what_is_left_out():
    whole = analyze(load(SHOPPING), "--limit", "0")
    part = analyze(load(SHOPPING), "--limit", "2")
    left_out = part["left_out"]
    assert whole["left_out"] == {}
    for name in ("areas", "pairs", "groups"):
        n = len(whole["contributions"][name])
        assert part["contributions"][name] == whole["contributions"][name][:2]
        assert left_out.get("contributions." + name, 0) == max(n - 2, 0)
    assert len(part["levers"]) == 4  # two that lower the score and two that raise it
    assert left_out["levers"] == len(whole["levers"]) - 4
    assert [lever["difference"] for lever in part["levers"] if lever["difference"] < 0] \
        == [lever["difference"] for lever in whole["levers"] if lever["difference"] < 0][:2]
    result = run("analyze", SHOPPING, "--format", "csv", "--table", "levers", "--limit", "2")
    assert result.status == 0
    assert f"remark: levers: {left_out['levers']} rows are left out" in result.err, result


def output_follows_the_ending():
    for ending, start in (("txt", "Overall"), ("json", "{\n"), ("CSV", "kind,place,")):
        assert run("analyze", SHOPPING, "--table", "levers", "-o", "x." + ending).status == 0
        assert read("x." + ending).decode().startswith(start)
    assert good("analyze", SHOPPING, "--format", "json").bytes == good("analyze", "-", "--format=json", "-o", "-",
                                                                         stdin=read(SHOPPING)).bytes


main([json_has_all_tables, csv_says_what_json_says, what_has_an_id_has_a_name, lists_by_themselves, lists_that_are_none,
      csv_quotes_what_users_write, limit_counts_what_is_left_out, output_follows_the_ending])
