#!/usr/bin/env python3
"""link_growth.py SANAQ OUT.svg [ROWS...]: how `sanaq link` grows with the rows: with its own model, and with a model of Splink's form, whose u and m it learns.

Invented persons of splink_people.py without their truth, the settings of splink_beside.py and the same three rules; the most probable pairs (p >= 0.5) are
kept. Each is run three times, in turns, and the fastest counts (above a million rows: once). Prints a table and draws it. By default 100,000, 1 and 10 million
rows; the files (up to 600 MB) are made in a temporary folder and removed, or in SANAQ_BENCH_FOLDER and kept.
"""
import json
import math
import os
import pathlib
import sys
import tempfile

from own_beside import BLOCKS, SPLINK_MOST, make_rows, quietly, sanaq_once
from splink_beside import settings

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 740, 420, 70, 250, 30, 66
LINES = [("own", "whole", "own model, whole job", "#0b5"), ("own", "predict", "own model, predict", "#7c3"),
         ("splink", "whole", "Splink's form, whole job", "#05b"), ("splink", "predict", "Splink's form, predict", "#5ae")]


def measure(program, folder, rows):
    people, _ = make_rows(folder, rows)
    model = folder / "settings.json"
    model.write_text(json.dumps(settings()), encoding="utf-8")
    ways = {"own": BLOCKS, "splink": ["--model", str(model)]}
    runs = {name: [] for name in ways}
    for _ in range(3 if rows <= SPLINK_MOST else 1):
        for name, more in ways.items():
            runs[name].append(quietly(lambda more=more: sanaq_once(program, people, more, least=0.5)))
    return {"rows": rows} | {name: min(of, key=lambda run: run["whole"]) for name, of in runs.items()}


def spread(heights, least):
    """The same heights, from the lowest up, moved up where two are nearer than `least`: places of labels."""
    placed = []
    for height in heights:
        placed.append(height if not placed else min(height, placed[-1] - least))
    return placed


def draw(measured, out):
    """Both axes logarithmic: a straight line of slope 1 is growth in proportion."""
    low_x, high_x = math.log10(measured[0]["rows"]), math.log10(measured[-1]["rows"])
    values = [one[model][phase] for one in measured for model, phase, _, _ in LINES]
    low_y, high_y = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(rows):
        return LEFT + (math.log10(rows) - low_x) / max(1e-9, high_x - low_x) * (WIDTH - LEFT - RIGHT)

    def y(seconds):
        return HEIGHT - BOTTOM - (math.log10(seconds) - low_y) / (high_y - low_y) * (HEIGHT - TOP - BOTTOM)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
             "<title>Seconds of sanaq link by rows, two cores</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for power in range(low_y, high_y + 1):
        at = y(10 ** power)
        parts.append(f'<path d="M{LEFT} {at:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/><text x="{LEFT - 8}" y="{at + 4:.0f}" text-anchor="end">{10 ** power:g} s</text>')
    for one in measured:
        notes = [(f'{one["rows"] / 1e6:g} million rows', "#000"), (f'{one["own"]["pairs"] / 1e6:,.1f} M pairs', "#666"),
                 (f'{one["own"]["mb"]:,.0f}, {one["splink"]["mb"]:,.0f} MB', "#666")]
        parts += [f'<text x="{x(one["rows"]):.0f}" y="{HEIGHT - BOTTOM + 18 + 16 * row}" text-anchor="middle" fill="{colour}">{note}</text>'
                  for row, (note, colour) in enumerate(notes)]
    lines = sorted(LINES, key=lambda line: measured[-1][line[0]][line[1]])
    labels = spread([y(measured[-1][model][phase]) for model, phase, _, _ in lines], 16)
    for (model, phase, label, colour), height in zip(lines, labels):
        points = [(x(one["rows"]), y(one[model][phase])) for one in measured]
        parts.append(f'<path d="M{" L".join(f"{a:.0f} {b:.0f}" for a, b in points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.0f}" cy="{b:.0f}" r="3" fill="{colour}"/>' for a, b in points]
        parts.append(f'<text x="{points[-1][0] + 10:.0f}" y="{height + 4:.0f}" fill="{colour}">{label} {measured[-1][model][phase]:.1f} s</text>')
    pathlib.Path(out).write_text("\n".join(parts + ["</svg>"]) + "\n", encoding="utf-8")


def main():
    program, out = os.path.abspath(sys.argv[1]), sys.argv[2]
    sizes = [int(rows) for rows in sys.argv[3:]] or [100000, 1000000, 10000000]
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(os.environ.get("SANAQ_BENCH_FOLDER", made))
        measured = [measure(program, folder, rows) for rows in sizes]
    for one in measured:
        for name, run in ((name, one[name]) for name in ("own", "splink")):
            phases = ", ".join(f"{phase} {seconds:.2f}" for phase, seconds in run["seconds"].items() if phase != "write")
            print(f"{one['rows']:>11,} rows, {name}: {run['pairs']:,} pairs; {phases}; predict {run['predict']:.3f}, whole {run['whole']:.2f} s, "
                  f"{run['cpu']:.1f} processor seconds; peak {run['mb']:.0f} MB; load before {run['load']:.2f}, others took {run['others']:.1f} s")
    draw(measured, out)


if __name__ == "__main__":
    main()
