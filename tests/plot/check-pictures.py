"""check-pictures.py DRAW: prints TAP. "DRAW FOLDER" writes charts (see draw-chart.h), and maybe a sheet of texts.
The SVG, drawn by librsvg and (MISALIGN_FULL=1) by Chromium, must show the same picture as our PNG: marks within
1 pixel at 192 dots per inch, texts within 5 % of their width."""
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
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
    return done.stdout.decode(errors="replace")


def paeth(left, up, corner):
    ways = [abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)]
    return (left, up, corner)[ways.index(min(ways))]


def unfilter(raw, width, height, n):
    """The lines of a PNG picture as its encoder had them."""
    stride, before = width * n, bytearray(width * n)
    for row in range(height):
        start = row * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
        for i in range(stride) if kind else ():
            left, up, corner = (line[i - n], before[i], before[i - n]) if i >= n else (0, before[i], 0)
            guess = paeth(left, up, corner) if kind == 4 else (left, up, (left + up) // 2)[kind - 1]
            line[i] = (line[i] + guess) & 255
        yield line
        before = line


def read_png(path):
    """Rows of (red, green, blue); what is transparent is white."""
    data, at, packed, head = path.read_bytes(), 8, b"", None
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            head = struct.unpack(">IIBBBBB", data[at + 8:at + 21])
        elif kind == b"IDAT":
            packed += data[at + 8:at + 8 + size]
        at += 12 + size
    width, height, depth, color = head[:4]
    if depth != 8 or color not in (2, 6):
        raise ValueError(f"{path.name} is not RGB")
    n, rows = (3 if color == 2 else 4), []
    for line in unfilter(zlib.decompress(packed), width, height, n):
        pixels = zip(line[0::n], line[1::n], line[2::n])
        if n == 4:
            pixels = (p if a == 255 else tuple(255 - a + c * a // 255 for c in p) for p, a in zip(pixels, line[3::n]))
        rows.append(list(pixels))
    return rows


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
        for x in range(1, WIDTH - 1):
            pixel = ours[y][x]
            if pixel == theirs[y][x] or mask[y][x]:
                continue
            near = (theirs[y + b][x + a] for a in (-1, 0, 1) for b in (-1, 0, 1))
            if not any(max(abs(p - q) for p, q in zip(pixel, other)) <= MOST_CHANNEL for other in near):
                stray += 1
    return stray


def ink_of_lines(rows):
    """The first and last dark column of each line of the sheet."""
    for line in range(SHEET_LINES):
        first, end = (round(k * LINE_POINTS * DPI / 72) for k in (line, line + 1))
        dark = [x for row in rows[first:end] for x, p in enumerate(row) if sum(p) < 3 * DARK]
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
    drawn, ours = folder / "drawn.png", read_png(folder / f"{name}.png")
    draw(folder / svg, drawn, folder)
    theirs = read_png(drawn)
    if (len(theirs[0]), len(theirs)) != (WIDTH, HEIGHT):
        return f"{len(theirs[0])} x {len(theirs)} pixels, expected {WIDTH} x {HEIGHT}", ""
    stray = stray_pixels(ours, theirs, mask) + stray_pixels(theirs, ours, mask)
    return (f"{stray} pixels of marks are more than 1 pixel away" if stray else None), ""


def check_texts(folder, draw):
    drawn = folder / "drawn.png"
    draw(folder / "sheet-paper.svg", drawn, folder)
    widths, lefts, rights = zip(*text_differences(read_png(folder / "sheet-paper.png"), read_png(drawn)))
    note = (f"widths differ by at most {100 * max(widths):.2f} %, left ends by {max(lefts)}, "
            f"right ends by {max(rights)} pixels")
    return (note if max(widths) > MOST_TEXT else None), note


def check_the_check(folder):
    """A picture moved by 3 pixels must be found out."""
    ours = read_png(folder / "figure-4-paper.png")
    moved = [row[3:] + row[:3] for row in ours]
    found = stray_pixels(ours, moved, masked([]))
    return (None if found > 100 else f"only {found} stray pixels"), f"{found} stray pixels"


def check_xml(folder):
    run("xmllint", "--noout", "--nonet", *(str(p) for p in sorted(folder.glob("*.svg"))))
    return None, ""


def check_pdf(folder):
    text = run("pdftotext", "-layout", str(folder / "figure-4-paper.pdf"), "-")
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
