#!/usr/bin/env python3
"""linacre_people.py ROWS OUT.csv SETTINGS.json: invented persons like those of R. Linacre's "Evaluating 1 billion record comparisons to deduplicate 7
million records in two minutes" (2024), and Splink settings with the blocking rules and comparison levels of its benchmark (RobinL/
run_splink_benchmarks_in_ec2, benchmarks/conftest.py).

There, persons of Wikidata stand 1 to 36 times each (median 8 repetitions, Zipf), with spelling errors, other forms and empty cells in all fields. The data
are not published with it, so these are made: names of syllables that belong to nobody, frequencies that fall off as real ones do. At 7 million rows the
six rules bring about a billion pairs together.
"""
import json
import sys

import numpy

CONSONANTS, VOWELS = list("bdfghjklmnprstvz"), list("aeiou")
VARIANTS = 12
RULES = [["first_name", "last_name"], ["first_name", "middle_name"], ["middle_name", "last_name"], ["occupation", "dob"],
         ["last_name", "birth_country"], ["country_citizenship", "dob"]]


def words(rng, count, syllables):
    found = set()
    while len(found) < count:
        word = "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.integers(2, syllables + 1)))
        found.add(word + rng.choice(["", "", "n", "r", "s", "l", "va", "ev", "son"]))
    return numpy.array(sorted(found), dtype=object)[rng.permutation(count)]


def misspelt(rng, word):
    at = int(rng.integers(0, max(1, len(word) - 1)))
    kind = rng.integers(0, 4)
    if word[at].isdigit():
        return word[:at] + str(rng.integers(0, 10)) + word[at + 1:]
    letter = str(rng.choice(CONSONANTS + VOWELS))
    return [word[:at] + letter + word[at + 1:], word[:at] + word[at + 1:], word[:at] + letter + word[at:], word[:at] + word[at:][::-1]][kind] or word


class Column:
    """Values, and a few misspellings of each, so that the errors of millions of rows are drawn at once."""

    def __init__(self, rng, values, skew, persons, error, empty):
        weights = 1.0 / (numpy.arange(len(values)) + 4.0) ** skew
        self.of_person = rng.choice(len(values), size=persons, p=weights / weights.sum())
        spelt = [[value] + [misspelt(rng, value) if error > 0 and len(value) > 2 else value for _ in range(VARIANTS)] for value in values]
        self.spelt = numpy.array(spelt + [[""] * (VARIANTS + 1)], dtype=object)
        self.error, self.empty = error, empty

    def cells(self, rng, persons):
        value = self.of_person[persons].copy()
        variant = numpy.where(rng.random(len(persons)) < self.error, rng.integers(1, VARIANTS + 1, len(persons)), 0)
        value[rng.random(len(persons)) < self.empty] = len(self.spelt) - 1
        return self.spelt[value, variant]


def columns_of(rng, persons):
    days = (numpy.datetime64("1850-01-01") + numpy.arange(365 * 150)).astype(str).astype(object)
    coordinates = numpy.array([f"{value:.2f}" for value in numpy.linspace(-60, 70, 6000)], dtype=object)
    columns = {
        "first_name": Column(rng, words(rng, 4500, 3), 1.0, persons, 0.15, 0.02),
        "middle_name": Column(rng, words(rng, 5500, 3), 1.0, persons, 0.12, 0.35),
        "last_name": Column(rng, words(rng, 20000, 4), 0.89, persons, 0.15, 0.02),
        "dob": Column(rng, days, 0.0, persons, 0.1, 0.1),
        "birth_lat": Column(rng, coordinates, 0.4, persons, 0.0, 0.25),
        "birth_lng": Column(rng, coordinates[::-1], 0.4, persons, 0.0, 0.25),
        "birth_country": Column(rng, words(rng, 180, 3), 1.3, persons, 0.0, 0.2),
        "country_citizenship": Column(rng, words(rng, 180, 3), 1.3, persons, 0.0, 0.1),
        "occupation": Column(rng, words(rng, 1200, 4), 1.0, persons, 0.0, 0.15),
    }
    # Of a tenth of the persons only the year is known, which is written as its first day.
    dob = columns["dob"].of_person
    first = numpy.flatnonzero([day.endswith("-01-01") for day in days])
    only_year = rng.random(persons) < 0.1
    dob[only_year] = first[rng.integers(0, len(first), only_year.sum())]
    return columns


def settings():
    def comparison(column, conditions):
        levels = [{"sql_condition": f'"{column}_l" IS NULL OR "{column}_r" IS NULL', "label_for_charts": "null", "is_null_level": True}]
        levels += [{"sql_condition": sql, "label_for_charts": sql} for sql in [f'"{column}_l" = "{column}_r"'] + conditions + ["ELSE"]]
        return {"output_column_name": column, "comparison_levels": levels}

    def edits(column, bounds):
        return comparison(column, [f'levenshtein("{column}_l", "{column}_r") <= {bound}' for bound in bounds])

    return {
        "link_type": "dedupe_only", "unique_id_column_name": "unique_id", "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        "blocking_rules_to_generate_predictions": [" and ".join(f"l.{column} = r.{column}" for column in rule) for rule in RULES],
        "comparisons": [edits("first_name", [2, 5]), edits("middle_name", [2, 5]), edits("last_name", [2, 5]), edits("dob", [1, 2, 4]),
                        comparison("birth_lat", []), comparison("birth_lng", []), comparison("occupation", [])],
    }


def main():
    rows, out, settings_path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    rng = numpy.random.default_rng(11)
    times = numpy.minimum(36, rng.zipf(1.6, size=rows) + rng.integers(0, 9, rows))
    persons = int(numpy.searchsorted(numpy.cumsum(times), rows)) + 1
    person = numpy.repeat(numpy.arange(persons), times[:persons])[:rows]
    person = person[rng.permutation(rows)]
    columns = columns_of(rng, persons)
    with open(out, "w", encoding="utf-8") as file:
        file.write("unique_id," + ",".join(columns) + ",cluster\n")
        for start in range(0, rows, 500000):
            part = person[start:start + 500000]
            cells = [column.cells(rng, part) for column in columns.values()]
            numbers = map(str, range(start, start + len(part)))
            file.writelines(",".join(row) + "\n" for row in zip(numbers, *cells, map(str, part)))
    with open(settings_path, "w", encoding="utf-8") as file:
        json.dump(settings(), file)


main()
