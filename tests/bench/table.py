"""table.py MISALIGN_CLI [ROWS]: makes a table of 10,000,000 agents and scores it as a stream. Prints rows and MB a
second of processor time, the peak of memory, and the ratio to counting the lines of the same file (wc -l)."""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

AREAS, GOALS, BLOCK = 1, 4, 20000


def make_project(path):
    project = {"format": "misalign-project", "version": 1, "agents": [], "areas": [
        {"id": "tax", "goals": [{"id": f"g{goal}"} for goal in range(GOALS)], "conflict": {"default": 1}}]}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(project, file)


def make_table(path, n_rows):
    """The same rows over and over, with ids of their own: what is slow is reading, not what is read."""
    numbers = random.Random(1)
    ends = [f",tax,g{numbers.randrange(GOALS)},{numbers.randrange(1, 1000) / 1000}\n" for _ in range(BLOCK)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("agent,area,goal,weight\n")
        for first in range(0, n_rows, BLOCK):
            file.write("".join(f"a{first + i}{end}" for i, end in enumerate(ends[:n_rows - first])))


def measure(*command):
    """Processor time of a command, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, text


def main():
    n_rows = int(sys.argv[2]) if len(sys.argv) > 2 else 10000000
    with tempfile.TemporaryDirectory() as folder:
        project, table = os.path.join(folder, "project.misalign"), os.path.join(folder, "table.csv")
        make_project(project)
        make_table(table, n_rows)
        size = os.path.getsize(table)
        baseline, _ = measure("wc", "-l", table)
        peak_before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        seconds, text = measure(sys.argv[1], "score", project, "--population", table)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"score: {text.splitlines()[0]}")
    print(f"{n_rows} rows, {size / 1e6:.0f} MB: {seconds:.2f} s, {n_rows / seconds / 1e6:.2f} million rows/s, "
          f"{size / seconds / 1e6:.0f} MB/s, {seconds / baseline:.1f} times wc -l")
    print(f"peak memory {peak / 1024:.1f} MiB" + ("" if peak > peak_before else " at most"))


main()
