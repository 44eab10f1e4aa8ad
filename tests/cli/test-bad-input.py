"""Files that are none, and projects that are no valid ones: what check and score say of them, within a second."""
import json
import os
import re
import time

from command_line import CARLA, DONE, FAILED, SHOPPING, bad, good, main, read, run, somebody, write

QUICK = 10  # seconds, under sanitizers on a slow machine


def project(areas=None, agents=None, **members):
    """A small valid project, with some of its members replaced."""
    return {"format": "misalign-project", "version": 1, "areas": areas or [area()], "agents": agents or [agent()],
            **members}


def area(**members):
    return {"id": "food", "goals": [{"id": "cheap"}, {"id": "good"}], **members}


def agent(**members):
    return {"id": "customer", "positions": {"food": {"goal": "cheap", "weight": 0.8}}, **members}


def position(**members):
    return project(agents=[agent(positions={"food": {"goal": "cheap", **members}})])


def conflict(**members):
    return project(areas=[area(conflict={"pairs": [{"goals": ["cheap", "good"], "value": 0.5, **members}]})])


# Bytes that are not RFC 8259, and the line and column at fault.
SYNTAX = [
    (b"", 1, 1),
    (b"\n\n  ", 3, 3),
    (b"hello", 1, 1),
    (b"{", 1, 2),
    (b'{"format": "misalign-project",}', 1, 31),
    (b'{\n  // a comment\n}', 2, 3),
    (b"{'format': 1}", 1, 2),
    (b'{"a": 010}', 1, 7),
    (b'{"a": NaN}', 1, 7),
    (b'{} {}', 1, 4),
    ('{"ä": "ö" 1}'.encode(), 1, 11),
]

# Valid JSON that is no valid project: the place, and the message.
FAULTS = [
    (project(format="other"), "format", "other"),
    (project(version=2), "version", "found version 2 .*expected at most 1: a newer Misalign"),
    (project(version=0), "version", "expected"),
    (project(version="1"), "version", "expected"),
    ([], "(project)", "expected an object"),
    ({"format": "misalign-project", "version": 1, "areas": []}, "(project)", "agents"),
    (project(bogus=1), "bogus", "expected"),
    (project(title="a\u0007b"), "title", "U\\+0007|control"),
    (project(title="a\u202eb"), "title", "U\\+202E|control"),
    (project(title="x" * 201), "title", "200"),
    (project(areas=[area(), area()]), "areas[1].id", "food"),
    (project(areas=[area(id="Food")]), "areas[0].id", "expected"),
    (project(areas=[area(goals=[{"id": "a"}, {"id": "a"}])]), "areas[0].goals[1].id", "a"),
    (project(areas=[area(conflict={"default": -0.1})]), "areas[0].conflict.default", "found -0.1, expected"),
    (conflict(value=1.5), "areas[0].conflict.pairs[0].value", "found 1.5, expected a number from 0 to 1"),
    (conflict(low=0.6), "areas[0].conflict.pairs[0]", "0.6"),
    (conflict(goals=["cheap", "cheap"]), "areas[0].conflict.pairs[0].goals", "expected"),
    (conflict(goals=["cheap", "other"]), "areas[0].conflict.pairs[0].goals", "other"),
    (position(weight=1.2), "agents[0].positions.food.weight", "found 1.2, expected a number from 0 to 1"),
    (position(weight="0.8"), "agents[0].positions.food.weight", "expected a number"),
    (position(weight=None), "agents[0].positions.food.weight", "expected a number"),
    (position(goal="other"), "agents[0].positions.food.goal", "other"),
    (project(agents=[agent(positions={"other": {"goal": "cheap"}})]), "agents[0].positions.other", "expected"),
    (project(agents=[agent(), agent()]), "agents[1].id", "customer"),
    (project(agents=[agent(kind="robot")]), "agents[0].kind", "expected human, ai"),
    (project(agents=[agent(count=-1)]), "agents[0].count", "-1"),
    (project(agents=[agent(count=1.5)]), "agents[0].count", "1.5"),
    (project(agents=[agent(count=10**12 + 1)]), "agents[0].count", "1000000000000"),
    (project(scoring={"weight_mean": "median"}), "scoring.weight_mean", "expected geometric"),
    (project(scenarios=[{"id": "s", "changes": [{"agent": "nobody", "count": 1}]}]), "scenarios[0].changes[0]", "nobody"),
]


def fault_of(path, **options):
    """What check finds in a file, as JSON; text and score say the same."""
    started = time.monotonic()
    result = run("check", "--format", "json", path, **options)
    assert time.monotonic() - started < QUICK, path
    assert (result.status, result.err) == (FAILED, ""), result
    fault = json.loads(result.out)
    assert list(fault) == ["file", "kind", "line", "column", "place", "message"], result
    assert fault["file"] == path, result
    text = run("check", path, **options)
    assert (text.status, text.err) == (FAILED, ""), text
    assert text.out.startswith(path) and text.out.endswith(fault["message"] + "\n"), text
    assert bad(FAILED, "score", path, **options).err == "misalign-cli: " + text.out
    return fault, text.out


def syntax():
    for data, line, column in SYNTAX:
        fault, text = fault_of(write("x.misalign", data))
        assert (fault["kind"], fault["line"], fault["column"]) == ("syntax", line, column), (data, fault)
        assert text.startswith(f"x.misalign:{line}:{column}: "), (data, text)
        assert re.search("found .*, expected ", fault["message"]), fault


# What somebody wrote by hand, the line and column where it stops being JSON, and how that is mended.
SLIPS = [
    ('{"id": "a"\n "name": "b"}', 2, 2, "a comma is missing before it, at the end of line 1"),
    ('[1\n\n\n {"a": 1}]', 4, 2, "a comma is missing before it, at the end of line 1"),
    ('{"a": 1,\n\n}', 3, 1, "the comma before it, in line 1, is one too many"),
    ('{"a": [1, 2,]}', 1, 13, "the comma before it, in line 1, is one too many"),
    ("{'id': 1}", 1, 2, 'names and texts stand in straight double quotes, "so"'),
    ('{“id”: 1}', 1, 2, 'names and texts stand in straight double quotes, "so"'),
    ('{"id": ‘x’}', 1, 8, 'names and texts stand in straight double quotes, "so"'),
    ('{\n // why\n}', 2, 2, 'JSON has no comments; write it into a "note" or a "description"'),
    ('{"a": 1 /* why */}', 1, 9, 'JSON has no comments; write it into a "note" or a "description"'),
    ('# why\n{}', 1, 1, 'JSON has no comments; write it into a "note" or a "description"'),
    ('{"weight": 0,75, "b": 1}', 1, 14, "write 0.75, as numbers have a decimal point"),
    ('{"weight": -12,5}', 1, 16, "write -12.5, as numbers have a decimal point"),
    ('{"a": .5}', 1, 7, 'a number begins with a digit or "-", as in 0.5'),
    ('{\n "a": [\n  {"b": 1},\n  {"c": 2}\n}', 5, 1, 'the "[" of line 2 is not closed by "]"'),
    ('{\n "a": {\n  "b": 1\n', 4, 1, 'the "{" of line 2 is not closed by "}"'),
    ('[\n {"b": 1,\n {"c": 2}]', 3, 2, 'the "{" of line 2 is not closed by "}"'),
    ('{"a": 1, b: 2}', 1, 10, "put it in double quotes"),
    ('{"a": human}', 1, 7, "put a text in double quotes"),
    ('{"a": True}', 1, 7, "write true"),
    ('{"a": None}', 1, 7, "write null"),
    ('{"a": "He said "no" again"}', 1, 17, 'a quote inside a text is written \\"'),
]


def slips_of_the_hand():
    for text, line, column, mended in SLIPS:
        fault, _ = fault_of(write("x.misalign", text.encode()))
        assert (fault["kind"], fault["line"], fault["column"]) == ("syntax", line, column), (text, fault)
        assert fault["message"].endswith(": " + mended), (text, fault)
    # No advice where it would be a guess.
    for text in ("hello", "{} {}", '{"a"}', '{"a": 010}', '{"a": @}', ""):
        fault, _ = fault_of(write("x.misalign", text.encode()))
        assert ": " not in fault["message"], (text, fault)


def faulty_projects():
    for value, place, pattern in FAULTS:
        fault, text = fault_of(write("x.misalign", json.dumps(value).encode()))
        assert (fault["kind"], fault["line"], fault["column"]) == ("project", None, None), (value, fault)
        assert fault["place"].startswith(place), (value, fault)
        assert re.search(pattern, fault["message"]), (value, fault)
        assert f": {fault['place']}: " in text or place == "(project)", text


def faults_of(path):
    """All that check finds, as JSON; as text and from score the same lines."""
    result = run("check", "--format", "json", path)
    faults = [json.loads(line) for line in result.out.splitlines()]
    text = run("check", path)
    assert [line.split(": ", 2)[1:] for line in text.out.splitlines()] == [
        [fault["place"], text_line.split(": ", 2)[2]] for fault, text_line in zip(faults, text.out.splitlines(), strict=True)], text
    assert bad(FAILED, "score", path).err == "".join(f"misalign-cli: {line}\n" for line in text.out.splitlines())
    return {fault["place"]: fault["message"] for fault in faults}


def many_faults():
    """All that is wrong is told at once; what only follows from another fault is not."""
    value = project(
        areas=[area(name="Food and drink", conflict={"pairs": [{"goals": ["cheap", "good"], "value": 7}]}),
               area(id="home", goals=[{"id": "rest"}, {"id": "Two words"}, {"id": "tidy", "nmae": "Tidy"}])],
        agents=[agent(name="Customer", count=-1, kind="organisation",
                      positions={"food": {"goal": "cheap", "weight": "0,8", "high": 0.9}, "home": {"goal": "two-words"}}),
                agent(id="shop", name="Shop", positions={"Food and drink": {"goal": "cheap"}, "food": {"goal": "chaep", "weight": 1.3}}),
                agent(id="customer")],
        scenarios=[{"id": "s", "changes": [{"agent": "Shop", "count": 2}, {"area": "food", "goals": ["cheap", None], "value": 2},
                                           {"agent": "nobody", "count": 2}]}])
    faults = faults_of(write("x.misalign", json.dumps(value).encode()))
    assert {place: re.sub(".*?, expected ", "", message, count=1) for place, message in faults.items()} == {
        "areas[0].conflict.pairs[0].value": "a number from 0 to 1",
        "areas[1].goals[1].id": "1 to 64 of a-z 0-9 - _, beginning with a letter or digit",
        "areas[1].goals[2].nmae": 'only id, name or description: did you mean "name"?',
        "agents[0].count": "a whole number from 0 to 1000000000000",
        "agents[0].kind": 'human, ai, organization or other: did you mean "organization"?',
        "agents[0].positions.food.weight": "a number from 0 to 1: write 0.8, without quotes",
        'agents[1].positions["Food and drink"]': 'the id of an area of the project: "Food and drink" is a name; its id is "food"',
        "agents[1].positions.food.goal": 'the id of a goal of the area, or null for no goal: "cheap", "good"; did you mean "cheap"?',
        "agents[1].positions.food.weight": "a number from 0 to 1",
        "agents[2].id": "one of its own",
        # That nobody is nobody may follow from the rest.
        "scenarios[0].changes[0].agent": 'the id of a group of agents of the project: "Shop" is a name; its id is "shop"',
        "scenarios[0].changes[1].value": "a number from 0 to 1"}, faults
    # In a list of thousands, the first ones and how many there are.
    many = project(agents=[agent(id=f"a{i}", count=-1) for i in range(30)])
    result = run("check", write("many.misalign", json.dumps(many).encode()))
    lines = result.out.splitlines()
    assert len(lines) == 20 and result.err == "misalign-cli: many.misalign: and 10 more\n", result
    assert bad(FAILED, "score", "many.misalign").err.count("agents[") == 20
    # No area that can be named: nothing is said of those who name it.
    assert list(faults_of(write("x.misalign", json.dumps(project(areas=[area(id=3)])).encode()))) == ["areas[0].id"]


def names_in_place_of_ids():
    """Which id is meant where only one can be, and which there are."""
    goals = [{"id": "a", "name": "Same"}, {"id": "b", "name": "Same"}, {"id": "c", "name": "Other"}]
    start = project(areas=[area(goals=goals)], agents=[agent(name="Customer", positions={"food": {"goal": "a"}})])
    for change, place, expected in (
            ({"agent": "customer", "area": "food", "goal": "Other"}, "goal", ', or null for no goal: "Other" is a name; its id is "c"'),
            ({"agent": "customer", "area": "food", "goal": "Same"}, "goal",
             ', or null for no goal: "Same" is the name of several; their ids are "a", "b"'),
            ({"agent": "Customer", "count": 1}, "agent", ': "Customer" is a name; its id is "customer"'),
            ({"remove_agent": "custmer"}, "remove_agent", ': "customer"; did you mean "customer"?'),
            ({"area": "foods", "default": 1}, "area", ': "food"; did you mean "food"?')):
        faults = faults_of(write("x.misalign", json.dumps({**start, "scenarios": [{"id": "s", "changes": [change]}]}).encode()))
        [(found, message)] = faults.items()
        assert found == f"scenarios[0].changes[0].{place}" and message.endswith(expected), faults
    # One that the scenario adds itself is there, one that it has removed is not.
    added = [{"add_agent": {"id": "new"}}, {"agent": "new", "count": 2}]
    good("check", write("x.misalign", json.dumps({**start, "scenarios": [{"id": "s", "changes": added}]}).encode()))
    gone = [{"remove_agent": "customer"}, {"agent": "customer", "count": 2}]
    assert list(faults_of(write("x.misalign", json.dumps({**start, "scenarios": [{"id": "s", "changes": gone}]}).encode()))) == [
        "scenarios[0].changes[1]"]


def scenarios_beyond_limits():
    rows = [{"id": f"r{i}", "count": 10**12} for i in range(9007)]
    changes = [{"remove_agent": "r0"}, {"agent": "small", "count": 10**12}, {"add_agent": {"id": "new", "count": 10**12}}]
    value = project(areas=[area()], agents=[{"id": "small", "count": 0}, *rows],
                    scenarios=[{"id": "fits", "changes": changes[:2]}, {"id": "s", "changes": changes}])
    fault, _ = fault_of(write("x.misalign", json.dumps(value).encode()))
    assert (fault["kind"], fault["place"]) == ("project", "scenarios[1].changes[2]"), fault
    assert re.search("agents in all, expected at most 9007199254740991", fault["message"]), fault
    value["scenarios"].pop()
    good("check", write("x.misalign", json.dumps(value).encode()))


def encodings():
    text = json.dumps(project())
    good("check", write("bom.misalign", b"\xef\xbb\xbf" + text.encode()))
    fault, _ = fault_of(write("utf-16.misalign", text.encode("utf-16")))
    assert "UTF-8" in fault["message"], fault
    fault_of(write("latin-1.misalign", json.dumps(project(title="ä"), ensure_ascii=False).encode("latin-1")))
    fault_of(write("nul.misalign", b"\0" * 1000))


def duplicate_members():
    fault, _ = fault_of(write("x.misalign", b'{"format": "misalign-project", "format": "misalign-project"}'))
    assert fault["kind"] == "project", fault
    fault, _ = fault_of(write("x.misalign", json.dumps(project(title="a\0b")).encode()))
    assert fault["kind"] == "project", fault


def tables_in_place_of_projects():
    """Whoever has a table is told both ways on; what is no table of agents is still bad JSON."""
    advice = ('x.csv:1:1: found a table of agents, expected a project: "misalign-cli convert TABLE PROJECT.misalign" makes '
              'one of it, and "misalign-cli score PROJECT --population TABLE" scores its agents in a project that is there\n')
    for table in (b"agent,area,goal\na,b,c\n", b"\xef\xbb\xbfkind;Agent;Food\r\nai;a;b\r\n", b"sep=;\nagent;food\n",
                  b'"agent","food"\n"a","b"\n'):
        write("x.csv", table)
        for command in ("score", "analyze"):
            assert bad(FAILED, command, "x.csv").err == "misalign-cli: " + advice
        assert run("check", "x.csv").out == advice
        fault, _ = fault_of("x.csv")
        assert (fault["kind"], fault["line"], fault["column"]) == ("syntax", 1, 1), fault
    for data in (b"agents are few", b"[agent]", b'{\n"agent", 1}', b'"agent" x'):
        fault, _ = fault_of(write("x.misalign", data))
        assert "table" not in fault["message"], fault
    result = bad(FAILED, "score", SHOPPING, "--population", SHOPPING)
    assert 'shopping.misalign:1:1: found "{", with which a project begins, expected a table (CSV)' in result.err, result


def hostile():
    many = 1000000
    for data in (b"[" * many, b'{"a":' * many, b'{"format": "misalign-project", "version": ' + b"9" * many + b"}"):
        fault_of(write("x.misalign", data))
    areas = b'{"format":"misalign-project","version":1,"agents":[],"areas":[' + b",".join([b"{}"] * 2001) + b"]}"
    fault, _ = fault_of(write("x.misalign", areas))
    assert "2000" in fault["message"].replace(",", ""), fault


def no_files():
    os.mkdir("folder")
    os.mkfifo("pipe")
    os.symlink("pipe", "link")
    os.symlink("nowhere", "dangling")
    for path, pattern in [("missing", "no file"), ("folder", "folder"), ("pipe", "pipe"), ("link", "pipe"),
                          ("dangling", "no file"), ("/dev/null", "device"), ("", "no file “”")]:
        fault, _ = fault_of(path)
        assert fault["kind"] == "io" and re.search(pattern, fault["message"]), (path, fault)
        assert (fault["line"], fault["column"], fault["place"]) == (None, None, ""), fault


def unreadable():
    path = write("secret.misalign", read(SHOPPING))
    os.chmod(path, 0)
    fault, _ = fault_of(path, **somebody())
    assert fault["kind"] == "io" and "permission" in fault["message"], fault


def strange_names():
    for name in (b"\x1b[31m.misalign", b"line\nbreak.misalign", b"\xff\xfe.misalign"):
        write(name, b"{")
        text = run("check", name).out
        assert text.count("\n") == 1 and "\x1b" not in text, text
        json.loads(run("check", "--format", "json", name).out)
        assert bad(FAILED, "score", name).err.count("\n") == 1
    name = "a\u202eb\u0085c\x1b.misalign"
    write(name.encode(), b"{")
    for arguments in (["--format", "json"], []):
        result = run("check", *arguments, name)
        assert not set("\u202e\u0085\x1b") & set(result.out), result
    assert json.loads(run("check", "--format", "json", name).out)["file"] == name


def standard_input():
    result = run("check", "-", stdin=b"{")
    assert (result.status, result.out.split(",")[0]) == (FAILED, "standard input:1:2: found the end of the file"), result
    good("check", "-", stdin=read(SHOPPING))
    result = bad(FAILED, "score", "-", stdin=json.dumps(position(weight=1.2)).encode())
    assert re.fullmatch(r"misalign-cli: standard input(:\d+:\d+)?: agents\[0\].positions.food.weight: found 1.2, "
                        r"expected a number from 0 to 1\n", result.err), result


def many_files():
    write("a.misalign", b"{")
    write("b.misalign", json.dumps(project(version=2)).encode())
    result = run("check", SHOPPING, "a.misalign", CARLA, "missing", "b.misalign", "--format=json")
    assert result.status == FAILED, result
    faults = [json.loads(line) for line in result.out.splitlines()]
    assert [(fault["file"], fault["kind"]) for fault in faults] == [
        ("a.misalign", "syntax"), ("missing", "io"), ("b.misalign", "project")], faults
    valid = run("check", SHOPPING, CARLA)
    assert (valid.status, valid.out, valid.err) == (DONE, "", ""), valid


def valid_projects():
    for value in (project(), conflict(low=0.4, high=0.9), position(weight=1), position(goal=None),
                  {"format": "misalign-project", "version": 1, "areas": [], "agents": []}):
        good("check", write("x.misalign", json.dumps(value).encode()))


def dangling_experiment():
    """A group may go while an experiment names it: the project stays one that can be opened, and check says so."""
    project = {"format": "misalign-project", "version": 1, "areas": [{"id": "a", "goals": []}], "agents": [{"id": "one"}],
               "experiments": [{"id": "e", "world": "project", "x": {"vary": "share:one", "values": [1]}},
                               {"id": "f", "world": "project", "x": {"vary": "share:gone", "values": [1]}}]}
    name = write("dangling.misalign", json.dumps(project).encode())
    for arguments in ([], ["--format", "json"]):
        result = run("check", *arguments, name)
        assert (result.status, result.out) == (0, ""), result
        assert result.err == ('misalign-cli: dangling.misalign: remark: experiments[1].x: found no group of agents '
                              '"gone", expected one of the project\n'), result
    assert run("score", name).status == DONE


main([tables_in_place_of_projects, dangling_experiment, syntax, slips_of_the_hand, faulty_projects, many_faults,
      names_in_place_of_ids, scenarios_beyond_limits, encodings, duplicate_members, hostile, no_files, unreadable, strange_names, standard_input,
      many_files, valid_projects])
