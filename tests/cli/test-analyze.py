"""analyze: its figures against known values, against the score of edited projects, and against each other."""
import copy
import json
import re

from analysis_cases import FEW, analyze, dump, few, is_heading, load, overall, pull
from command_line import CARLA, FAILED, SHOPPING, USAGE, bad, good, main, near, read, run


def check_levers(project, *arguments):
    before = overall(project)
    levers = analyze(project, "--table", "levers", "--limit", "0", *arguments)["levers"]
    for lever in levers:
        after = overall(pull(project, lever, lever["to"], lever["agents"]))
        near(lever["overall"], after)
        near(lever["difference"], after - before)
        if lever["step_overall"] is None:
            continue
        value = lever["from"] - 1 if lever["kind"] == "count" else lever["step_to"]
        near(lever["step_overall"], overall(pull(project, lever, value, 1)))
        near(lever["step_difference"], lever["step_overall"] - before)
    sizes = [abs(lever["difference"]) for lever in levers]
    assert sizes == sorted(sizes, reverse=True) and min(sizes) > 0
    places = [(lever["place"], lever["to"]) for lever in levers]
    assert len(set(places)) == len(places)
    return levers


def levers_are_scores_of_edited_projects():
    levers = check_levers(load(SHOPPING))
    assert {lever["kind"] for lever in levers} == {"conflict", "weight", "goal-weight", "move", "count", "remove-area"}
    conflict = next(lever for lever in levers if lever["place"] == "conflict:household:avoid-impulse:checkout"
                    and lever["to"] == 0)
    near(conflict["from"], 0.9)
    near(conflict["step_to"], 0.8)


def levers_under_other_options():
    check_levers(few())
    check_levers(few(weight_mean="harmonic", area_mean="geometric"), "--step", "0.25")
    check_levers(few(normalization="maximum", pairs="replacement", unknown="no-goal"))


def contributions_of_shopping():
    parts = analyze(load(SHOPPING))["contributions"]
    assert list(parts) == ["areas", "pairs", "groups"]
    for name in parts:
        near(sum(row["overall"] for row in parts[name]), 0.25688931797422987)
        near(sum(row["share"] for row in parts[name]), 1)
    first = parts["pairs"][0]
    assert (first["area"], first["goal"], first["other"]) == ("household", "avoid-impulse", "checkout")
    near(first["part"], 2 * 0.9 * 0.6 ** 0.5 / 6)  # three agents, six ordered pairs: 0.232 of 0.424
    household = [row["part"] for row in parts["pairs"] if row["area"] == "household"]
    near(sum(household), parts["areas"][0]["misalignment"])
    near(parts["areas"][0]["misalignment"], 0.4240573484, 5.1e-11)


def contributions_add_up():
    for project in (load(CARLA), few(), few(area_mean="harmonic", normalization="limit")):
        for rows_of_part in analyze(project)["contributions"].values():
            near(sum(row["overall"] for row in rows_of_part), overall(project))


def between_of_shopping():
    found = {(row["by"], row["x"], row["y"], row["area"]): row["misalignment"]
             for row in analyze(load(SHOPPING))["between"]}
    near(found["group", "retailer", "recommender", None], 0.1729, 5e-5)  # printed 0.17
    near(found["group", "customer", "recommender", None], 0.3933, 5e-5)  # printed 0.39
    near(found["group", "customer", "recommender", "household"], 0.9 * 0.6 ** 0.5)
    near(found["kind", "human", "ai", None], found["group", "customer", "recommender", None])
    near(found["principal", "user", "", "food"], 0.1 * 0.8 ** 0.5)


def areas_where_both_are_known():
    """Two who share one area come first; how little that says is said."""
    project = few()
    text = run("analyze", "-", "--table", "between", stdin=dump(project)).out
    assert "over the areas where both are known" in " ".join(text.split()), text
    groups = text[text.index("\nGroups\n"):].splitlines()
    areas = {tuple(line.split()[:2]): line.split()[3] for line in groups if re.match(r"  [xyzw] ", line)}
    assert areas["y", "z"] == "1" and areas["x", "y"] == "2", areas  # z has no position in q


def own_scores_and_decomposition():
    project = few(weight_mean="maximum")
    analysis = analyze(project)
    agents = [(goal, weight) for _, goal, weight, count in FEW for _ in range(count)]
    conflict = {frozenset(pair): 0.5 for pair in ("ab", "ac", "bc")}
    inside = between = 0
    for i, one in enumerate(agents):
        for j, other in enumerate(agents):
            if i != j and one[0] != other[0]:
                term = conflict[frozenset(one[0] + other[0])] * max(one[1], other[1]) / 90
                if (i == 5) == (j == 5):  # z, the only one of its kind
                    inside += term
                else:
                    between += term
    row = next(row for row in analysis["decomposition"] if (row["by"], row["area"]) == ("kind", "p"))
    near(row["within"], inside)
    near(row["between"], between)
    near(row["misalignment"], inside + between)
    near(row["pairs"], 2 * 9 / 90)  # z with each of the nine others, in either order
    own = {row["name"]: row["own"] for row in analysis["own"] if row["by"] == "group"}
    near(own["z"], sum(0.5 * max(1, weight) for goal, weight in agents if goal != "a") / 9)


def bedfellows_of_shopping():
    first = analyze(load(SHOPPING))["bedfellows"][0]
    assert (first["a"], first["b"]) == ("customer", "recommender")
    assert (first["most_area"], first["least_area"]) == ("household", "food")
    near(first["most"] - first["least"], 0.9 * 0.6 ** 0.5 - 0.1 * 0.8 ** 0.5)


def ties_are_said():
    """How many pairs there are beyond the list, and that it does not rank them; a clash by default says so."""
    project = {"format": "misalign-project", "version": 1,
               "areas": [{"id": p, "goals": [{"id": "a"}, {"id": "b"}], "conflict": {"default": 0.5}} for p in "pq"],
               "agents": [{"id": f"g{i}", "positions": {"p": {"goal": "ab"[i % 2]}, "q": {"goal": "a"}}} for i in range(8)]}
    def told():
        return " ".join(run("analyze", "-", "--table", "bedfellows", stdin=dump(project)).out.split())

    text = told()  # 4 * 4 pairs, of which three are examples
    assert "… and 13 more" in text and "single nobody out: 13 more pairs have the same gap." in text, text
    assert "All of these clash by the default conflict of the problem area" in text, text
    found = analyze(project, "--limit", "10")
    assert found["left_out"]["bedfellows"] == 6 and all(row["by_default"] for row in found["bedfellows"]), found
    # Somebody has set a conflict, and not the largest: people read of that alone.
    project["areas"][1] = {"id": "q", "goals": [{"id": g} for g in "abc"],
                           "conflict": {"default": 1, "pairs": [{"goals": ["a", "c"], "value": 0.25}]}}
    project["agents"][7]["positions"] = {"p": {"goal": "a"}, "q": {"goal": "c"}}
    text = told()  # g7 with four who want the same in p, 0.25 against 0; 3 * 4 + 3 pairs clash in p, by default
    assert "15 pairs are not listed: they clash only by the default conflict" in text and "more pair" not in text, text
    rows = analyze(project)["bedfellows"]
    assert [row["by_default"] for row in rows].count(False) == 4 and len(rows) == 19, rows
    assert {row["b"] for row in rows if not row["by_default"]} == {"g7"}, rows
    project["agents"][6]["count"] = 2  # of equals, the larger group first
    text = told()
    assert re.search(r"There g6 g7 q 0\.25 p 0", text), text
    assert "gap" not in " ".join(run("analyze", "-", "--table", "bedfellows", stdin=dump(few())).out.split()).split("two first.")[1]


def bounds_and_questions():
    project = few()
    bounds = analyze(project)["bounds"]
    ends = []
    for end in ("low", "high"):
        edge = copy.deepcopy(project)
        for value in (edge["areas"][0]["conflict"]["pairs"][0], edge["agents"][0]["positions"]["p"]):
            name = "value" if "value" in value else "weight"
            value[name] = value.pop(end, value[name])
            value.pop("low", None)
            value.pop("high", None)
        ends.append(overall(edge))
    near(bounds["low"], ends[0])
    near(bounds["high"], ends[1])
    assert (bounds["available"], bounds["uncertain"]) == (True, 2)
    places = [question["place"] for question in bounds["questions"]]
    assert places == ["conflict:p:a:b", "weight:x:p"], places
    for question in bounds["questions"]:
        near(question["width"], question["high"] - question["low"])
    assert analyze(load(SHOPPING))["bounds"]["questions"] == []


def range_is_shown_how():
    """Where nothing is uncertain, how to say that something is; done as it says, it is."""
    text = " ".join(good("analyze", SHOPPING, "--table", "bounds").out.split())
    assert "nothing to ask about next. To give a number a range: press Ctrl+R at its slider" in text, text
    assert "Lowest score" not in text and "Score as given: 0.2569" in text, text
    members = re.search(r'"weight": [\d.]+, "low": [\d.]+, "high": [\d.]+', text)[0]
    project = load(SHOPPING)
    project["agents"][0]["positions"]["food"].update(json.loads("{" + members + "}"))
    text = " ".join(good("analyze", "-", "--table", "bounds", stdin=dump(project)).out.split())
    assert "Ctrl+R" not in text and "Lowest score" in text and "Weight of Customer in Food" in text, text
    assert analyze(load(SHOPPING))["bounds"]["low"] == analyze(load(SHOPPING))["bounds"]["high"]  # scripts get both
    assert " bounds: " not in run("analyze", SHOPPING, "--format", "csv", "--table", "bounds").err


def no_score_is_said():
    """Nothing to be read of one agent; a scenario that leaves one says what the project comes to."""
    project = few()
    project["agents"] = [{"id": "one", "positions": {"p": {"goal": "a"}}}]
    project.pop("scenarios")
    text = run("analyze", "-", "--target", "0.1", stdin=dump(project)).out
    assert text.startswith("No score: ") and "Overall" not in text and "Remark: " in text, text
    assert not any(map(is_heading, text.splitlines())), text
    assert run("score", "-", stdin=dump(project)).out.startswith("overall\t0\n")
    assert analyze(project)["overall"] == 0
    project["agents"].append({"id": "two", "positions": {"p": {"goal": "b"}}})
    project["scenarios"] = [{"id": "s", "changes": [{"remove_agent": "two"}]}]
    assert "Overall misalignment: 0.5\n" in run("analyze", "-", stdin=dump(project)).out
    text = run("analyze", "-", "--scenario", "s", stdin=dump(project)).out
    assert text.startswith("This project: “s”: no score; the project without it: 0.5.\nNo score: "), text


def gaps_are_no_faults():
    blank = good("new", "blank").bytes
    result = run("analyze", "-", stdin=blank)
    assert result.status == 0 and "Remark: " in result.out, result
    analysis = json.loads(run("analyze", "-", "--format", "json", "--target", "0.5", stdin=blank).out)
    assert analysis["overall"] == 0 and analysis["levers"] == []
    assert [warning["code"] for warning in analysis["warnings"]] == ["no-areas", "no-agents"]
    crowd = few()
    crowd["agents"] = [{"id": f"g{i}", "positions": {"p": {"goal": "abc"[i % 3]}}} for i in range(2100)]
    crowd.pop("scenarios")
    analysis = analyze(crowd)
    assert [note["table"] for note in analysis["notes"]][:1] == ["between"], analysis["notes"]
    assert {row["by"] for row in analysis["between"]} == {"kind", "principal"}


def what_fails():
    assert "found no “x”, expected one of half-conflict" in bad(FAILED, "analyze", CARLA, "--scenario", "x").err
    assert "scenarios: found no “x”, as this project has none" in bad(FAILED, "analyze", SHOPPING, "--scenario", "x").err
    bad(FAILED, "analyze", "missing.misalign")
    bad(FAILED, "analyze", "-", stdin=b"{}")
    bad(FAILED, "analyze", SHOPPING, "-o", "no/folder.json")
    bad(USAGE, "analyze", SHOPPING, "-o", "x.html")


main([levers_are_scores_of_edited_projects, levers_under_other_options, contributions_of_shopping,
      contributions_add_up, between_of_shopping, areas_where_both_are_known, own_scores_and_decomposition,
      bedfellows_of_shopping, ties_are_said, bounds_and_questions, range_is_shown_how, no_score_is_said, gaps_are_no_faults,
      what_fails])
