"""Charts of a project: their numbers against those of `score`, names in the pictures, the five formats."""
import csv
import io
import json

from command_line import CARLA, FAILED, SHOPPING, USAGE, bad, good, main, near, read, texts, write


def areas():
    """A row for the whole and one for each area, with the numbers of the score."""
    rows = list(csv.reader(io.StringIO(good("plot", CARLA, "--kind", "areas", "--format", "csv").out)))
    score = json.loads(good("score", CARLA, "--format", "json").out)
    assert rows[0] == ["area", "name", "misalignment"] and rows[1][:2] == ["", ""], rows
    assert float(rows[1][2]) == score["overall"]
    assert [(row[0], float(row[2])) for row in rows[2:]] == [(a["id"], a["misalignment"]) for a in score["areas"]]
    assert rows[2][1] == "Pedestrian collision", rows
    plot = json.loads(good("plot", CARLA, "--kind", "areas", "--format", "json").out)
    assert plot["plot"] == "areas" and plot["overall"] == score["overall"], plot
    assert [[a["id"], a["name"], str(a["misalignment"])] for a in plot["areas"]] == rows[2:]


def share():
    """Two groups that clash by 0.8: 2 x (1 - x) n / (n - 1) of the pairs."""
    project = json.loads(good("new", "blank").out)
    project["areas"] = [{"id": "p", "goals": [{"id": "a"}, {"id": "b"}], "conflict": {"default": 0.8}}]
    project["agents"] = [{"id": goal, "name": "Group " + goal, "count": count, "positions": {"p": {"goal": goal}}}
                         for goal, count in (("a", 15), ("b", 5))]
    write("p.misalign", json.dumps(project).encode())
    for group, present in (("a", 0.75), ("b", 0.25), ("GROUP B", 0.25)):
        plot = json.loads(good("plot", "p.misalign", "--kind", "share", "--group", group, "--format", "json").out)
        assert plot["group"] == group.lower()[-1] and plot["share"] == present, plot
        points = plot["points"]
        assert len(points) == 201 and points[0]["share"] == 0 and points[-1]["share"] == 1
        for point in points:
            near(point["misalignment"], 2 * point["share"] * (1 - point["share"]) * 20 / 19 * 0.8)
    # The first group, unless one is named.
    rows = list(csv.reader(io.StringIO(good("plot", "p.misalign", "--kind", "share", "--format", "csv").out)))
    points = json.loads(good("plot", "p.misalign", "--kind", "share", "--group", "a", "--format", "json").out)["points"]
    assert rows[0] == ["share", "misalignment"], rows[0]
    assert [[float(x) for x in row] for row in rows[1:]] == [[p["share"], p["misalignment"]] for p in points]


def scenarios():
    project = json.loads(read(SHOPPING))
    project["scenarios"] = [{"id": "calm", "name": "Calm days", "changes": [
        {"area": "food", "goals": ["convenience", "profit"], "value": 0.7}]}]
    write("p.misalign", json.dumps(project).encode())
    score = json.loads(good("score", "p.misalign", "--scenario", "calm", "--format", "json").out)
    plot = json.loads(good("plot", "p.misalign", "--scenario", "calm", "--kind", "areas", "--format", "json").out)
    assert plot["overall"] == score["overall"] and plot["title"] == "Shopping recommender – Calm days", plot
    good("plot", "p.misalign", "--scenario", "calm", "--kind", "areas", "-o", "p.svg")
    assert any(text.startswith("Scenario “Calm days”. Grey: ") for text in texts("p.svg")), texts("p.svg")
    assert any("Shopping recommender – Calm days" in text for text in texts("p.svg")), texts("p.svg")
    good("plot", "p.misalign", "--scenario", "calm", "--kind", "share", "-o", "p.svg")
    assert any(text.startswith("Scenario “Calm days”. All agents: ") for text in texts("p.svg")), texts("p.svg")
    good("plot", "p.misalign", "--kind", "areas", "-o", "p.svg")
    assert not any("Scenario" in text for text in texts("p.svg")), texts("p.svg")
    assert "found no “x”, expected one of calm" in bad(FAILED, "plot", "p.misalign", "--kind", "areas", "--scenario", "x").err


def pictures():
    """Names, not ids; the format follows the ending."""
    good("plot", SHOPPING, "--kind", "areas", "-o", "areas.svg")
    assert {"Food and groceries", "Household items", "0.090", "0.424", "overall 0.257"} <= set(texts("areas.svg"))
    assert good("plot", SHOPPING, "--kind", "areas").bytes == read("areas.svg")
    good("plot", SHOPPING, "--kind", "share", "--group", "retailer", "-o", "share.svg")
    assert {"Misalignment by the share of Retailer", "Share of Retailer"} <= set(texts("share.svg"))
    for name, start in (("x.png", b"\x89PNG"), ("x.pdf", b"%PDF"), ("x.csv", b"area,name"), ("x.json", b"{")):
        good("plot", SHOPPING, "--kind", "areas", "-o", name)
        assert read(name).startswith(start), name


def what_cannot_be_drawn():
    for arguments in ([], ["--kind", "weight"], ["--kind", "areas", "--group", "retailer"], ["--kind", "areas", "-o", "x.gif"],
                      ["--kind", "areas", "--format", "text"]):
        bad(USAGE, "plot", SHOPPING, *arguments)
    assert "expected areas or share" in bad(USAGE, "plot", SHOPPING, "--kind", "pairs").err
    result = bad(FAILED, "plot", SHOPPING, "--kind", "share", "--group", "x")
    assert "agents: found no “x”, expected one of: customer, retailer, recommender" in result.err, result
    project = json.loads(read(SHOPPING))
    for agent in project["agents"][:2]:
        agent["principal"] = "Ministry"
    write("p.misalign", json.dumps(project).encode())
    result = bad(FAILED, "plot", "p.misalign", "--kind", "share", "--group", "ministry")
    assert "agents: “ministry” is a principal, which a share cannot be drawn of, expected one of its groups: customer, retailer\n" \
        in result.err, result
    # Nothing to measure is no failure for areas; there is no share without a group.
    write("blank.misalign", good("new", "blank").bytes)
    assert json.loads(good("plot", "blank.misalign", "--kind", "areas", "--format", "json").out)["overall"] is None
    good("plot", "blank.misalign", "--kind", "areas", "-o", "blank.svg")
    bad(FAILED, "plot", "blank.misalign", "--kind", "share")


main([areas, share, scenarios, pictures, what_cannot_be_drawn])
