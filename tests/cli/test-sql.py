"""The queries of the help, run on real engines: the score of the groups is the score of the rows."""
import csv
import glob
import io
import itertools
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import time

from command_line import DATA, DONE, SHOPPING, Skip, good, main, near, read, run, somebody

ROWS = 200_000
GOALS = {"food": ["convenience", "profit", "checkout", "-", None],
         "household": ["avoid-impulse", "inventory", "checkout", "-", None]}
PEOPLE = ["id", "principal", "kind", "food_goal", "food_weight", "household_goal", "household_weight"]
ANSWERS = ["person", "principal", "kind", "area", "goal", "weight"]
TYPES = {"id": "INTEGER", "person": "INTEGER"}


def queries():
    with open(os.path.join(DATA, "help", "tables.md"), encoding="utf-8") as file:
        found = re.findall(r"^```sql\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)
    assert len(found) == 2, found
    return found


def make_people():
    """Persons with weights of one and of many digits; now and then a weight without a goal, as databases have."""
    choice = random.Random(20240604)
    roles = [("user", "human"), ("deployer", "organization"), (None, "ai"), ("a \"quoted\", role; é", "other")]
    for number in range(ROWS):
        row = [number + 1, *choice.choice(roles)]
        for goals in GOALS.values():
            row += [choice.choice(goals), choice.choice([0, 0.1, 0.25, 0.5, 1 / 3, 0.7, 0.9, 1])]
        yield row


def make_answers(people):
    for person, principal, kind, *positions in people:
        for area, goal, weight in zip(GOALS, positions[::2], positions[1::2]):
            yield [person, principal, kind, area, goal, weight]


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def write_persons(people):
    """The rows themselves as a table, one agent each."""
    header = ["agent", "principal", "kind", "food", "food:weight", "household", "household:weight"]
    blank = ([f"p{number}", principal, kind, *(food if food[0] else [None, None]), *(home if home[0] else [None, None])]
             for number, principal, kind, *rest in people for food, home in [(rest[:2], rest[2:])])
    return write_csv("persons.csv", header, blank)


def scores(table):
    for options in itertools.product(["leave-out", "no-goal"], ["as-given", "sum-to-one"]):
        chosen = [f"--{name}={word}" for name, word in zip(("unknown", "weights"), options)]
        result = good("score", SHOPPING, "--population", table, "--all-means", "--format", "json", *chosen)
        yield json.loads(result.out)


def compare(rows, groups):
    """Both tables under all means; returns how many groups there are."""
    for of_rows, of_groups in zip(scores(rows), scores(groups), strict=True):
        assert of_rows["agents"] == of_groups["agents"] == ROWS
        for weight_mean, means in of_rows["means"].items():
            for area_mean, value in means.items():
                assert value > 0, (weight_mean, area_mean)
                near(of_groups["means"][weight_mean][area_mean], value, 1e-12)
    with open(groups, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert sum(int(row["count"]) for row in table) == ROWS
    # It fits into a project, as the rows do not; converted, it has the same agents.
    assert run("convert", "--force", groups, "groups.misalign").status == DONE
    assert len(json.loads(read("groups.misalign"))["agents"]) == len(table) < ROWS / 4
    return len(table)


def create(table, columns):
    kinds = (f"{name} {TYPES.get(name, 'DOUBLE PRECISION' if 'weight' in name else 'TEXT')}" for name in columns)
    return f"CREATE TABLE {table} ({', '.join(kinds)})"


def sqlite():
    if sqlite3.sqlite_version_info < (3, 25):
        raise Skip("needs SQLite 3.25 with window functions")
    people = list(make_people())
    persons = write_persons(people)
    base = sqlite3.connect(":memory:")
    for query, table, columns, rows in zip(queries(), ("people", "answers"), (PEOPLE, ANSWERS),
                                           (people, make_answers(people))):
        base.execute(create(table, columns))
        base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)
        found = base.execute(query)
        groups = write_csv(f"{table}-groups.csv", [column[0] for column in found.description], found)
        print(f"# SQLite {sqlite3.sqlite_version}: {ROWS} {table} in {compare(persons, groups)} groups")


class Cluster:
    """A PostgreSQL of its own, in this folder, that nobody else can reach, run by a user who may do nothing."""

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin") + glob.glob("/usr/pgsql-*/bin"))
        self.folder = found[-1] if found else os.path.dirname(shutil.which("initdb") or "")
        if not self.folder:
            raise Skip("needs PostgreSQL")
        self.options = {**somebody(), "env": {**os.environ, "LC_ALL": "C.UTF-8", "HOME": os.getcwd()}}

    def call(self, program, *arguments, **more):
        return subprocess.run([os.path.join(self.folder, program), *arguments], check=True, stdout=subprocess.PIPE,
                              **self.options, **more).stdout

    def __enter__(self):
        data = os.path.join(os.getcwd(), "data")
        self.call("initdb", "-D", data, "-A", "trust", "-U", "test", "-E", "UTF8", "--no-sync")
        with open("log", "wb") as log:
            self.server = subprocess.Popen([os.path.join(self.folder, "postgres"), "-D", data, "-F", "-k", os.getcwd(),
                                            "-c", "listen_addresses="], stdout=log, stderr=log, **self.options)
        for _ in range(600):
            try:
                self.sql("SELECT 1", stderr=subprocess.DEVNULL)
                return self
            except subprocess.CalledProcessError:
                time.sleep(0.1)
        raise AssertionError(open("log", encoding="utf-8").read())

    def sql(self, query, **more):
        return self.call("psql", "-X", "-q", "-h", os.getcwd(), "-U", "test", "-d", "postgres", "-v", "ON_ERROR_STOP=1",
                         "--csv", "-c", query, **more)

    def __exit__(self, *reason):
        self.server.send_signal(signal.SIGQUIT)
        self.server.wait()


def postgresql():
    if "MISALIGN_FULL" not in os.environ:
        raise Skip("needs MISALIGN_FULL")
    people = list(make_people())
    persons = write_persons(people)
    with Cluster() as cluster:
        for query, table, columns, rows in zip(queries(), ("people", "answers"), (PEOPLE, ANSWERS),
                                               (people, make_answers(people))):
            text = io.StringIO()
            csv.writer(text).writerows(rows)
            cluster.sql(create(table, columns))
            cluster.sql(f"COPY {table} FROM STDIN (FORMAT csv)", input=text.getvalue().encode())
            with open(f"{table}-groups.csv", "wb") as file:
                file.write(cluster.sql(query))
            print(f"# PostgreSQL: {ROWS} {table} in {compare(persons, f'{table}-groups.csv')} groups")


main([sqlite, postgresql])
