"""The known values of the two case studies of the paper (sections 6.1 and 6.2), and the three formats of a score."""
import csv
import io
import json
import math
import os
import pty
import subprocess

from command_line import CARLA, FAILED, PROGRAM, SHOPPING, USAGE, bad, good, main, near, read, run, write

PRINTED = 5.1e-11  # half a unit of the tenth digit
WEIGHT_MEANS = {"geometric": 0.2568893180, "arithmetic": 0.2616666667, "harmonic": 0.2522445600,
                "minimum": 0.2166666667, "maximum": 0.3066666667, "none": 0.3333333333}
MEMBERS = ["overall", "agents", "areas", "expected_conflicts", "any_conflict", "any_conflict_method", "scoring",
           "warnings"]
AREA_MEMBERS = ["id", "misalignment", "alignment", "agents", "goals_held", "entropy_bits", "maximum"]
SCORING = {"weight_mean": "geometric", "area_mean": "arithmetic", "pairs": "distinct", "normalization": "none",
           "unknown": "leave-out", "weights": "as-given"}
NO_SCORE = b'''{ "format": "misalign-project", "version": 1,
  "areas": [ { "id": "lonely", "goals": [ { "id": "g" }, { "id": "h" } ] } ],
  "agents": [ { "id": "a", "positions": { "lonely": { "goal": "g" } } } ] }'''


def text_score(*arguments, **options):
    return {key: float(value) for key, value in
            (line.split("\t") for line in good("score", *arguments, **options).out.splitlines())}


def json_score(*arguments, **options):
    return json.loads(good("score", *arguments, "--format", "json", **options).out)


def shopping_text():
    lines = good("score", SHOPPING).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["overall", "food", "household"], lines
    score = text_score(SHOPPING)
    near(score["overall"], 0.25688931797422987, 2e-16)
    near(score["food"], 0.0897212875, PRINTED)
    near(score["household"], 0.4240573484, PRINTED)


def shopping_weight_means():
    for mean, expected in WEIGHT_MEANS.items():
        near(text_score(SHOPPING, "--weight-mean", mean)["overall"], expected, PRINTED)


def shopping_other_options():
    food, household = (text_score(SHOPPING)[area] for area in ("food", "household"))
    area_means = {"arithmetic": (food + household) / 2, "geometric": math.sqrt(food * household),
                  "harmonic": 2 / (1 / food + 1 / household), "minimum": food, "maximum": household}
    for mean, expected in area_means.items():
        near(text_score(SHOPPING, "--area-mean", mean)["overall"], expected)
    near(text_score(SHOPPING, "--normalization", "limit")["overall"], 0.3853339770, PRINTED)
    # Three agents with three goals can all differ: the maximum is 1.
    near(text_score(SHOPPING, "--normalization", "maximum")["overall"], 0.2568893180, PRINTED)
    near(text_score(SHOPPING, "--pairs", "replacement")["overall"], 0.2568893180 * 2 / 3, PRINTED)
    assert text_score(SHOPPING, "--unknown", "no-goal") == text_score(SHOPPING)
    # Food .8 .9 1, household .6 .7 1, each divided by the agent's sum.
    customer, retailer = (math.sqrt(a / b) for a, b in ((0.8, 1.4), (0.9, 1.6)))
    expected = (customer * retailer + customer * math.sqrt(0.5) + retailer * math.sqrt(0.5)) * 0.1 / 3
    near(text_score(SHOPPING, "--weights", "sum-to-one")["food"], expected)


def shopping_json():
    pairs = json.loads(good("score", SHOPPING, "--format", "json").out, object_pairs_hook=list)
    assert [name for name, _ in pairs] == MEMBERS, pairs
    assert [name for name, _ in dict(pairs)["areas"][0]] == AREA_MEMBERS, pairs
    assert dict(pairs)["scoring"] == list(SCORING.items()), pairs
    score = json_score(SHOPPING)
    assert score["agents"] == 3 and score["warnings"] == []
    near(score["overall"], 0.25688931797422987, 2e-16)
    near(score["expected_conflicts"], 0.5137786359484597, 4e-16)
    near(score["any_conflict"], 0.4758916209345278, 4e-16)
    assert score["any_conflict_method"] == "pairs"
    food = score["areas"][0]
    assert (food["id"], food["agents"], food["goals_held"], food["maximum"]) == ("food", 3, 3, 1)
    near(food["misalignment"], 0.0897212875491429, 2e-16)
    near(food["alignment"], 0.9102787124508571, 2e-16)
    near(food["entropy_bits"], 1.584962500721156, 4e-16)


def json_says_which_options():
    words = {"weight_mean": "harmonic", "area_mean": "minimum", "pairs": "replacement", "normalization": "maximum",
             "unknown": "no-goal", "weights": "sum-to-one"}
    arguments = [f"--{name.replace('_', '-')}={word}" for name, word in words.items()]
    assert json_score(CARLA, *arguments)["scoring"] == words


def shopping_csv():
    rows = list(csv.reader(io.StringIO(good("score", SHOPPING, "--format", "csv").out)))
    assert rows[0] == ["area", "misalignment", "alignment", "agents", "goals_held", "entropy_bits"]
    assert [row[0] for row in rows[1:]] == ["", "food", "household"]
    assert all(len(row) == 6 for row in rows)
    near(float(rows[1][1]), 0.25688931797422987, 2e-16)
    near(float(rows[1][1]) + float(rows[1][2]), 1)
    assert rows[1][3:] == ["3", "", ""] and rows[2][3:5] == ["3", "3"]


def carla():
    near(text_score(CARLA)["overall"], 0.1063460861, PRINTED)
    near(text_score(CARLA, "--scenario", "half-conflict")["overall"], 0.0531730430, PRINTED)
    near(text_score(CARLA, "--scenario", "full-weights")["overall"], 0.5005005005, PRINTED)
    score = json_score(CARLA)
    assert score["agents"] == 1000 and len(score["areas"]) == 8
    near(score["expected_conflicts"], 0.8508, 5.1e-5)
    near(score["any_conflict"], 0.4509, 5.1e-5)


def options_win_over_project():
    project = read(SHOPPING).replace(b'"weight_mean": "geometric"', b'"weight_mean": "minimum"')
    near(text_score("-", stdin=project)["overall"], WEIGHT_MEANS["minimum"], PRINTED)
    near(text_score("-", "--weight-mean", "maximum", stdin=project)["overall"], WEIGHT_MEANS["maximum"], PRINTED)


def missing_scenarios():
    result = bad(FAILED, "score", CARLA, "--scenario", "bogus")
    names = {each["id"]: each["name"] for each in json.loads(read(CARLA))["scenarios"]}
    listed = ", ".join(f"{id} ({name})" for id, name in names.items())
    assert f"carla.misalign: scenarios: found no “bogus”, expected one of {listed}\n" in result.err, result
    result = bad(FAILED, "score", SHOPPING, "--scenario", "x")
    assert "shopping.misalign: scenarios: found no “x”, as this project has none\n" in result.err, result


def scenarios_that_are_almost_called_so():
    """In small letters, with a slip, or in part: if only one of them can be meant, it is named."""
    project = json.loads(read(SHOPPING))
    project["scenarios"] = [{"id": "honest-ai", "name": "Honest recommender", "changes": []},
                            {"id": "h2", "name": "Calm days", "changes": []}]
    name = write("p.misalign", json.dumps(project).encode())
    listed = "expected one of honest-ai (Honest recommender), h2 (Calm days)"
    for said, meant in (("honest recommender", "honest-ai"), ("honest", "honest-ai"), ("Honest recomender", "honest-ai"),
                        ("calm  days", "h2"), ("H2", "h2"), ("Calm", "h2")):
        for command in (["score"], ["plot", "--kind", "areas"], ["analyze"]):
            result = bad(FAILED, *command, name, "--scenario", said)
            assert f"found no “{said}”, {listed}; did you mean “{meant}”?\n" in result.err, result
    for said in ("h", "elsewhere", ""):
        assert bad(FAILED, "score", name, "--scenario", said).err.endswith(f"found no “{said}”, {listed}\n")


def two_scenarios_of_one_name():
    project = json.loads(read(SHOPPING))
    project["scenarios"] = [{"id": id, "name": name, "changes": [{"agent": "customer", "count": count}]}
                            for id, name, count in (("honest-ai", "Honest", 3), ("h2", "Honest", 4), ("other", "Other", 5))]
    name = write("p.misalign", json.dumps(project).encode())
    result = bad(FAILED, "score", name, "--scenario", "Honest")
    assert result.err.endswith(": scenarios: “Honest” is the name of 2 of them, expected the id of one: honest-ai, h2\n"), result
    assert json_score(name, "--scenario", "h2")["agents"] == 6
    text = good("score", name, "--all-scenarios").out
    for label in ("  Honest (honest-ai) ", "  Honest (h2) ", "  Other "):
        assert label in text, text
    sheet = csv.DictReader(io.StringIO(good("score", name, "--all-scenarios", "--format", "csv").out))
    assert [row["name"] for row in sheet][1:] == ["Honest", "Honest", "Other"]


def many_remarks():
    goals = [{"id": f"g{i}"} for i in range(100)]
    agents = [{"id": "a", "count": 2, "positions": {"p": {"goal": "g0"}}}]
    areas = [{"id": "p", "goals": goals, "conflict": {"default": 1}}]
    data = json.dumps({"format": "misalign-project", "version": 1, "areas": areas, "agents": agents}).encode()
    lines = run("score", "-", stdin=data).err.splitlines()
    assert len(lines) == 21 and lines[-1].endswith(": 79 more remarks; --format json lists all"), lines
    assert len(json.loads(good("score", "-", "--format", "json", stdin=data).out)["warnings"]) == 99


def above_the_limit():
    """Two agents in full conflict: twice what a large population reaches, which leaves no alignment."""
    areas = [{"id": "p", "goals": [{"id": "x"}, {"id": "y"}], "conflict": {"default": 1}}]
    agents = [{"id": goal, "positions": {"p": {"goal": goal}}} for goal in "xy"]
    data = json.dumps({"format": "misalign-project", "version": 1, "areas": areas, "agents": agents}).encode()
    result = json.loads(good("score", "-", "--normalization", "limit", "--format", "json", stdin=data).out)
    assert (result["overall"], result["areas"][0]["misalignment"], result["areas"][0]["alignment"]) == (2, 2, 0), result
    assert [(w["code"], w["place"]) for w in result["warnings"]] == [("above-one", "areas[0]")], result
    table = run("score", "-", "--normalization", "limit", "--format", "csv", stdin=data)
    assert table.out.splitlines()[1:] == [",2,0,2,,", "p,2,0,2,2,1"], table
    assert "remark: areas[0]: " in table.err and "more than 1" in table.err, table
    rest = json.loads(good("score", "-", "--normalization", "maximum", "--format", "json", stdin=data).out)
    assert (rest["overall"], rest["areas"][0]["alignment"], rest["warnings"]) == (1, 0, []), rest
    people = write("people.csv", b"agent,area,goal,weight\n1,p,x,1\n2,p,y,1\n")
    streamed = run("score", "-", "--population", people, "--normalization", "limit", stdin=data)
    assert "more than 1" in streamed.err, streamed


def no_score():
    result = run("score", "-", stdin=NO_SCORE)
    assert (result.status, result.out) == (0, "overall\t0\nlonely\t\n"), result
    assert all(line.startswith("misalign-cli: standard input: remark: ") for line in result.err.splitlines()), result
    result = run("score", "-", "--format", "csv", stdin=NO_SCORE)
    assert result.out.splitlines()[1:] == [",0,1,1,,", "lonely,,,1,1,0"], result
    score = json_score("-", stdin=NO_SCORE)
    assert (score["overall"], score["areas"][0]["misalignment"]) == (0, None)
    assert "fewer-than-two-agents" in [warning["code"] for warning in score["warnings"]]
    assert all(list(warning) == ["code", "place", "message"] for warning in score["warnings"])


def blank():
    project = good("new", "blank").bytes
    result = run("score", "-", stdin=project)
    assert (result.status, result.out) == (0, "overall\t0\n"), result
    assert "remark" in result.err, result
    assert [warning["code"] for warning in json_score("-", stdin=project)["warnings"]] == ["no-areas", "no-agents"]


def goal_with_the_id_null():
    """A goal that is called "null" is not "no goal": a scenario changes either."""
    changes = [{"area": "a", "goals": [None, "x"], "value": 0.25}, {"area": "a", "goals": ["null", "x"], "value": 0.5}]
    write("null.misalign", json.dumps({
        "format": "misalign-project", "version": 1, "areas": [{"id": "a", "goals": [{"id": "null"}, {"id": "x"}]}],
        "agents": [{"id": each, "positions": {"a": {"goal": goal}}}
                   for each, goal in (("one", "x"), ("two", "null"), ("three", None))],
        "scenarios": [{"id": "s", "changes": changes}]}).encode())
    checked = run("check", "null.misalign")
    assert (checked.status, checked.out) == (0, "") and "“null” is a goal like any other" in checked.err, checked
    near(text_score("null.misalign", "--scenario", "s")["overall"], (0.25 + 0.5) / 3)


def output():
    """-o writes what standard output gets, in the form that the ending says, or --format."""
    for ending, form in (("txt", "text"), ("csv", "csv"), ("JSON", "json")):
        assert good("score", SHOPPING, "-o", "out." + ending).out == ""
        assert read("out." + ending) == good("score", SHOPPING, "--format", form).bytes
    good("score", SHOPPING, "--all-means", "-o", "means.csv")
    assert read("means.csv") == good("score", SHOPPING, "--all-means", "--format", "csv").bytes
    good("score", SHOPPING, "-o", "any", "--format", "json")
    assert read("any") == read("out.JSON")
    assert good("score", SHOPPING, "-o", "-").out == good("score", SHOPPING).out
    bad(FAILED, "score", SHOPPING, "-o", "missing/out.txt")


def rounded_on_a_terminal():
    """Standard output is for scripts wherever it goes; who looks at it is told what to read."""
    few = "to read, three digits of each number are enough; all are there for scripts\n"
    for options, expected in (
            ([], ["to read, the score is 0.257; all digits are there for scripts, which get more with --format json or csv\n",
                  "Food and groceries: 0.090\n", "Household items: 0.424\n"]),
            (["--all-means"], [few]), (["--format", "csv"], [])):
        primary, secondary = pty.openpty()
        seen = subprocess.run([PROGRAM, "score", SHOPPING, *options], stdout=secondary, stderr=subprocess.PIPE, check=True)
        os.close(secondary)
        assert os.read(primary, 9999).decode().replace("\r", "") == good("score", SHOPPING, *options).out
        assert seen.stderr.decode() == "".join(f"misalign-cli: {SHOPPING}: {line}" for line in expected), seen
        os.close(primary)


def scenarios_are_listed():
    project = json.loads(read(SHOPPING))
    none = run("score", SHOPPING, "--list-scenarios")
    assert "scenarios" not in project and (none.status, none.out) == (0, ""), none
    assert none.err == f"misalign-cli: {SHOPPING}: the project has no scenarios\n", none
    project["scenarios"] = [{"id": "calm", "changes": []}, {"id": "regulated", "name": "With a regulator", "changes": []}]
    write("p.misalign", json.dumps(project).encode())
    assert good("score", "p.misalign", "--list-scenarios").out == "calm\tcalm\nregulated\tWith a regulator\n"
    for line in good("score", "p.misalign", "--list-scenarios").out.splitlines():
        good("score", "p.misalign", "--scenario", line.split("\t")[0])


def with_scenarios():
    """Shopping with three scenarios, one of them without an area, one with a name as long as they get."""
    project = json.loads(read(SHOPPING))
    project["scenarios"] = [
        {"id": "calm", "changes": [{"agent": "customer", "count": 30}]},
        {"id": "long", "name": "A name, with a comma, that is much longer than a column of a table is wide, whatever it says",
         "changes": [{"area": "household", "goals": ["avoid-impulse", "checkout"], "value": 0.125}]},
        {"id": "part", "name": "Change", "changes": [{"remove_area": "food"}]},
        {"id": "options", "name": "Other options", "changes": [{"scoring": {"weight_mean": "minimum"}}]}]
    return write("several.misalign", json.dumps(project).encode())


def all_scenarios_side_by_side():
    """Each row is what the score of that scenario is by itself, also under options that are given."""
    name = with_scenarios()
    for options in ((), ("--weight-mean", "maximum", "--pairs=replacement")):
        table = json.loads(good("score", name, "--all-scenarios", "--format", "json", *options).out)
        base = json_score(name, *options)
        assert table["scoring"] == base["scoring"] and table["title"] == "Shopping recommender"
        assert [row["scenario"] for row in table["scenarios"]] == [None, "calm", "long", "part", "options"]
        sheet = list(csv.DictReader(io.StringIO(
            run("score", name, "--all-scenarios", "--format", "csv", *options).out)))
        for row, cells in zip(table["scenarios"], sheet, strict=True):
            alone = json_score(name, *options, *(("--scenario", row["scenario"]) if row["scenario"] else ()))
            for key in ("overall", "any_conflict", "any_conflict_method", "agents"):
                assert row[key] == alone[key], (row, key)
            if row["scenario"]:
                near(row["difference"], row["overall"] - base["overall"], 1e-15)
            assert row["scenario"] or row["difference"] is None, row
            areas = {area["id"]: area["misalignment"] for area in alone["areas"]}
            assert {area["id"]: area["misalignment"] for area in row["areas"]} == {
                each: areas.get(each) for each in ("food", "household")}, row
            assert float(cells["overall"]) == row["overall"] and cells["scenario"] == (row["scenario"] or "")
            assert [cells[f"area:{area['id']}"] for area in row["areas"]] == [
                "" if area["misalignment"] is None else str(area["misalignment"]) for area in row["areas"]], cells
            assert cells["name"] == (row["name"] or "project") and cells["fault"] == ""


def differences_have_sound_digits():
    """Scores that are equal differ by 0, and 0.3 less 0.1 is 0.2, whatever binary fractions leave over."""
    areas = [{"id": "p", "goals": [{"id": "x"}, {"id": "y"}], "conflict": {"default": 0.3}}]
    agents = [{"id": goal, "positions": {"p": {"goal": goal}}} for goal in "xy"]
    changes = {"same": 0.3, "third": 0.1, "none": 0, "tiny": 0.3000000000001}
    scenarios = [{"id": id, "changes": [{"area": "p", "default": value}]} for id, value in changes.items()]
    for base, expected in ((0.3, {"same": 0, "third": -0.2, "none": -0.3, "tiny": 1e-13}),
                           (0.7, {"same": -0.4, "third": -0.6, "none": -0.7, "tiny": -0.3999999999999}),
                           (3e-9, {"same": 0.299999997, "third": 0.099999997, "none": -3e-9, "tiny": 0.3000000000001 - 3e-9})):
        areas[0]["conflict"]["default"] = base
        write("d.misalign", json.dumps({"format": "misalign-project", "version": 1, "areas": areas, "agents": agents,
                                        "scenarios": scenarios}).encode())
        table = json.loads(good("score", "d.misalign", "--all-scenarios", "--format", "json").out)
        assert {row["scenario"]: row["difference"] for row in table["scenarios"][1:]} == expected, (base, table)
        sheet = csv.DictReader(io.StringIO(good("score", "d.misalign", "--all-scenarios", "--format", "csv").out))
        assert {row["scenario"]: float(row["difference"]) for row in sheet if row["scenario"]} == expected


def scenario_that_makes_one_group_the_mass():
    """A score that falls because one group grows is no better world: that is said, of this scenario only."""
    project = json.loads(read(SHOPPING))
    project["scenarios"] = [{"id": "crowd", "name": "Many shops", "changes": [{"agent": "retailer", "count": 900}]},
                            {"id": "few", "changes": [{"agent": "retailer", "count": 2}]}]
    name = write("crowd.misalign", json.dumps(project).encode())
    part = f"{100 * 900 * 899 / (902 * 901):.1f} %"
    for arguments in (["--scenario", "crowd"], ["--scenario", "Many shops", "--pairs", "distinct"], ["--all-scenarios"],
                      ["--all-scenarios", "--format", "csv"]):
        result = run("score", name, *arguments)
        assert result.status == 0 and result.err.count("\n") == 1, result
        assert f"crowd.misalign: remark: scenario “Many shops”: Retailer are 900 of 902 agents, so {part} of all pairs" \
            in result.err, result
    for arguments in ([], ["--scenario", "few"], ["--scenario", "crowd", "--format", "json"]):
        good("score", name, *arguments)
    # Where the project is so already, the scenario does not make it so.
    project["agents"][1]["count"] = 900
    project["scenarios"] = [{"id": "same", "changes": [{"scoring": {"pairs": "replacement"}}]}]
    good("score", write("same.misalign", json.dumps(project).encode()), "--all-scenarios")


def all_scenarios_for_people():
    result = run("score", with_scenarios(), "--all-scenarios")
    assert result.status == 0 and result.err.count("\n") == 1 and "“calm”: Customer are 30 of 32" in result.err, result
    text = result.out
    assert text.startswith("Shopping recommender\n\nTHE PROJECT AND ITS SCENARIOS\n"), text
    assert max(map(len, text.splitlines())) <= 80, text
    assert "  The project as it is " in text and "  Food and groceries   0.0897" in text, text
    assert text.count("Problem areas\n") == 2, text
    none = good("score", SHOPPING, "--all-scenarios").out
    assert none.endswith("  The project has no scenarios.\n") and "0.2569" in none, none
    for options in (("--scenario", "calm"), ("--all-means",), ("--list-scenarios",), ("--population", "x.csv")):
        assert f"--all-scenarios: found {options[0]} as well" in bad(
            USAGE, "score", SHOPPING, "--all-scenarios", *options).err


main([output, rounded_on_a_terminal, scenarios_are_listed, all_scenarios_side_by_side, differences_have_sound_digits, all_scenarios_for_people, scenario_that_makes_one_group_the_mass, goal_with_the_id_null, shopping_text, shopping_weight_means, shopping_other_options, shopping_json, json_says_which_options, shopping_csv,
      carla, options_win_over_project, missing_scenarios, scenarios_that_are_almost_called_so, two_scenarios_of_one_name, many_remarks, above_the_limit, no_score,
      blank])
