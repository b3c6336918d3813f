"""The house stands as planned: rooms use only the rooms named for them, and every test is wired in."""
import argparse
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS_FILE = ROOT / "src/sanaq/CMakeLists.txt"
FORBIDDEN_NAMES = {"util", "utils", "common", "misc", "helpers", "core"}


def plan():
    arrows = {}
    for name, uses in re.findall(r"^sanaq_room\((\w+)\s*(?:USES ([\w ]+))?\)", ROOMS_FILE.read_text(), re.M):
        arrows[name] = set(uses.split())
    return arrows


def sources(*folders):
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in (".h", ".cpp"))


class House(unittest.TestCase):
    def test_arrows_point_only_downwards(self):
        seen = set()
        for room, uses in plan().items():
            self.assertLessEqual(uses, seen, f"{room} uses a room that is not below it")
            seen.add(room)

    def test_rooms_use_only_what_the_plan_names(self):
        arrows = plan()
        reachable = {}
        for room, uses in arrows.items():
            reachable[room] = set(uses).union(*(reachable[use] for use in uses)) if uses else set()
        for path in sources("src/sanaq"):
            room = path.relative_to(ROOT / "src/sanaq").parts[0]
            for target in re.findall(r'#include "sanaq/(\w+)/', path.read_text(encoding="utf-8")):
                # A type that a door of a used room hands on may be named; link and estimate may never meet.
                self.assertTrue(target == room or target in reachable[room], f"{path.relative_to(ROOT)} includes {target}")

    def test_link_and_estimate_do_not_know_each_other(self):
        arrows = plan()
        self.assertNotIn("estimate", arrows["link"])
        self.assertNotIn("link", arrows["estimate"])

    def test_every_folder_is_a_planned_room(self):
        folders = {path.name for path in (ROOT / "src/sanaq").iterdir() if path.is_dir()}
        self.assertEqual(folders, set(plan()))

    def test_no_file_has_a_name_without_a_purpose(self):
        for path in sources("src", "tests"):
            self.assertNotIn(path.stem, FORBIDDEN_NAMES, str(path))

    def test_only_base_calls_the_system_and_only_cli_prints(self):
        for path in sources("src/sanaq"):
            room = path.relative_to(ROOT / "src/sanaq").parts[0]
            text = path.read_text(encoding="utf-8")
            if room != "base":
                self.assertIsNone(re.search(r"#include <(unistd\.h|sys/|fcntl\.h|filesystem|fstream)", text), f"{path}: base has the seam")
            if room not in ("base", "cli"):
                self.assertIsNone(re.search(r"std::(cout|cerr|clog)|\bprintf\(", text), f"{path}: only cli prints")
            self.assertIsNone(re.search(r"std::(random_device|shuffle|\w+_distribution)\b|\brand\(\)", text), f"{path}: num/rng.h")

    def test_every_source_has_a_test_of_its_name(self):
        for path in sources("src/sanaq"):
            if path.suffix == ".cpp" and path.stem != "main":
                room = path.relative_to(ROOT / "src/sanaq").parts[0]
                self.assertTrue((ROOT / f"tests/{room}/{path.stem}_test.cpp").exists(), f"{path.relative_to(ROOT)} has no test")

    def test_every_test_stands_where_the_build_looks(self):
        for path in sources("tests"):
            if path.stem.endswith("_test"):
                self.assertIn(path.parent.name, plan(), f"{path}: no target builds it")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    parser.parse_args()
    unittest.main(argv=sys.argv[:1], verbosity=2)
