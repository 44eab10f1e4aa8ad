#!/usr/bin/env python3
"""Runs one fuzz target on seeds made of what the other tests have: fuzz.py TARGET PROGRAM MAKER TESTS CRASHES.

TARGET is gate, project, table or edits; PROGRAM the target, MAKER make-seeds, TESTS the folder of the tests; in the
folder CRASHES stay the inputs that the program could not stand. FUZZ_SECONDS says for how long, 120 if it does not;
FUZZ_CORPUS names a folder in which the inputs that were found are kept.
"""
import ast
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST_RUNS = 2_000_000
MOST_BYTES = 8192
LITERALS = re.compile(r'(?:"(?:\\.|[^"\\\n])*"(?:\s|HEAD)*)+')
LITERAL = re.compile(r'HEAD|"(?:\\.|[^"\\\n])*"')
HEAD = b"agent,name,kind,principal,count,area,goal,weight\n"
# The first byte of a table says what it is read as (table.c): each form, with a project and without, and how.
TABLE_FLAGS = (0, 4, 12, 20, 1, 65, 2, 6, 66, 130, 3, 11)


def literals(path):
    """The texts in a source: neighbouring ones are one, as C has it."""
    for found in LITERALS.finditer(path.read_text(encoding="utf-8")):
        parts = (HEAD if part == "HEAD" else value(part) for part in LITERAL.findall(found[0]))
        yield b"".join(parts)


def value(literal):
    try:
        text = ast.literal_eval("b" + literal if literal.isascii() else literal)
    except (SyntaxError, ValueError):
        return b""
    return text if isinstance(text, bytes) else text.encode()


def json_suite(tests):
    """The bytes of each case of json-suite.txt."""
    for line in (tests / "file/json-suite.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t", 2)
        if not line.startswith("#") and len(fields) == 3:
            text = re.sub(r"%\((\d+)\*([^)]*)\)", lambda m: m[2] * min(int(m[1]), 1000), fields[2])
            yield re.sub(rb"%([0-9A-F]{2})", lambda m: bytes([int(m[1], 16)]), text.encode())


def projects(tests, made):
    files = [*(tests / "../data/examples").glob("*.misalign"), *(tests / "file/golden").glob("e*"),
             *made.glob("*.project")]
    yield from (path.read_bytes() for path in sorted(files))
    yield from broken_projects(tests)


def broken_projects(tests):
    """The cases of the reader's test: a valid project with one thing in it replaced."""
    base = next(t for t in literals(tests / "file/test-project-reader.c") if b"misalign-project" in t)
    cases = (tests / "file/reader-cases.inc").read_text(encoding="utf-8")
    for case in re.findall(r"\{\s*(NULL|\".*?\"),\s*(\".*?\"),\s*\"[^\n]*\s*\}", cases, re.DOTALL):
        source, target = (b"".join(map(value, LITERAL.findall(part))) for part in case)
        yield base.replace(source, target, 1) if source else target
    yield base


def tables(tests, made):
    texts = [path.read_bytes() for path in sorted(made.glob("*.table"))]
    for path in sorted((tests / "file").glob("test-*table*.c")):
        texts += [t for t in literals(path) if b"\n" in t and re.search(rb"[,;\t]", t)]
    for text in texts:
        yield from (bytes([flags]) + text for flags in TABLE_FLAGS)


def scripts():
    """Of edits: any bytes will do."""
    source = random.Random(1)
    for _ in range(300):
        yield source.randbytes(source.randrange(4, 400))


def seeds(target, tests, made):
    if target == "gate":
        experiments = sorted((tests / "../data/experiments").glob("*.json"))
        return [*json_suite(tests), *projects(tests, made), *(path.read_bytes() for path in experiments)]
    if target == "project":
        return list(projects(tests, made))
    return list(tables(tests, made) if target == "table" else scripts())


def words(target, texts):
    """What stands in double quotes, or between separators in a first line: names of members, of columns, choices."""
    if target == "edits":
        return {b"0.5", b"50 %", b"-", b"?", b"0,5 (0,25 - 0,75)"}
    pattern = rb'"[\w -]{1,24}"' if target != "table" else rb"[\w.:-]{1,24}"
    chosen = [text[1:].split(b"\n")[0] for text in texts] if target == "table" else texts
    marks = {b"{", b"}", b"[", b"]", b":", b",", b"null", b"true", b"\\u", b"\xef\xbb\xbf"}
    signs = {b",", b";", b"\t", b"\n", b'"', b"sep=;\n", b"-", b":weight", b":low", b":high", b"0,5", b"%"}
    return {word for text in chosen for word in re.findall(pattern, text)} | (signs if target == "table" else marks)


def escape(word):
    return "".join(chr(c) if 32 < c < 127 and c not in b'"\\' else f"\\x{c:02x}" for c in word)


def prepare(target, maker, tests, folder):
    """Makes the seeds and the dictionary; says where they are."""
    made, corpus, dictionary = folder / "made", folder / "seeds", folder / "dictionary"
    made.mkdir()
    corpus.mkdir()
    subprocess.run([maker, made], check=True)
    texts = [text for text in seeds(target, tests, made) if len(text) <= 2 * MOST_BYTES]
    if len(texts) < 50:
        sys.exit(f"Only {len(texts)} seeds were found for {target}.")
    for number, text in enumerate(texts):
        (corpus / str(number)).write_bytes(text)
    dictionary.write_text("".join(f'"{escape(word)}"\n' for word in sorted(words(target, texts))), encoding="ascii")
    return corpus, dictionary


def main(target, program, maker, tests, crashes):
    tests, crashes = Path(tests), Path(crashes)
    crashes.mkdir(exist_ok=True)
    seconds = os.environ.get("FUZZ_SECONDS", "120")
    with tempfile.TemporaryDirectory() as folder:
        corpus, dictionary = prepare(target, maker, tests, Path(folder))
        found = Path(os.environ.get("FUZZ_CORPUS", Path(folder) / "found"))
        found.mkdir(exist_ok=True)
        # 10 seconds and 1 GiB for each input, and no leak.
        options = [f"-dict={dictionary}", f"-artifact_prefix={crashes}/{target}-", "-timeout=10", "-rss_limit_mb=1024",
                   "-malloc_limit_mb=256", f"-max_len={MOST_BYTES}", f"-runs={MOST_RUNS}",
                   f"-max_total_time={seconds}", "-seed=1", "-print_final_stats=1", "-close_fd_mask=1"]
        status = subprocess.run([program, *options, found, corpus], check=False).returncode
    if status != 0:
        newest = max(crashes.glob(f"{target}-*"), key=lambda path: path.stat().st_mtime, default=None)
        print(f"FAILED: {target}. The input is kept as {newest}\n"
              f"To see it again: G_SLICE=always-malloc {program} {newest}", file=sys.stderr)
    return 1 if status else 0


sys.exit(main(*sys.argv[1:]))
