#!/usr/bin/env python3
"""review.py SANAQ MODULES [PERSONS...]: how quickly a reviewer is answered. MODULES: the folder with playwright-core (build/browser/node_modules).

For each size an invented investigation is made (`sanaq simulate`) and counted; then `sanaq serve` is begun on it.

    page      GET /review, the whole page, asked a hundred times over one connection
    durable   POST /review until the answer is in the ledger and the next tasks have come back, as our script sends it; wanted: 95 % under 100 ms
    ratio     the middle beside that of a static file served by the same server in the same minute
    painted   in Chromium: from a key to the frame with the next task; wanted: 95 % under 50 ms

Figures mean something only on a machine with nobody else; the ratios do otherwise too.
"""
import html
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import workspace

ANSWERS = 100


def forms_in(page):
    forms = re.findall(r'<form class="answer".*?</form>', page, re.S)
    return [[(html.unescape(name), html.unescape(value)) for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)] for form in forms]


def durable_times(served):
    """Half of the tasks, so that Chromium has the others."""
    headers = {"Origin": f"http://127.0.0.1:{served.port}", "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
    page = served.ask("GET", "/review")[1].decode()
    waits = int(re.search(r"([\d,]+) tasks? wait", page)[1].replace(",", ""))
    tasks, times = forms_in(page), []
    while tasks and len(times) < min(ANSWERS, waits // 2):
        body = urllib.parse.urlencode([*tasks[0], ("verdict", "different")])
        began = time.monotonic()
        answer, text = served.ask("POST", "/review", body, headers)
        times.append(time.monotonic() - began)
        if answer.status != 200:
            raise SystemExit(f"POST /review: {answer.status}")
        tasks = forms_in(text.decode())
    return sorted(times), waits


def painted_times(served, modules):
    served.process.stdin.write("\n")  # another link, as Enter in the terminal gives one
    served.process.stdin.flush()
    link = next(found[0] for found in (re.search(r"http://127\.0\.0\.1:\d+/in#\S+", line) for line in served.process.stdout) if found)
    done = subprocess.run(["node", str(pathlib.Path(__file__).with_name("review.cjs")), modules, shutil.which("chromium"), link, str(ANSWERS)], capture_output=True, text=True, check=True)
    return sorted(time_ms / 1000 for time_ms in json.loads(done.stdout))


def told(name, times, static=None):
    ratio = f", {statistics.median(times) / static:.1f} times a static file" if static else ""
    print(f"  {name:8} {len(times)} times: middle {1000 * statistics.median(times):.1f} ms, 95 % under {1000 * times[int(.95 * len(times)) - 1]:.1f} ms{ratio}")


class Served(workspace.Served):
    input = subprocess.PIPE


def measure(program, modules, persons, scratch):
    folder = scratch / f"w{persons}"
    environment = dict(os.environ, SANAQ_KEYS=str(scratch / "keys"), XDG_RUNTIME_DIR=str(scratch))
    subprocess.run([program, "simulate", str(folder), "--persons", str(persons), "--lists", "4", "--seed", "7"], check=True, capture_output=True, env=environment)
    subprocess.run([program, "estimate", str(folder)], check=True, capture_output=True, env=environment, stdin=subprocess.DEVNULL)
    served = Served(program, folder, environment)
    try:
        while b"review-live" not in served.ask("GET", "/review")[1]:
            time.sleep(0.1)
        static = statistics.median(workspace.times_of(served, workspace.ASSET))
        page = workspace.times_of(served, "/review")
        durable, waits = durable_times(served)
        print(f"{persons} persons, {waits} tasks, load average {os.getloadavg()[0]:.1f}")
        told("page", page, static)
        told("durable", durable, static)
        told("painted", painted_times(served, modules))
    finally:
        served.end()


def main():
    program, modules, sizes = sys.argv[1], os.path.abspath(sys.argv[2]), [int(word) for word in sys.argv[3:]] or [2000, 20_000]
    with tempfile.TemporaryDirectory() as scratch:
        for persons in sizes:
            measure(os.path.abspath(program), modules, persons, pathlib.Path(scratch))


if __name__ == "__main__":
    main()
