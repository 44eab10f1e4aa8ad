"""How much of the processor all figures of the paper take as tables, on one thread, start of the program included.

figures.py PROGRAM prints seconds; the fastest of several. What is wanted is a quarter of a second for all.
"""
import os
import subprocess
import sys
import tempfile

REPEATS = 5
FIGURES = ("1", "2", "3", "4", "5", "8")


def spend(*arguments):
    """User and system time of one run of the program."""
    process = subprocess.Popen([sys.argv[1], *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, arguments
    return usage.ru_utime + usage.ru_stime


def fastest(*arguments):
    return min(spend(*arguments) for _ in range(REPEATS))


def main():
    options = ["--format", "csv", "--threads", "1"]
    each = [fastest("figure", figure, *options) for figure in FIGURES]
    for figure, seconds in zip(FIGURES, each):
        print(f"figure {figure}{seconds:10.3f} s")
    print(f"in six runs{sum(each):6.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        print(f"in one run{fastest('figure', 'all', *options, '-o', folder):7.3f} s of 0.25 s")


main()
