#!/usr/bin/env python3
"""own_beside.py SANAQ [ROWS...]: the same rows given to Splink, to sanaq with Splink's form of model and to sanaq without any model, one after the other.

Splink 5 (from PyPI, in the virtual environment that `make bench` makes) has the settings of splink_beside.py, learns u and m, predicts and clusters. Then
sanaq has the same settings without m and u; then its own model, once with the same three rules by --block and once without, so that it chooses them. All keep
pairs of p >= .01 and join at .95, on two threads. Each is run three times, in turns; the fastest is told: seconds of each phase, ratios, peak memory, and F1
by persons against the truth, which no program is shown. Of 100,000 rows what sanaq writes must be the same to the byte on one thread and on two. By default
100,000 and 1 million rows. Above a million Splink is not run, and each of sanaq's is run once.

Before each run it is waited for a quiet machine, and the processor seconds that others took meanwhile are told.
"""
import hashlib
import json
import multiprocessing
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy

from splink_beside import HERE, THRESHOLD, THRESHOLDS, run_splink, settings

BLOCKS = ["--block", "surname,town", "--block", "given,birth_year", "--block", "birth,town"]
LEAST = 0.01
SPLINK_MOST = 1000000
PHASES = {"Splink 5": ("load", "prior", "u", "em", "predict", "cluster")}
WAIT_MOST, waited = float(os.environ.get("SANAQ_BENCH_WAIT", 600)), 0
OURS = ("load", "u", "em", "block", "score", "cluster")


def busy_seconds():
    """Processor seconds that all programs have taken since the machine started."""
    user, nice, system, _, _, irq, softirq, steal = map(int, pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def wait_until_quiet():
    """Until all others together take less than a tenth of a processor for three seconds. Of all waiting there are WAIT_MOST seconds; then it goes on."""
    global waited
    while waited < WAIT_MOST:
        before = busy_seconds()
        time.sleep(3)
        if busy_seconds() - before < 0.3:
            return
        waited += 3


def make_rows(folder, rows):
    """The file that the programs read, and the truth: the person of each row, in the order of unique_id."""
    people, bare = folder / f"people{rows}.csv", folder / f"rows{rows}.csv"
    if not people.exists():
        subprocess.run([sys.executable, str(HERE / "splink_people.py"), str(rows), str(people)], check=True)
    truth = numpy.empty(rows, dtype=numpy.int64)
    with open(people, encoding="utf-8") as file, open(bare, "w", encoding="utf-8") as out:
        for at, line in enumerate(file):
            row, person = line.rstrip("\n").rsplit(",", 1)
            out.write(row + "\n")
            if at > 0:
                truth[at - 1] = int(person)
    return bare, truth


def pairs_within(groups):
    _, sizes = numpy.unique(groups, return_counts=True)
    return int((sizes * (sizes - 1) // 2).sum())


def f1(path, row_field, person_field, truth):
    found, names = numpy.empty(len(truth), dtype=numpy.int64), {}
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            cells = line.rstrip("\n").split(",")
            found[int(cells[row_field])] = names.setdefault(cells[person_field], len(names))
    both = pairs_within(found * (truth.max() + 1) + truth)
    return 2 * both / (pairs_within(found) + pairs_within(truth))


def splink_once(rows, folder, persons):
    answer = multiprocessing.Queue()
    process = multiprocessing.Process(target=run_splink, args=(str(rows), str(folder / "model.json"), None, 2, LEAST, answer, persons))
    process.start()
    told = answer.get()
    process.join()
    seconds = told["seconds"]
    return {"seconds": seconds, "predict": seconds["predict"], "whole": sum(seconds.values()), "cpu": sum(told["cpu"].values()),
            "mb": told["peak_mb"], "pairs": told["pairs"]}


def sanaq(program, rows, more, threads=2, least=LEAST):
    command = [program, "link", str(rows), "--id", "unique_id", "--threads", str(threads), "--pairs-from", str(least), "--json", *more]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def sanaq_once(program, rows, more, least=LEAST):
    start, before = time.perf_counter(), os.times()
    told = sanaq(program, rows, ["--threshold", str(THRESHOLD), *more], least=least)
    whole, after = time.perf_counter() - start, os.times()
    seconds = told["seconds"]
    return {"seconds": seconds, "predict": seconds["block"] + seconds["score"], "whole": whole, "mb": told["peak_mb"], "pairs": told["candidate_pairs"],
            "cpu": after.children_user + after.children_system - before.children_user - before.children_system}


def quietly(run):
    wait_until_quiet()
    load, before, own = os.getloadavg()[0], busy_seconds(), sum(os.times()[:4])
    answer = run()
    answer["others"] = busy_seconds() - before - (sum(os.times()[:4]) - own)
    answer["load"] = load
    return answer


def measure(ways, times):
    """The fastest run of each, by the whole job; all were taken in turns."""
    runs = {name: [] for name in ways}
    for _ in range(times):
        for name, way in ways.items():
            run = quietly(way)
            print(f"    {name}: whole {run['whole']:.2f} s; load before {run['load']:.2f}, others took {run['others']:.1f} processor seconds", flush=True)
            runs[name].append(run)
    return {name: min(of, key=lambda run: run["whole"]) for name, of in runs.items()}


def report(measured, scores):
    for name, run in measured.items():
        phases = ", ".join(f"{phase} {run['seconds'][phase]:.2f}" for phase in PHASES.get(name, OURS))
        print(f"  {name}: {run['pairs']} pairs; {phases}; predict {run['predict']:.2f}, whole {run['whole']:.2f} s, {run['cpu']:.1f} processor "
              f"seconds; peak {run['mb']:.0f} MB; F1 " + ", ".join(f"{score:.4f} at {threshold}" for threshold, score in scores[name].items()))
    splink = measured.get("Splink 5")
    for name, run in measured.items() if splink else ():
        if run is not splink:
            print(f"  {name} beside Splink: predict {splink['predict'] / run['predict']:.1f} times as fast, whole job {splink['whole'] / run['whole']:.1f} times, "
                  f"processor seconds {splink['cpu'] / run['cpu']:.1f} times fewer, memory {run['mb'] / splink['mb']:.2f} of Splink's")


def same_bytes(program, rows, folder, ways):
    for name, more in ways.items():
        seen = set()
        for threads in (1, 2):
            out = {option: folder / f"same{option}" for option in ("--clusters", "--pairs", "--save-model")}
            sanaq(program, rows, [*more, "--force", *(text for option, path in out.items() for text in (option, str(path)))], threads)
            seen.add(tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in out.values()))
        if len(seen) > 1:
            sys.exit(f"{name}: one thread and two do not write the same")
        print(f"  {name}: register, pairs and model are the same to the byte on one thread and on two")


def beside(program, folder, size):
    rows, truth = make_rows(folder, size)
    model = folder / "settings.json"
    model.write_text(json.dumps(settings()), encoding="utf-8")
    ours = {"sanaq, Splink's form": ["--model", str(model)], "sanaq, own model, three rules": BLOCKS, "sanaq, own model, rules chosen": []}
    if size > SPLINK_MOST:
        del ours["sanaq, own model, rules chosen"]
    ways = {"Splink 5": lambda: splink_once(rows, folder, str(folder))} if size <= SPLINK_MOST else {}
    ways |= {name: (lambda more=more: sanaq_once(program, rows, more)) for name, more in ours.items()}
    print(f"== {size} rows, 2 threads", flush=True)
    measured, scores = measure(ways, 3 if size <= SPLINK_MOST else 1), {name: {} for name in ways}
    for threshold in THRESHOLDS:
        if "Splink 5" in ways:
            scores["Splink 5"][threshold] = f1(folder / f"splink{threshold}.csv", 0, 1, truth)
        for name, more in ours.items():
            sanaq(program, rows, [*more, "--threshold", str(threshold), "--clusters", str(folder / "persons.csv"), "--force"])
            scores[name][threshold] = f1(folder / "persons.csv", 1, 2, truth)
    report(measured, scores)
    if size <= 100000:
        same_bytes(program, rows, folder, ours)
    sys.stdout.flush()


def main():
    program, sizes = os.path.abspath(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [100000, 1000000]
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(os.environ.get("SANAQ_BENCH_FOLDER", made))
        folder.mkdir(exist_ok=True)
        for size in sizes:
            beside(program, folder, size)


if __name__ == "__main__":
    main()
