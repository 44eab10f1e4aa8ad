"""analyze as people read it: what comes first, what is said and what is not, in lines of a terminal."""
import csv
import io
import json
import os
import pty
import re
import subprocess
import unicodedata

from analysis_cases import OF_SCENARIO, TABLES, analyze, dump, few, hard_names, is_heading, load, overall, shared_goal
from command_line import CARLA, PROGRAM, SHOPPING, USAGE, bad, good, main, near, read, run, write


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
    name = hard_names(["Town"], n_groups=10000)  # few enough for a table of all changes
    text = good("analyze", name, "--table", "levers").out
    part = text[text.index("Lower by numbers"):text.index("Higher by a sharper")]
    bound = re.search(r"No single change of this kind moves the score by more than (0\.\d+)\.", part)
    table = run("analyze", name, "--format", "csv", "--table", "levers", "--limit", "0").out
    most = max(-float(row["difference"]) for row in csv.DictReader(io.StringIO(table)) if row["class"] == "count")
    assert 0 <= float(bound[1]) - most < 1e-6, (bound, most)


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


def digits_are_elsewhere():
    """No number of a text is longer than people read, and it says where the others are."""
    for arguments in ((SHOPPING, "--target", "half", "--step", "0.1"), (CARLA, "--scenario", "half-conflict", "--limit", "0")):
        text = good("analyze", *arguments).out
        long = [each for each in re.findall(r"\d+\.\d+", text) if len(each.split(".")[1]) > 6 or len(each.replace(".", "").lstrip("0")) > 6]
        assert not long, long
        assert text.endswith("\n\nNumbers are rounded here: --format json and --format csv carry all digits.\n"), text[-200:]
    score = good("score", SHOPPING).out.split()[1]
    assert score in good("analyze", SHOPPING, "--format", "json").out and len(score) > 16
    assert "rounded" not in run("analyze", "-", stdin=good("new", "blank").bytes).out


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
    assert "The one compromise that would help most, if it could be settled fully: if the conflict in Household" in short, short
    assert "fell from 0.9 to 0, the score would fall from 0.2569 to 0.1407." in short and "as certain" in short, short
    assert "In short" not in good("analyze", SHOPPING, "--table", "own").out
    # Three agents, each alone: nobody is within a group; 2 areas, of 0.0897 and 0.4241.
    assert "Expected number of conflicting areas: 0.51 of 2" in text, text[:900]
    assert "Every group is one agent" in text and "line of conflict runs between" not in text
    text = " ".join(good("analyze", CARLA).out.split())
    assert "21 % of the possible 0.5005" in text and "Weighted chance of some clash 45 %: " in text, text[:900]
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
    # Two who differ: conflict in two of three areas, 0.5 each: a third of 1. Of g0 to g3, two of either kind differ.
    assert "Most in conflict are Org 0 and Org 1: 0.3333, over the 3 of 4 problem areas where both are known; 3 more pairs " \
        "are as much in conflict." in short(crowd_of_single_agents(6, **few_known))
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
    # A group called by one of its agents is no single agent; with several, who they belong to is said beside it.
    project["agents"][0]["count"] = 2
    text = short(project)
    assert "Most in conflict are Org 0 (2 agents) and Org 1: " in text, text
    assert text.index("Most in conflict") < text.index("Of all kinds of agents, most in conflict are Human and AI system: "), text
    assert "Of all" not in short({**project, "agents": project["agents"][:6]})


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
    shown = good("analyze", SHOPPING, "--table", "levers", "--limit", "0").out  # who gives up is told with the weights
    assert "more: --limit" not in shown and len(re.findall(r"^ +[-+]?0\.\d+ +[\d.]+  ", shown, re.M)) \
        == sum(each["kind"] != "goal-weight" and each["class"] != "give-up" for each in levers), shown


def new_goal_says_its_weight():
    """Who had no goal, or an unknown one, is given a weight that nobody set: it is said, and it is the one of the effect."""
    project = load(SHOPPING)
    project["agents"] += [{"id": "r", "name": "Regulator", "positions": {"food": {"goal": None}}},
                          {"id": "t", "name": "Town", "positions": {"food": {"goal": None, "weight": 0.25}}}]
    text = " ".join(run("analyze", "-", "--table", "levers", "--limit", "0", stdin=dump(project)).out.split())
    for who, words, area, weight in (("Regulator", "took up", "food", 1), ("Town", "took up", "food", 0.25),
                                     ("Regulator", "turned out to want", "household", 1)):
        goal = {"food": "Increase net profits", "household": "Move inventory"}[area]
        name = {"food": "Food and groceries", "household": "Household items"}[area]
        assert f"{who} {words} “{goal}” in {name}, with weight {weight}" in text, text
        moved = json.loads(json.dumps(project))
        agent = next(each for each in moved["agents"] if each["name"] == who)
        agent["positions"][area] = {"goal": {"food": "profit", "household": "inventory"}[area], "weight": weight}
        then = overall(moved)
        assert re.search(rf"[-+]\d\.\d+ {then:.4f} {who} {words} “{goal}”", text), (who, then, text)
    assert "instead of “Move inventory” in Household items, with weight" not in text


def little_is_not_nothing():
    """A percentage that rounds to 0 or to 100 says so only where it is that."""
    project = {"format": "misalign-project", "version": 1,
               "areas": [{"id": "p", "goals": [{"id": "a"}, {"id": "b"}], "conflict": {"default": 1}}],
               "agents": [{"id": g, "positions": {"p": {"goal": g, "weight": 1}}} for g in "ab"]}

    def head():
        text = " ".join(run("analyze", "-", stdin=dump(project)).out.split())
        return text[:text.index("IN SHORT")]

    assert "100 % of the possible 1," in head() and "some clash 100 %:" in head(), head()
    for conflict, words in ((0.001, "<1 %"), (0.9999, ">99 %"), (0.006, "1 %"), (0, "0 %")):
        project["areas"][0]["conflict"]["default"] = conflict
        assert f"{words} of the possible 1," in head() and f"some clash {words}:" in head(), (conflict, head())


def head_is_as_short_as_wanted():
    """--short ends behind the main findings; a table by itself has the score above it, and what may mislead, but no more."""
    full = good("analyze", SHOPPING).out
    text = good("analyze", SHOPPING, "--short").out
    assert full.startswith(text[:text.index("Numbers are rounded")]), text
    assert full[len(text[:text.index("Numbers are rounded")]):].startswith("WHAT ADDS TO THE SCORE"), text
    for options, words in ((["--table", "own"], "--table"), (["--target", "half"], "--target"), (["--format", "json"], "json")):
        assert "--short: found" in bad(USAGE, "analyze", SHOPPING, "--short", *options).err and words, options
    assert good("analyze", SHOPPING, "--table", "own").out.startswith("Overall misalignment: 0.2569\n\nOWN SCORES")
    text = good("analyze", CARLA, "--scenario", "half-conflict", "--table", "comparison").out
    head = " ".join(text[:text.index("THE SCENARIO")].split())
    assert head.endswith("0.0532 instead of 0.1063. Overall misalignment: 0.0532"), head
    crowd = load(CARLA)
    crowd["agents"][0]["count"] = 5000
    text = " ".join(run("analyze", "-", "--table", "own", "--weight-mean", "minimum", stdin=dump(crowd)).out.split())
    assert "Remark: " in text and "are 5000 of 5500 agents" in text and "Not as in the paper: " in text, text


def what_is_missing_is_said():
    """A list that is not there, for all its conflicts are 1; changes that leave another population."""
    text = " ".join(good("analyze", CARLA, "--table", "levers").out.split())
    assert "Higher by a sharper" not in text and "No conflict between two goals can be sharper: all are 1" in text, text
    assert "can be sharper" not in good("analyze", SHOPPING, "--table", "levers").out
    # Each to none, or one more: nothing is left to be listed.
    assert text.count("4 changes are not shown here: they would make one group larger") == 1, text
    assert "double the population. What the share of a group does to the score draws “misalign-cli plot FILE --kind share”." in text
    assert "the number of agents" not in text, text
    assert sum(each["kind"] == "count" for each in analyze(load(CARLA), "--limit", "0")["levers"]) == 4
    project = few()
    project["agents"][0]["positions"]["p"] = {"goal": None, "weight": 1}
    text = " ".join(run("analyze", "-", "--table", "levers", "--limit", "0", stdin=dump(project)).out.split())
    assert "between having no goal there (x) and “b”" in text and "No goal" not in text, text


def nothing_is_said_twice():
    """To give a goal up is not listed where it does what a weight of 0 does, and only there; json has all."""
    def told(project):
        levers = analyze(project, "--limit", "0")["levers"]
        weights = {(each["agent"], each["area"]): each["difference"] for each in levers
                   if each["kind"] == "weight" and each["to"] == 0}
        given_up = [each for each in levers if each["class"] == "give-up"]
        same = [each for each in given_up
                if abs(weights.get((each["agent"], each["area"]), 0) - each["difference"]) < 1e-14]
        text = " ".join(run("analyze", "-", "--table", "levers", "--limit", "0", stdin=dump(project)).out.split())
        hidden = re.search(r"(\d+) changes? (?:is|are) not shown here: whoever gives a goal up", text)
        assert int(hidden[1] if hidden else 0) + len(re.findall(r"(?<!whoever )gave up", text)) == len(given_up), text
        return len(given_up), len(same), int(hidden[1]) if hidden else 0

    project = load(SHOPPING)
    assert told(project) == (6, 6, 6)
    for options, alike in (({"weight_mean": "minimum"}, True), ({"weight_mean": "arithmetic"}, False),
                           ({"normalization": "limit"}, False), ({"weights": "sum-to-one"}, False)):
        project["scoring"] = options
        n, same, hidden = told(project)
        assert n > 0 and hidden == (n if alike else 0) and hidden <= same, (options, n, same, hidden)
    project["scoring"] = {}  # in food, having no goal is in conflict with one
    project["areas"][0]["conflict"]["pairs"].append({"goals": [None, project["areas"][0]["goals"][0]["id"]], "value": 0.25})
    n, same, hidden = told(project)
    assert hidden == 3 < n, (n, same, hidden)
    text = " ".join(good("analyze", CARLA, "--target", "half", "--table", "target").out.split())
    assert "Giving a goal up No single change of this kind is enough: whoever gives a goal up does the same" in text, text


def what_is_held_is_said():
    """A group that is gone is no share of 0: in one the others keep their numbers, in the other the total stays."""
    share = good("plot", SHOPPING, "--kind", "share", "--group", "retailer", "--format", "csv").out.splitlines()[1]
    level = next(each for each in analyze(load(SHOPPING))["levers"] if each["place"] == "count:retailer" and each["to"] == 0)
    assert share.startswith("0,0.29") and round(level["overall"], 4) == 0.3933, (share, level)
    text = " ".join(good("analyze", SHOPPING, "--table", "levers").out.split())
    assert text.count("The other groups keep their numbers, so the total changes. A share curve is another question") == 2
    assert "If a problem area is left out, the score is the mean of the others." in text, text
    assert "so the total changes" in " ".join(
        good("analyze", SHOPPING, "--table", "target", "--target", "half").out.split())


def words_have_one_meaning():
    """Without is without the scenario; who and what is left out does not count; what is not listed still does."""
    project = load(SHOPPING)
    project["scenarios"] = [{"id": "s", "name": "S", "changes": [{"remove_agent": "retailer"}, {"remove_area": "food"}]}]
    text = good("analyze", "-", "--scenario", "s", "--target", "half", stdin=dump(project)).out
    flat = " ".join(text.split())
    assert "Group left out: Retailer" in flat and "Problem area left out: Food and groceries" in flat, flat
    assert not re.search(r"\bwithout (?!it\b|the scenario\b)", flat), flat
    assert "Kinds divide the agents just as a list that is shown does, so they are not listed." in flat, flat
    assert "so principals are not listed" in flat and "2 changes are not shown here" in flat, flat


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


def width(line):
    """Columns of a terminal."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


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


def own_scores_say_what_they_are():
    """Before normalization, where there is one; to people only."""
    value = json.loads(read(SHOPPING))
    assert "before normalization" not in good("analyze", SHOPPING, "--table", "own").out
    value["scoring"] = {"normalization": "limit"}
    name = write("limit.misalign", json.dumps(value).encode())
    assert "Own scores are before normalization" in good("analyze", name, "--table", "own").out
    assert run("analyze", name, "--table", "own", "--format", "csv").err == ""


main([long_work_shows_life, text_is_aligned, text_is_for_people, digits_are_elsewhere, options_are_said,
      every_section_says_its_question, what_matters_comes_first, who_is_most_in_conflict,
      line_of_conflict_is_clear, what_can_be_negotiated_comes_first, new_goal_says_its_weight,
      little_is_not_nothing, head_is_as_short_as_wanted, what_is_missing_is_said,
      nothing_is_said_twice, what_is_held_is_said, words_have_one_meaning,
      no_goal_conflicts_with_nobody, text_fits_a_terminal, own_scores_say_what_they_are])
