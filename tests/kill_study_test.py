"""Sixty kills of commands, spread over every verb that writes: nothing that was acknowledged is lost, nothing half-written stays."""
import argparse
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent


class KillStudy(unittest.TestCase):
    def test_sixty_kills_lose_nothing(self):
        shim = pathlib.Path(flags.build) / "tests" / "libkill_at_call.so"
        done = subprocess.run([ROOT / "tools" / "kill-study", flags.program, shim, "--kills", "60"], capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertIn("kills: 60;", done.stdout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--program", required=True)
    flags, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
