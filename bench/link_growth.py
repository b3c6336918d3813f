#!/usr/bin/env python3
"""link_growth.py SANAQ OUT.svg [ROWS...]: how `sanaq link` grows with the rows, with the settings of splink_beside.py, of which it learns u and m.

Invented persons of splink_people.py; the most probable pairs (p >= 0.5) are kept. Prints a table and draws it. By default 100,000, 1 and 10 million rows;
the files (up to 600 MB) are made in a temporary folder and removed.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from splink_beside import settings

HERE = pathlib.Path(__file__).resolve().parent
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 400, 70, 30, 50


def measure(program, folder, rows):
    people, model = folder / f"people{rows}.csv", folder / "settings.json"
    subprocess.run([sys.executable, str(HERE / "splink_people.py"), str(rows), str(people)], check=True)
    model.write_text(json.dumps(settings()), encoding="utf-8")
    command = [program, "link", str(people), "--id", "unique_id", "--model", str(model), "--threads", "2", "--threshold", "0.95", "--pairs-from", "0.5", "--json"]
    best = None
    for _ in range(3):
        answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        seconds = answer["seconds"]
        made = {"rows": rows, "pairs": answer["candidate_pairs"], "predict": seconds["block"] + seconds["score"],
                "learn": seconds["u"] + seconds["em"], "load": seconds["load"], "whole": sum(seconds.values()), "mb": answer["peak_mb"]}
        if best is None or made["whole"] < best["whole"]:
            best = made
    people.unlink()
    return best


def draw(measured, out):
    """Both axes logarithmic: a straight line of slope 1 is growth in proportion."""
    import math

    low_x, high_x = math.log10(measured[0]["rows"]), math.log10(measured[-1]["rows"])
    values = [one[name] for one in measured for name in ("predict", "whole")]
    low_y, high_y = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(rows):
        return LEFT + (math.log10(rows) - low_x) / max(1e-9, high_x - low_x) * (WIDTH - LEFT - 150)

    def y(seconds):
        return HEIGHT - BOTTOM - (math.log10(seconds) - low_y) / (high_y - low_y) * (HEIGHT - TOP - BOTTOM)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
             "<title>Seconds of sanaq link by rows, two cores</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for power in range(low_y, high_y + 1):
        at = y(10 ** power)
        parts.append(f'<path d="M{LEFT} {at:.0f}H{WIDTH - 150}" stroke="#ddd"/><text x="{LEFT - 8}" y="{at + 4:.0f}" text-anchor="end">{10 ** power:g} s</text>')
    for one in measured:
        parts.append(f'<text x="{x(one["rows"]):.0f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{one["rows"] / 1e6:g} million rows</text>')
        parts.append(f'<text x="{x(one["rows"]):.0f}" y="{HEIGHT - BOTTOM + 36}" text-anchor="middle" fill="#666">{one["pairs"] / 1e6:,.1f} M pairs, {one["mb"]:,.0f} MB</text>')
    for name, label, colour in [("whole", "whole job", "#0b5"), ("predict", "predict", "#05b"), ("learn", "learn u and m", "#b50")]:
        points = [(x(one["rows"]), y(max(10.0 ** low_y, one[name]))) for one in measured]
        parts.append(f'<path d="M{" L".join(f"{a:.0f} {b:.0f}" for a, b in points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.0f}" cy="{b:.0f}" r="3" fill="{colour}"/>' for a, b in points]
        parts.append(f'<text x="{points[-1][0] + 10:.0f}" y="{points[-1][1] + 4:.0f}" fill="{colour}">{label} {measured[-1][name]:.1f} s</text>')
    pathlib.Path(out).write_text("\n".join(parts + ["</svg>"]) + "\n", encoding="utf-8")


def main():
    program, out = os.path.abspath(sys.argv[1]), sys.argv[2]
    sizes = [int(rows) for rows in sys.argv[3:]] or [100000, 1000000, 10000000]
    with tempfile.TemporaryDirectory(dir=os.environ.get("SANAQ_BENCH_FOLDER")) as made:
        measured = [measure(program, pathlib.Path(made), rows) for rows in sizes]
    for one in measured:
        print(f"{one['rows']:>11,} rows {one['pairs']:>14,} pairs: predict {one['predict']:.3f} s, learn {one['learn']:.2f}, load {one['load']:.2f}, "
              f"whole {one['whole']:.2f} s; peak {one['mb']:.0f} MB")
    draw(measured, out)


if __name__ == "__main__":
    main()
