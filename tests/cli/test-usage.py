"""Which command lines are wrong, what is said of them, and what the help says."""
import os
import re

from command_line import CARLA, DATA, SHOPPING, USAGE, bad, good, main

# What is wrong, and what must stand on standard error.
FIGURE_8 = os.path.join(DATA, "experiments", "figure-8.json")
WRONG = [
    ([], r"found nothing, expected a command: score, analyze, figure, sweep, .*check, convert, new"),
    (["bogus"], r"found “bogus”, expected a command: score"),
    (["-x"], r"found “-x”, expected a command"),
    (["\x1b[31m"], r"\\u001b\[31m"),
    (["score"], r"score: found too few arguments, expected FILE"),
    (["score", SHOPPING, CARLA], r"score: found “.*carla.misalign”, expected nothing more than FILE"),
    (["score", SHOPPING, "--bogus"], r"--bogus"),
    (["score", SHOPPING, "--population"], r"--population"),
    (["score", "-", "--population", "-"], r"--population: found “-”, expected a table"),
    (["score", SHOPPING, "--all-means", "--area-mean", "minimum"], r"--all-means: found --area-mean as well"),
    (["score", SHOPPING, "--format"], r"--format"),
    (["score", SHOPPING, "--format", "xml"], r"--format: found “xml”, expected text, csv or json"),
    (["score", SHOPPING, "-o", "x.html"], r"-o: found “x.html”, expected the ending txt, csv or json"),
    (["score", SHOPPING, "--weight-mean", "median"], r"--weight-mean: found “median”, expected geometric, arithmetic, "
     r"harmonic, minimum, maximum or none"),
    (["score", SHOPPING, "--area-mean", "none"], r"expected arithmetic, geometric, harmonic, minimum or maximum"),
    (["score", SHOPPING, "--pairs", ""], r"--pairs: found “”, expected distinct or replacement"),
    (["score", SHOPPING, "--normalization=Limit"], r"found “Limit”, expected none, limit or maximum"),
    (["score", SHOPPING, "--unknown", "x"], r"expected leave-out or no-goal"),
    (["score", SHOPPING, "--weights", "x"], r"expected as-given or sum-to-one"),
    (["score", "missing", "--weights", "x"], r"expected as-given or sum-to-one"),
    (["analyze"], r"analyze: found too few arguments, expected FILE"),
    (["analyze", SHOPPING, "--format", "xml"], r"--format: found “xml”, expected text, csv or json"),
    (["analyze", SHOPPING, "--table", "lever"], r"--table: found “lever”, expected contributions, levers, between, "
     r"bedfellows, bounds, .* or target"),
    (["analyze", SHOPPING, "--format", "csv"], r"--format csv: found no --table, expected one: contributions, levers"),
    (["analyze", "missing", "-o", "x.csv"], r"--format csv: found no --table"),
    (["analyze", SHOPPING, "-o", "x.html"], r"-o: found “x.html”, expected the ending txt, csv or json"),
    (["analyze", CARLA, "--table", "waterfall"], r"--table waterfall: found no --scenario"),
    (["analyze", CARLA, "--table", "comparison"], r"--table comparison: found no --scenario"),
    (["analyze", SHOPPING, "--table", "target"], r"--table target: found no --target"),
    (["score", SHOPPING, "--weight-mean", "foo", "--weight-mean", "none"], r"--weight-mean: found “foo”, expected"),
    (["score", SHOPPING, "--weight-mean=none", "--weight-mean", "foo"], r"--weight-mean: found “foo”, expected"),
    (["score", SHOPPING, "--format", "xml", "--format", "csv"], r"--format: found “xml”, expected"),
    (["check", SHOPPING, "--format", "xml", "--format", "json"], r"--format: found “xml”, expected"),
    (["figure", "4", "--format", "xml", "--format", "csv"], r"--format: found “xml”, expected"),
    (["figure"], r"figure: found too few arguments"),
    (["figure", "4", "8"], r"found “8”"),
    (["figure", "6"], r"found “6”, expected 1\|2\|3\|4\|5\|8\|all"),
    (["figure", "all"], r"-o FOLDER"),
    (["figure", "all", "-o", "-"], r"-o FOLDER"),
    (["figure", "4", "--format", "gif"], r"found “gif”, expected png, svg, pdf, csv or json"),
    (["figure", "4", "-o", "x.gif"], r"-o: found “x.gif”, expected the ending png, svg"),
    (["figure", "4", "-o", "x"], r"expected the ending"),
    (["figure", "4", "-o", "folder.svg/x"], r"expected the ending"),
    (["figure", "4", "--run", "3"], r"--run"),
    (["figure", "5", "--weights-per", "goal"], r"--weights-per: found “goal”, expected agent or group"),
    (["figure", "4", "--weights-per", "agent"], r"--weights-per: found “agent”, .*; 4 draws none"),
    (["figure", "5", "--agents", "4294967296", "--weights-per", "agent"], r"found 4294967296 agents"),
    (["figure", "1", "--agents", "4294967296"], r"figure: 1: x: found 4294967296 agents, expected 1 to 4294967295"),
    (["figure", "all", "-o", "folder", "--agents", "4294967296"], r"found 4294967296 agents"),
    (["figure", "3", "--runs", "1000000"], r"3: runs: found 400000000 worlds to run, expected at most 20000000"),
    (["sweep"], r"sweep: found too few arguments, expected EXPERIMENT.json"),
    (["sweep", "x.json", "--format", "gif"], r"found “gif”"),
    (["sweep", "x.json", "-o", "x.gif"], r"-o: found “x.gif”"),
    (["sweep", FIGURE_8, "--project", CARLA], r"--project: found “.*”, expected none"),
    (["check"], r"check: found too few arguments, expected FILE"),
    (["check", SHOPPING, "--format", "csv"], r"--format: found “csv”, expected text or json"),
    (["convert", "x.csv"], r"convert: found too few arguments, expected IN OUT"),
    (["convert", "x.csv", "y.txt"], r"found “x.csv” and “y.txt”, expected a project \(.misalign, .json\) and a table"),
    (["convert", "--merge", "x.misalign", "y.csv"], r"--merge: found a project, expected a table"),
    (["new"], r"new: found too few arguments, expected shopping\|ranges\|carla\|blank"),
    (["new", "bogus"], r"found .*bogus.*, expected shopping, ranges, carla or blank"),
    (["new", "../shopping"], r"expected shopping, ranges, carla or blank"),
]
WRONG += [(["analyze", SHOPPING, "--target", value], r"--target: found “.*”, expected a (number from 0 to 1|point for the comma, as in 0.1)$")
          for value in ("", "x", "-0.1", "1.1", "nan", "0,5")]
WRONG += [(["analyze", SHOPPING, "--target", value], r"--target: found “.*”, expected no percentage: 0.2 for a score of 0.2, or “half”")
          for value in ("%", "101%", "-5%", "1e1%", " 5%", "5%%")]
WRONG += [(["analyze", SHOPPING, "--step", value], r"--step: found “.*”, expected a number above 0, at most 1$")
          for value in ("0", "2", "0x1", "%", "101%", "-5%", "1e1%", " 5%", "5%%")]
WRONG += [(["analyze", SHOPPING, "--limit", value], r"--limit: found “.*”, expected a whole number from 0 to 100000$")
          for value in ("", "-1", "1.5", "100001", "all")]
WRONG += [(["figure", "4", "--agents", agents], r"--agents: found “.*”, expected a whole number from 2 to 10{12}$")
          for agents in ("", "0", "1", "-5", "1.5", "1e3", "0x10", "1000000000001", "99999999999999999999", "ten")]
WRONG += [(["figure", "1", "--runs", runs], r"--runs: found “.*”, expected a whole number from 1 to 1000000$")
          for runs in ("", "0", "-1", "1.5", "1000001")]
WRONG += [(["figure", "1", "--seed", seed], r"--seed: found “.*”, expected a whole number from 0 to 9007199254740991$")
          for seed in ("", "-1", "x", "9007199254740992")]
WRONG += [(["figure", "1", "--threads", threads], r"--threads: found “.*”, expected a whole number from 1 to 1024$")
          for threads in ("", "0", "1025")]


def wrong_usage():
    for arguments, pattern in WRONG:
        result = bad(USAGE, *arguments)
        first, second = result.err.splitlines()
        assert re.search(pattern, first), (arguments, pattern, result)
        assert second.endswith("--help” says more."), (arguments, result)


def help_names_all_commands():
    text = good("--help").out
    assert good("-h").out == text
    for command in ("score FILE", "analyze FILE", "figure 1|2|3|4|5|8|all", "sweep EXPERIMENT.json", "plot FILE", "check FILE…",
                    "convert IN OUT", "new shopping|ranges|carla|blank"):
        assert f"\n  {command} " in text, text
    # One column of summaries, whatever characters stand before it.
    columns = {re.match(r"  \S.*?  +", line).end() for line in text.splitlines() if re.match(r"  \S", line)}
    assert len(columns) == 1, text


def help_of_commands():
    options = {
        "score": ["--scenario", "--weight-mean", "--area-mean", "--pairs", "--normalization", "--unknown", "--weights",
                  "--population", "--all-means", "--list-scenarios", "-o, --output", "--format"],
        "analyze": ["--scenario", "--table", "--target", "--step", "--limit", "-o, --output", "--format"],
        "figure": ["-o, --output", "--runs", "--seed", "--threads", "--agents", "--format"],
        "sweep": ["--project", "-o, --output", "--runs", "--seed", "--threads", "--agents", "--format"],
        "plot": ["--kind", "--group", "--scenario", "-o, --output", "--format"],
        "check": ["--format"],
        "convert": ["--into", "--conflicts", "--default-conflict", "--merge", "--force"],
        "new": ["-o, --output", "--force"],
    }
    for command, names in options.items():
        text = good(command, "--help").out
        assert f"misalign-cli {command} [OPTION…]" in text, text
        assert all(name in text for name in names), text
        assert good(command, "-h").out == text
    means = "geometric, arithmetic, harmonic, minimum, maximum or none"
    assert means in " ".join(good("score", "--help").out.split())


def help_fits_a_terminal():
    """80 columns; what does not fit goes on below itself."""
    for command in ("", "score", "analyze", "figure", "sweep", "plot", "check", "convert", "new"):
        text = good(*[command] * bool(command), "--help").out
        assert max(map(len, text.splitlines())) <= 80, max(text.splitlines(), key=len)
        assert text.endswith("\n") and not text.endswith("\n\n\n"), text
    lines = good("analyze", "--help").out.splitlines()
    first = next(i for i, line in enumerate(lines) if "--table=NAME" in line)
    column = lines[first].index("Only")
    assert lines[first + 1][:column].isspace() and lines[first + 1][column] != " ", lines


def version():
    assert re.fullmatch(r"misalign-cli \d+\.\d+\.\d+\n", good("--version").out)


def options_and_operands_mix():
    expected = good("score", SHOPPING, "--weight-mean", "minimum", "--format", "csv").out
    assert good("score", "--weight-mean=minimum", SHOPPING, "--format=csv").out == expected
    assert good("score", "--format=csv", "--weight-mean", "maximum", "--weight-mean", "minimum", "--", SHOPPING).out \
        == expected


def per_cents():
    """An option takes a number of per cent as a table and the window do; not a target, which may be a part of the
    score."""
    expected = good("analyze", SHOPPING, "--step", "0.125", "--table", "levers").out
    for word in ("12.5%", "12.5 %"):
        assert good("analyze", SHOPPING, "--step", word, "--table", "levers").out == expected
        assert "expected no percentage" in bad(USAGE, "analyze", SHOPPING, "--target", word).err


def empty_name():
    """An empty name of a file is said to be one, before any work."""
    for arguments in (["new", "shopping"], ["score", SHOPPING], ["analyze", SHOPPING], ["figure", "1"], ["figure", "1", "--format", "csv"],
                      ["sweep", "missing.json"]):
        result = bad(USAGE, *arguments, "-o", "")
        assert f"misalign-cli: {arguments[0]}: -o: found an empty name, expected that of a file\n" in result.err, result


main([wrong_usage, per_cents, empty_name, help_names_all_commands, help_of_commands, help_fits_a_terminal,
      version, options_and_operands_mix])
