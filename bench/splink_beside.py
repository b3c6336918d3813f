#!/usr/bin/env python3
"""splink_beside.py SANAQ ROWS [THREADS]: the same rows, rules and levels given to Splink and to `sanaq link --model`, one after the other.

Splink (from PyPI, in the virtual environment that `make bench` makes) learns u and m, saves its model, weighs all pairs and clusters them. Of
100,000 rows sanaq loads that model, and every weight is compared. Then sanaq is given the same settings without m and u and does the whole job as
well: load, u, EM, weigh, cluster. Prints seconds of each phase, peak memory, ratios, and how far the two learnt models are apart.
"""
import csv
import json
import math
import multiprocessing
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RULES = [
    "l.surname = r.surname and l.town = r.town",
    "l.given = r.given and substr(l.birth, 1, 4) = substr(r.birth, 1, 4)",
    "l.birth = r.birth and l.town = r.town",
]
THRESHOLD = 0.95
THRESHOLDS = (0.5, THRESHOLD)


def null(column):
    return {"sql_condition": f'"{column}_l" IS NULL OR "{column}_r" IS NULL', "label_for_charts": "null", "is_null_level": True}


def level(condition, **more):
    return {"sql_condition": condition, "label_for_charts": condition, **more}


def exact(column, frequency=False):
    more = {"tf_adjustment_column": column, "tf_adjustment_weight": 1.0} if frequency else {}
    return level(f'"{column}_l" = "{column}_r"', **more)


def name(column, frequency=False):
    likeness = f'jaro_winkler_similarity("{column}_l", "{column}_r")'
    return {"output_column_name": column, "comparison_levels": [
        null(column), exact(column, frequency), level(likeness + " >= 0.92"), level(likeness + " >= 0.88"), level("ELSE")]}


def date(column):
    day = f"EPOCH(try_strptime(\"{column}_{{}}\", '%Y-%m-%d'))"
    gap = f"ABS({day.format('l')} - {day.format('r')})"
    return {"output_column_name": column, "comparison_levels": [
        null(column), exact(column), level(f'damerau_levenshtein("{column}_l", "{column}_r") <= 1'), level(gap + " <= 2629800.0"),
        level(gap + " <= 31557600.0"), level(gap + " <= 315576000.0"), level("ELSE")]}


def code(column, frequency=False):
    return {"output_column_name": column, "comparison_levels": [null(column), exact(column, frequency), level("ELSE")]}


def settings():
    return {
        "link_type": "dedupe_only", "unique_id_column_name": "unique_id", "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False, "blocking_rules_to_generate_predictions": RULES,
        "comparisons": [name("given"), name("surname", True), name("middle"), date("birth"), code("sex"), code("town", True)],
    }


def run_splink(people, model, pairs, threads, least, answer, persons=None):
    """`persons`: a folder for the persons at each of THRESHOLDS, which are written when time and memory have been taken."""
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    seconds, cpu, start, used = {}, {}, time.perf_counter(), time.process_time()

    def lap(phase):
        nonlocal start, used
        seconds[phase], cpu[phase] = time.perf_counter() - start, time.process_time() - used
        start, used = time.perf_counter(), time.process_time()

    connection = duckdb.connect(":memory:")
    connection.execute(f"SET threads = {threads}")
    connection.execute("SET progress_bar_time = 100000000")
    connection.execute(f"CREATE TABLE people AS SELECT * FROM read_csv('{people}', all_varchar = true)").fetchall()
    api = DuckDBAPI(connection)
    table = api.register("people") if hasattr(api, "register") else "people"
    try:
        linker = Linker(table, settings())
    except TypeError:
        linker = Linker("people", settings(), api)
    lap("load")
    linker.training.estimate_probability_two_random_records_match(
        ["l.given = r.given and l.surname = r.surname and l.birth = r.birth"], recall=0.5)
    lap("prior")
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    lap("u")
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("surname", "town"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given", "birth"))
    lap("em")
    linker.misc.save_model_to_json(model, overwrite=True)
    start, used = time.perf_counter(), time.process_time()
    predicted = linker.inference.predict(threshold_match_probability=least)
    name_of = predicted.physical_name
    count = connection.execute(f"SELECT count(*) FROM {name_of}").fetchall()[0][0]
    lap("predict")
    linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=THRESHOLD)
    lap("cluster")
    if pairs:
        connection.execute(f"COPY (SELECT unique_id_l, unique_id_r, match_weight FROM {name_of}) TO '{pairs}' (HEADER)").fetchall()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for threshold in THRESHOLDS if persons else ():
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=threshold)
        connection.execute(f"COPY (SELECT unique_id, cluster_id FROM {found.physical_name}) TO '{persons}/splink{threshold}.csv' (HEADER)").fetchall()
    answer.put({"seconds": seconds, "cpu": cpu, "pairs": count, "peak_mb": peak})


def run_sanaq(program, people, model, pairs, threads, least, learnt=None):
    command = [program, "link", people, "--id", "unique_id", "--model", model, "--threads", str(threads), "--threshold", str(THRESHOLD), "--json"]
    command += ["--pairs-from", str(least or 0)]
    if learnt:
        command += ["--save-model", learnt]
    if pairs:
        command += ["--pairs", pairs]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer = json.loads(done.stdout)
    after = os.times()
    answer["whole"] = time.perf_counter() - start
    answer["cpu"] = after.children_user + after.children_system - before.children_user - before.children_system
    return answer


def compare(theirs, ours):
    weights = {}
    with open(theirs, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            weights[frozenset((row["unique_id_l"], row["unique_id_r"]))] = float(row["match_weight"])
    largest, found = 0.0, 0
    with open(ours, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found += 1
            largest = max(largest, abs(weights[frozenset((row["record_l"], row["record_r"]))] - float(row["weight_bits"])))
    print(f"weights: {len(weights)} pairs of Splink, {found} of sanaq, largest difference {largest:.2e} bits")
    if found != len(weights) or largest > 1e-6:
        sys.exit("the weights are not the same")


def levels(path):
    with open(path, encoding="utf-8") as file:
        model = json.load(file)
    for comparison in model["comparisons"]:
        for at, one in enumerate(comparison["comparison_levels"]):
            if not one.get("is_null_level"):
                yield f"{comparison['output_column_name']} {at}", one.get("m_probability"), one.get("u_probability")


def compare_models(theirs, ours):
    """Levels whose m is above 1 in 1,000; below, there are too few matches for either to know."""
    print("  learnt models, Splink's and sanaq's (log2 of the ratio of m, of u):")
    for (name, m, u), (_, our_m, our_u) in zip(levels(theirs), levels(ours)):
        if None not in (m, u) and m > 0.001:
            print(f"    {name:10} m {m:.4f} {our_m:.4f} ({math.log2(our_m / m):+.3f})  u {u:.3e} {our_u:.3e} ({math.log2(our_u / u):+.3f})")


def report(kept, theirs, ours):
    splink, sanaq = theirs["seconds"], ours["seconds"]
    whole = sum(splink.values())
    predict = sanaq["block"] + sanaq["score"]
    print(f"pairs kept: {kept}; Splink kept {theirs['pairs']}, sanaq weighed {ours['candidate_pairs']}")
    print("  Splink " + ", ".join(f"{phase} {value:.2f}" for phase, value in splink.items()) + f", whole {whole:.2f} s; peak {theirs['peak_mb']:.0f} MB")
    print("  sanaq  " + ", ".join(f"{phase} {value:.3f}" for phase, value in sanaq.items()) + f", whole process {ours['whole']:.2f} s; peak {ours['peak_mb']:.0f} MB")
    cpu = theirs["cpu"]
    print(f"  processor seconds: Splink predict {cpu['predict']:.1f}, whole {sum(cpu.values()):.1f}; sanaq whole process {ours['cpu']:.2f}")
    learnt = "both learn u and m" if sanaq["em"] > 0 else "Splink's learning counted, sanaq's model given"
    print(f"  predict {splink['predict'] / predict:.1f} times as fast ({ours['candidate_pairs'] / predict / 1e6:.1f} million pairs a second, blocking "
          f"included), the process from the CSV to persons {whole / ours['whole']:.1f} times ({learnt}), memory 1/{theirs['peak_mb'] / ours['peak_mb']:.1f}",
          flush=True)


def beside(program, folder, rows, threads, least, with_weights):
    people, model = str(folder / f"people{rows}.csv"), str(folder / "model.json")
    if not os.path.exists(people):
        subprocess.run([sys.executable, str(HERE / "splink_people.py"), str(rows), people], check=True)
    pairs = [str(folder / "splink_pairs.csv"), str(folder / "sanaq_pairs.csv")] if with_weights else [None, None]
    answer = multiprocessing.Queue()
    process = multiprocessing.Process(target=run_splink, args=(people, model, pairs[0], threads, least, answer))
    process.start()
    process.join()
    if process.exitcode != 0:
        sys.exit("Splink ended with an error")
    theirs = answer.get()
    kept = "all" if least is None else f"p >= {least}"
    print(f"== {rows} rows, {threads} threads")
    if with_weights:
        report(kept, theirs, run_sanaq(program, people, model, pairs[1], threads, least))
        compare(*pairs)
    bare, learnt = str(folder / "settings.json"), str(folder / "learnt.json")
    with open(bare, "w", encoding="utf-8") as file:
        json.dump(settings(), file)
    report(kept, theirs, run_sanaq(program, people, bare, None, threads, least, learnt))
    compare_models(model, learnt)


def main():
    program, rows = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(os.environ.get("SANAQ_BENCH_FOLDER", made))
        folder.mkdir(exist_ok=True)
        beside(program, folder, min(rows, 100000), threads, None, True)
        if rows > 100000:
            beside(program, folder, rows, threads, None, False)
            beside(program, folder, rows, threads, 0.01, False)


if __name__ == "__main__":
    main()
