#!/usr/bin/env python3
"""splink_accuracy.py SANAQ [SET...]: the same labelled lists linked by Splink 5 and by sanaq, ids neutral and rows shuffled.

Splink twice: with settings as its demonstrations have them, and with every column. Its clusters are those at p >= .5, and at the threshold of
highest F1 by the truth, which a user does not have. sanaq has no settings. Prints a Markdown table.

The sets are looked for in ../shared/data or where SANAQ_DATA says.
"""
import collections
import csv
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import pandas
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("SANAQ_DATA", ROOT.parent / "shared/data")) / "linkage"

# Files, truth column, columns withheld; a set of two files has nobody twice in one of them.
SETS = {
    "febrl3": (["febrl/febrl3.csv"], "ent_id", ["rec_id"]),
    "febrl3 without soc_sec_id": (["febrl/febrl3.csv"], "ent_id", ["rec_id", "soc_sec_id"]),
    "febrl4": (["febrl/febrl4a.csv", "febrl/febrl4b.csv"], "ent_id", ["rec_id"]),
    "febrl4 without soc_sec_id": (["febrl/febrl4a.csv", "febrl/febrl4b.csv"], "ent_id", ["rec_id", "soc_sec_id"]),
    "fake_1000": (["splink_fake/fake_1000.csv"], "cluster", ["unique_id"]),
}


def load(name):
    files, truth, withheld = SETS[name]
    shuffle, frames, number = random.Random(1), [], 0
    for path in files:
        with open(DATA / path, newline="", encoding="utf-8") as file:
            rows = [{key.strip(): (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)]
        shuffle.shuffle(rows)
        frame = pandas.DataFrame(rows).drop(columns=withheld).rename(columns={truth: "truth"})
        frame.insert(0, "unique_id", range(number, number + len(frame)))
        number += len(frame)
        frames.append(frame)
    return frames


def febrl_settings(columns, everything):
    number = [cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2])] if "soc_sec_id" in columns else []
    comparisons = [cl.NameComparison("given_name"), cl.NameComparison("surname"),
                   cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]), *number,
                   cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
                   cl.DamerauLevenshteinAtThresholds("postcode", [1, 2])]
    if everything:
        comparisons += [cl.JaroWinklerAtThresholds("address_1", [0.9, 0.8]), cl.JaroWinklerAtThresholds("suburb", [0.9, 0.8]), cl.ExactMatch("state")]
    rules = [["given_name", "surname"], ["postcode", "surname"], ["postcode", "given_name"], ["date_of_birth"], ["street_number", "postcode"]]
    rules += [["soc_sec_id"]] if number else []
    sure = [["given_name", "surname", "date_of_birth"]] + ([["soc_sec_id"]] if number else [["surname", "postcode", "date_of_birth"]])
    return comparisons, rules, sure, [["date_of_birth"], ["postcode"]]


def fake_settings(columns, everything):
    comparisons = [cl.JaroAtThresholds("first_name", [0.9, 0.7]), cl.JaroAtThresholds("surname", [0.9, 0.7]),
                   cl.LevenshteinAtThresholds("dob", [1, 2]), cl.ExactMatch("city").configure(term_frequency_adjustments=True), cl.EmailComparison("email")]
    rules = [["first_name"], ["surname"]] + ([["dob"], ["city"], ["email"]] if everything else [])
    return comparisons, rules, [["first_name", "dob"], ["email"]], [["first_name", "surname"], ["dob"]]


def predict(frames, everything):
    columns = set(frames[0].columns)
    make = febrl_settings if "given_name" in columns else fake_settings
    comparisons, rules, sure, sessions = make(columns, everything)
    frames = [frame.drop(columns="truth").replace("", None) for frame in frames]
    settings = SettingsCreator(link_type="dedupe_only" if len(frames) == 1 else "link_only", comparisons=comparisons,
                               blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules])
    database = DuckDBAPI()
    linker = Linker([database.register(frame) for frame in frames], settings)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on(*rule) for rule in sure], recall=0.8)
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for session in sessions:
        training.estimate_parameters_using_expectation_maximisation(block_on(*session))
    found = linker.inference.predict().as_pandas_dataframe()
    return list(zip(found["unique_id_l"], found["unique_id_r"], found["match_probability"]))


def pairs_in(groups):
    return sum(count * (count - 1) // 2 for count in groups.values())


def f1(cluster_of, truth):
    linked = pairs_in(collections.Counter(cluster_of))
    true = pairs_in(collections.Counter(truth))
    return 2 * pairs_in(collections.Counter(zip(cluster_of, truth))) / max(1, linked + true)


def clusters(weighed, count, threshold):
    parent = list(range(count))

    def root(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for left, right, probability in weighed:
        if probability >= threshold:
            parent[root(left)] = root(right)
    return [root(at) for at in range(count)]


def sanaq(program, frames, folder):
    paths = []
    for at, frame in enumerate(frames):
        paths.append(str(folder / f"list{at}.csv"))
        frame.drop(columns="truth").to_csv(paths[-1], index=False)
    out = folder / "clusters.csv"
    subprocess.run([program, "link", *paths, "--id", "unique_id", "--clusters", str(out)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(out, newline="", encoding="utf-8-sig") as file:
        person = {int(row["record"]): row["person"] for row in csv.DictReader(file)}
    return [person[at] for at in range(len(person))]


def main():
    program = os.path.abspath(sys.argv[1])
    print("| set | Splink, demo: clusters at .5 / best threshold | Splink, all columns: at .5 / best | sanaq, no settings |\n|---|---|---|---|")
    for name in sys.argv[2:] or SETS:
        frames = load(name)
        truth = [value for frame in frames for value in frame["truth"]]
        cells = []
        for everything in (False, True):
            weighed = predict(frames, everything)
            best = max((f1(clusters(weighed, len(truth), at / 100), truth), at / 100) for at in [1, 2, 5, *range(10, 100, 5), 99])
            cells.append(f"{f1(clusters(weighed, len(truth), .5), truth):.4f} / {best[0]:.4f} ({best[1]})")
        with tempfile.TemporaryDirectory() as folder:
            own = f1(sanaq(program, frames, pathlib.Path(folder)), truth)
        print(f"| {name} | {cells[0]} | {cells[1]} | {own:.4f} |", flush=True)


main()
