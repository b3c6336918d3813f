"""A cell of a list is mended, published, taken back: what leaves is what its column lets leave, and nothing else of the mending does."""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SETTINGS = """# Ours.
title = "An invented count"   # of nobody
languages = ["en"]
invented = true
[scope]
status = "dead"
[[list]]
name = "hospital"
file = "hospital.csv"
public = ["name", "birth"]
columns = { id = "id", name = "name", birth = "birth", place = "place" }
[[list]]
name = "morgue"
file = "morgue.csv"
public = ["name"]
columns = { id = "id", name = "name", birth = "birth" }
[estimate]
method = "chao"
"""
HOSPITAL = "id,name,birth,place\n" + "".join(f"h{at},Invented{at} Sampleov,19{at:02d}-02-0{at % 8 + 1},Street {at}\n" for at in range(10, 40))
MORGUE = "id,name,birth\n" + "".join(f"m{at},Invented{at} Sampleov,19{at:02d}-02-0{at % 8 + 1}\n" for at in range(20, 50))


class Mending(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.root = pathlib.Path(self.scratch.name)
        self.folder = self.root / "count"
        (self.folder / "lists").mkdir(parents=True)
        self.write("investigation.toml", SETTINGS)
        self.write("lists/hospital.csv", HOSPITAL)
        self.write("lists/morgue.csv", MORGUE)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def sanaq(self, *arguments, code=0):
        environment = dict(os.environ, SANAQ_KEYS=str(self.root / "keys"), LANG="C")
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=600, cwd=self.root)
        self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def files_with(self, word, *folders):
        return [str(path) for folder in folders for path in sorted((self.folder / folder).rglob("*")) if path.is_file() and word.encode() in path.read_bytes()]

    def test_what_was_mended_leaves_as_its_column_does(self):
        self.sanaq("run", self.folder, "--yes")
        self.sanaq("mend", self.folder, "hospital:h15", "name", "Mendedname Sampleov", "--reason", "Whywhy because")
        self.sanaq("mend", self.folder, "hospital:h15", "place", "Closedlane Nine", "--reason", "Whywhy because")
        self.sanaq("run", self.folder, "--yes")
        self.assertTrue(self.files_with("Mendedname", "site"))
        for word in ("Closedlane", "Whywhy", "mend/"):
            self.assertEqual([], self.files_with(word, "site", "publication"), word)
        identity = json.loads(self.sanaq("ask", "sources", "--of", "hospital:h15", "--json", "--in", self.folder))
        self.assertEqual(["Mendedname Sampleov", "Closedlane Nine"], [mended["now"] for mended in identity["records"][0]["mended"]])
        lines = [json.loads(line) for line in (self.folder / "publication/corrections.jsonl").read_text(encoding="utf-8").splitlines()]
        self.assertEqual([("Invented15 Sampleov", "Mendedname Sampleov")], [(line["old"], line["new"]) for line in lines if line["property"] == "name"])
        self.assertEqual(HOSPITAL, (self.folder / "lists/hospital.csv").read_text(encoding="utf-8"))
        self.assertIn("everything is what it was", self.sanaq("verify", self.folder))
        self.assertIn("the whole: same bytes", self.sanaq("verify", self.folder, "--repeat"))
        second = subprocess.run([sys.executable, ROOT / "tools/verify.py", self.folder], capture_output=True, text=True)
        self.assertEqual(0, second.returncode, second.stdout + second.stderr)

        self.sanaq("undo", self.folder)
        self.assertIn("Mendedname", self.sanaq("undo", self.folder))
        self.sanaq("run", self.folder, "--yes")
        name = [path for path in self.files_with("Invented15", "site") if "/person/" in path]
        self.assertTrue(name)

    def test_settings_are_changed_and_put_back_to_the_byte(self):
        before = (self.folder / "investigation.toml").read_bytes()
        self.sanaq("settings", self.folder, "link.threshold", "0.7")
        self.sanaq("settings", self.folder, "--list", "morgue", "public", "name,birth")
        wanted = SETTINGS.replace('public = ["name"]\n', 'public = ["name", "birth"]\n') + "\n[link]\nthreshold = 0.7\n"
        self.assertEqual(wanted, (self.folder / "investigation.toml").read_text(encoding="utf-8"))
        self.sanaq("undo", self.folder)
        self.sanaq("undo", self.folder)
        self.assertEqual(before, (self.folder / "investigation.toml").read_bytes())
        self.sanaq("undo", self.folder, code=66)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(ROOT / "build/sanaq"))
    parser.add_argument("--build")
    known, rest = parser.parse_known_args()
    PROGRAM = str(pathlib.Path(known.program).resolve())
    unittest.main(argv=[__file__, *rest])
