"""Makes the tables of this folder from the published ones: python3 compact.py FOLDER_OF_CSV. See ORIGIN.md for their form."""
import collections
import csv
import pathlib
import sys

source, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent


def rows(name):
    with open(source / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(name, lines):
    (here / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def costs():
    table = collections.OrderedDict()
    for row in rows("costs.csv"):
        op = row["op"] + ("-" + row["place"] if row["place"] else "")
        table.setdefault((row["table"], op), {})[row["x"], row["y"]] = int(row["cost"])
    for (name, op), cells in table.items():
        margin_x = {x: cost for (x, _), cost in table[name, "margin_x"].items()}
        margin_y = {y: cost for (_, y), cost in table[name, "margin_y"].items()}
        lines = collections.OrderedDict()
        for (x, y), cost in cells.items():
            unlisted = margin_x.get(x, 0) + margin_y.get(y, 0) + 112
            if op.startswith("margin") or cost != unlisted:
                key, value = (x, y) if op == "sub" else ("-", x + y)
                lines.setdefault(key, []).append(value + str(cost))
        for key, values in lines.items():
            yield f"{name} {op} {key} {' '.join(values)}"


def bigrams():
    table = collections.OrderedDict()
    for row in rows("bigrams.csv"):
        table.setdefault((row["class"], row["prev"] or "-"), []).append(row["cost"])
    for (name, prev), values in table.items():
        assert len(values) == 72
        yield f"{name} {prev} {' '.join(values)}"


def frequencies():
    table = collections.OrderedDict()
    for row in rows("frequencies.csv"):
        table.setdefault((row["class"], row["bits16"]), []).append(row["key"])
    for (name, bits16), keys in sorted(table.items(), key=lambda entry: (entry[0][0], int(entry[0][1]))):
        yield f"{name} {bits16} {' '.join(sorted(keys))}"


def nicknames():
    table = collections.OrderedDict()
    for row in rows("nicknames.csv"):
        table.setdefault(row["name"], []).append(row["short"])
    for name, shorts in table.items():
        yield ",".join([name, *shorts])


if __name__ == "__main__":
    write("name_costs.txt", costs())
    write("name_bigrams.txt", bigrams())
    write("name_frequencies.txt", frequencies())
    write("name_nicknames.txt", nicknames())
    write("name_units.txt", (f"{row['unit']} {row['vowel']} {row['consonant_classes']}" for row in rows("units.csv")))
    write("name_levels.txt", (f"{row['bits']} {row['level']}" for row in rows("levels.csv")))
