#!/usr/bin/env python3
"""publish.py SANAQ [PERSONS...]: how long the publish step takes beside `cp -r` of what it wrote, on the same disk in the same minute.

For each size an investigation of invented lists (`sanaq simulate`, three languages, all lists with open columns) is counted with `sanaq run`; the step
`publish` is told as run tells it, linking and estimating aside. Then

    first      the site is written whole
    cp -r      of the site, and a sync of the disk, twice: the mean
    one cell   a place of one row is changed, and the count is run again: which files were written
    again      nothing changed: `sanaq publish` writes no file

and the most memory that the program had at any time: all steps, and `sanaq publish` alone, which makes the whole site again from a stored run (its own linking of
what is open included). Goals: first at most 3 times cp -r; one cell under 5 % of first; memory under 1 GB; the
start page under 60 kB, any page under 150 kB (tools/check-site). The processor seconds that others took meanwhile are told, since the machine may be shared.
"""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time


def others_busy():
    """Processor seconds of all programs since the machine started, less our own and our children's."""
    numbers = list(map(int, pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:9]))
    busy = (sum(numbers) - numbers[3] - numbers[4]) / os.sysconf("SC_CLK_TCK")
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return busy - own


def seconds_in(text):
    """"9.00 s" or "1:37" or "1:02:03" as seconds."""
    if ":" in text:
        whole = 0
        for part in text.split(":"):
            whole = whole * 60 + int(part)
        return float(whole)
    return float(text.split()[0])


class Bench:
    def __init__(self, program, persons, root):
        self.program, self.persons = program, persons
        self.folder = root / f"count{persons}"
        self.environment = dict(os.environ, SANAQ_KEYS=str(root / "keys"), LANG="C")

    def sanaq(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, env=self.environment, stdin=subprocess.DEVNULL, check=True).stdout

    def peak(self, *arguments):
        """The most memory of one command, in MB."""
        with open(os.devnull) as nothing, open(os.devnull, "w") as nowhere:
            process = subprocess.Popen([self.program, *map(str, arguments)], env=self.environment, stdin=nothing, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise subprocess.CalledProcessError(status, arguments)
        return usage.ru_maxrss / 1e3

    def run(self):
        """Seconds of the step publish."""
        yes = ["--yes"] if "--yes" in self.sanaq("run", "--help") else []
        said = self.sanaq("run", self.folder, *yes)
        return seconds_in(re.search(r"^publish\s+(.*)$", said, re.M)[1])

    def files(self):
        return {path: path.stat().st_mtime_ns for path in (self.folder / "site").rglob("*") if path.is_file()}

    def copy(self):
        copy = self.folder.parent / "copy"
        os.sync()
        start = time.monotonic()
        subprocess.run(["cp", "-r", self.folder / "site", copy], check=True)
        os.sync()
        took = time.monotonic() - start
        shutil.rmtree(copy)
        return took

    def change_a_cell(self):
        path = next(self.folder.glob("lists/newspaper.csv"))
        lines = path.read_bytes().split(b"\n")
        cells = lines[1].split(b",")
        cells[4 if len(cells) > 4 else -1] = b"Elsewhere"
        lines[1] = b",".join(cells)
        path.write_bytes(b"\n".join(lines))

    def measure(self):
        self.sanaq("simulate", self.folder, "--persons", self.persons, "--many-names", "--seed", 7)
        before = others_busy()
        first = self.run()
        busy_first = others_busy() - before
        copy = (self.copy() + self.copy()) / 2
        site = self.files()
        size = sum(path.stat().st_size for path in site)
        largest = max(path.stat().st_size for path in site if path.suffix == ".html")
        print(f"{self.persons} persons: {len(site)} files, {size / 1e6:.0f} MB; largest page {largest / 1e3:.0f} kB, start page {(self.folder / 'site/index.html').stat().st_size / 1e3:.0f} kB")
        print(f"  first    {first:8.2f} s   {first / copy:.2f} x cp -r   (others took {busy_first:.0f} processor seconds meanwhile)")
        print(f"  cp -r    {copy:8.2f} s")
        self.change_a_cell()
        one = self.run()
        after = self.files()
        written = [path for path in after if site.get(path) != after[path]]
        print(f"  one cell {one:8.2f} s   {100 * one / first:.1f} % of first; {len(written)} files written, {sum(path.stat().st_size for path in written) / 1e6:.1f} MB", flush=True)
        self.sanaq("publish", self.folder)
        again = self.files()
        print(f"  again    {sum(again[path] != after.get(path) for path in again)} files written")
        print(f"  memory   {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3:.0f} MB at most, all steps", flush=True)
        shutil.rmtree(self.folder / "site")
        print(f"           {self.peak('publish', self.folder, '--yes'):.0f} MB at most, publish alone, every page", flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=os.environ.get("SANAQ_BENCH_DIR")) as scratch:
        for persons in map(int, sys.argv[2:] or ["100000"]):
            Bench(os.path.abspath(sys.argv[1]), persons, pathlib.Path(scratch)).measure()
