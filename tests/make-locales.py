"""make-locales.py FOLDER: makes the locales that tests run under, so that these need not be installed.

German has a decimal comma, Turkish besides an i without a dot. The folder stays empty where their sources are missing
(package locales of Debian, glibc-locale-source of Fedora)."""
import os
import shutil
import subprocess
import sys

SOURCES = "/usr/share/i18n/locales"


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name in ("de_DE", "tr_TR"):
        if shutil.which("localedef") and os.path.exists(os.path.join(SOURCES, name)):
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(os.path.abspath(folder), name + ".UTF-8")],
                           check=True, stdout=subprocess.DEVNULL)
    os.utime(folder)


main()
