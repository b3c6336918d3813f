"""Files as people send them: none is wrong in silence (tools/measure-reading, tests/reading). The shared cases where they are."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ""


def shared_cases():
    data = pathlib.Path(os.environ.get("SANAQ_DATA", ROOT.parent / "shared" / "data"))
    return data / "cases"


class Reading(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.done = subprocess.run([sys.executable, ROOT / "tools" / "measure-reading", PROGRAM, shared_cases()], capture_output=True, text=True)

    def measured(self, group):
        row = re.search(rf"^{group} +(\d+) +(\d+) +(\d+) +(\d+)$", self.done.stdout, re.M)
        self.assertIsNotNone(row, self.done.stdout + self.done.stderr)
        return [int(count) for count in row.groups()], self.done.stdout

    def test_no_file_of_ours_is_wrong_in_silence(self):
        (files, right, reported, wrong), said = self.measured("own")
        self.assertEqual(wrong, 0, said)
        self.assertGreaterEqual(right, files, said)

    def test_no_shared_file_is_wrong_in_silence(self):
        if not shared_cases().exists():
            self.skipTest("the shared data is not here: set SANAQ_DATA to its folder")
        (files, right, reported, wrong), said = self.measured("shared")
        self.assertEqual(wrong, 0, said)
        self.assertGreaterEqual(right, files - 1, said)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", required=True)
    arguments, rest = parser.parse_known_args()
    PROGRAM = str(pathlib.Path(arguments.program).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
