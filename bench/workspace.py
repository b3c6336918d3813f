#!/usr/bin/env python3
"""workspace.py SANAQ [PERSONS|FOLDER...]: how quickly the workspace answers while and after it reads the lists of so many persons, and how much memory it holds.

For each size an invented investigation is made (`sanaq simulate`) and counted once from the command line, so that a first screen has something to
show; then `sanaq serve` is begun on it. A FOLDER is an investigation that was counted already, with the keys of SANAQ_KEYS.

    first     seconds from the start of the process to the first whole answer of `/`; wanted: 1 at any size
    read      seconds until no screen says any more that it is reading; wanted: 5 for a million rows
    names     seconds until names are found
    screen    each asked a hundred times over one connection: the middle, and the time under which 95 of them lie; wanted: .2, of a search .02
    ratio     the middle beside that of a static file of the same size served by the same server (an asset), in the same minute
    memory    resident, with no job running; wanted: less than three times the lists as CSV bytes, and 500 MB

Figures mean something only on a machine with nobody else; the ratios do otherwise too.
"""
import http.client
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

SCREENS = ["/", "/number", "/jobs", "/lists", "/lists/hospital", "/persons", "PERSON", "PERSON/records", "/persons?q=to", "/persons?q=то", "/persons?q=tok", "/persons?q=ток",
           "/persons?q=tokbe", "/persons?q=токбе", "/threshold", "/model"]
ASSET = "/assets/workspace.css"


def resident_mb(process):
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


class Served:
    """A server on a folder, and one browser that has come in."""

    input = subprocess.DEVNULL

    def __init__(self, program, folder, environment):
        self.began = time.monotonic()
        self.process = subprocess.Popen([program, "serve", str(folder), "--no-browser"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        stdin=self.input, text=True, env=environment)
        for line in self.process.stdout:
            link = re.search(r"http://127\.0\.0\.1:(\d+)/in#(\S+)", line)
            if link:
                break
        else:
            raise SystemExit("sanaq serve ended without a link")
        self.port, token = int(link[1]), link[2]
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)
        self.cookie = ""
        body = f"link={token}"
        answer, _ = self.ask("POST", "/in", body, {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"})
        self.cookie = answer.getheader("Set-Cookie", "").split(";")[0]

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {}, Host=f"127.0.0.1:{self.port}")
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer, answer.read()

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=120)


def times_of(served, path, count=100):
    times = []
    for _ in range(count):
        began = time.monotonic()
        answer, _ = served.ask("GET", path)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        times.append(time.monotonic() - began)
    return sorted(times)


def made(program, persons, scratch):
    folder = scratch / f"w{persons}"
    environment = dict(os.environ, SANAQ_KEYS=str(scratch / "keys"))
    subprocess.run([program, "simulate", str(folder), "--persons", str(persons), "--seed", "7"], check=True, capture_output=True, env=environment)
    subprocess.run([program, "estimate", str(folder)], check=True, capture_output=True, env=environment)
    return folder, environment


def asked(path):
    return urllib.parse.quote(path, safe="/?=")


def measure(program, folder, environment):
    files = [path for path in (folder / "lists").iterdir() if path.is_file()]
    csv_mb = sum(path.stat().st_size for path in files) / 1e6
    rows = sum(path.read_bytes().count(b"\n") - 1 for path in files)
    served = Served(program, folder, environment)
    try:
        served.ask("GET", "/")
        first = time.monotonic() - served.began
        while b"being read" in served.ask("GET", "/persons")[1]:
            time.sleep(0.05)
        read = time.monotonic() - served.began
        person = re.search(rb'"(/persons/[0-9a-f]{16})"', served.ask("GET", "/persons")[1])[1].decode()
        while b'"is_ready": true' not in served.ask("GET", "/persons.json?q=zzzz")[1]:
            time.sleep(0.2)
        names = time.monotonic() - served.began
        static = statistics.median(times_of(served, ASSET))
        print(f"{folder.name}: {rows} rows, {csv_mb:.1f} MB of lists: first {first:.2f} s, read {read:.2f} s, names {names:.2f} s, "
              f"memory {resident_mb(served.process.pid):.0f} MB")
        for path in SCREENS:
            times = times_of(served, asked(path.replace("PERSON", person)))
            print(f"  {path:18} middle {1000 * statistics.median(times):.1f} ms, 95 % under {1000 * times[94]:.1f} ms, "
                  f"{statistics.median(times) / static:.1f} times a static file", flush=True)
    finally:
        served.end()


def main():
    program, words = os.path.abspath(sys.argv[1]), sys.argv[2:] or ["1000", "100000"]
    with tempfile.TemporaryDirectory() as scratch:
        for word in words:
            folder, environment = made(program, int(word), pathlib.Path(scratch)) if word.isdigit() else (pathlib.Path(word), dict(os.environ))
            measure(program, folder, environment)


if __name__ == "__main__":
    main()
