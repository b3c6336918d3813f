"""What somebody else wrote never steers a terminal: not from a list, a header, a file's name, a statement or a writer's name."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CLEAR = "\x1b[2J\x1b[H"
EVIL = CLEAR + "\u009b2J\u202eliar\u2066\x08\x07\x7f\u2028x\reverything is what it was"
LINE = "\neverything is what it was"
PROGRAM = ""


def dangers(output: bytes):
    text = output.decode("utf-8")  # throws where a byte is no UTF-8
    return sorted({f"U+{ord(letter):04X}" for letter in text if letter not in "\n\t" and (
        ord(letter) < 32 or 127 <= ord(letter) < 160 or 0x2028 <= ord(letter) <= 0x202E or 0x2066 <= ord(letter) <= 0x2067 or 0x206A <= ord(letter) <= 0x206F)})


class Terminal(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name) / "case"
        self.environment = dict(os.environ, SANAQ_KEYS=self.scratch.name + "/keys", LANG="C.UTF-8")
        (self.folder / "lists").mkdir(parents=True)
        self.toml(f'title = "Invented {self.escaped(EVIL)}"')
        header = f'id,"name","birth","n{EVIL}"\n'
        rows = "".join(f'{row},"Aibar{EVIL} Tanbaev {row}",{birth},"x{EVIL}"\n' for row, birth in [(17, EVIL.replace("\r", "")), (18, "1977-01-02")])
        (self.folder / "lists/morgue.csv").write_text(header + rows, encoding="utf-8", newline="")
        (self.folder / "lists/hospital.csv").write_text("id,name,birth\n203,Aibar Tanbayev,1970-02-03\n", encoding="utf-8")

    def tearDown(self):
        self.scratch.cleanup()

    @staticmethod
    def escaped(text):
        return "".join(f"\\u{ord(letter):04X}" if ord(letter) < 32 or ord(letter) == 127 else letter for letter in text)

    def toml(self, first):
        (self.folder / "investigation.toml").write_text(
            first + '\ninvented = true\nlanguages = ["en"]\n'
            + "".join(f'[[list]]\nname = "{name}"\nfile = "{name}.csv"\n' for name in ["morgue", "hospital"])
            + '[estimate]\nmethod = "chao"\n[publish]\n', encoding="utf-8")

    def run_it(self, *arguments, codes=(0,)):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, env=self.environment, stdin=subprocess.DEVNULL, cwd=self.scratch.name)
        for stream in (done.stdout, done.stderr):
            self.assertEqual(dangers(stream), [], f"{arguments}: {stream!r}")
        if codes:
            self.assertIn(done.returncode, codes, f"{arguments}: {done.stderr!r}")
        return done.stdout.decode()

    def test_lists_headers_and_titles(self):
        case = str(self.folder)
        for arguments in (["ingest", case], ["ingest", case, "--json"], ["run", case], ["run", case, "--json"], ["link", case, "--json"],
                          ["publish", case, "--dry-run"], ["estimate", case, "--json"], ["link", case, "--explain", "morgue:17", "hospital:203"]):
            self.run_it(*arguments)

    def test_words_on_the_command_line_that_are_refused(self):
        for arguments in (["ingest", EVIL], ["nonsense" + EVIL], ["link", "x" + EVIL + ".csv"], ["key", str(self.folder), "--lost", EVIL], ["ask", EVIL, str(self.folder)]):
            self.run_it(*arguments, codes=None)

    def test_compare_shows_names(self):
        for flags in ([], ["--json"]):
            self.run_it("compare", "Aibar" + EVIL, "Aibar" + LINE + " Tanbaev", *flags)

    def test_statements_writers_and_documents(self):
        case = str(self.folder)
        name = "photo" + EVIL.replace("\x7f", "") + ".txt"
        (self.folder.parent / name).write_text("x" + EVIL, encoding="utf-8")
        bad = os.fsencode(str(self.folder.parent)) + b"/\xcd\xe0\xf0\xee\xe4.txt"
        pathlib.Path(os.fsdecode(bad)).write_bytes(b"y")
        self.run_it("say", "event:1", "dead" + EVIL, "11" + LINE, "--source", "s" + EVIL, "--in", case, "--by", "Office B" + LINE)
        self.run_it("add", name, "--how", "by" + EVIL, "--in", case)
        self.run_it("add", os.fsdecode(bad), "--in", case, codes=None)
        for arguments in (["search", "dead", "--in", case], ["search", "dead", "--in", case, "--json"], ["documents", case], ["documents", case, "--json"],
                          ["key", case], ["verify", case], ["verify", case, "--json"], ["retract", "zz:1", "--reason", EVIL, "--in", case]):
            self.run_it(*arguments, codes=None)

    def test_nobody_adds_a_line_that_says_all_is_well(self):
        case = str(self.folder)
        self.run_it("say", "event:1", "dead", "11", "--in", case, "--by", "Office B" + LINE)
        chain = next((self.folder / "ledger").glob("*.chain.jsonl"))
        lines = chain.read_bytes()
        chain.write_bytes(lines.replace(b'"seq":2', b'"seq":3'))
        said = self.run_it("verify", case, codes=(74,))
        self.assertNotIn("everything is what it was", said.splitlines())
        self.assertIsNotNone(re.search(r"Office B\\u000A", said))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", required=True)
    arguments, rest = parser.parse_known_args()
    PROGRAM = str(pathlib.Path(arguments.program).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
