"""The workspace as people use it, in Chromium: an afternoon from three spreadsheets to a number and a site, in English, in Russian at a telephone's width, without
scripts; and what people stumble over in the first hour. Every screen is looked at by axe in light and dark, walked by Tab, and asks no other host for anything."""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = ROOT / "tests/browser"
sys.path[:0] = [str(ROOT / "tests"), str(OURS)]
import browser_test  # noqa: E402  (the packages that both install once)
import workspace_lists  # noqa: E402

PROGRAM, BUILD, ONLY = "", pathlib.Path(), ""

AFTERNOONS = [
    {"name": "afternoon-en", "tells": "afternoon", "language": "en", "view": "wide", "looks": True},
    {"name": "afternoon-ru-narrow", "tells": "afternoon", "language": "ru", "view": "narrow", "looks": True},
    {"name": "afternoon-ru-without-scripts", "tells": "afternoon", "language": "ru", "view": "narrow", "scripts": False},
]
BLOCKS = [{"name": f"{tells}-{language}", "tells": tells, "language": language, "view": "wide" if language == "en" else "narrow"}
          for tells in ("back_in", "wrong_header", "one_fault", "corrected_file", "wrong_answer") for language in ("en", "ru")]

SCREENS = [{"name": f"screens-{language}", "tells": "screens", "language": language, "view": view, "looks": True} for language, view in (("en", "wide"), ("kk", "narrow"))]


class Workspace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        browser_test.BUILD = BUILD
        cls.modules = browser_test.modules()
        cls.scratch = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.scratch.name)
        environment = dict(os.environ, SANAQ_KEYS=str(cls.root / "keys"))
        cls.faulty = workspace_lists.make(PROGRAM, cls.root, environment)
        told = subprocess.run([PROGRAM, "estimate", str(cls.root / "right")], check=True, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL).stdout
        cls.town = cls.root / "oil-town"
        shutil.copytree(ROOT / "examples/oil-town", cls.town, ignore=shutil.ignore_patterns("site", ".sanaq", "ledger", "publication"))
        subprocess.run([PROGRAM, "estimate", str(cls.town)], check=True, capture_output=True, env=environment, stdin=subprocess.DEVNULL)
        cls.documented = int(re.search(r"Documented: (\d+)", told)[1])

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def tell(self, stories):
        stories = [story for story in stories if ONLY in story["name"]]
        plan = self.root / "plan.json"
        plan.write_text(json.dumps({"program": PROGRAM, "scratch": str(self.root), "desk": str(self.root / "desk"), "town": str(self.town), "documented": self.documented, "faulty": self.faulty,
                                    "shots": str(BUILD / "workspace-screens"), "stories": stories}), encoding="utf-8")
        done = subprocess.run(["node", str(OURS / "workspace.cjs"), str(self.modules), shutil.which("chromium"), str(plan)], capture_output=True, text=True, check=False)
        print(done.stdout.strip() or done.stderr[-500:])
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr)[-8000:])

    def test_an_afternoon(self):
        self.tell(AFTERNOONS)

    def test_every_screen_of_a_counted_town(self):
        self.tell(SCREENS)

    def test_what_people_stumble_over(self):
        self.tell(BLOCKS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--only", default="", help="stories whose name has this")
    known, rest = parser.parse_known_args()
    PROGRAM, BUILD, ONLY = str(pathlib.Path(known.program).resolve()), pathlib.Path(known.build).resolve(), known.only
    unittest.main(argv=[sys.argv[0], *rest])
