"""analyze --scenario and --against: what a scenario changes, against scores of edited projects."""
import copy
import json
import re

from analysis_cases import TABLES, analyze, dump, few, load, overall, rows
from command_line import CARLA, FAILED, SHOPPING, USAGE, bad, good, main, near, run, write


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


def score_stands_after_each_step():
    """In text from the start to the end, each line the one above and its change; in csv and json on both sides of a step."""
    path = write("two.misalign", dump(two_scenarios()))
    for options, start in ((("--scenario", "t"), "without the scenario"), (("--scenario", "t", "--against", "s"), "“The first”")):
        text = good("analyze", path, *options, "--table", "waterfall").out
        lines = text[text.index("In this order"):].split("\n\n")[0].splitlines()
        shown = [line.split() for line in lines if re.match(r" +[-+]?\d", line)]
        assert f"At the start: {start}" in lines[2] and "At the end: “The second”" in lines[-1], lines
        last = float(shown[0][0])
        for line in shown[1:-1]:
            near(float(line[1]), last + float(line[0]), 1.1e-4)  # two roundings to four decimals
            last = float(line[1])
        assert float(shown[-1][0]) == last, lines
        waterfall = analyze(two_scenarios(), *options)["waterfall"]
        assert waterfall["steps"][0]["before"] == waterfall["old"]
        for one, next_one in zip(waterfall["steps"], waterfall["steps"][1:]):
            assert next_one["before"] == one["overall"]
        table = run("analyze", path, "--format", "csv", "--table", "waterfall.steps", *options).out.splitlines()
        assert "overall,before," in table[0] and len(table) == len(waterfall["steps"]) + 1, table


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
    flat = " ".join(text.split())
    old, new = (round(overall(two_scenarios(), "--scenario", each), 4) for each in "st")
    assert flat.startswith(f"This project: “The second” scores {new - old:.4f} higher than “The first”: {new} instead of {old}."), \
        (old, new, flat[:200])
    assert "Before is “The first”, After is “The second”. What changes?" in flat
    assert "From “The first” to “The second”: which change does how much? Changes that both make stand" in flat
    assert "Changes that both scenarios make, which stand: 1" in flat
    assert "Conflict in p: c – b: 0.875, in place of 0.125" in flat
    alone = " ".join(good("analyze", "-", "--scenario", "s", stdin=dump(two_scenarios())).out.split())
    assert "Number of agents of x: 1" in alone, alone
    assert "Taken back (y in p: goal a)" in flat
    assert "Taken back (Problem area left out: q)" in flat


def same_score_is_said():
    """A change that nobody sees is no change of the score."""
    project = two_scenarios()
    project["scenarios"][1]["changes"] = [*project["scenarios"][0]["changes"], {"agent": "w", "area": "p", "weight": 0.25000001}]
    text = " ".join(good("analyze", "-", "--scenario", "t", "--against", "s", stdin=dump(project)).out.split())
    assert text.startswith("This project: “The second” scores the same as “The first”: "), text[:200]


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


def crowd_is_named_on_either_side():
    """Most pairs are two customers in one of the two: which one it is is said, whichever comes first."""
    project = load(SHOPPING)
    project["scenarios"] = [{"id": "crowd", "name": "Many buyers", "changes": [{"agent": "customer", "count": 1000}]},
                            {"id": "calm", "name": "Less clash", "changes": [
                                {"area": "food", "goals": ["profit", "checkout"], "value": 0}]}]
    part = f"{100 * 1000 * 999 / (1002 * 1001):.1f} %"
    remark = f"Customer are 1000 of 1002 agents, so {part} of all pairs"
    path = write("sides.misalign", dump(project))
    for one, other in (("crowd", "calm"), ("calm", "crowd")):
        text = " ".join(good("analyze", path, "--scenario", one, "--against", other).out.split())
        assert text.count(f"Remark: “Many buyers”: {remark}") == 1 and text.count("Remark:") == 1, text[:900]
    text = " ".join(good("analyze", path, "--scenario", "crowd").out.split())
    assert f"Remark: “Many buyers”: {remark}" in text and text.count("Remark:") == 1, text[:900]
    next(agent for agent in project["agents"] if agent["id"] == "customer")["count"] = 1000
    project["scenarios"][0]["changes"][0]["count"] = 1
    text = " ".join(run("analyze", "-", "--scenario", "crowd", stdin=dump(project)).out.split())
    assert f"Remark: The project without the scenario: {remark}" in text and text.count("Remark:") == 1, text[:900]
    text = " ".join(run("analyze", "-", "--scenario", "calm", stdin=dump(project)).out.split())
    assert f"Remark: {remark}" in text and text.count("Remark:") == 1, text[:900]


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


def total_up_group_down():
    """The way back of total_down_group_up: the same groups, told as such."""
    project = few()
    next(agent for agent in project["agents"] if agent["id"] == "x")["count"] = 300
    count = next(agent for agent in few()["agents"] if agent["id"] == "x").get("count", 1)
    project["scenarios"] = [{"id": "s", "changes": [{"agent": "x", "count": count}]}]
    comparison = analyze(project, "--scenario", "s")["comparison"]
    assert comparison["difference"] > 0 and comparison["against"] == 0, comparison
    spared = {row["agent"] for row in comparison["groups"] if row["spared"]}
    falling = {row["agent"] for row in comparison["groups"] if row["difference"] < -1e-12}
    assert spared == falling and "y" in spared and comparison["spared"] == len(spared), comparison
    assert comparison["groups"][0]["spared"] and not any(row["against"] for row in comparison["groups"])
    text = " ".join(run("analyze", "-", "--scenario", "s", "--table", "comparison", stdin=dump(project)).out.split())
    assert f"Groups whose own score falls although the total rises: {len(spared)}" in text, text
    assert text.count(" yes") == len(spared) and "although the total falls" not in text, text


def other_numbers_are_another_population():
    """Where groups differ in number it is said, with both totals; where only minds differ, it is not."""
    project = load(SHOPPING)
    project["scenarios"] = [
        {"id": "more", "name": "More", "changes": [{"add_agent": {"id": "reg", "name": "Regulator", "positions": {}}},
                                                   {"agent": "customer", "count": 4}]},
        {"id": "calm", "name": "Calm", "changes": [{"area": "food", "goals": ["profit", "checkout"], "value": 0}]}]
    path = write("numbers.misalign", dump(project))
    for options, totals in ((["more"], "3 agents before, 7 after"), (["calm", "--against", "more"], "7 agents before, 3 after")):
        options = ["--scenario", *options, "--table", "comparison"]
        text = " ".join(good("analyze", path, *options).out.split())
        assert f"These are two different populations: {totals}; 2 groups have another number of agents." in text, text
        assert text.index("two different populations") < text.index("Score before") and "like make-up." in text, text
        note, = json.loads(good("analyze", path, *options, "--format", "json").out)["notes"]
        assert note["table"] == "comparison" and totals in note["message"], note
    assert "two different populations" not in good("analyze", path, "--scenario", "calm").out


def options_are_those_of_score():
    """Whatever --help of score offers: the same words, the same score, of the project and of a scenario."""
    options = re.findall(r"^  (--[a-z-]+)=WORD +.*\n?", good("score", "--help").out, re.M)
    assert "--unknown" in options and "--weights" in options and len(options) == len(load(SHOPPING)["scoring"]), options
    words = {"--weight-mean": "minimum", "--area-mean": "geometric", "--pairs": "replacement", "--normalization": "limit",
             "--unknown": "no-goal", "--weights": "sum-to-one"}
    project = few()
    changes = project["scenarios"][0]["changes"]
    project["scenarios"][0]["changes"] = [each for each in changes if "scoring" not in each]
    for option in options:
        for scenario in ([], ["--scenario", "s"]):
            found = json.loads(good("analyze", "-", option, words[option], *scenario, "--format", "json", stdin=dump(project)).out)
            near(found["overall"], overall(project, option, words[option], *scenario))
            assert found["scoring"][option[2:].replace("-", "_")] == words[option], found["scoring"]
            if scenario:
                near(found["comparison"]["old"], overall(project, option, words[option]))
                near(sum(step["difference"] for step in found["waterfall"]["steps"]), found["comparison"]["difference"])
        assert f"{option}: found “x”, expected " in bad(USAGE, "analyze", SHOPPING, option, "x").err
    project["scenarios"] = [{"id": "s", "name": "Unknown", "changes": [{"scoring": {"unknown": "no-goal"}}]}]
    error = bad(FAILED, "analyze", "-", "--scenario", "s", "--unknown", "leave-out", stdin=dump(project)).err
    assert "--unknown: the scenario “Unknown” sets this option of the score itself" in error, error
    near(json.loads(good("analyze", "-", "--scenario", "s", "--weights", "sum-to-one", "--format", "json", stdin=dump(project)).out)["overall"],
         overall(project, "--scenario", "s", "--weights", "sum-to-one"))


def scenario_says_which_it_is():
    """First the project, the scenario and both scores; then how they differ, before what it is made of."""
    by_id = good("analyze", CARLA, "--scenario", "half-conflict", "--target", "half").out
    title, name = load(CARLA)["title"], load(CARLA)["scenarios"][0]["name"]
    assert by_id.startswith(f"{title}: “{name}” scores 0.0532 lower than the project\nwithout it: 0.0532 instead of 0.1063.\n"), \
        by_id[:200]
    assert f"Before is without the scenario, After is with it (“{name}”)." in " ".join(by_id.split())
    order = ["THE SCENARIO AND THE PROJECT WITHOUT IT", "WHAT EACH CHANGE OF", "WHAT IT WOULD TAKE", "WHAT ADDS TO THE"]
    places = [by_id.index(each) for each in order]
    assert places == sorted(places), places
    assert by_id == good("analyze", CARLA, "--scenario", name, "--target", "half").out
    analysis = analyze(load(CARLA), "--scenario", name)
    assert [analysis[key] for key in ("title", "scenario", "scenario_name")] == [title, "half-conflict", name]
    project = load(CARLA)
    project["scenarios"] = [{**project["scenarios"][0], "id": each} for each in ("a", "b")]
    assert "expected the id of one: a, b" in bad(FAILED, "analyze", "-", "--scenario", name, stdin=dump(project)).err


main([scenario_is_compared, scenario_is_compared_with_another, score_stands_after_each_step, way_from_scenario_to_scenario,
      order_of_changes_leads_over_the_project, text_names_both_scenarios, same_score_is_said,
      scenario_is_named_once, crowd_is_named_on_either_side, total_down_group_up, total_up_group_down, other_numbers_are_another_population,
      options_are_those_of_score,
      scenario_says_which_it_is])
