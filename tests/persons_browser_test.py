"""Persons in the workspace, in Chromium: found by two Latin letters, split, joined; the threshold moved and counted again. In English, in Russian at a telephone's width, and
without scripts. Every screen is looked at by axe in light and dark and walked by Tab."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = ROOT / "tests/browser"
sys.path[:0] = [str(ROOT / "tests")]
import browser_test  # noqa: E402  (the packages that both install once)

PROGRAM, BUILD, ONLY = "", pathlib.Path(), ""

STORIES = [
    {"name": "persons-en", "tells": "persons", "language": "en", "view": "wide", "looks": True},
    {"name": "persons-ru-narrow", "tells": "persons", "language": "ru", "view": "narrow", "looks": True},
    {"name": "persons-ru-without-scripts", "tells": "persons", "language": "ru", "view": "narrow", "scripts": False},
]


def counted_town(folder):
    """The invented town, counted with a key of its own, since a key belongs to its folder."""
    folder.mkdir()
    town = folder / "town"
    shutil.copytree(ROOT / "examples/oil-town", town, ignore=shutil.ignore_patterns("site", ".sanaq", "ledger", "publication"))
    subprocess.run([PROGRAM, "estimate", str(town)], check=True, capture_output=True, env=dict(os.environ, SANAQ_KEYS=str(folder / "keys")), stdin=subprocess.DEVNULL)


class Persons(unittest.TestCase):
    def test_found_split_joined_and_counted_again(self):
        browser_test.BUILD = BUILD
        modules = browser_test.modules()
        stories = [story for story in STORIES if ONLY in story["name"]]
        with tempfile.TemporaryDirectory() as scratch:
            for story in stories:
                counted_town(pathlib.Path(scratch, story["name"]))
            plan = pathlib.Path(scratch, "plan.json")
            plan.write_text(json.dumps({"program": PROGRAM, "scratch": scratch, "shots": str(BUILD / "workspace-screens"), "stories": stories}), encoding="utf-8")
            done = subprocess.run(["node", str(OURS / "workspace.cjs"), str(modules), shutil.which("chromium"), str(plan)], capture_output=True, text=True, check=False)
        print(done.stdout.strip() or done.stderr[-500:])
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr)[-8000:])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--only", default="", help="stories whose name has this")
    known, rest = parser.parse_known_args()
    PROGRAM, BUILD, ONLY = str(pathlib.Path(known.program).resolve()), pathlib.Path(known.build).resolve(), known.only
    unittest.main(argv=[sys.argv[0], *rest])
