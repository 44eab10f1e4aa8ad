"""check-pictures.py DRAW: prints TAP. "DRAW FOLDER" writes charts (see draw-chart.h), and maybe a sheet of texts.
The SVG, drawn by librsvg and (MISALIGN_FULL=1) by Chromium, must show the same picture as our PNG: marks within
1 pixel at 192 dots per inch, texts within 5 % of their width."""
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTH, HEIGHT, DPI = 1152, 768, 192
MOST_TEXT = 0.05    # part of a text's width
MOST_CHANNEL = 64   # of 255: what antialiasing may differ
DARK = 128          # a pixel below this belongs to a letter
SHEET_LINES, LINE_POINTS = 18, 16
CHROMIUM = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --hide-scrollbars --force-device-scale-factor=2""".split()


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


@functools.lru_cache
def read_png(path):
    """Lines of the bytes red, green, blue of each pixel; what is transparent is white."""
    size = run("identify", "-format", "%w %h", str(path)).decode()
    width, height = map(int, size.split())
    raw = run("convert", str(path), "-background", "white", "-flatten", "-depth", "8", "rgb:-")
    if len(raw) != 3 * width * height:
        raise ValueError(f"{path.name}: {len(raw)} bytes, expected {width} x {height} pixels")
    return [raw[start:start + 3 * width] for start in range(0, len(raw), 3 * width)]


def masked(boxes):
    """Which pixels belong to texts, with a margin for 5 %."""
    mask, scale = [bytearray(WIDTH) for _ in range(HEIGHT)], DPI / 72
    for x, y, width, height in boxes:
        slack = 2 + MOST_TEXT * width
        left, right = max(0, int((x - slack) * scale)), min(WIDTH, int((x + width + slack) * scale) + 1)
        for row in range(max(0, int((y - 2) * scale)), min(HEIGHT, int((y + height + 2) * scale) + 1)):
            mask[row][left:right] = b"\1" * (right - left)
    return mask


def stray_pixels(ours, theirs, mask):
    """Pixels of ours that have nothing like them within 1 pixel of the same place in theirs."""
    stray = 0
    for y in range(1, HEIGHT - 1):
        if ours[y] == theirs[y]:
            continue
        around = theirs[y - 1:y + 2]
        for x in range(3, 3 * (WIDTH - 1), 3):
            pixel = ours[y][x:x + 3]
            if pixel == theirs[y][x:x + 3] or mask[y][x // 3]:
                continue
            near = (line[at:at + 3] for line in around for at in (x - 3, x, x + 3))
            if not any(max(abs(p - q) for p, q in zip(pixel, other)) <= MOST_CHANNEL for other in near):
                stray += 1
    return stray


def ink_of_lines(rows):
    """The first and last dark column of each line of the sheet."""
    for line in range(SHEET_LINES):
        first, end = (round(k * LINE_POINTS * DPI / 72) for k in (line, line + 1))
        dark = [at // 3 for row in rows[first:end] for at in range(0, len(row), 3)
                if sum(row[at:at + 3]) < 3 * DARK]
        yield min(dark), max(dark)


def text_differences(ours, theirs):
    """For each line: how much wider or narrower, and how far its ends are moved, in pixels."""
    for (left, right), (their_left, their_right) in zip(ink_of_lines(ours), ink_of_lines(theirs)):
        # A pixel at either end is antialiasing, which matters for the shortest texts only.
        change = max(0, abs((their_right - their_left) - (right - left)) - 2)
        yield change / (right - left + 1), abs(their_left - left), abs(their_right - right)


def draw_with_librsvg(svg, png, folder):
    run("rsvg-convert", "-w", str(WIDTH), "-h", str(HEIGHT), "-o", str(png), str(svg))


def draw_with_chromium(svg, png, folder):
    profile = tempfile.mkdtemp(dir=folder)
    page = folder / "page.html"
    drawing = re.sub(r"<\?xml[^>]*\?>", "", svg.read_text(encoding="utf-8"))
    page.write_text('<!DOCTYPE html><meta charset="utf-8"><style>body { margin: 0 } svg { display: block }</style>'
                    + drawing, encoding="utf-8")
    run("chromium", *CHROMIUM, f"--user-data-dir={profile}", f"--window-size={WIDTH // 2},{HEIGHT // 2}",
        f"--screenshot={png}", page.as_uri())
    shutil.rmtree(profile, ignore_errors=True)


def check_marks(folder, name, svg, draw):
    mask = masked([float(n) for n in line.split()] for line in (folder / f"{name}.texts").read_text().splitlines())
    drawn, ours = folder / f"drawn-{draw.__name__}-{svg}.png", read_png(folder / f"{name}.png")
    draw(folder / svg, drawn, folder)
    theirs = read_png(drawn)
    if (len(theirs[0]), len(theirs)) != (3 * WIDTH, HEIGHT):
        return f"{len(theirs[0]) // 3} x {len(theirs)} pixels, expected {WIDTH} x {HEIGHT}", ""
    stray = stray_pixels(ours, theirs, mask) + stray_pixels(theirs, ours, mask)
    return (f"{stray} pixels of marks are more than 1 pixel away" if stray else None), ""


def check_texts(folder, draw):
    drawn = folder / f"drawn-{draw.__name__}-sheet.png"
    draw(folder / "sheet-paper.svg", drawn, folder)
    widths, lefts, rights = zip(*text_differences(read_png(folder / "sheet-paper.png"), read_png(drawn)))
    note = (f"widths differ by at most {100 * max(widths):.2f} %, left ends by {max(lefts)}, "
            f"right ends by {max(rights)} pixels")
    return (note if max(widths) > MOST_TEXT else None), note


def check_the_check(folder):
    """A picture moved by 3 pixels must be found out."""
    ours = read_png(folder / "figure-4-paper.png")
    moved = [row[9:] + row[:9] for row in ours]
    found = stray_pixels(ours, moved, masked([]))
    return (None if found > 100 else f"only {found} stray pixels"), f"{found} stray pixels"


def check_xml(folder):
    run("xmllint", "--noout", "--nonet", *(str(p) for p in sorted(folder.glob("*.svg"))))
    return None, ""


def check_pdf(folder):
    text = run("pdftotext", "-layout", str(folder / "figure-4-paper.pdf"), "-").decode()
    wanted = ("Population Misalignment", "Proportion of Agents with Goal 1", "5 goals")
    missing = [words for words in wanted if words not in text]
    return (f"no text {missing}" if missing else None), ""


def list_tests(folder):
    engines = [("librsvg", draw_with_librsvg)]
    if os.environ.get("MISALIGN_FULL") == "1":
        engines.append(("Chromium", draw_with_chromium))
    yield "SVG is well-formed XML", check_xml, (folder,)
    yield "PDF holds its texts", check_pdf, (folder,)
    yield "a move of 3 pixels is found", check_the_check, (folder,)
    for engine, draw in engines:
        if (folder / "sheet-paper.svg").exists():
            yield f"{engine}: widths of texts", check_texts, (folder, draw)
        for name in sorted(p.stem for p in folder.glob("*-paper.texts")):
            for ending in ("svg", "outlines.svg"):
                svg = f"{name}.{ending}"
                yield f"{engine}: marks of {svg}", check_marks, (folder, name, svg, draw)


def main():
    with tempfile.TemporaryDirectory() as name:
        run(sys.argv[1], name)
        tests = list(list_tests(Path(name)))
        print(f"1..{len(tests)}", flush=True)
        for number, (what, test, arguments) in enumerate(tests, 1):
            try:
                fault, note = test(*arguments)
            except (RuntimeError, OSError, ValueError, subprocess.TimeoutExpired) as error:
                fault, note = str(error), ""
            print(f"{'not ok' if fault else 'ok'} {number} {what}", flush=True)
            for line in (fault or note).splitlines():
                print("#", line, flush=True)


main()
