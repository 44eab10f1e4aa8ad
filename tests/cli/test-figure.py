"""Figures 4 and 8: every point against its closed form, worked out here once more, and the five formats."""
import csv
import io
import json
import math
import os
import shutil
import struct
import subprocess
import xml.etree.ElementTree as xml
from fractions import Fraction

from command_line import FAILED, SVG, Skip, bad, good, locale, main, near, read, write

COLUMNS = ["series", "x", "mean", "min", "max", "sd", "low", "high", "theory"]
MEMBERS = ["figure", "x_label", "y_label", "agents", "runs", "seed", "band", "series"]
GOALS = ["2 goals", "3 goals", "4 goals", "5 goals"]
CARLA = ["scenario weights, conflict 0.5", "scenario weights, conflict 1", "maximum weights, conflict 0.5",
         "maximum weights, conflict 1"]
X_LABELS = {"4": "Proportion of Agents with Goal 1", "8": "Proportion of Agents Which are Autonomous Vehicles"}
WEIGHTS = [(.50, .99), (.40, .15), (.35, .15), (.30, .05), (.20, .05), (.30, .05), (.30, .01), (.30, .05)]  # table 3


def goal_score(goals, step, agents):
    """1 - sum n_g (n_g - 1) / (n (n - 1)), in exact fractions; whole agents by largest remainders."""
    shares = [Fraction(step, 50)] + [Fraction(50 - step, 50 * (goals - 1))] * (goals - 1)
    counts = [int(share * agents) for share in shares]
    by_remainder = sorted(range(goals), key=lambda g: (counts[g] - shares[g] * agents, g))
    for goal in by_remainder[:agents - sum(counts)]:
        counts[goal] += 1
    return 1 - Fraction(sum(n * (n - 1) for n in counts), agents * (agents - 1))


def carla_score(series, step, agents):
    vehicles = Fraction(step * agents, 50)
    assert vehicles.denominator == 1
    mean = sum(math.sqrt(v * h) if series < 2 else 1 for v, h in WEIGHTS) / len(WEIGHTS)
    return (0.5, 1)[series % 2] * mean * float(2 * vehicles * (agents - vehicles) / (agents * (agents - 1)))


def table(figure, *arguments):
    rows = list(csv.reader(io.StringIO(good("figure", figure, "--format", "csv", *arguments).out)))
    assert rows[0] == COLUMNS, rows[0]
    assert len(rows) == 1 + 4 * 51, len(rows)
    return rows[1:]


def check_points(rows, names, score):
    for index, row in enumerate(rows):
        series, step = divmod(index, 51)
        numbers = [float(field) for field in row[1:]]
        assert row[0] == names[series] and numbers[0] == step / 50, row
        expected = float(score(series, step))
        for number in numbers[1:4] + numbers[5:]:
            near(number, expected)
        assert numbers[4] == 0, row


def figure_4():
    for agents in (1000, 7, 999, 123456789):
        rows = table("4", "--agents", str(agents))
        check_points(rows, GOALS, lambda series, step: goal_score(series + 2, step, agents))
    assert table("4") == table("4", "--agents", "1000")


def figure_8():
    for agents in (1000, 50, 10**12):
        rows = table("8", "--agents", str(agents))
        check_points(rows, CARLA, lambda series, step: carla_score(series, step, agents))
    assert table("8") == table("8", "--agents", "1000")


def as_json():
    for figure, names in (("4", GOALS), ("8", CARLA)):
        text = good("figure", figure, "--format", "json").out
        assert [name for name, _ in json.loads(text, object_pairs_hook=list)] == MEMBERS, text[:500]
        data = json.loads(text)
        assert [data[name] for name in MEMBERS[:-1]] == [figure, X_LABELS[figure], "Population Misalignment", 1000, 1, 0,
                                                         "min-max"], text[:500]
        assert [list(series) for series in data["series"]] == [["name", "points"]] * 4
        assert [series["name"] for series in data["series"]] == names
        assert all(list(point) == COLUMNS[1:] for series in data["series"] for point in series["points"])
        numbers = [[float(field) for field in row[1:]] for row in table(figure)]
        assert numbers == [list(point.values()) for series in data["series"] for point in series["points"]]


def as_svg():
    for figure, names in (("4", GOALS), ("8", CARLA)):
        data = good("figure", figure, "-o", f"{figure}.svg")
        root = xml.fromstring(read(f"{figure}.svg"))
        words = [text for element in root.iter(SVG + "text") for text in element.itertext()]
        assert data.out == "" and root.tag == SVG + "svg"
        assert root.find(SVG + "title").text.startswith(f"Figure {figure}. "), root.find(SVG + "title").text
        description = root.find(SVG + "desc").text
        assert all(f"{name}: " in description for name in names), description
        assert X_LABELS[figure] in words and "Population Misalignment" in words, words
        assert all(any(name in word for word in words) for name in names), words
        assert all(f"0.{digit}" in words for digit in range(1, 10)), words
        if shutil.which("xmllint"):
            subprocess.run(["xmllint", "--noout", f"{figure}.svg"], check=True, timeout=60)


def as_png():
    good("figure", "4", "-o", "4.png")
    data = read("4.png")
    assert data.startswith(b"\x89PNG\r\n\x1a\n") and data.endswith(b"IEND\xaeB`\x82")
    assert struct.unpack(">II", data[16:24]) == (1800, 1200)  # 6 x 4 inches at 300 dots per inch
    assert b"pHYs" in data and b"2406.04231" not in data[:100]


def as_pdf():
    good("figure", "8", "-o", "8.pdf")
    data = read("8.pdf")
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    if not shutil.which("pdftotext"):
        raise Skip("no pdftotext")
    words = subprocess.run(["pdftotext", "8.pdf", "-"], check=True, timeout=60, stdout=subprocess.PIPE).stdout.decode()
    assert X_LABELS["8"] in words and all(name in words for name in CARLA), words


def formats_and_endings():
    expected = {name: good("figure", "4", "--format", name).bytes for name in ("png", "svg", "pdf", "csv", "json")}
    for name, data in expected.items():
        good("figure", "4", "-o", f"x.{name.upper()}")
        assert read(f"x.{name.upper()}") == data, name
    good("figure", "4", "-o", "x.png", "--format", "csv")
    assert read("x.png") == expected["csv"]
    assert good("figure", "4").bytes == good("figure", "4", "-o", "-").bytes == expected["svg"]


FIGURES = ["1", "2", "3", "4", "5", "8"]
CONFLICTS = [[1, 1, 1], [1], [1, .75], [1, .75, .5], [.5], [.25, .5, .75], [.25, .5], [.25], [.25, .25, .25]]
MEAN_ROOT = (.75**1.5 - .25**1.5) / (1.5 * .5)  # E sqrt w for w uniform on [.25,.75]


def weight_moments(goals, per_agent):
    """Mean and variance of M_p / c in figure 5, from those of S_g, the sum of sqrt w over the holders of goal g:
    M_p = 2 c / (n (n - 1)) times the sum of S_g S_h over pairs of goals, the S_g being independent."""
    agents = 120
    counts = [agents // goals + (1 if g < agents % goals else 0) for g in range(goals)]
    means = [n * MEAN_ROOT for n in counts]
    variances = [(n if per_agent else n * n) * (.5 - MEAN_ROOT**2) for n in counts]
    mean = sum(means[g] * means[h] for g in range(goals) for h in range(g))
    variance = sum(variances[g] * variances[h] for g in range(goals) for h in range(g))
    variance += sum(variances[g] * (sum(means) - means[g])**2 for g in range(goals))
    factor = 2 / (agents * (agents - 1))
    return factor * mean, factor**2 * variance


def both_readings():
    """Figure 5 with a weight for each agent and for each goal group: mean and spread as they must be."""
    runs = 2000
    for per in ("agent", "group"):
        data = json.loads(good("figure", "5", "--weights-per", per, "--runs", str(runs), "--format", "json").out)
        assert (data["weights_per"], len(data["series"])) == (per, 9), data["weights_per"]
        for series, conflicts in zip(data["series"], CONFLICTS):
            for point in series["points"]:
                mean, variance = weight_moments(int(point["x"]), per == "agent")
                mean *= sum(conflicts) / len(conflicts)
                sd = math.sqrt(variance * sum(c * c for c in conflicts)) / len(conflicts)
                near(point["theory"], mean)
                assert abs(point["mean"] - mean) <= 5 * sd / math.sqrt(runs), (per, series["name"], point)
                assert abs(point["sd"] - sd) <= .12 * sd, (per, series["name"], point, sd)


def which_reading():
    """The default is the authors' program; pictures say which one they have; without drawn weights there is none."""
    group = good("figure", "5", "--weights-per", "group")
    assert good("figure", "5").bytes == group.bytes and '"weights_per": "group"' in group.out.replace("&quot;", '"')
    agent = good("figure", "5", "--weights-per", "agent")
    assert '"weights_per": "agent"' in agent.out.replace("&quot;", '"')
    assert "drawn by agent" in agent.out and "drawn by goal group" in group.out
    assert "Numbers changed" not in agent.out
    assert "weights_per" not in good("figure", "4", "--format", "json").out
    good("figure", "all", "-o", "readings", "--weights-per", "agent", "--runs", "2")
    assert read("readings/figure-5.svg") == good("figure", "5", "--weights-per", "agent", "--runs", "2").bytes
    assert read("readings/figure-3.svg") == good("figure", "3", "--runs", "2").bytes


def random_figures():
    """Their shape: series, points, and theory beside the mean."""
    shapes = {"1": (5, 17, 100), "2": (4, 17, 100), "3": (8, 50, 100), "5": (9, 10, 120)}
    for figure, (series, points, agents) in shapes.items():
        data = json.loads(good("figure", figure, "--format", "json").out)
        assert (data["figure"], data["agents"], data["runs"], data["seed"]) == (figure, agents, 100, 1), data["figure"]
        assert len(data["series"]) == series and all(len(each["points"]) == points for each in data["series"])
        for each in data["series"]:
            for point in each["points"]:
                assert point["min"] <= point["mean"] <= point["max"], point
                assert abs(point["mean"] - point["theory"]) <= 0.6 * point["sd"] + 1e-12, point


def same_bytes():
    """Whatever the number of threads, the locale, or how often it is asked."""
    environments = [{"LC_ALL": "C"}, locale("de_DE.UTF-8"), locale("tr_TR.UTF-8")]
    for figure in FIGURES:
        expected = good("figure", figure, "--format", "csv", "--seed", "7", "--threads", "1").bytes
        for threads in ("2", "7"):
            assert good("figure", figure, "--format", "csv", "--seed", "7", "--threads", threads).bytes == expected
        for env in environments:
            assert good("figure", figure, "--format", "csv", "--seed", "7", env=env).bytes == expected, env
        assert good("figure", figure, "--format=csv").bytes == good("figure", figure, "--format=csv", "-o", "-").bytes
    assert good("figure", "1", "--format=csv", "--seed=7").bytes != good("figure", "1", "--format=csv", "--seed=8").bytes


def runs_and_agents():
    data = json.loads(good("figure", "2", "--format", "json", "--runs", "3", "--agents", "1000000000", "--seed", "5").out)
    assert (data["runs"], data["seed"], data["agents"]) == (3, 5, 10**9), data["runs"]
    xs = [point["x"] for point in data["series"][0]["points"]]
    assert (xs[0], xs[-1]) == (1, 10**9) and xs == sorted(set(xs)), xs
    single = json.loads(good("figure", "1", "--format", "json", "--runs", "1").out)
    assert all(point["sd"] is None for point in single["series"][0]["points"][1:]), single["series"][0]
    assert json.loads(good("figure", "3", "--format=json", "--agents=1000", "--runs=2").out)["agents"] == 1000


def all_figures():
    good("figure", "all", "-o", "deep/folder")
    assert sorted(os.listdir("deep/folder")) == [f"figure-{figure}.svg" for figure in FIGURES]
    good("figure", "all", "-o", "deep/folder", "--format", "csv", "--agents", "100")
    assert sorted(os.listdir("deep/folder")) == [f"figure-{f}.{e}" for f in FIGURES for e in ("csv", "svg")]
    for figure in FIGURES:
        assert read(f"deep/folder/figure-{figure}.svg") == good("figure", figure).bytes
        assert read(f"deep/folder/figure-{figure}.csv") == good("figure", figure, "--agents=100", "--format=csv").bytes
    bad(FAILED, "figure", "all", "-o", write("file", b"kept"))
    assert read("file") == b"kept"


main([figure_4, figure_8, as_json, as_svg, as_png, as_pdf, formats_and_endings, random_figures, both_readings,
      which_reading, same_bytes,
      runs_and_agents, all_figures])
