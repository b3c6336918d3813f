"""What a site said and says otherwise: kept in the folder, told on the site, and taken back from both when a fact closes."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SETTINGS = """title = "An invented count"
languages = ["en", "ru", "kk"]
invented = true
[scope]
status = "dead"
[publish]
contact = "office@example.org"
[[list]]
name = "hospital"
file = "hospital.csv"
public = ["name", "birth", "place"]
columns = { id = "id", name = "name", birth = "birth", place = "place" }
[[list]]
name = "morgue"
file = "morgue.csv"
public = ["name"]
columns = { id = "id", name = "name", birth = "birth" }
"""
HOSPITAL = "id,name,birth,place\n" + "".join(f"h{at},Invented{at} Sampleov,19{at:02d}-02-0{at % 8 + 1},Street {at}\n" for at in range(10, 40))
MORGUE = "id,name,birth\n" + "".join(f"m{at},Invented{at} Sampleov,19{at:02d}-02-0{at % 8 + 1}\n" for at in range(20, 50))


class Corrections(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.root = pathlib.Path(self.scratch.name)
        self.folder = self.root / "count"
        (self.folder / "lists").mkdir(parents=True)
        self.write("investigation.toml", SETTINGS)
        self.write("lists/hospital.csv", HOSPITAL)
        self.write("lists/morgue.csv", MORGUE)
        self.publish()

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, name, old, new):
        text = (self.folder / name).read_text(encoding="utf-8")
        self.assertIn(old, text)
        self.write(name, text.replace(old, new, 1))

    def sanaq(self, *arguments, person="a"):
        environment = dict(os.environ, SANAQ_KEYS=str(self.root / f"keys-{person}"), LANG="C")
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=600)

    def publish(self, *flags):
        done = self.sanaq("publish", self.folder, *YES, *flags)
        self.assertEqual(0, done.returncode, done.stderr + done.stdout)

    def verify(self):
        return self.sanaq("verify", self.folder)

    def corrections(self, path="publication/corrections.jsonl"):
        whole = self.folder / path
        return [json.loads(line) for line in whole.read_text(encoding="utf-8").splitlines()] if whole.is_file() else []

    def files_with(self, word, *folders):
        return [str(path) for folder in folders for path in sorted((self.folder / folder).rglob("*")) if path.is_file() and word.encode() in path.read_bytes()]

    def test_a_changed_cell_is_a_correction_on_its_page_in_each_language(self):
        self.assertEqual([], self.corrections())
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        self.publish("--public-reason", "the clerk misread it")
        for path in ("publication/corrections.jsonl", "site/data/corrections.jsonl"):
            lines = self.corrections(path)
            self.assertEqual(1, len(lines), path)
            self.assertEqual(("place", "Street 15", "Lane 15", "the clerk misread it", "corrected"), tuple(lines[0][key] for key in ("property", "old", "new", "reason", "kind")))
        self.assertEqual(["day", "page", "property", "old", "new", "reason", "kind"], list(self.corrections("site/data/corrections.jsonl")[0]))
        for language in ("", "ru/", "kk/"):
            page = (self.folder / "site" / language / lines[0]["page"]).read_text(encoding="utf-8")
            self.assertIn("Street 15", page)
            self.assertIn("the clerk misread it", page)
            self.assertIn("mailto:office@example.org", page)
            self.assertIn("Street 15", (self.folder / "site" / language / "corrections.html").read_text(encoding="utf-8"))
        self.assertEqual(0, self.verify().returncode, self.verify().stdout)

    def test_publishing_again_changes_no_byte(self):
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        self.publish()
        before = {path: path.read_bytes() for path in (self.folder / "site").rglob("*") if path.is_file()}
        self.publish()
        self.assertEqual(before, {path: path.read_bytes() for path in (self.folder / "site").rglob("*") if path.is_file()})

    def test_a_column_that_closes_leaves_no_word_of_it(self):
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        self.publish()
        self.assertTrue(self.files_with("Street 15", "publication", "site"))
        self.change("investigation.toml", 'public = ["name", "birth", "place"]', 'public = ["name", "birth"]')
        self.publish()
        for word in ("Street ", "Lane 15"):
            self.assertEqual([], self.files_with(word, "publication", "site"))
        kinds = {line["kind"] for line in self.corrections() if line["property"] == "place"}
        self.assertEqual({"corrected", "withdrawn"}, kinds)

    def test_a_row_that_is_taken_away_leaves_no_word_of_it(self):
        row = next(line for line in HOSPITAL.splitlines(True) if line.startswith("h15,"))
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        self.publish()
        self.change("lists/hospital.csv", row.replace("Street 15", "Lane 15"), "")
        self.publish()
        for word in ("Invented15", "Street 15", "Lane 15"):
            self.assertEqual([], self.files_with(word, "publication", "site"), word)

    def test_a_retracted_statement_is_never_shown_as_what_stood_there(self):
        said = self.sanaq("say", "event:1", "title", "The rally at Hidden Lane", "--source", "a leaflet", "--visibility", "public", "--in", self.folder)
        self.assertEqual(0, said.returncode, said.stderr)
        self.publish()
        self.assertTrue(self.files_with("Hidden Lane", "publication", "site"))
        entry = said.stdout.strip().rpartition(" ")[2]
        self.assertEqual(0, self.sanaq("retract", entry, "--reason", "endangers somebody", "--in", self.folder).returncode)
        said = self.sanaq("say", "event:1", "title", "The rally", "--source", "a leaflet", "--visibility", "public", "--in", self.folder)
        self.publish()
        self.assertEqual([], self.files_with("Hidden Lane", "publication", "site"))
        self.assertEqual([], self.files_with("endangers somebody", "publication", "site"))

    def test_an_erased_statement_leaves_what_is_kept_at_once(self):
        said = self.sanaq("say", "event:1", "title", "The rally at Hidden Lane", "--source", "a leaflet", "--visibility", "public", "--in", self.folder)
        self.publish()
        entry = said.stdout.strip().rpartition(" ")[2]
        erased = self.sanaq("erase", entry, "--reason", "an endangered witness", "--in", self.folder)
        self.assertEqual(0, erased.returncode, erased.stderr)
        self.assertEqual([], self.files_with("Hidden Lane", "publication", "site", ".sanaq"))
        self.assertEqual(0, self.verify().returncode, self.verify().stdout)
        self.publish()
        self.assertEqual([], self.files_with("Hidden Lane", "publication", "site", ".sanaq"))

    def test_what_is_kept_is_checked(self):
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        self.publish()
        for name in ("facts.jsonl", "corrections.jsonl"):
            path = self.folder / "publication" / name
            before = path.read_bytes()
            path.write_bytes(before.replace(b"Lane 15", b"Road 15"))
            checked = self.verify()
            self.assertEqual(74, checked.returncode, checked.stdout)
            self.assertIn(f"publication/{name}", checked.stdout)
            path.unlink()
            self.assertEqual(74, self.verify().returncode)
            path.write_bytes(before)
            self.assertEqual(0, self.verify().returncode)

    def test_it_is_no_place_for_a_site(self):
        self.assertEqual(64, self.sanaq("publish", self.folder, *YES, "--out", self.folder / "publication").returncode)
        self.assertEqual(64, self.sanaq("publish", self.folder, *YES, "--out", self.folder / "publication" / "site").returncode)

    def test_a_link_in_its_place_is_refused(self):
        shutil.rmtree(self.folder / "publication")
        (self.root / "elsewhere").mkdir()
        (self.folder / "publication").symlink_to(self.root / "elsewhere")
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        done = self.sanaq("publish", self.folder, *YES)
        self.assertNotEqual(0, done.returncode)
        self.assertEqual([], list((self.root / "elsewhere").iterdir()))

    def test_one_office_publishes_and_another_has_its_corrections_and_its_log_by_merging(self):
        """Two offices that both signed would sign two roots for one size (docs/formats/log.md)."""
        other = self.root / "other"
        shutil.copytree(self.folder, other)
        self.change("lists/hospital.csv", "Street 15", "Lane 15")
        self.publish()
        text = (other / "lists" / "hospital.csv").read_text(encoding="utf-8")
        (other / "lists" / "hospital.csv").write_text(text.replace("Street 16", "Lane 16"), encoding="utf-8")
        self.assertEqual(75, self.sanaq("publish", other, *YES).returncode)
        self.sanaq("merge", self.folder, other, "--with-strangers", "--with-forks")
        for name in ("corrections.jsonl", "leaves"):
            kept = [(folder / "publication" / name).read_text(encoding="utf-8") for folder in (self.folder, other)]
            self.assertEqual(kept[0], kept[1])
        self.assertIn("Lane 15", (other / "publication" / "corrections.jsonl").read_text(encoding="utf-8"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    PROGRAM = parser.parse_args().program or str(ROOT / "build/sanaq")
    YES = ["--yes"] if "--yes" in subprocess.run([PROGRAM, "publish", "--help"], capture_output=True, text=True).stdout else []
    unittest.main(argv=["corrections_test.py"], verbosity=2)
