"""What is promised to users of the library: the headers that are installed, and nothing that they do not name."""
import argparse
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src/sanaq"


def promised():
    return [line for line in (SOURCES / "promised_headers.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def library_rooms():
    plan = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return set(re.search(r"SANAQ_LIBRARY_ROOMS ([^)]*)\)", plan)[1].split())


class Library(unittest.TestCase):
    def test_a_promised_header_includes_promised_headers_only(self):
        names = set(promised())
        for header in promised():
            text = (SOURCES / header).read_text(encoding="utf-8")
            for included in re.findall(r'#include "sanaq/([^"]+)"', text):
                self.assertIn(included, names, f"{header} is promised and includes it")

    def test_the_guide_names_each_promised_header_and_no_other(self):
        guide = (ROOT / "docs/dev/library.md").read_text(encoding="utf-8")
        self.assertEqual(promised(), re.findall(r"^\| `sanaq/([^`]+)` \|", guide, re.M))

    def test_a_promised_header_is_in_a_room_that_is_installed(self):
        self.assertEqual(set(), {header.split("/")[0] for header in promised()} - library_rooms())

    def test_rooms_that_are_installed_stand_on_rooms_that_are_installed(self):
        plan = (SOURCES / "CMakeLists.txt").read_text(encoding="utf-8")
        for room, rest in re.findall(r"^sanaq_room\((\w+)\s*([^)]*)\)", plan, re.M):
            if room in library_rooms():
                uses = set(rest.partition("TOGETHER")[0].partition("SMALL")[0].partition("TESTED_WITH")[0].removeprefix("USES").split())
                self.assertEqual(set(), uses - library_rooms(), f"{room} stands on them")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    parser.parse_args()
    unittest.main(argv=sys.argv[:1], verbosity=2)
