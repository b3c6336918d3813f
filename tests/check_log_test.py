"""log/check.py and `sanaq verify` find the same sites whole and name the same altered places; the guide knows the checker's hash.

The sites are written here, as docs/formats/log.md says and by nothing else: a twin of what sanaq publishes."""
import argparse
import base64
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHECK = ROOT / "src/sanaq/publish/check.py"
PROGRAM = str(ROOT / "build/sanaq")
sys.path.insert(0, str(CHECK.parent))
sys.dont_write_bytecode = True
import check as checker  # noqa: E402  the field arithmetic for signing

ORIGIN = "example.org/count"


def sha(data):
    return hashlib.sha256(data).digest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def public_and_signature(seed, text):
    """Ed25519 (RFC 8032), with the checker's own points."""
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254
    base = checker.point((4 * pow(5, -1, checker.P) % checker.P).to_bytes(32, "little"))

    def encoded(number):
        x, y = checker.times(number, base)[:2]
        return (y | (x & 1) << 255).to_bytes(32, "little")

    public = encoded(scalar)
    nonce = int.from_bytes(hashlib.sha512(digest[32:] + text).digest(), "little") % checker.ORDER
    first = encoded(nonce)
    hashed = int.from_bytes(hashlib.sha512(first + public + text).digest(), "little")
    return public, first + ((nonce + hashed * scalar) % checker.ORDER).to_bytes(32, "little")


class PlainSite:
    """Publications of a small log, kept in memory: path -> bytes."""

    def __init__(self, seed=b"\1" * 32):
        self.seed, self.files, self.entries, self.open = seed, {}, [], {}

    @staticmethod
    def salt(form):
        return sha(b"salt of " + form.encode())

    def entry(self, form):
        return b'{"commitment":"%s","v":1}' % sha(self.salt(form) + form.encode()).hex().encode()

    def line(self, form, index):
        return '{"body":%s,"index":%d,"salt":"%s"}' % (form, index, self.salt(form).hex())

    def publish(self, pages, forms, closes={}):
        self.files = {path: data for path, data in self.files.items() if path.startswith(("log/open/", "log/publication/"))}
        before = len(self.entries)
        size = (before + len(forms) + 64 + 255) // 256 * 256
        padding = [f"padding {at}" for at in range(before + len(forms), size - 1)]
        self.entries += sorted(self.entry(form) for form in forms + padding)
        indices = [self.entries.index(self.entry(form)) for form in forms]
        self.open.update(zip(indices, forms))
        runs = []
        for index in sorted(indices):
            if runs and runs[-1][1] == index - 1:
                runs[-1][1] = index
            else:
                runs.append([index, index])
        lines = [f"+{first}-{last}" for first, last in runs] + [f"-{index} {indices[by]}" for index, by in sorted(closes.items())]
        for index in closes:
            del self.open[index]
        self.files[f"log/open/{size}.txt"] = "".join(line + "\n" for line in lines).encode()
        self.files.update(pages)
        self.write_log(before, size)
        return indices

    def write_log(self, before, size):
        leaves = [self.line(form, index) for index, form in sorted(self.open.items())]
        self.files["log/opened.jsonl"] = "".join(line + "\n" for line in leaves).encode()
        self.files["person/1.entries.json"] = ("[\n" + ",\n".join(leaves) + "\n]\n").encode()
        public, _ = public_and_signature(self.seed, b"")
        identity = sha(ORIGIN.encode() + b"\n\1" + public)[:4]
        self.files["log/key.txt"] = f"{ORIGIN}+{identity.hex()}+{base64.b64encode(bytes([1]) + public).decode()}\n".encode()
        listed = sorted((path, hashlib.sha256(data).hexdigest()) for path, data in self.files.items() if not path.startswith("log/publication/"))
        manifest = f"salt {sha(b'manifest %d' % size).hex()}\nkeep robots.txt\ncode {hashlib.sha256(b'<p></p>').hexdigest()}  log/index.html\n"
        manifest += "".join(f"{digest}  {path}\n" for path, digest in listed)
        self.files["log/manifest.txt"] = manifest.encode()
        body = canonical({"before": before, "day": "2026-11-30", "kind": "publication", "origin": ORIGIN, "size": size,
                          "manifest": hashlib.sha256(manifest.encode()).hexdigest(),
                          "open": hashlib.sha256(self.files[f"log/open/{size}.txt"]).hexdigest()})
        self.entries.append(self.entry(body))
        self.files[f"log/publication/{size}.json"] = (self.line(body, size - 1) + "\n").encode()
        self.write_tree(identity)

    def write_tree(self, identity):
        row, level = [sha(b"\0" + entry) for entry in self.entries], 0
        root = self.root(row)
        for at in range(0, len(row), 256):
            self.files[f"log/tile/entries/{at // 256:03}"] = b"".join(len(entry).to_bytes(2, "big") + entry for entry in self.entries[at:at + 256])
        while row:
            for at in range(0, len(row), 256):
                part = row[at:at + 256]
                self.files[f"log/tile/{level}/{at // 256:03}" + (f".p/{len(part)}" if len(part) < 256 else "")] = b"".join(part)
            row, level = [self.root(row[at:at + 256]) for at in range(0, len(row) // 256 * 256, 256)], level + 1
        text = f"{ORIGIN}\n{len(self.entries)}\n{base64.b64encode(root).decode()}\n"
        self.code = checker.code_of(ORIGIN, len(self.entries), root)
        self.files["log/index.html"] = f"<p>{self.code}</p>".encode()
        _, signature = public_and_signature(self.seed, text.encode())
        self.files["log/checkpoint"] = f"{text}\n\u2014 {ORIGIN} {base64.b64encode(identity + signature).decode()}\n".encode()

    def root(self, leaves):
        """MTH of RFC 6962, 2.1."""
        if len(leaves) == 1:
            return leaves[0]
        half = 1
        while 2 * half < len(leaves):
            half *= 2
        return sha(b"\1" + self.root(leaves[:half]) + self.root(leaves[half:]))

    def write_to(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        for path, data in self.files.items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            pathlib.Path(folder, path).write_bytes(data)


def two_publications():
    site = PlainSite()
    shown = site.publish({"index.html": b"one", "person/1.html": b"A"}, [canonical({"kind": "claim", "n": at}) for at in range(5)])
    older = PlainSite()
    older.files, older.code = dict(site.files), site.code
    why = canonical({"closes": [shown[0]], "ground": "consent", "kind": "withdrawal", "origin": ORIGIN})
    site.publish({"index.html": b"two", "person/1.html": b"A"}, [canonical({"n": 9}), why], {shown[0]: 1})
    return older, site, shown


def places(output):
    """{"CHANGED index.html", …} of the lines that name damage."""
    named = set()
    for line in output.splitlines():
        word, _, rest = line.partition("  ")
        if word in ("CHANGED", "MISSING", "EXTRA", "REMOVED", "FORKED", "WITHDRAWN"):
            named.add(word + " " + rest.split(": ")[0])
    return named


class CheckLog(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.older, cls.site, cls.shown = two_publications()
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = os.path.join(cls.scratch.name, "site")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def both(self, *more):
        """(exit codes, what each names) of the program and of the checker."""
        ended = [subprocess.run([*command, self.folder, *more], capture_output=True, text=True)
                 for command in ([PROGRAM, "--language", "en", "verify"], [sys.executable, "-B", str(CHECK)])]
        return [one.returncode for one in ended], [places(one.stdout) for one in ended], [one.stdout + one.stderr for one in ended]

    def test_both_find_the_site_whole_and_give_one_code(self):
        self.site.write_to(self.folder)
        pathlib.Path(self.folder, "robots.txt").write_text("kept")
        codes, named, said = self.both()
        self.assertEqual(codes, [0, 0], said)
        self.assertEqual(named, [set(), set()])
        for one in said:
            self.assertIn(self.site.code, one)

    def test_a_witness_s_line_changes_nothing_for_either(self):
        self.site.write_to(self.folder)
        key = os.path.join(self.scratch.name, "witness.key")
        ended = subprocess.run([PROGRAM, "witness", self.folder, "--key", key, "--new", "witness.example"], capture_output=True, text=True)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertIn("witness.example", pathlib.Path(self.folder, "log/checkpoint").read_text())
        self.assertEqual(self.both()[:2], ([0, 0], [set(), set()]))
        vkey = ended.stdout.splitlines()[0]
        self.assertEqual(self.both("--against", self.site.code)[0], [0, 0])
        witnessed = subprocess.run([PROGRAM, "verify", self.folder, "--witness", vkey], capture_output=True)
        self.assertEqual(witnessed.returncode, 0)

    def test_both_hold_it_against_an_older_state(self):
        self.site.write_to(self.folder)
        older = os.path.join(self.scratch.name, "older")
        self.older.write_to(older)
        withdrawn = {f"WITHDRAWN index {self.shown[0]}"}
        for state in (older, older + "/log/checkpoint", self.older.code, self.older.code.lower()):
            codes, named, said = self.both("--against", state)
            self.assertEqual(codes, [0, 0], said)
            self.assertEqual(named, [withdrawn, withdrawn])
        other = PlainSite()
        other.publish({}, ["{}"])
        codes, named, _ = self.both("--against", other.code)
        self.assertEqual((codes, named), ([74, 74], [{f"FORKED {other.code}"}] * 2))
        self.folder, kept = older, self.folder
        codes, named, _ = self.both("--against", kept + "/log/checkpoint")
        self.folder = kept
        self.assertEqual((codes, named), ([74, 74], [{f"FORKED {kept}/log/checkpoint"}] * 2))

    def alterations(self):
        """200 times (what was done, the place that is to be named)."""
        chance = random.Random(20111216)
        paths = sorted(self.site.files)
        for number in range(200):
            path = paths[number % len(paths)]
            whole, data = pathlib.Path(self.folder, path), self.site.files[path]
            kind = chance.choice(["flip", "flip", "flip", "cut", "longer", "gone", "extra"])
            if kind == "flip":
                at = chance.randrange(len(data))
                whole.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:])
                kind += f" {at}"
            elif kind == "cut":
                whole.write_bytes(data[:chance.randrange(len(data))])
            elif kind == "longer":
                whole.write_bytes(data + b"x")
            elif kind == "gone" and path != "log/checkpoint":
                whole.unlink()
            else:
                whole = pathlib.Path(str(whole) + ".more")
                whole.write_bytes(b"x")
                path += ".more"
            yield kind, path
            whole.unlink(missing_ok=True)
            pathlib.Path(self.folder, paths[number % len(paths)]).write_bytes(data)

    def test_both_name_what_was_altered_in_200_sites(self):
        self.site.write_to(self.folder)
        for kind, path in self.alterations():
            codes, named, said = self.both()
            self.assertEqual(codes, [74, 74], (kind, path, said))
            for one in named:
                self.assertTrue(any(place.split(" ", 1)[1].startswith((path, "index ")) for place in one), (kind, path, said))
            self.assertTrue(all(path in one for one in said), (kind, path, said))
        self.assertEqual(self.both()[0], [0, 0])

    def test_both_read_a_site_that_the_program_published(self):
        town = shutil.copytree(ROOT / "examples/oil-town", os.path.join(self.scratch.name, "town"))
        keys = dict(os.environ, SANAQ_KEYS=os.path.join(self.scratch.name, "keys"))
        site = os.path.join(self.scratch.name, "published")
        ended = subprocess.run([PROGRAM, "--language", "en", "publish", town, "--out", site, "--yes"], capture_output=True, text=True, env=keys)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        if not os.path.exists(site + "/log/checkpoint"):
            self.skipTest("this program publishes no log")
        self.folder = site
        codes, named, said = self.both()
        self.assertEqual((codes, named), ([0, 0], [set(), set()]), said)
        self.assertIn(said[1].split()[said[1].split().index("code") + 1], said[0], "both give one code")
        chance = random.Random(7)
        paths = sorted(str(path.relative_to(site)) for path in pathlib.Path(site).rglob("*")
                       if path.is_file() and path.stat().st_size and path.name != "sanaq-site.txt")
        for path in chance.sample(paths, min(20, len(paths))) + ["log/checkpoint", "log/manifest.txt"]:
            data = pathlib.Path(site, path).read_bytes()
            at = chance.randrange(len(data))
            pathlib.Path(site, path).write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1:])
            codes, _, said = self.both()
            pathlib.Path(site, path).write_bytes(data)
            self.assertEqual(codes, [74, 74], (path, at, said))
            self.assertTrue(all(path in one for one in said), (path, at, said))

    def test_a_town_corrected_again_and_again_is_whole_to_both(self):
        """One row twice corrected, one taken off its list, one back again, then new addresses after a seizure: held against every state before."""
        town = pathlib.Path(self.scratch.name, "corrected")
        (town / "lists").mkdir(parents=True)
        (town / "investigation.toml").write_text('title = "An invented town"\ninvented = true\nlanguages = ["en"]\n[scope]\nstatus = "dead"\n[estimate]\nmethod = "chao"\n'
                                                 '[[table]]\nkind = "act"\nfile = "acts.csv"\n[[table]]\nkind = "custody"\nfile = "custody.csv"\n'
                                                 + "".join(f'[[list]]\nname = "{name}"\nfile = "{name}.csv"\npublic = ["name", "age"]\n' for name in ("morgue", "union")))
        rows = ["1,Aibar Tanbaev,21", "2,Alibek Munarov,22", "3,Marat Kulov,23", "4,Serik Dolanov,24", "5,Aidos Besterov,25"]
        def write(name, lines): (town / "lists" / f"{name}.csv").write_text("\n".join(["id,name,age", *lines]) + "\n")
        # Rows without an id of their own, one of which names whom the withdrawal means.
        (town / "acts.csv").write_text("victim,type,date,source\nAlibek Munarov,01010501,2003-10-05,a paper\nMarat Kulov,01010501,2003-10-06,a paper\n")
        (town / "custody.csv").write_text("person,arrested,source\nAlibek Munarov,2003-10-01,a paper\nMarat Kulov,2003-10-02,a paper\n")

        def run(*arguments):
            keys = dict(os.environ, SANAQ_KEYS=os.path.join(self.scratch.name, "keys"))
            ended = subprocess.run([PROGRAM, "--language", "en", *arguments], capture_output=True, text=True, env=keys)
            self.assertEqual(ended.returncode, 0, ended.stderr)
        write("union", rows[:4])
        self.folder, older = str(town / "site"), []
        for number, now in enumerate([rows, ["1,Aibar Tanbaev,31"] + rows[1:], ["1,Aibar Tanbaev,41"] + rows[1:], rows[1:], rows, rows]):
            write("morgue", now)
            if number == 5: run("key", str(town), "--new-secret")
            run("run", "--yes", str(town))
            for then in older:
                codes, named, said = self.both("--against", then)
                self.assertEqual(codes, [0, 0], (number, then, said))
                self.assertEqual(named[0], named[1], (number, then))
            older.append(shutil.copytree(self.folder, town / f"older{number}"))
        self.assertGreater(len({pathlib.Path(one, "log/checkpoint").read_text() for one in older}), 4, "each state is another")

    def test_what_was_withdrawn_is_named_with_its_ground_by_both(self):
        """A person, an event with a body above 64 kB, and one statement; each on its own ground, and none without one."""
        town = pathlib.Path(self.scratch.name, "withdrawn")
        (town / "lists").mkdir(parents=True)
        (town / "investigation.toml").write_text('title = "An invented town"\ninvented = true\nlanguages = ["en"]\n[scope]\nstatus = "dead"\n[estimate]\nmethod = "chao"\n'
                                                 '[[table]]\nkind = "act"\nfile = "acts.csv"\n[[table]]\nkind = "custody"\nfile = "custody.csv"\n'
                                                 + "".join(f'[[list]]\nname = "{name}"\nfile = "{name}.csv"\npublic = ["name", "age"]\n' for name in ("morgue", "union")))
        rows = ["1,Aibar Tanbaev,21", "2,Alibek Munarov,22", "3,Marat Kulov,23", "4,Serik Dolanov,24"]
        for name, of_list in (("morgue", rows), ("union", rows[:1] + rows[2:3])):
            (town / "lists" / f"{name}.csv").write_text("\n".join(["id,name,age", *of_list]) + "\n")

        # Rows without an id of their own, one of which names whom the withdrawal means.
        (town / "acts.csv").write_text("victim,type,date,source\nAlibek Munarov,01010501,2003-10-05,a paper\nMarat Kulov,01010501,2003-10-06,a paper\n")
        (town / "custody.csv").write_text("person,arrested,source\nAlibek Munarov,2003-10-01,a paper\nMarat Kulov,2003-10-02,a paper\n")

        def run(*arguments):
            keys = dict(os.environ, SANAQ_KEYS=os.path.join(self.scratch.name, "keys"))
            ended = subprocess.run([PROGRAM, "--language", "en", *arguments], capture_output=True, text=True, env=keys)
            self.assertEqual(ended.returncode, 0, ended.stderr)
            return ended.stdout
        run("say", "event:march", "note", "long " * 14000, "--visibility", "public", "--in", str(town))
        said = run("say", "event:strike", "note", "short", "--visibility", "public", "--in", str(town)).split()[-1]
        run("run", "--yes", str(town))
        self.folder = str(town / "site")
        older = shutil.copytree(self.folder, town / "older")
        self.assertEqual(self.both()[:2], ([0, 0], [set(), set()]))
        run("withdraw", "morgue:2", "--ground", "safety", "--reason", "A CLOSED REASON", "--in", str(town))
        run("withdraw", "event:march", "--ground", "order", "--in", str(town))
        run("withdraw", said, "--ground", "error", "--in", str(town))
        run("run", "--yes", str(town))
        codes, named, output = self.both("--against", str(older))
        self.assertEqual(codes, [0, 0], output)
        self.assertEqual([{name.split(":")[0] for name in one} for one in named], [{name.split(":")[0] for name in named[0]}] * 2)
        self.assertGreaterEqual(len(named[0]), 3, output[0])
        for one in output:
            for ground in ("safety", "order", "error"):
                self.assertIn(ground, one)
            self.assertNotIn("not-given", one)
        for path in pathlib.Path(self.folder).rglob("*"):
            text = path.read_bytes() if path.is_file() else b""
            self.assertFalse(b"Munarov" in text or b"long long" in text or b"A CLOSED REASON" in text, path)

    def test_the_checker_judges_signatures_as_strictly_as_the_ledger(self):
        for case in json.loads((ROOT / "tests/ledger/signatures.json").read_text()):
            signature = checker.unbase64(case["signature"])
            public = bytes.fromhex(case["public"]) if len(case["public"]) == 64 else b""
            holds = len(signature) == 64 and len(public) == 32 and checker.ed25519(public, signature, case["text"].encode())
            self.assertEqual(holds, case["holds"], case["name"])

    def test_the_guide_prints_the_hash_of_the_checker(self):
        guide = (ROOT / "docs/guide/check-a-site.md").read_text(encoding="utf-8")
        self.assertIn(hashlib.sha256(CHECK.read_bytes()).hexdigest(), guide, "docs/guide/check-a-site.md prints another hash")

    def test_the_checker_is_short_enough_to_be_read(self):
        text = CHECK.read_text(encoding="utf-8")
        self.assertLess(text.count("\n"), 150)
        self.assertIn(f"a checker of {text.count(chr(10))} lines", (ROOT / "docs/guide/check-a-site.md").read_text(encoding="utf-8"))
        self.assertLessEqual(max(map(len, text.splitlines())), 180)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", default=PROGRAM)
    known, rest = parser.parse_known_args()
    PROGRAM = known.program
    unittest.main(argv=sys.argv[:1] + rest, verbosity=2)
