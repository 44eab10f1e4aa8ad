"""analyze: its figures against known values, against the score of edited projects, and against each other."""
import copy
import csv
import io
import json
import os
import pty
import re
import subprocess
import unicodedata

from command_line import CARLA, FAILED, PROGRAM, SHOPPING, USAGE, bad, good, main, near, read, run, write

TABLES = ["contributions", "levers", "between", "bedfellows", "bounds", "own", "decomposition", "diversity"]
OF_SCENARIO = ["comparison", "waterfall"]
FEW = [("x", "a", 0.5, 3), ("y", "b", 0.75, 2), ("z", "a", 1, 1), ("w", "c", 0.25, 4)]


def is_heading(line):
    """In capitals, and how to have the section alone."""
    return re.sub(r" \(--table [a-z]+\)$", "", line).isupper()


def load(path):
    return json.loads(read(path))


def dump(project):
    return json.dumps(project).encode()


def analyze(project, *arguments):
    result = good("analyze", "-", "--format", "json", *arguments, stdin=dump(project))
    return json.loads(result.out)


def overall(project, *arguments):
    return json.loads(good("score", "-", "--format", "json", *arguments, stdin=dump(project)).out)["overall"]


def rows(path, table, *arguments):
    result = run("analyze", path, "--format", "csv", "--table", table, "--limit", "0", *arguments)
    assert result.status == 0 and "left out" not in result.err, result
    return list(csv.DictReader(io.StringIO(result.out)))


def few(**scoring):
    """Four groups in two areas; a range on a weight and on a conflict; principals that need quotes."""
    principals = ['de"puty, and more', "user", "", "user"]
    return {"format": "misalign-project", "version": 1, "scoring": scoring, "areas": [
        {"id": "p", "goals": [{"id": g} for g in "abc"], "conflict": {"default": 0.5, "pairs": [
            {"goals": ["a", "b"], "value": 0.5, "low": 0.25, "high": 1}, {"goals": ["a", None], "value": 0.125}]}},
        {"id": "q", "goals": [{"id": g} for g in "de"], "conflict": {"default": 1}}],
        "agents": [{"id": agent, "count": count, "principal": principal, "kind": "ai" if agent == "z" else "human",
                    "positions": {"p": {"goal": goal, "weight": weight, **({"low": 0.25} if agent == "x" else {})},
                                  **({} if agent == "z" else {"q": {"goal": "d" if goal == "a" else "e",
                                                                    "weight": weight}})}}
                   for (agent, goal, weight, count), principal in zip(FEW, principals)],
        "scenarios": [{"id": "s", "changes": [
            {"agent": "x", "count": 1}, {"agent": "y", "area": "p", "goal": "a"},
            {"area": "p", "goals": ["b", "c"], "value": 0.125},
            {"add_agent": {"id": "new", "positions": {"p": {"goal": "b"}}}}, {"remove_agent": "w"},
            {"agent": "z", "area": "p", "unknown": True}, {"remove_area": "q"},
            {"scoring": {"weight_mean": "minimum"}}]}]}


# What a row of the levers says, done to the project.

def find(items, key):
    return next(item for item in items if item["id"] == key)


def set_conflict(project, lever, value):
    area = find(project["areas"], lever["area"])
    goals = [None if goal == "-" else goal for goal in (lever["goal"], lever["other"])]
    conflict = area.setdefault("conflict", {})
    pairs = [pair for pair in conflict.get("pairs", []) if set(pair["goals"]) != set(goals)]
    conflict["pairs"] = [*pairs, {"goals": goals, "value": value}]


def set_weight(project, area, agent, weight):
    position = find(project["agents"], agent)["positions"][area]
    position.pop("low", None)
    position.pop("high", None)
    position["weight"] = weight


def move(project, lever, count):
    agent = find(project["agents"], lever["agent"])
    moved = copy.deepcopy(agent)
    agent["count"] = agent.get("count", 1) - count
    moved.update(id="moved", count=count)
    area, goal = lever["area"], lever["to"]
    if goal == "?":
        moved["positions"].pop(area)
    else:
        moved["positions"].setdefault(area, {})["goal"] = None if goal == "-" else goal
    project["agents"].append(moved)


def pull(project, lever, value, count):
    project = copy.deepcopy(project)
    if lever["kind"] == "conflict":
        set_conflict(project, lever, value)
    elif lever["kind"] == "weight":
        set_weight(project, lever["area"], lever["agent"], value)
    elif lever["kind"] == "goal-weight":
        for agent in project["agents"]:
            if agent["positions"].get(lever["area"], {}).get("goal") == lever["goal"]:
                set_weight(project, lever["area"], agent["id"], value)
    elif lever["kind"] == "move":
        move(project, lever, count)
    elif lever["kind"] == "count":
        find(project["agents"], lever["agent"])["count"] = value
    else:
        project["areas"].remove(find(project["areas"], lever["area"]))
        for agent in project["agents"]:
            agent["positions"].pop(lever["area"], None)
    project.pop("scenarios", None)
    return project


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
    """How many pairs there are beyond the list, and that the list does not rank them."""
    project = {"format": "misalign-project", "version": 1,
               "areas": [{"id": p, "goals": [{"id": "a"}, {"id": "b"}], "conflict": {"default": 0.5}} for p in "pq"],
               "agents": [{"id": f"g{i}", "positions": {"p": {"goal": "ab"[i % 2]}, "q": {"goal": "a"}}} for i in range(8)]}
    text = good("analyze", "-", "--table", "bedfellows", stdin=dump(project)).out
    assert "… and 6 more" in text and "All of these differ by as much" in text, text  # 4 * 4 pairs, ten are shown
    assert analyze(project, "--limit", "10")["left_out"]["bedfellows"] == 6
    assert "by as much" not in run("analyze", "-", "--table", "bedfellows", stdin=dump(few())).out


def long_work_shows_life():
    """A line on a terminal, and nothing of it elsewhere; effects that nobody sees are one sentence."""
    name = hard_names(["Town"], n_groups=25000)
    primary, secondary = pty.openpty()
    subprocess.run([PROGRAM, "analyze", name, "-o", "x.txt"], stderr=secondary, check=True)
    os.close(secondary)
    shown = os.read(primary, 4096).decode()
    os.close(primary)
    assert "hard.misalign: What adds to the score (1 of 8) …" in shown and shown.endswith("\x1b[K"), shown
    assert good("analyze", name).out == read("x.txt").decode()
    text = read("x.txt").decode()
    assert "No uncertain value alone moves" in text and "Ask about this next:" not in text, text[:2000]
    part = text[text.index("Lower by giving a goal up"):text.index("Lower by counting")]
    bound = re.search(r"No single change of this kind moves the score by more than (0\.\d+)\.", part)
    table = run("analyze", name, "--format", "csv", "--table", "levers", "--limit", "0").out
    most = max(-float(row["difference"]) for row in csv.DictReader(io.StringIO(table)) if row["class"] == "give-up")
    assert 0 <= float(bound[1]) - most < 1e-6, (bound, most)


def long_search_says_how_far_it_is():
    """A percentage from the beginning on, on a terminal; the same answer without one."""
    name = hard_names(["Town"], n_groups=2100)
    primary, secondary = pty.openpty()
    subprocess.run([PROGRAM, "analyze", name, "--table", "target", "--target", "0.01", "-o", "x.json"],
                   stderr=secondary, check=True)
    os.close(secondary)
    shown = os.read(primary, 65536).decode()
    os.close(primary)
    assert "hard.misalign: What it would take (1 of 1): 0 %" in shown and shown.endswith("\x1b[K"), shown
    assert good("analyze", name, "--table", "target", "--target", "0.01", "--format", "json").bytes == read("x.json")


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


def scenario_is_compared():
    project = few()
    base, changed = overall(project), overall(project, "--scenario", "s")
    analysis = analyze(project, "--scenario", "s")
    near(analysis["overall"], changed)
    comparison, waterfall = analysis["comparison"], analysis["waterfall"]
    for part in (comparison, waterfall):
        near(part["old"], base)
        near(part["new"], changed)
        near(part["difference"], changed - base)
    steps = waterfall["steps"]
    assert [step["place"] for step in steps] == [f"scenarios[0].changes[{i}]" for i in range(8)]
    near(sum(step["difference"] for step in steps), changed - base)
    for i, step in enumerate(steps):
        so_far = copy.deepcopy(project)
        so_far["scenarios"][0]["changes"] = so_far["scenarios"][0]["changes"][:i + 1]
        near(step["overall"], overall(so_far, "--scenario", "s"))
    assert [row["new"] for row in comparison["areas"] if row["area"] == "q"] == [None]
    pairs = sum(row["difference"] for row in comparison["pairs"] if row["area"] == "p")
    near(pairs, next(row["difference"] for row in comparison["areas"] if row["area"] == "p"))


def two_scenarios():
    """Of four changes each: one is the same, one sets the same thing otherwise, the others are their own."""
    project = few()
    project["scenarios"] = [
        {"id": "s", "name": "The first", "changes": [
            {"agent": "x", "count": 1}, {"area": "p", "goals": ["b", "c"], "value": 0.125},
            {"remove_area": "q"}, {"agent": "y", "area": "p", "goal": "a"}]},
        {"id": "t", "name": "The second", "changes": [
            {"add_agent": {"id": "new", "positions": {"p": {"goal": "b"}}}},
            {"area": "p", "goals": ["c", "b"], "value": 0.875}, {"agent": "x", "count": 1},
            {"agent": "z", "area": "p", "unknown": True}]}]
    return project


def scenario_is_compared_with_another():
    project = two_scenarios()
    old, new = (overall(project, "--scenario", each) for each in "st")
    analysis = analyze(project, "--scenario", "t", "--against", "s", "--limit", "0")
    near(analysis["overall"], new)
    assert (analysis["scenario"], analysis["against_scenario"], analysis["against_scenario_name"]) == (
        "t", "s", "The first")
    for part in (analysis["comparison"], analysis["waterfall"]):
        near(part["old"], old)
        near(part["new"], new)
        near(part["difference"], new - old)
    alone = {each: json.loads(good("score", "-", "--format", "json", "--scenario", each, stdin=dump(project)).out)
             for each in "st"}
    for row in analysis["comparison"]["areas"]:
        for key, each in (("old", "s"), ("new", "t")):
            found = [area["misalignment"] for area in alone[each]["areas"] if area["id"] == row["area"]]
            if found:
                near(row[key], found[0])
            else:
                assert row[key] is None, row
    # All else is about the scenario itself, as without --against.
    plain = analyze(project, "--scenario", "t", "--limit", "0")
    assert all(analysis[table] == plain[table] for table in TABLES)


def way_from_scenario_to_scenario():
    """Each step is the score of a project whose scenario has the changes that stand then."""
    project = two_scenarios()
    first, second = (scenario["changes"] for scenario in project["scenarios"])
    stands = [first[:3], [first[0], first[1]], [second[0], first[0], first[1]], [*second[:3]], second]
    waterfall = analyze(project, "--scenario", "t", "--against", "s")["waterfall"]
    assert waterfall["kept"] == 1
    last = waterfall["old"]
    for step, changes in zip(waterfall["steps"], stands, strict=True):
        project["scenarios"][0]["changes"] = changes
        near(step["overall"], overall(project, "--scenario", "s"))
        near(step["difference"], step["overall"] - last)
        last = step["overall"]
    near(last, waterfall["new"])
    places = [(step["back"], step["place"]) for step in waterfall["steps"]]
    assert places == [("scenarios[0].changes[3]", None), ("scenarios[0].changes[2]", None),
                      (None, "scenarios[1].changes[0]"), ("scenarios[0].changes[1]", "scenarios[1].changes[1]"),
                      (None, "scenarios[1].changes[3]")], places
    assert [step["back_goal"] for step in waterfall["steps"]] == ["a", None, None, None, None]
    assert [(step["value"], step["back_value"]) for step in waterfall["steps"]][3] == (0.875, 0.125)
    write("two.misalign", dump(two_scenarios()))
    for row, step in zip(rows("two.misalign", "waterfall", "--scenario", "t", "--against", "s")[1:],
                         waterfall["steps"], strict=True):
        assert row["list"] == "steps" and all(row[key] == ("" if step[key] is None else str(step[key]))
                                              for key in ("place", "back", "kind", "area", "agent", "goal", "back_goal"))


def order_of_changes_leads_over_the_project():
    project = few()
    pair, rest = {"area": "p", "goals": ["b", "c"], "value": 0.5}, {"area": "p", "default": 1}
    project["scenarios"] = [{"id": "s", "changes": [pair, rest]}, {"id": "t", "changes": [rest, pair]}]
    found = run("analyze", "-", "--scenario", "t", "--against", "s", stdin=dump(project))
    assert found.status == 0 and "Their changes depend on the order" in " ".join(found.out.split()), found
    steps = analyze(project, "--scenario", "t", "--against", "s")["waterfall"]["steps"]
    assert [step["back"] is None for step in steps] == [False, False, True, True]


def text_names_both_scenarios():
    text = good("analyze", "-", "--scenario", "The second", "--against", "s", stdin=dump(two_scenarios())).out
    assert text.startswith("This project, scenario “The second”: "), text[:200]
    flat = " ".join(text.split())
    assert "; against the scenario “The first”: " in flat
    assert "From “The first” to “The second”: what changes?" in flat
    assert "From “The first” to “The second”: which change does how much? Changes that both make stand" in flat
    assert "Changes that both scenarios make, which stand: 1" in flat
    assert "Conflict in p: c – b: 0.875, in place of 0.125" in flat
    assert "Taken back: y in p: goal a" in flat
    assert "Taken back: Without the problem area q" in flat


def scenario_is_named_once():
    for command in (["analyze"], ["score"], ["plot", "--kind", "areas"]):
        error = bad(USAGE, *command, CARLA, "--scenario", "full-weights", "--scenario", "half-conflict").err
        assert "--scenario was given more than once" in error, error
        assert 'analyze FILE --scenario "half-conflict" --against "full-weights"; for a table of all: score FILE --all-scenarios' in error, error
    assert "--against was given more than once" in bad(
        USAGE, "analyze", CARLA, "--scenario", "half-conflict", "--against", "a", "--against", "b").err
    assert "found no --scenario" in bad(USAGE, "analyze", CARLA, "--against", "half-conflict").err
    same = bad(FAILED, "analyze", CARLA, "--scenario", "half-conflict", "--against", "Half the conflict").err
    assert "expected another scenario" in same, same
    assert "found no “x”" in bad(FAILED, "analyze", CARLA, "--scenario", "half-conflict", "--against", "x").err


def total_down_group_up():
    project = few()
    # More agents with the goal of most: less misalignment, but not for those of another goal.
    project["scenarios"] = [{"id": "s", "changes": [{"agent": "x", "count": 300}]}]
    comparison = analyze(project, "--scenario", "s")["comparison"]
    assert comparison["difference"] < 0
    against = {row["agent"] for row in comparison["groups"] if row["against"]}
    rising = {row["agent"] for row in comparison["groups"] if row["difference"] > 1e-12}
    assert against == rising and "y" in against and "x" not in against, comparison
    assert comparison["against"] == len(against)
    assert comparison["groups"][0]["against"]


def scenario_says_which_it_is():
    """First the project, the scenario and both scores; then how they differ, before what it is made of."""
    by_id = good("analyze", CARLA, "--scenario", "half-conflict", "--target", "half").out
    title, name = load(CARLA)["title"], load(CARLA)["scenarios"][0]["name"]
    assert by_id.startswith(f"{title}, scenario “{name}”: 0.0532; without it 0.1063\n"), by_id[:200]
    order = ["THE SCENARIO AND THE PROJECT WITHOUT IT", "WHAT EACH CHANGE OF", "WHAT IT WOULD TAKE", "WHAT ADDS TO THE"]
    places = [by_id.index(each) for each in order]
    assert places == sorted(places), places
    assert by_id == good("analyze", CARLA, "--scenario", name, "--target", "half").out
    analysis = analyze(load(CARLA), "--scenario", name)
    assert [analysis[key] for key in ("title", "scenario", "scenario_name")] == [title, "half-conflict", name]
    project = load(CARLA)
    project["scenarios"] = [{**project["scenarios"][0], "id": each} for each in ("a", "b")]
    assert "expected one of a, b" in bad(FAILED, "analyze", "-", "--scenario", name, stdin=dump(project)).err


def target_may_be_half():
    target = analyze(load(SHOPPING), "--target", "half")["target"]
    near(target["target"], overall(load(SHOPPING)) / 2)
    near(target["by_class"][0]["overall"], target["target"])
    assert "expected a point for the comma, as in 0.1" in bad(USAGE, "analyze", SHOPPING, "--target", "0,1").err
    bad(USAGE, "analyze", SHOPPING, "--target", "halves")
    for word in ("20%", "20 %", "0,2 %"):  # of 1, or of what it is?
        error = bad(USAGE, "analyze", SHOPPING, "--target", word).err
        assert "0.2 for a score of 0.2, or “half” for half of what it is" in error, error


def target_is_reached():
    project = load(SHOPPING)
    target = analyze(project, "--target", "0.2")["target"]
    lever, = target["smallest"]
    assert target["reached"] and target["greedy"] == []
    after = overall(pull(project, lever, lever["to"], lever["agents"]))
    near(lever["overall"], after)
    assert after <= 0.2 + 1e-12
    target = analyze(project, "--target", "0", "--table", "target")["target"]
    assert not target["reached"] and target["reached_greedily"] and target["smallest"] == []
    assert [step["step"] for step in target["greedy"]] == list(range(1, len(target["greedy"]) + 1))
    assert len(target["greedy"]) > 1 and target["greedy"][-1]["overall"] <= 1e-12
    text = good("analyze", SHOPPING, "--target", "0", "--table", "target").out
    assert "No single change reaches" in text and "Several compromises" in text
    text = good("analyze", CARLA, "--target", "0.9", "--table", "target").out
    assert "No more than 0.501 is possible" in text and "Several" not in text
    assert "there already" in good("analyze", SHOPPING, "--target", "0.25688931797422987").out


def several_are_the_same_in_all_formats():
    """No single compromise is enough, though other single changes are: text and json have the same steps."""
    project = load(SHOPPING)
    target = analyze(project, "--target", "0.1")["target"]
    assert target["reached"] and "conflict" not in {each["class"] for each in target["by_class"]}, target
    assert target["reached_greedily"] is True and len(target["greedy"]) == 2, target
    for step in target["greedy"]:
        assert step["class"] == "conflict", step
        project = pull(project, step, step["to"], step["agents"])
        near(step["overall"], overall(project))
    near(overall(project), 0.1)
    text = good("analyze", SHOPPING, "--target", "0.1", "--table", "target").out
    shown = [float(line.split()[1]) for line in text[text.index("Several"):].splitlines() if re.match(r" +\d ", line)]
    assert shown == [round(step["overall"], 4) for step in target["greedy"]], (shown, target)
    assert analyze(load(SHOPPING), "--target", "0.2")["target"]["reached_greedily"] is None


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


def width(line):
    """Columns of a terminal."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def text_is_aligned():
    text = good("analyze", SHOPPING).out
    assert "\t" not in text
    assert text.startswith("Overall misalignment: 0.2569\n")
    lines = text.splitlines()
    start = lines.index("Problem areas")
    header, first, second = lines[start + 1:start + 4]
    assert "Household items" in first and "82.5 %" in first
    assert len(first) == len(second) == len(header), (header, first, second)
    assert all(line == line.rstrip() for line in lines)
    assert "the weight of Customer in Household items" in text and "avoid-impulse" not in text


def text_is_for_people():
    """The answer first, the same thing once, a step if it is asked for; nothing of it in json."""
    text = good("analyze", SHOPPING, "--target", "0.1").out
    headings = [line for line in text.splitlines() if is_heading(line)]
    assert headings[:2] == ["IN SHORT", "WHAT IT WOULD TAKE (--table target)"] and len(set(headings)) == len(headings), headings
    assert "the weight of Customer in Household items fell from 0.6 to 0\n" in text, text
    assert "all who hold" not in text, text
    assert "all who hold" in good("analyze", shared_goal()).out
    assert "A step" not in text and "A step" in good("analyze", SHOPPING, "--step", "0.1").out
    levers = json.loads(good("analyze", SHOPPING, "--format", "json").out)["levers"]
    assert sum(each["kind"] == "goal-weight" for each in levers) > 0
    assert all(each["step_difference"] is not None for each in levers if each["kind"] == "weight" and each["to"] == 0)


def options_are_said():
    """The words on the score are the paper's; where it is scored otherwise, they are not all."""
    assert "Not as in the paper" not in good("analyze", SHOPPING).out
    text = run("analyze", "-", stdin=dump(few(weight_mean="none", normalization="limit"))).out
    assert text.count("Not as in the paper: ") == 2 and "Weights disregarded." in text, text
    assert text.index("Not as in the paper") < text.index("WHAT ADDS"), text


def every_section_says_its_question():
    """A heading, then what it answers: a question."""
    lines = good("analyze", CARLA, "--scenario", "half-conflict", "--target", "0.04").out.splitlines()
    headings = [i for i, line in enumerate(lines) if is_heading(line)]
    named = [re.search(r"\(--table ([a-z]+)\)$", lines[i]) for i in headings]
    assert {each[1] for each in named if each} == {*TABLES, *OF_SCENARIO, "target"}, lines
    assert len(headings) == len(TABLES) + len(OF_SCENARIO) + 2, lines
    for i in headings:
        end = next(j for j in range(i + 1, len(lines)) if not lines[j] or "?" in lines[j])
        assert "?" in lines[end], lines[i:i + 4]


def what_matters_comes_first():
    """Readings of the score beside it, then the main findings as sentences: each is in the tables below."""
    whole = good("analyze", SHOPPING).out
    text = " ".join(whole.split())
    short = text[text.index("IN SHORT"):text.index("WHAT ADDS")]
    parts = analyze(load(SHOPPING))
    first, pair = parts["contributions"]["areas"][0], parts["contributions"]["pairs"][0]
    assert f"The largest problem area is Household items, with {100 * first['share']:.1f} % of the score." in short, short
    assert ("“Avoid impulse buying” against “Maximize checkout value” in Household items: "
            f"{100 * pair['share']:.1f} % of the score.") in short, short
    most = max((row for row in parts["between"] if row["by"] == "group" and row["area"] is None and row["x"] != row["y"]),
               key=lambda row: row["misalignment"])
    assert f": {most['misalignment']:.4f}, over all problem areas." in short, short
    assert "fell from 0.9 to 0, the score would fall from 0.2569 to 0.1407." in short and "as certain" in short, short
    assert "In short" not in good("analyze", SHOPPING, "--table", "own").out
    # Three agents, each alone: nobody is within a group; 2 areas, of 0.0897 and 0.4241.
    assert "Expected number of conflicting areas: 0.51 of 2" in text, text[:900]
    assert "Every group is one agent" in text and "line of conflict runs between" not in text
    text = " ".join(good("analyze", CARLA).out.split())
    assert "21 % of the possible 0.501" in text and "Weighted chance of some clash 45 %: " in text, text[:900]
    assert "Groups: 100.0 % of the misalignment lies between them, and 50.1 % of the pairs of agents do, so the line of " \
        "conflict runs between" in text, text
    assert "two of that same group" not in text
    uncertain = " ".join(run("analyze", "-", stdin=dump(few())).out.split())
    assert "Ask about this next: Conflict in p: a – b." in uncertain, uncertain[:2000]
    crowd = load(CARLA)
    crowd["agents"][0]["count"] = 5000  # 5000 * 4999 of 5500 * 5499 pairs
    text = " ".join(run("analyze", "-", stdin=dump(crowd)).out.split())
    assert "are 5000 of 5500 agents, so 82.6 % of all pairs are two of that same group" in text, text[:900]


def crowd_of_single_agents(n, **positions):
    """Two goals in four areas; three of four areas known of each, but for those who are given."""
    areas = [{"id": f"p{i}", "goals": [{"id": "a"}, {"id": "b"}], "conflict": {"default": 1}} for i in range(4)]
    agents = [{"id": f"g{i}", "name": f"Org {i}", "kind": ["human", "ai"][i % 2],
               "positions": positions.get(f"g{i}") or {f"p{j}": {"goal": "ab"[(i + j) % 2 if j else 0], "weight": 0.5}
                                                       for j in range(3)}} for i in range(n)]
    return {"format": "misalign-project", "version": 1, "areas": areas, "agents": agents}


def who_is_most_in_conflict():
    """Two who share one area of four do not stand for the whole; a crowd is told by whom it belongs to."""
    def short(project):
        text = " ".join(run("analyze", "-", stdin=dump(project)).out.split())
        return text[text.index("IN SHORT"):text.index("WHAT ADDS")]

    few_known = {"g4": {"p3": {"goal": "a", "weight": 0.9}}, "g5": {"p3": {"goal": "b", "weight": 0.9}}}
    # Two who differ: conflict in two of three areas, 0.5 each: a third of 1.
    assert "Most in conflict are Org 0 and Org 1: 0.3333, over the 3 of 4 problem areas where both are known." \
        in short(crowd_of_single_agents(6, **few_known))
    project = crowd_of_single_agents(2, g0=few_known["g4"], g1=few_known["g5"])
    assert "Most in conflict are Org 0 and Org 1: 0.9, over the 1 of 4 problem areas where both are known." in short(project)
    project = crowd_of_single_agents(14)
    for i, agent in enumerate(project["agents"]):
        agent["principal"] = ["Town", "Land", ""][2 if i > 11 else i % 2]
    found = {(row["by"], row["x"], row["y"]): row["misalignment"] for row in analyze(project)["between"] if not row["area"]}
    assert ("Of all principals, those whose agents are most in conflict are Town and Land: "
            f"{found['principal', 'Town', 'Land']:.4f}".rstrip("0")) in short(project), short(project)
    for agent in project["agents"]:
        agent["principal"] = ""
    assert "Of all kinds of agents, most in conflict are Human and AI system: 0.3333, over the 3 of 4" in short(project)
    for i, agent in enumerate(project["agents"]):  # as many of either kind want a as b: kinds explain nothing
        agent["kind"] = ["human", "ai"][i // 2 % 2]
    assert "Most in conflict are Org 0 and Org 1" in short(project)
    for i, agent in enumerate(project["agents"]):
        agent["kind"] = ["human", "ai"][i % 2]
    project["agents"][0]["count"] = 2
    assert "Most in conflict are Org 0 and Org 1" in short(project)


def line_of_conflict_is_clear():
    """A share between that is hardly above that of pairs is no line of conflict."""
    project = few()
    project["areas"] = [{"id": "p", "goals": [{"id": g} for g in "ab"], "conflict": {"default": 1}}]
    project.pop("scenarios")

    def told(b_of_human, b_of_ai):
        project["agents"] = [{"id": f"{kind}{goal}", "kind": kind, "count": count,
                              "positions": {"p": {"goal": goal, "weight": 1}}}
                             for kind, b in (("human", b_of_human), ("ai", b_of_ai))
                             for goal, count in (("a", 100 - b), ("b", b))]
        row = next(row for row in analyze(project)["decomposition"] if (row["by"], row["area"]) == ("kind", None))
        text = " ".join(run("analyze", "-", "--table", "decomposition", stdin=dump(project)).out.split())
        return row, text[text.index("Kinds: "):].split(". ")[0]

    # A clash is one who wants a with one who wants b.
    for b_of_human, b_of_ai, words in ((40, 60, "hardly more than the 50.3 % of the pairs"), (10, 90, "so the line of conflict runs"),
                                       (50, 50, "does not run between them")):
        row, line = told(b_of_human, b_of_ai)
        clashes = (100 - b_of_human) * b_of_ai + b_of_human * (100 - b_of_ai)
        within = (100 - b_of_human) * b_of_human + (100 - b_of_ai) * b_of_ai
        near(row["share"], clashes / (clashes + within))
        near(row["pairs"], 100 * 100 / (200 * 199 / 2))
        assert words in line, (row, line)


def what_can_be_negotiated_comes_first():
    """In text the levers stand by what they ask of people; in json by their effect, and each says its class."""
    order = ["Lower by a compromise", "Lower by how much", "Lower by another goal", "Lower by giving",
             "Lower by counting", "Lower by numbers"]
    text = good("analyze", SHOPPING, "--table", "levers").out
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    levers = analyze(load(SHOPPING), "--limit", "0")["levers"]
    assert [abs(each["difference"]) for each in levers] == sorted((abs(each["difference"]) for each in levers),
                                                                   reverse=True)
    classes = {"conflict": {"conflict"}, "weight": {"weight"}, "goal-weight": {"weight"}, "count": {"count"},
               "move": {"goal", "give-up", "scope"}, "remove-area": {"scope"}}
    for each in levers:
        assert each["class"] in classes[each["kind"]], each
        if each["kind"] == "move":
            assert each["class"] == {"-": "give-up", "?": "scope"}.get(each["to"], "goal"), each
    shown = good("analyze", SHOPPING, "--table", "levers", "--limit", "0").out
    assert "more: --limit" not in shown and len(re.findall(r"^ +[-+]?0\.\d+ +[\d.]+  ", shown, re.M)) \
        == sum(each["kind"] != "goal-weight" for each in levers), shown


def what_is_missing_is_said():
    """A list that is not there, for all its conflicts are 1; changes that leave another population."""
    text = " ".join(good("analyze", CARLA, "--table", "levers").out.split())
    assert "Higher by a sharper" not in text and "No conflict between two goals can be sharper: all are 1" in text, text
    assert "can be sharper" not in good("analyze", SHOPPING, "--table", "levers").out
    # Each to none, or one more: nothing is left to be listed.
    assert text.count("4 changes are left out here: they would make one group larger") == 1, text
    assert "double the population. none" not in text, text
    assert "the number of agents" not in text, text
    assert sum(each["kind"] == "count" for each in analyze(load(CARLA), "--limit", "0")["levers"]) == 4
    project = few()
    project["agents"][0]["positions"]["p"] = {"goal": None, "weight": 1}
    text = " ".join(run("analyze", "-", "--table", "levers", "--limit", "0", stdin=dump(project)).out.split())
    assert "between having no goal there (x) and “b”" in text and "No goal" not in text, text


def no_goal_conflicts_with_nobody():
    """Unless the project says so: nobody reads of a sharper conflict where none can be sharper."""
    def told():
        text = run("analyze", "-", "--table", "levers", "--limit", "0", stdin=dump(project)).out
        return "between having no goal" in " ".join(text.split()), "Higher by a sharper" in text, "can be sharper" in text

    project = few()
    project["areas"][0]["conflict"] = {"default": 1}
    project["agents"][0]["positions"]["p"] = {"goal": None, "weight": 1}
    assert told() == (False, False, True)
    assert {lever["goal"] for lever in analyze(project, "--limit", "0")["levers"] if lever["kind"] == "conflict"} >= {"-"}
    project["areas"][0]["conflict"]["pairs"] = [{"goals": [None, "a"], "value": 0.25}]
    assert told() == (True, True, False)


def target_of_each_kind():
    """The smallest change of each kind does what its sentence says; none is called smaller than one of another kind."""
    project = load(SHOPPING)
    target = analyze(project, "--target", "0.2")["target"]
    classes = [each["class"] for each in target["by_class"]]
    assert classes[:4] == ["conflict", "weight", "goal", "give-up"], classes
    assert target["smallest"] == target["by_class"][:1]
    other = analyze(project, "--target", "0.1")["target"]  # giving a goal up has a smaller number, in another unit
    assert [each["class"] for each in other["smallest"]] == ["weight"], other
    assert min(each["size"] for each in other["by_class"]) < other["smallest"][0]["size"], other
    for lever in target["by_class"]:
        near(lever["overall"], overall(pull(project, lever, lever["to"], lever["agents"])))
        assert lever["overall"] <= 0.2 + 1e-12
    text = " ".join(good("analyze", SHOPPING, "--target", "0.2", "--table", "target").out.split())
    value = next(each["to"] for each in target["by_class"] if each["class"] == "conflict")
    assert ("If the conflict in Household items between “Avoid impulse buying” (Customer) and “Maximize checkout "
            f"value” (Recommender system) fell from 0.9 to {value:.4f}, the score would fall from 0.2569 to 0.2.") in text
    assert "Several" not in text
    # One compromise is not enough here, two are; a crowd of retailers would be, too, but comes last.
    text = good("analyze", SHOPPING, "--target", "0.1", "--table", "target").out
    assert "even if the conflict" in " ".join(text.split())
    assert text.index("Compromise between") < text.index("Several compromises") < text.index("Numbers of agents")
    steps = [line.split()[:2] for line in text[text.index("Several comp"):].splitlines() if re.match(r" +\d ", line)]
    assert [step[0] for step in steps] == ["1", "2"] and steps[-1][1] == "0.1000", steps
    assert "These 2 changes together bring the score to 0.1." in text and not text.endswith("wanted\n"), text
    assert "would rise from 0.2569 to" in " ".join(good("analyze", SHOPPING, "--target", "0.3").out.split())


def target_above_the_score():
    """How it would rise is no compromise."""
    text = " ".join(good("analyze", SHOPPING, "--target", "0.3", "--table", "target").out.split())
    assert "The score is below 0.3 already: this is how it would rise to it." in text, text
    assert "A sharper conflict between two goals" in text and "ompromise" not in text, text
    project = few()
    project["scenarios"] = []
    text = run("analyze", "-", "--target", "0.3", "--table", "target", stdin=dump(project)).out
    assert "ompromise" not in text, text
    # What looks the same is there: nobody reads of a rise from a number to itself.
    for target in ("0.2569", "0.25688931797422987"):
        text = good("analyze", SHOPPING, "--target", target, "--table", "target").out
        assert "there already" in text and "would" not in text[text.index("Now:"):], text


def numbers_of_agents_come_last():
    """A population that is not the one that was asked about is no answer; scripts get it all the same."""
    project = write("crowd.misalign", json.dumps({
        "format": "misalign-project", "version": 1,
        "areas": [{"id": "p", "goals": [{"id": g} for g in "abc"], "conflict": {"default": 0.5}}],
        "agents": [{"id": g, "name": "Group " + g, "count": n, "positions": {"p": {"goal": g, "weight": 0.5}}}
                   for g, n in zip("abc", (30, 40, 30))]}).encode())
    for target, shown in (("0.162", True), ("0.1", False)):
        text = " ".join(good("analyze", project, "--target", target, "--table", "target").out.split())
        end = text[text.index("Numbers of agents"):]
        assert "This changes which pairs there are" in end, end
        assert ("the number of agents of Group" in end) == shown, end
        assert ("is left out here: it would make one group larger" in end) != shown, end
        scripts = json.loads(good("analyze", project, "--target", target, "--format", "json").out)
        assert "count" in {each["class"] for each in scripts["target"]["by_class"]}, scripts


def hard_names(names, n_areas=2, n_groups=3, count=2):
    """A project whose things are called by @names, over and over."""
    def name(i):
        return f"{names[i % len(names)]} {i}"
    goals = [{"id": g, "name": name(i)} for i, g in enumerate("abc")]
    return write("hard.misalign", json.dumps({
        "format": "misalign-project", "version": 1,
        "areas": [{"id": f"p{i}", "name": name(3 + i), "goals": goals, "conflict": {"default": 0.5}} for i in range(n_areas)],
        "agents": [{"id": f"g{i}", "name": name(9 + i), "kind": ["human", "ai"][i % 2], "principal": name(i % 5),
                    "count": count,
                    "positions": {f"p{j}": {"goal": "abc"[(i * (j + 1) + j) % 3], "weight": (i % 7 + 2) / 9, "low": 0.1}
                                  for j in range(n_areas)}} for i in range(n_groups)],
        "scenarios": [{"id": "s", "name": name(3), "changes": [{"area": "p0", "goals": ["a", "b"], "value": 0.125}]},
                      {"id": "t", "name": name(4), "changes": [{"area": "p0", "goals": ["a", "b"], "value": 0.25}]}],
    }).encode())


def text_fits_a_terminal():
    """80 columns whatever things are called, and whatever there is of them."""
    long = ["An authority with a name of one hundred characters that nobody has ever said aloud in one breath, or so",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"]
    for project in (hard_names(long), hard_names(["改善农村公共交通和减少私家车使用以及保护环境的共同目标"]),
                    hard_names(["הגנה על הסביבה", "تحسين النقل العام في المناطق الريفية"]),
                    hard_names(["Town"], n_areas=1), hard_names(["Town"], count=0), hard_names(["Town"], n_groups=1),
                    hard_names(["Town"], n_groups=0), hard_names(["Town", *long], n_groups=44),
                    hard_names(["Town"], count=10 ** 11)):
        for options in ((), ("--step", "0.1"), ("--scenario", "s", "--target", "0.05", "--limit", "0"),
                        ("--scenario", "s", "--against", "t")):
            text = good("analyze", project, *options).out
            assert max(map(width, text.splitlines())) <= 80, max(text.splitlines(), key=width)
            assert all(line == line.rstrip() for line in text.splitlines())
    text = good("analyze", hard_names(["Town"], n_areas=1), "--table", "bedfellows").out
    assert "takes two problem areas" in text, text
    empty = good("analyze", hard_names(["Town"], n_groups=0), "--target", "0.1").out
    assert empty.startswith("No score: ") and not any(map(is_heading, empty.splitlines())), empty
    crowd = good("analyze", hard_names(["Town"], n_groups=2100), "--target", "0.0001", "--table", "target").out
    assert "by a ten-thousandth" in crowd, crowd
    assert "Several compromises" in crowd and "(" not in crowd[crowd.index("Compromise between"):], crowd
    many = good("analyze", hard_names(["Town"], n_groups=44), "--table", "own").out
    assert "… and 34 more: --limit 0 shows all" in many, many


def shared_goal():
    """Two groups that hold one goal, and one that holds another."""
    goals = [{"id": each, "name": each.capitalize()} for each in ("clean", "cheap")]
    agents = [{"id": name, "count": 3, "positions": {"air": {"goal": goal, "weight": weight}}}
              for name, goal, weight in (("town", "clean", 0.5), ("farms", "clean", 0.7), ("works", "cheap", 0.9))]
    return write("shared.misalign", json.dumps({
        "format": "misalign-project", "version": 1,
        "areas": [{"id": "air", "name": "Air", "goals": goals, "conflict": {"default": 1}}], "agents": agents}).encode())


def own_scores_say_what_they_are():
    """Before normalization, where there is one; to people only."""
    value = json.loads(read(SHOPPING))
    assert "before normalization" not in good("analyze", SHOPPING, "--table", "own").out
    value["scoring"] = {"normalization": "limit"}
    name = write("limit.misalign", json.dumps(value).encode())
    assert "Own scores are before normalization" in good("analyze", name, "--table", "own").out
    assert run("analyze", name, "--table", "own", "--format", "csv").err == ""


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
    assert text.startswith("This project, scenario “s”: no score; without it 0.5\nNo score: "), text


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


def output_follows_the_ending():
    for ending, start in (("txt", "Overall"), ("json", "{\n"), ("CSV", "kind,place,")):
        assert run("analyze", SHOPPING, "--table", "levers", "-o", "x." + ending).status == 0
        assert read("x." + ending).decode().startswith(start)
    assert good("analyze", SHOPPING, "--format", "json").bytes == good("analyze", "-", "--format=json", "-o", "-",
                                                                         stdin=read(SHOPPING)).bytes


def what_fails():
    assert "found no “x”, expected one of half-conflict" in bad(FAILED, "analyze", CARLA, "--scenario", "x").err
    assert "scenarios: found none" in bad(FAILED, "analyze", SHOPPING, "--scenario", "x").err
    bad(FAILED, "analyze", "missing.misalign")
    bad(FAILED, "analyze", "-", stdin=b"{}")
    bad(FAILED, "analyze", SHOPPING, "-o", "no/folder.json")
    bad(USAGE, "analyze", SHOPPING, "-o", "x.html")


main([levers_are_scores_of_edited_projects, levers_under_other_options, contributions_of_shopping, contributions_add_up,
      between_of_shopping, areas_where_both_are_known, own_scores_and_decomposition, bedfellows_of_shopping, ties_are_said, long_work_shows_life, long_search_says_how_far_it_is, bounds_and_questions,
      scenario_is_compared, scenario_is_compared_with_another, way_from_scenario_to_scenario,
      order_of_changes_leads_over_the_project, text_names_both_scenarios, scenario_is_named_once, total_down_group_up, target_is_reached, several_are_the_same_in_all_formats, scenario_says_which_it_is, target_may_be_half,
      json_has_all_tables, csv_says_what_json_says,
      lists_by_themselves, lists_that_are_none, csv_quotes_what_users_write, limit_counts_what_is_left_out, text_is_aligned, text_is_for_people,
      options_are_said, every_section_says_its_question, what_matters_comes_first, who_is_most_in_conflict, line_of_conflict_is_clear,
      what_can_be_negotiated_comes_first, what_is_missing_is_said, no_goal_conflicts_with_nobody,
      target_of_each_kind, target_above_the_score,
      numbers_of_agents_come_last,
      text_fits_a_terminal, own_scores_say_what_they_are, no_score_is_said, gaps_are_no_faults,
      output_follows_the_ending, what_fails])
