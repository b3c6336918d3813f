"""What a shell offers while a command line is typed, asked of each shell that is installed."""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None


def script(shell):
    return subprocess.run([PROGRAM, "completion", shell], check=True, capture_output=True, text=True).stdout


def offered_by_bash(*words):
    """The last word is the one that is being typed."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "lists.csv").write_text("a\n")
        pathlib.Path(folder, "completion").write_text(script("bash"))
        quoted = " ".join(f"'{word}'" for word in words)
        asked = f'source completion; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _sanaq; printf "%s\\n" "${{COMPREPLY[@]}}"'
        run = subprocess.run(["bash", "--norc", "-c", asked], cwd=folder, capture_output=True, text=True)
        assert run.returncode == 0 and not run.stderr, run.stderr
        return run.stdout.split()


def offered_by_fish(line):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "completion").write_text(script("fish"))
        return [row.split("\t")[0] for row in subprocess.run(["fish", "--no-config", "-c", f"source completion; complete -C '{line}'"],
                                                             cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines()]


class Completion(unittest.TestCase):
    def test_a_command_is_completed(self):
        self.assertEqual(["estimate"], offered_by_bash("sanaq", "est"))
        self.assertIn("publish", offered_by_bash("sanaq", ""))

    def test_a_flag_is_completed(self):
        self.assertEqual(["--method"], offered_by_bash("sanaq", "estimate", "--me"))
        self.assertEqual([], offered_by_bash("sanaq", "estimate", "--nosuch"))
        self.assertIn("--language", offered_by_bash("sanaq", "estimate", "--la"))

    def test_words_that_a_flag_may_hold_are_completed(self):
        self.assertIn("auto", offered_by_bash("sanaq", "estimate", "--method", ""))
        self.assertEqual(["loglinear"], offered_by_bash("sanaq", "estimate", "--method", "log"))
        self.assertEqual(["loglinear"], offered_by_bash("sanaq", "estimate", "--method", "=", "log"))
        self.assertEqual(["en", "kk", "ru"], sorted(offered_by_bash("sanaq", "--language", "")))

    def test_files_are_completed_where_a_file_may_stand(self):
        self.assertEqual(["lists.csv"], offered_by_bash("sanaq", "estimate", "--cells", "li"))
        self.assertEqual(["lists.csv"], offered_by_bash("sanaq", "link", "li"))

    def test_commands_below_a_command_are_completed(self):
        self.assertEqual(["still-held"], offered_by_bash("sanaq", "ask", "still"))

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        self.assertEqual(["estimate"], [word for word in offered_by_fish("sanaq est") if word.startswith("est")])
        self.assertEqual(["--method"], offered_by_fish("sanaq estimate --me"))
        self.assertIn("auto", offered_by_fish("sanaq estimate --method "))

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_reads_its_script(self):
        with tempfile.NamedTemporaryFile("w", suffix=".zsh") as file:
            file.write(script("zsh"))
            file.flush()
            subprocess.run(["zsh", "-n", file.name], check=True)

    def test_another_shell_is_refused(self):
        self.assertEqual(64, subprocess.run([PROGRAM, "completion", "tcsh"], capture_output=True).returncode)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    PROGRAM = str(pathlib.Path(parser.parse_args().program or "build/sanaq").resolve())
    unittest.main(argv=sys.argv[:1], verbosity=2)
