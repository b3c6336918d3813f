"""What the program asks at a terminal: yes or no, a number, a passphrase that nobody sees; and that it asks nobody where nobody sits."""
import argparse
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""


class Asking(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.scratch.name)
        self.keys = "keys"
        self.make("case")

    def tearDown(self):
        self.scratch.cleanup()

    def make(self, name):
        (self.root / name).mkdir()
        (self.root / name / "investigation.toml").write_text('title = "Invented"\ninvented = true\nlanguages = ["en"]\n')

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SANAQ_")}
        return dict(kept, SANAQ_KEYS=str(self.root / self.keys), LANG="C.UTF-8", **more)

    def run_it(self, *arguments, code=0, **more):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=self.root,
                              env=self.environment(**more))
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def at_terminal(self, arguments, answers, code=0):
        """Runs it at a terminal; each answer is typed once the question with the text before it stands there. Gives the screen."""
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.root)
            os.execve(PROGRAM, [PROGRAM, *arguments], self.environment())
        screen = b""

        def read(until=None):
            nonlocal screen
            begin = len(screen)
            while until is None or until not in screen[begin:]:
                ready, _, _ = select.select([terminal], [], [], 20)
                try:
                    part = os.read(terminal, 4096) if ready else b""
                except OSError:  # the end of a terminal, on Linux
                    part = b""
                if not part:
                    return
                screen += part

        for question, answer in answers:
            read(question.encode())
            os.write(terminal, answer.encode() + b"\n")
        read()
        _, status = os.waitpid(process, 0)
        os.close(terminal)
        text = screen.decode()
        self.assertEqual(os.waitstatus_to_exitcode(status), code, text)
        return text

    def say(self, folder="case", **more):
        return self.run_it("say", "event:1", "dead", "11", "--in", folder, **more)

    def test_a_passphrase_is_asked_for_once_and_never_shown(self):
        self.say(SANAQ_PASSPHRASE="open sesame")
        self.say(code=64)
        say = ["say", "event:1", "dead", "12", "--in", "case"]
        screen = self.at_terminal(say, [("passphrase", "open sesame")])
        self.assertNotIn("sesame", screen)
        self.assertEqual(screen.count("passphrase"), 1, screen)
        screen = self.at_terminal(say, [("passphrase", "open barley")], code=64)
        self.assertNotIn("barley", screen)
        # A new key under a new passphrase: the old one once, the new one twice.
        screen = self.at_terminal(["key", "case", "--new", "--passphrase"],
                                  [("passphrase", "open sesame"), ("new key", "another word"), ("once more", "another word")])
        self.assertNotIn("word", screen)
        self.at_terminal(say, [("passphrase", "another word")])

    def test_what_needs_no_signature_asks_for_none(self):
        self.say(SANAQ_PASSPHRASE="open sesame")
        for arguments in (["key", "case"], ["verify", "case"], ["search", "11", "--in", "case"]):
            screen = self.at_terminal(arguments, [])
            self.assertNotIn("passphrase of", screen)

    def stranger(self):
        self.say()
        shutil.copytree(self.root / "case", self.root / "copy")
        self.keys = "keys of somebody else"
        self.say("copy")
        self.keys = "keys"

    def chains(self):
        return len(list((self.root / "case/ledger").glob("*.chain.jsonl")))

    def test_strangers_come_along_at_a_yes_alone(self):
        self.stranger()
        screen = self.at_terminal(["merge", "copy", "case"], [("[yes/NO]", "")])
        self.assertIn("Not members", screen)
        self.assertFalse(re.search("([0-9A-Z]{4}-){5}[0-9A-Z]{2}", screen), screen)  # it would be copied from there
        self.assertEqual(self.chains(), 1)
        self.run_it("merge", "copy", "case")
        self.assertEqual(self.chains(), 1)
        self.at_terminal(["merge", "copy", "case"], [("[yes/NO]", "yes")])
        self.assertEqual(self.chains(), 2)

    def test_more_than_ten_erasures_are_agreed_to_by_their_number(self):
        self.say()
        for _ in range(11):
            self.say()
        shutil.copytree(self.root / "case", self.root / "copy")
        # The same person erases in a copy: a second chain of his, that may erase what he wrote.
        entries = re.findall('"seq":([0-9]+)', "".join(
            path.read_text() for path in (self.root / "copy/ledger").glob("*.bodies.jsonl")))
        writer = next((self.root / "copy/ledger").glob("*.chain.jsonl")).name[:64]
        for seq in sorted({int(entry) for entry in entries})[-11:]:
            self.run_it("erase", f"{writer}:{seq}", "--reason", "a test", "--in", "copy")
        refused = self.run_it("merge", "copy", "case", code=75)
        self.assertIn("--erasures 11", refused)
        self.assertEqual(refused.count(writer[:8] + ":"), 11, refused)
        self.at_terminal(["merge", "copy", "case"], [("number", "yes")], code=75)
        bodies = self.root / f"case/ledger/{writer}.bodies.jsonl"
        before = bodies.read_text()
        self.run_it("merge", "copy", "case", "--erasures", "10", code=75)
        self.assertEqual(bodies.read_text(), before)
        self.at_terminal(["merge", "copy", "case"], [("number", "11")])
        self.assertEqual(len(bodies.read_text().splitlines()), len(before.splitlines()) - 11)

    def test_the_code_on_paper_is_not_shown(self):
        told = self.say()
        paper = re.search("\n\n((?:[0-9A-Z-]{19}\n){4})", told)[1]
        self.assertEqual(self.say().count("recovery code"), 0)
        self.keys = "keys of a new computer"
        screen = self.at_terminal(["key", "case", "--recover"], [("recovery code", paper.replace("\n", " "))])
        for row in paper.split():
            self.assertNotIn(row, screen)
        self.assertIn("founder: has a voice", self.run_it("key", "case"))

    def test_ctrl_c_at_a_question_means_no(self):
        self.stranger()
        self.at_terminal(["merge", "copy", "case"], [("[yes/NO]", "\x03")], code=130)
        self.assertEqual(self.chains(), 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", required=True)
    arguments = parser.parse_args()
    PROGRAM = os.path.abspath(arguments.program)
    unittest.main(argv=[sys.argv[0], "-v"])
