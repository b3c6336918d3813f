#!/usr/bin/env python3
"""splink_people.py ROWS OUT.csv: invented persons for the benchmark of linking, about 20 % of the rows second rows with typing errors.

Names are made of syllables and belong to nobody; frequencies fall off as those of real names do.
"""
import sys

import numpy

CONSONANTS = list("bdfghjklmnprstvz")
VOWELS = list("aeiou")
ENDINGS = ["", "", "n", "r", "s", "l", "va", "ev", "son"]


def words(rng, count, syllables):
    found = set()
    while len(found) < count:
        word = "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.integers(2, syllables + 1)))
        found.add(word + rng.choice(ENDINGS))
    return numpy.array(sorted(found), dtype=object)[rng.permutation(count)]


def draw(rng, values, count, skew):
    weights = 1.0 / (numpy.arange(len(values)) + 5.0) ** skew
    return values[rng.choice(len(values), size=count, p=weights / weights.sum())]


def typing_error(rng, word):
    if len(word) < 3:
        return word
    at = int(rng.integers(0, len(word) - 1))
    kind = rng.integers(0, 4)
    letter = str(rng.choice(CONSONANTS + VOWELS))
    if word[at] in "0123456789-":
        return word[:at] + (str(rng.integers(0, 10)) if word[at] != "-" else "-") + word[at + 1:]
    if kind == 0:
        return word[:at] + letter + word[at + 1:]
    if kind == 1:
        return word[:at] + word[at + 1:]
    if kind == 2:
        return word[:at] + letter + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def main():
    rows, out = int(sys.argv[1]), sys.argv[2]
    rng = numpy.random.default_rng(7)
    persons = int(rows / 1.25)
    scale = max(1, rows // 1000000) if rows > 1000000 else rows / 1000000
    towns = words(rng, max(60, int(240 * scale)), 4)
    columns = [
        draw(rng, words(rng, 2600, 3), persons, 0.8),
        draw(rng, words(rng, max(3000, int(12000 * min(3, scale))), 4), persons, 0.75),
        draw(rng, words(rng, 3000, 3), persons, 0.8),
    ]
    days = (numpy.datetime64("1930-01-01") + rng.integers(0, 365 * 75, persons)).astype(str).astype(object)
    columns += [days, rng.choice(numpy.array(["f", "m"], dtype=object), persons), draw(rng, towns, persons, 0.6)]
    again = rng.choice(persons, rows - persons)
    columns = [numpy.concatenate([column, column[again]]) for column in columns]
    for at, share in enumerate([0.15, 0.15, 0.2, 0.08, 0.01, 0.08]):
        for row in persons + numpy.flatnonzero(rng.random(rows - persons) < share):
            columns[at][row] = typing_error(rng, columns[at][row]) if at != 4 else ("m" if columns[at][row] == "f" else "f")
        columns[at][rng.random(rows) < 0.02] = ""
    order = rng.permutation(rows)
    person = numpy.concatenate([numpy.arange(persons), again])
    with open(out, "w", encoding="utf-8") as file:
        file.write("unique_id,given,surname,middle,birth,sex,town,cluster\n")
        for number, row in enumerate(order):
            file.write(f"{number}," + ",".join(column[row] for column in columns) + f",{person[row]}\n")


main()
