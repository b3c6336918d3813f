"""Long work: progress, Ctrl-C, threads, memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import polars
import pytest
import sanaq

TOWN = sanaq.simulate(persons=400, lists=4)

# Each verb with so much to do that it takes seconds, if nobody stops it.
LONG = {
    "link": "town = sanaq.simulate(persons=100_000, lists=4); ready(); sanaq.link(town.lists, draws=50)",
    "learn": "town = sanaq.simulate(persons=100_000, lists=4); ready(); sanaq.learn(town.lists)",
    "estimate": "ready(); sanaq.estimate({'a b c d e f'.split()[at]: [(row >> at) & 1 for row in range(1, 64)] for at in range(6)} | "
                "{'count': [(row * 7919) % 50 + 1 for row in range(1, 64)]}, method='all', bootstrap=100_000)",
    "evaluate": "big = {'record': [str(at) for at in range(300_000)], 'person': [str(at // 2) for at in range(300_000)]}; ready(); "
                "sanaq.evaluate(big, big, resamples=1_000_000)",
    "compare_pairs": "big = {'name_l': [f'Asan Bek{at}' for at in range(200_000)], 'name_r': [f'Asan Bek{at % 999}' for at in range(200_000)]}; "
                     "table = sanaq.Table(sanaq._sanaq.table_of('t', big)); ready(); sanaq.compare_pairs(table)",
    "simulate": "ready(); sanaq.simulate(persons=3_000_000, lists=8)",
    "read_list": "open(path, 'w').write('name,birth\\n' + ''.join(f'Asan Bek{at % 99999},19{at % 100:02}-02-{at % 28 + 1:02}\\n' for at in range(3_000_000))); "
                 "ready(); sanaq.read_list(path)",
}

RUN = """
import sys, sanaq
path = sys.argv[1]
def ready():
    print("ready", flush=True)
try:
    {work}
    print("done", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.parametrize("verb", LONG)
def test_ctrl_c_ends_each_verb_within_a_second(verb, tmp_path):
    process = subprocess.Popen([sys.executable, "-c", RUN.format(work=LONG[verb]), str(tmp_path / "big.csv")], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    time.sleep(0.7)
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    said = process.stdout.readline()
    took = time.monotonic() - asked
    process.kill()
    process.wait()
    assert said == "interrupted\n", f"{verb} said {said!r}"
    # A second of this process; where others want the processors too, as much longer as they are many.
    share = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert took < 1.0 * share, f"{verb} took {took:.1f} s, with {share:.1f} processes a processor"
    assert sorted(path.name for path in tmp_path.iterdir()) in ([], ["big.csv"])


def test_progress_is_told_on_the_thread_of_the_caller_and_not_too_often():
    told = []
    started = time.monotonic()
    sanaq.link(sanaq.simulate(persons=1200, lists=4).lists, draws=5,
               progress=lambda what, done, total: told.append((what, done, total, threading.get_ident())))
    took = time.monotonic() - started
    assert told and {each[3] for each in told} == {threading.get_ident()}
    assert len(told) <= 10 * took + 2
    assert all(what and 0 <= done <= total for what, done, total, _ in told)


def test_what_progress_raises_ends_the_verb():
    class Enough(Exception):
        pass

    def enough(what, done, total):
        raise Enough

    with pytest.raises(Enough):
        sanaq.link(sanaq.simulate(persons=1200, lists=4).lists, draws=20, progress=enough)
    assert sanaq.link(TOWN.lists).records > 0


def test_a_bar_is_on_standard_error(capfd):
    sanaq.link(sanaq.simulate(persons=1200, lists=4).lists, draws=5, progress=True)
    out, err = capfd.readouterr()
    assert out == "" and "%" in err and err.endswith("\r")


def test_two_threads_may_call_any_verb_at_once():
    expected = sanaq.link(TOWN.lists).clusters.to_csv(), sanaq.estimate(sanaq.link(TOWN.lists).capture, quick=True).to_dict()["estimate"]
    found: list[object] = []

    def work():
        try:
            linked = sanaq.link(TOWN.lists)
            found.append((linked.clusters.to_csv(), sanaq.estimate(linked.capture, quick=True).to_dict()["estimate"]))
        except BaseException as error:  # noqa: BLE001: it is told below
            found.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_others_run_while_a_verb_works():
    """The GIL is released: this thread counts on while another links."""
    lists = sanaq.simulate(persons=2500, lists=4).lists
    ends: list[float] = []
    thread = threading.Thread(target=lambda: (sanaq.link(lists, draws=5), ends.append(time.monotonic())))
    thread.start()
    longest, last, started = 0.0, time.monotonic(), time.monotonic()
    while thread.is_alive():
        time.sleep(0.005)
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    assert ends[0] - started > 0.2 and longest < (ends[0] - started) / 2


def test_no_python_string_is_made_of_a_million_cells():
    rows = 200_000
    frame = polars.DataFrame({"name": [f"Asan{at % 9973} Bek{at % 7919}" for at in range(rows)], "birth": [str(1900 + at % 100) for at in range(rows)],
                              "place": [f"town {at % 97}" for at in range(rows)], "sex": ["m", "f"] * (rows // 2), "x": [str(at % 31) for at in range(rows)]})
    sanaq.link({"t": frame.head(100)})
    before = sys.getallocatedblocks()
    linked = sanaq.link({"t": frame}, threshold=0.9)
    assert sys.getallocatedblocks() - before < 1000
    assert linked.records == rows


PEAK = """
import resource, sys
path, kind = sys.argv[1:]
import sanaq
if kind == "frame":
    import polars
    frame = polars.read_csv(path, infer_schema=False, null_values=[""])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    linked = sanaq.link({"people": frame}, id="unique_id")
    linked.clusters
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    by_path = sanaq.link({"people": path}, id="unique_id")
    print(before, peak, linked.seconds["load"], by_path.seconds["load"])
"""


def test_memory_is_that_of_the_table_and_the_program(program, people, tmp_path):
    table, peak, load, load_of_file = map(float, subprocess.run([sys.executable, "-c", PEAK, str(people), "frame"], check=True, capture_output=True, text=True).stdout.split())
    timed = subprocess.run(["/usr/bin/time", "-f", "%M", str(program), "link", str(people), "--id", "unique_id", "--clusters", str(tmp_path / "c.csv")],
                           check=True, capture_output=True, text=True) if os.path.exists("/usr/bin/time") else None
    if timed is None:
        pytest.skip("GNU time is not installed")
    own = float(timed.stderr.split()[-1])
    assert peak <= 1.15 * (table + own), f"{peak / 1024:.0f} MB, the table {table / 1024:.0f} MB and the program {own / 1024:.0f} MB"
    # Measured side by side: a frame is read in no more time than a file is.
    assert load <= 1.5 * load_of_file, f"reading the frame took {load:.2f} s, the file {load_of_file:.2f} s"
