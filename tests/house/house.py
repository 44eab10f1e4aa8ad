"""Tests of the source tree: house.py FOLDER prints TAP; house.py FOLDER --potfiles prints what po/POTFILES.in must hold."""
import json
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

# The table of the design: what each folder may use. A folder may always use itself.
FOLDERS = {
    "core": [],
    "sim": ["core"],
    "plot": [],
    "file": ["core"],
    "document": ["core", "sim", "file"],
    "report": ["core", "sim", "plot"],
    "app": ["core", "sim", "plot", "file", "document", "report"],
    "cli": ["core", "sim", "plot", "file", "report"],
}

C_HEADERS = """assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic
    stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype""".split()
LIBRARIES = {
    "c": r"(%s)\.h" % "|".join(C_HEADERS),
    "posix": r"(fcntl|unistd|dirent|pthread|poll|sched|getopt|langinfo|libgen|malloc|pwd)\.h|(sys|linux|netinet)/.*",
    "glib": r"glib\.h|glib/.*|gmodule\.h",
    "gobject": r"glib-object\.h|gobject/.*",
    "gio": r"gio/.*|glib-unix\.h",
    "cairo": r"cairo(-.*)?\.h",
    "pango": r"pango/.*",
    "pixbuf": r"gdk-pixbuf/.*",
    "gsl": r"gsl/.*",
    "random": r"Random123/.*",
    "cmark": r"cmark\.h",
    "gtk": r"(gtk|gdk|gsk|graphene)/.*|graphene(-.*)?\.h|adwaita\.h",
}
EVERYWHERE = ["c", "glib"]
LIBRARIES_OF = {
    "core": [],
    "sim": ["posix", "gobject", "gio", "gsl", "random"],
    "plot": ["gobject", "cairo", "pango"],
    "file": ["posix", "gobject", "gio"],
    "document": ["gobject", "gio"],
    "report": ["gobject", "gio", "cairo", "pango"],
    "app": ["posix", "gobject", "gio", "cairo", "pango", "pixbuf", "gtk", "cmark"],
    "cli": ["posix", "gobject", "gio"],
}

C_NOISE = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')', re.DOTALL)
TRANSLATED = re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?)\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^">]+)[">]', re.MULTILINE)
QUOTED = re.compile(r"'([^'\n]+)'")
TYPE = re.compile(r"^(?:typedef\b[^;{]*?(?:\(\s*\*\s*(\w+)\s*\)[^;]*|\b(\w+)\s*(?:\[[^;]*\])?)|\}\s*(\w+));"
                  r"|\bG_DECLARE_(?:FINAL|DERIVABLE)_TYPE\s*\(\s*(\w+)|\bG_DECLARE_INTERFACE\s*\(\s*(\w+)", re.MULTILINE)
MOST_COLUMNS = 100
MOST_LINES = {".c": 800, ".h": 800, ".ui": 300}


def read(path):
    return path.read_text(encoding="utf-8")


def without_comments(text):
    return C_NOISE.sub(lambda m: '""' if m[1] else " ", text)


class House:
    def __init__(self, root):
        self.root = root
        self.folders = sorted(p for p in (root / "src").iterdir() if p.is_dir())
        self.code = sorted(p for f in self.folders for p in f.glob("*.[ch]"))
        self.tests = sorted((root / "tests").glob("*/*.[ch]"))
        self.ui = sorted((root / "ui").glob("*.ui"))

    def name(self, path):
        return path.relative_to(self.root).as_posix()

    def exists(self, header):
        """Whether src has this header, or the folder's meson.build makes it from a resource bundle."""
        path = self.root / "src" / header
        return path.is_file() or path.stem in QUOTED.findall(read(path.parent / "meson.build"))

    def all_folders_known(self):
        for folder in self.folders:
            if folder.name not in FOLDERS:
                yield f"src/{folder.name} is in no table: what may it use?"
            if any(p.is_dir() for p in folder.iterdir()):
                yield f"src/{folder.name} has a folder inside"

    def includes_point_down(self):
        for path in self.code:
            folder = path.parent.name
            allowed = [*FOLDERS.get(folder, []), folder]
            for mark, header in INCLUDE.findall(read(path)):
                if mark == '"' and header != "config.h" and header.split("/")[0] not in allowed:
                    yield f'{self.name(path)} includes "{header}"; {folder} may use {", ".join(allowed)}'
                if header.endswith("-private.h") and header.split("/")[0] != folder:
                    yield f"{self.name(path)} includes {header}, which is private to its folder"
                if mark == '"' and "/" in header and not self.exists(header):
                    yield f'{self.name(path)} includes "{header}", which is not there'

    def libraries_stay_in_their_folders(self):
        for path in self.code:
            allowed = EVERYWHERE + LIBRARIES_OF.get(path.parent.name, [])
            for mark, header in INCLUDE.findall(read(path)):
                if mark == "<" and not any(re.fullmatch(LIBRARIES[key], header) for key in allowed):
                    yield f"{self.name(path)} includes <{header}>; {path.parent.name} may use {', '.join(allowed)}"

    def sources_are_built(self):
        for folder in self.folders:
            listed = {q for q in QUOTED.findall(read(folder / "meson.build")) if re.search(r"\.[ch]$", q)}
            there = {p.name for p in folder.glob("*.c")}
            yield from (f"src/{folder.name}/{n} is not in meson.build" for n in sorted(there - listed))
            yield from (f"src/{folder.name}/meson.build lists {n}, which is not there"
                        for n in sorted(listed) if not (folder / n).is_file())

    def headers_are_used(self):
        used = {h for p in self.code for mark, h in INCLUDE.findall(read(p)) if mark == '"'}
        for path in self.code:
            header = path.relative_to(self.root / "src").as_posix()
            if path.suffix == ".h" and header not in used:
                yield f"nothing in src includes {header}"

    def types_have_one_name(self):
        """Nobody who reads a name should have to ask which of two types it is."""
        defined = {}
        for path in self.code:
            if path.suffix == ".h":
                for names in TYPE.findall(without_comments(read(path))):
                    defined.setdefault("".join(names), []).append(self.name(path))
        for name, paths in sorted(defined.items()):
            if len(paths) > 1:
                yield f"{name} is defined by {' and '.join(paths)}"

    def sources_are_sorted(self):
        for folder in self.folders:
            for block in re.findall(r"files\(([^)]*)\)", read(folder / "meson.build")):
                names = QUOTED.findall(block)
                if names != sorted(names):
                    yield f"src/{folder.name}/meson.build: sources are not sorted"

    def templates_are_bundled(self):
        bundles = [*self.root.glob("*/*.gresource.xml"), *self.root.glob("src/*/*.gresource.xml")]
        listed = {Path(f.text).name for b in bundles for f in xml.parse(b).iter("file")}
        for path in [*self.ui, *(self.root / "ui").glob("*.css")]:
            if path.name not in listed:
                yield f"{self.name(path)} is in no gresource"
        for path in self.ui:
            if not (self.root / "src/app" / (path.stem + ".c")).is_file() and "<template" in read(path):
                yield f"{self.name(path)} is a template without src/app/{path.stem}.c"

    def tests_are_run(self):
        for path in sorted((self.root / "tests").glob("*/test-*.c")):
            listed = QUOTED.findall(read(path.parent / "meson.build"))
            if path.stem.removeprefix("test-") not in listed and path.name not in listed:
                yield f"{self.name(path)} is not in meson.build"

    def translated_files(self):
        for path in self.code:
            if TRANSLATED.search(without_comments(read(path))):
                yield self.name(path)
        for path in self.ui:
            if re.search(r'translatable="(yes|true|1)"', read(path)):
                yield self.name(path)
        for ending in ("desktop.in", "metainfo.xml.in", "mime.xml.in"):
            for path in (self.root / "data").glob("*." + ending):
                yield self.name(path)

    def potfiles_are_complete(self):
        listed = [line for line in read(self.root / "po/POTFILES.in").split("\n") if line and line[0] != "#"]
        right = sorted(self.translated_files())
        yield from (f"po/POTFILES.in lacks {n}" for n in right if n not in listed)
        yield from (f"po/POTFILES.in lists {n}, which has nothing to translate" for n in listed if n not in right)
        if sorted(set(listed)) != listed:
            yield "po/POTFILES.in is not sorted, or names a file twice"

    def files_say_what_they_are_for(self):
        for folder in self.folders:
            if not read(folder / "meson.build").startswith("# "):
                yield f"src/{folder.name}/meson.build does not begin with a comment that says what the folder is for"
        for path in self.code:
            if path.suffix == ".h" and not read(path).startswith(f"/* {path.name}: "):
                yield f"{self.name(path)} does not begin with '/* {path.name}: what it is for'"
            if path.suffix == ".c" and path.name != "main.c" and not path.with_suffix(".h").is_file() \
                    and not read(path).startswith("/* "):
                yield f"{self.name(path)} has no header of its own, and no comment at its beginning that says what it holds"

    def guides_name_all_files(self):
        """What a folder's meson.build says to read, and in which order; a part may go without its beginning."""
        for folder in self.folders:
            comments = re.findall(r"^#.*\n", read(folder / "meson.build"), re.MULTILINE)
            named = set(re.findall(r"[\w-]+", "".join(comments)))
            for stem in sorted({p.stem for p in folder.glob("*.[ch]") if not p.stem.endswith("-private")}):
                words = stem.split("-")
                ends = ["-".join(words[i:]) for i in range(len(words))]
                if not named.intersection([*ends, *("-" + end for end in ends)]):
                    yield f"src/{folder.name}/meson.build does not say where in the folder {stem} belongs"

    def files_are_short(self):
        for path in [*self.code, *self.ui]:
            lines = read(path).count("\n")
            if lines > MOST_LINES[path.suffix]:
                yield f"{self.name(path)} has {lines} lines, more than {MOST_LINES[path.suffix]}"

    def lines_are_short(self):
        for path in [*self.code, *self.tests]:
            for number, line in enumerate(read(path).split("\n"), 1):
                if len(line) > MOST_COLUMNS:
                    yield f"{self.name(path)}:{number} has {len(line)} characters, more than {MOST_COLUMNS}"

    def style_rules_are_closed(self):
        """No rule stands in another: GTK 4.8 knows no such thing, and drops all that follows."""
        for path in sorted((self.root / "ui").glob("*.css")):
            depth = 0
            for line in without_comments(read(path)).split("\n"):
                depth += line.count("{") - line.count("}")
                if depth not in (0, 1):
                    yield f'{self.name(path)}: the rule before "{line.strip()}" is not closed, or closed twice'
                    break
            if depth == 1:
                yield f"{self.name(path)}: the last rule is not closed"

    def files_know_no_locale(self):
        """Numbers of texts that programs read, or that stand beside those, have a point in every country."""
        decimals = re.compile(r'"[^"\n]*%[-+ 0#]*[0-9]*\.[0-9*]+[aefgAEFG][^"\n]*"')
        for path in self.code:
            if path.parent.name not in ("core", "file", "sim"):
                continue
            for number, line in enumerate(read(path).split("\n"), 1):
                found = decimals.search(line)
                if found and re.search(r"printf \(.*$|_ ?\(", line[:found.start()]) and "ascii" not in line:
                    yield f"{self.name(path)}:{number} writes a number as the locale does, expected g_ascii_formatd ()"

    def one_name_everywhere(self):
        name = re.search(r"application_id = '([^']+)'", read(self.root / "meson.build"))[1]
        manifest = json.loads(read(self.root / "flatpak" / (name + ".json")))
        if manifest["id"] != name or manifest["command"] != "misalign":
            yield "the Flatpak manifest has another id or command"
        for ending, tag in (("metainfo.xml.in", "id"), ("gschema.xml", "schema")):
            element = next(xml.parse(self.root / "data" / f"{name}.{ending}").iter(tag))
            if (element.get("id") or element.text) != name:
                yield f"{name}.{ending} has another id"
        version = re.search(r"^  version: '([^']+)'", read(self.root / "meson.build"), re.MULTILINE)[1]
        release = next(xml.parse(self.root / "data" / f"{name}.metainfo.xml.in").iter("release"))
        if release.get("version") != version:
            yield f"the newest release in the metainfo is {release.get('version')}, the project's version {version}"

    def examples_are_installed(self):
        listed = QUOTED.findall(read(self.root / "data/meson.build"))
        bundled = {f.text for b in self.root.glob("src/file/*.gresource.xml") for f in xml.parse(b).iter("file")}
        for path in sorted([*(self.root / "data/examples").glob("*.misalign"),
                            *(self.root / "data/experiments").glob("*.json")]):
            if f"{path.parent.name}/{path.name}" not in listed:
                yield f"{self.name(path)} is not in data/meson.build"
            if path.name not in bundled:
                yield f"{self.name(path)} is in no gresource of src/file"


def main():
    house = House(Path(sys.argv[1]))
    if "--potfiles" in sys.argv:
        print("\n".join(sorted(house.translated_files())))
        return 0
    checks = [house.all_folders_known, house.includes_point_down, house.libraries_stay_in_their_folders,
              house.sources_are_built, house.sources_are_sorted, house.headers_are_used, house.types_have_one_name,
              house.templates_are_bundled, house.tests_are_run, house.potfiles_are_complete,
              house.files_say_what_they_are_for, house.guides_name_all_files, house.files_are_short,
              house.lines_are_short, house.style_rules_are_closed, house.files_know_no_locale,
              house.one_name_everywhere, house.examples_are_installed]
    failed = False
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        faults = list(check())
        for fault in faults:
            print(fault, file=sys.stderr)
        print("not ok" if faults else "ok", number, "-", check.__name__.replace("_", " "))
        failed = failed or bool(faults)
    return int(failed)


sys.exit(main())
