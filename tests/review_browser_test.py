"""Reviewing in Chromium: twenty tasks by keyboard alone, in English and with a Russian layout at a telephone's width, with French keys, without scripts, and while session and
server go away. The screens are looked at by axe in light and dark and walked by Tab."""
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
sys.path[:0] = [str(ROOT / "tests"), str(OURS)]
import browser_test  # noqa: E402  (the packages that both install once)

PROGRAM, BUILD, ONLY = "", pathlib.Path(), ""

STORIES = [
    {"name": "twenty-en", "tells": "twenty", "language": "en", "view": "wide", "looks": True},
    {"name": "twenty-ru-narrow", "tells": "twenty", "language": "ru", "view": "narrow", "layout": "ru", "looks": True},
    {"name": "layouts-fr", "tells": "layouts", "language": "en", "view": "wide", "layout": "fr"},
    {"name": "forms-ru-without-scripts", "tells": "forms", "language": "ru", "view": "narrow", "scripts": False},
    {"name": "away-en", "tells": "away", "language": "en", "view": "wide"},
    {"name": "passphrase-ru", "tells": "passphrase", "language": "ru", "view": "narrow", "town": "sealed_town", "keys": "sealed_keys"},
]


class Review(unittest.TestCase):
    def test_stories(self):
        browser_test.BUILD = BUILD
        modules = browser_test.modules()
        stories = [story for story in STORIES if ONLY in story["name"]]
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            environment = dict(os.environ, SANAQ_KEYS=str(root / "keys"))
            subprocess.run([PROGRAM, "simulate", str(root / "town"), "--persons", "800", "--lists", "4", "--seed", "3"], check=True, capture_output=True, env=environment)
            subprocess.run([PROGRAM, "estimate", str(root / "town")], check=True, capture_output=True, env=environment, stdin=subprocess.DEVNULL)
            sealed = dict(environment, SANAQ_KEYS=str(root / "sealed_keys"), SANAQ_PASSPHRASE="an invented passphrase")
            shutil.copytree(ROOT / "examples/oil-town", root / "sealed", ignore=shutil.ignore_patterns("site", ".sanaq", "ledger", "publication"))
            subprocess.run([PROGRAM, "estimate", str(root / "sealed")], check=True, capture_output=True, env=sealed, stdin=subprocess.DEVNULL)
            (root / "town").rename(root / "moved")  # a key follows its folder, and stays where a copy of it is made
            (root / "sealed").rename(root / "sealed_moved")
            plan = root / "plan.json"
            plan.write_text(json.dumps({"program": PROGRAM, "scratch": scratch, "town": str(root / "moved"), "keys": str(root / "keys"),
                                        "sealed_town": str(root / "sealed_moved"), "sealed_keys": str(root / "sealed_keys"),
                                        "shots": str(BUILD / "review-screens"), "stories": stories}), encoding="utf-8")
            done = subprocess.run(["node", str(OURS / "review.cjs"), str(modules), shutil.which("chromium"), str(plan)], capture_output=True, text=True, check=False)
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
