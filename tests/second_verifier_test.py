"""tools/verify.py, a reader written from docs/formats/ledger.md alone, finds what sanaq finds: on the examples and on forged ledgers."""
import argparse
import hashlib
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
SECOND = ROOT / "tools" / "verify.py"
sys.path.insert(0, str(ROOT / "tools"))
import verify  # noqa: E402


def line_of(entry):
    return verify.canonical(entry) + "\n"


def sealed(entry):
    entry["self"] = verify.sha256(verify.canonical({key: value for key, value in entry.items() if key not in ("self", "sig")}))
    return entry


class SecondVerifier(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.root = pathlib.Path(self.scratch.name)

    def sanaq(self, *arguments, person="a"):
        environment = dict(os.environ, SANAQ_KEYS=str(self.root / f"keys-{person}"), LANG="C")
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=300)

    def case(self, name="case"):
        """An investigation of office a with two statements."""
        folder = self.root / name
        self.assertEqual(0, self.sanaq("new", folder).returncode)
        for number in (11, 12):
            self.say(folder, number)
        return folder

    def say(self, folder, number, person="a"):
        said = self.sanaq("say", "event:1", "dead", number, "--source", "somebody", "--in", folder, person=person)
        self.assertEqual(0, said.returncode, said.stderr)

    def writer(self, folder, but=()):
        return next(path.name[:64] for path in sorted((folder / "ledger").glob("*.chain.jsonl")) if path.name[:64] not in but)

    def both(self, folder, person="a"):
        """What the two say of a folder; that they agree is part of it."""
        # The folder's name decides nothing for the second one: it has no key store, and is told the id.
        first = self.sanaq("verify", folder, "--json", "--signatures", person=person)
        self.assertIn(first.returncode, (0, 74), first.stderr)
        ours = json.loads(first.stdout)
        second = subprocess.run([sys.executable, str(SECOND), str(folder), *([ours["id"]] if ours["id"] else [])], capture_output=True, text=True, timeout=300)
        self.assertIn(second.returncode, (0, 74), second.stderr)
        theirs = json.loads(second.stdout)
        damage = [finding for finding in ours["findings"] if finding["weight"] == "damage" and finding["file"].startswith("ledger/")]
        self.assertEqual(not damage, theirs["whole"], (damage, theirs["damage"]))
        self.assertEqual(ours["id"], theirs["id"])
        self.assertEqual(ours["members"], theirs["members"])
        for key in ("end", "counts_up_to", "signed_from"):
            self.assertEqual({(chain["writer"], chain["fork"]): chain[key] for chain in ours["chains"]},
                             {(chain["writer"], chain["fork"]): chain[key] for chain in theirs["chains"]}, key)
        self.assertEqual(sorted((erased["writer"], erased["seq"]) for erased in ours["erased"] if erased["holds"]), sorted(map(tuple, theirs["destroyed"])))
        self.assertEqual([], theirs["left_to_sanaq"])
        return ours, theirs

    def append(self, folder, writer, sig=None, **fields):
        """Writes a whole, sealed line behind a chain, as somebody without its key can."""
        path = folder / "ledger" / f"{writer}.chain.jsonl"
        lines = path.read_text().splitlines()
        last = json.loads(lines[-1]) if lines else {"seq": 0, "clock": 0}
        body, salt = verify.canonical({"value": "666", "subject": "event:1"}), "0" * 64
        entry = {"clock": last["clock"] + 1, "commitment": verify.sha256(salt + body), "kind": "statement", "prev": verify.sha256(lines[-1]), "seen": {},
                 "seq": last["seq"] + 1, "time": "2026-11-29T10:00:00Z", "writer": writer} | fields
        entry = sealed(entry) | ({"sig": sig or last["sig"]} if sig != "none" else {})
        with path.open("a") as file:
            file.write(line_of(entry))
        with (folder / "ledger" / f"{writer}.bodies.jsonl").open("a") as file:
            file.write(f'{{"body":{body},"salt":"{salt}","seq":{entry["seq"]}}}\n')

    def test_signatures_hold_exactly_where_the_vectors_say(self):
        for vector in json.loads((ROOT / "tests" / "ledger" / "signatures.json").read_text(encoding="utf-8")):
            self.assertEqual(vector["holds"], verify.holds(vector["text"], vector["signature"], vector["public"]), vector["name"])

    def test_a_whole_ledger_is_whole_for_both(self):
        ours, _ = self.both(self.case())
        self.assertEqual(1, len(ours["members"]))

    def test_the_examples_read_alike(self):
        for example in sorted((ROOT / "examples").iterdir()):
            if not (example / "investigation.toml").exists():
                continue
            folder = self.root / example.name
            shutil.copytree(example, folder, ignore=shutil.ignore_patterns("site", ".sanaq", "ledger.before"))
            self.assertEqual(0, self.sanaq("ingest", folder).returncode)
            self.both(folder)

    def test_lines_without_the_key_are_named_by_both(self):
        whole = self.case()
        writer = self.writer(whole)
        for name, fields in {"unsigned": {"sig": "none"}, "replayed": {}, "clock": {"clock": 2**53 - 1}, "other": {"sig": "A" * 86 + "=="}}.items():
            folder = self.root / name
            shutil.copytree(whole, folder)
            self.append(folder, writer, **fields)
            ours, _ = self.both(folder)
            self.assertFalse(ours["whole"], name)

    def test_every_flipped_byte_is_found_by_both(self):
        whole = self.case()
        writer = self.writer(whole)
        for ending in (".chain.jsonl", ".bodies.jsonl"):
            path = whole / "ledger" / (writer + ending)
            text = path.read_bytes()
            for at in range(7, len(text), max(1, len(text) // 12)):
                path.write_bytes(text[:at] + bytes([text[at] ^ 1]) + text[at + 1:])
                result = subprocess.run([sys.executable, str(SECOND), str(whole)], capture_output=True, text=True, timeout=60)
                self.assertEqual(74, result.returncode, (ending, at))
                self.assertEqual(74, self.sanaq("verify", whole).returncode, (ending, at))
            path.write_bytes(text)
        self.both(whole)

    def test_a_stranger_counts_for_neither_until_he_is_taken_in(self):
        folder = self.case()
        other = self.root / "other"
        shutil.copytree(folder, other)
        founder = self.writer(folder)
        self.say(other, 13, person="b")
        stranger = self.writer(other, but=(founder,))
        ours, _ = self.both(other, person="nobody")
        self.assertEqual(0, next(chain["counts_up_to"] for chain in ours["chains"] if chain["writer"] == stranger))
        for path in (other / "ledger").glob(stranger + "*.jsonl"):
            shutil.copy(path, folder / "ledger")
        shown = self.sanaq("key", other, person="b").stdout
        code = re.search(stranger[:8] + ".*code ([0-9A-Z-]+)", shown)[1]
        taken = self.sanaq("key", folder, "--member", code, "--name", "Office B")
        self.assertEqual(0, taken.returncode, taken.stderr)
        ours, _ = self.both(folder)
        self.assertEqual(2, len(ours["members"]))
        self.assertGreater(next(chain["counts_up_to"] for chain in ours["chains"] if chain["writer"] == stranger), 0)

    def test_erasures_hold_for_both(self):
        folder = self.case()
        writer = self.writer(folder)
        self.assertEqual(0, self.sanaq("erase", f"{writer[:8]}:3", "--reason", "a witness", "--in", folder).returncode)
        ours, _ = self.both(folder)
        self.assertTrue(ours["whole"])
        self.assertEqual(1, len(ours["erased"]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    options = parser.parse_args()
    PROGRAM = options.program
    unittest.main(argv=[sys.argv[0]])
