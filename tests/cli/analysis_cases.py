"""What the tests of analyze share: how it is asked, and projects to ask it about."""
import copy
import csv
import io
import json
import re

from command_line import good, read, run, write

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


def shared_goal():
    """Two groups that hold one goal, and one that holds another."""
    goals = [{"id": each, "name": each.capitalize()} for each in ("clean", "cheap")]
    agents = [{"id": name, "count": 3, "positions": {"air": {"goal": goal, "weight": weight}}}
              for name, goal, weight in (("town", "clean", 0.5), ("farms", "clean", 0.7), ("works", "cheap", 0.9))]
    return write("shared.misalign", json.dumps({
        "format": "misalign-project", "version": 1,
        "areas": [{"id": "air", "name": "Air", "goals": goals, "conflict": {"default": 1}}], "agents": agents}).encode())
