"""The house stands as planned: rooms use only the rooms named for them, units of a room stand in an order, every test is wired in.

`python3 tests/house_test.py --draw` writes the drawing of the house into README.md from the plan."""
import argparse
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS_FILE = ROOT / "src/sanaq/CMakeLists.txt"
README = ROOT / "README.md"
FORBIDDEN_NAMES = {"util", "utils", "common", "misc", "helpers", "core"}

def plan():
    """room -> (the rooms that it uses, the rooms that its tests use besides), from the ground up."""
    arrows = {}
    for name, rest in re.findall(r"^sanaq_room\((\w+)\s*([^)]*)\)", ROOMS_FILE.read_text(), re.M):
        uses, _, tested_with = rest.replace(" SMALL", "").partition("TOGETHER")[0].removeprefix("USES").partition("TESTED_WITH")
        arrows[name] = (set(uses.split()), set(tested_with.split()))
    return arrows


def compiled_together():
    """room -> the sources that are compiled each by itself; of the rooms whose other sources are compiled together."""
    rows = re.findall(r"^sanaq_room\((\w+)[^)]*? TOGETHER(?: SMALL)?(?: APART ([^)]*))?\)", ROOMS_FILE.read_text(), re.M)
    return {name: set(apart.split()) for name, apart in rows}


def names_within(text):
    """Functions, types and constants of the unnamed namespaces of a source."""
    names = set()
    for block in re.findall(r"namespace \{\n(.*?)\n\}  // namespace\n", text, re.S):
        names.update(re.findall(r"^(?:template <[^\n]*>\n)?(?:\[\[nodiscard\]\] )?[A-Za-z_][\w:<>,&* ]*?[ *&]([a-z_]\w*)\(", block, re.M))
        names.update(re.findall(r"^(?:struct|class|enum class) (\w+)", block, re.M))
        names.update(re.findall(r"^(?:constexpr|const|using) [^\n=(]*?(\w+)(?:\[\])? ?(?:=|\{)", block, re.M))
    return names - {"Json", "json"}


def sources(*folders):
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in (".h", ".cpp"))


def includes(path):
    """(room, unit) of each header of ours that the file includes."""
    return re.findall(r'^#include "sanaq/(\w+)/(\w+)\.h"', path.read_text(encoding="utf-8"), re.M)


def included_rooms(folder):
    return {room for path in sources(folder) for room, _ in includes(path)}


def circles(units):
    """Groups of units that reach each other, by Tarjan's algorithm; `units`: unit -> the units that it includes."""
    order, low, stack, found = {}, {}, [], []

    def visit(unit):
        order[unit] = low[unit] = len(order)
        stack.append(unit)
        for other in units[unit]:
            if other not in order:
                visit(other)
                low[unit] = min(low[unit], low[other])
            elif other in stack:
                low[unit] = min(low[unit], order[other])
        if low[unit] == order[unit]:
            group = set()
            while unit not in group:
                group.add(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for unit in units:
        if unit not in order:
            visit(unit)
    return found


def circles_in(room):
    units = {path.stem: set() for path in sources(f"src/sanaq/{room}")}
    for path in sources(f"src/sanaq/{room}"):
        units[path.stem] |= {unit for other, unit in includes(path) if other == room and unit != path.stem}
    return circles(units)


def drawing():
    """Each room stands one floor above the highest room that it uses."""
    floor = {}
    for room, (uses, _) in plan().items():
        floor[room] = 1 + max((floor.get(use, 0) for use in uses), default=0)
    lines = []
    for level in range(max(floor.values()), 0, -1):
        lines.append(f"    {level:2}  " + "   ".join(room for room in floor if floor[room] == level))
    return "\n".join(lines) + "\n"


class House(unittest.TestCase):
    def test_arrows_point_only_downwards(self):
        seen = set()
        for room, (uses, tested_with) in plan().items():
            self.assertLessEqual(uses | tested_with, seen, f"{room} uses a room that is not below it")
            seen.add(room)

    def test_rooms_include_only_what_the_plan_names(self):
        for room, (uses, _) in plan().items():
            for path in sources(f"src/sanaq/{room}"):
                for target, unit in includes(path):
                    self.assertTrue(target == room or target in uses,
                                    f"{path.relative_to(ROOT)} includes {target}/{unit}.h, and no arrow leads from {room} to {target}")

    def test_every_arrow_is_used(self):
        for room, (uses, tested_with) in plan().items():
            self.assertEqual(uses - included_rooms(f"src/sanaq/{room}"), set(), f"the plan lets {room} use what it does not include")
            self.assertEqual(tested_with - included_rooms(f"tests/{room}"), set(), f"no test of {room} includes this")

    def test_link_and_estimate_do_not_know_each_other(self):
        arrows = plan()
        self.assertNotIn("estimate", arrows["link"][0])
        self.assertNotIn("link", arrows["estimate"][0])

    def test_pages_see_what_the_gate_let_through_and_nothing_else(self):
        arrows = plan()
        below, queue = set(), ["pages"]
        while queue:
            room = queue.pop()
            queue.extend(arrows[room][0] - below)
            below.add(room)
        self.assertFalse(below & {"investigation", "disclose", "link"}, "pages could name what must not leave")

    def test_the_public_server_knows_no_ledger_no_investigation_and_no_unpublished_list(self):
        arrows = plan()
        below, queue = set(), ["serve"]
        while queue:
            room = queue.pop()
            new = arrows[room][0] - below
            queue.extend(new)
            below |= new
        self.assertEqual(below, {"base", "text", "http", "intake"}, "a captured server gives away whatever it can reach")

    def test_units_of_a_room_include_each_other_in_no_circle(self):
        for room in plan():
            self.assertEqual(circles_in(room), [], f"{room}: these units (a header with its source) include each other in a circle")

    def test_sources_that_are_compiled_together_have_no_name_twice(self):
        for room, apart in compiled_together().items():
            where = {}
            for path in sources(f"src/sanaq/{room}"):
                if path.suffix != ".cpp" or path.name in apart:
                    continue
                for name in names_within(path.read_text(encoding="utf-8")):
                    self.assertNotIn(name, where, f"{room}: {name} stands in {path.name} and in {where.get(name)}: name one otherwise, or APART")
                    where[name] = path.name

    def test_every_folder_is_a_planned_room_and_has_tests(self):
        folders = {path.name for path in (ROOT / "src/sanaq").iterdir() if path.is_dir()}
        self.assertEqual(folders, set(plan()))
        for room in plan():
            self.assertTrue(list((ROOT / "tests" / room).glob("*_test.cpp")), f"{room} has no tests")

    def test_the_build_takes_the_list_of_rooms_from_the_plan(self):
        text = (ROOT / "tests/CMakeLists.txt").read_text()
        self.assertRegex(text, r"get_property\(rooms GLOBAL PROPERTY SANAQ_ROOMS\)[^\n]*\nforeach\(room IN LISTS rooms\)\n  sanaq_room_test\(\$\{room\}\)")
        self.assertEqual(len(re.findall(r"^\s*sanaq_room_test\(", text, re.M)), 1, "rooms are named once, in src/sanaq/CMakeLists.txt")

    def test_the_house_in_the_readme_is_the_planned_one(self):
        self.assertIn("\n\n" + drawing() + "\n", README.read_text(encoding="utf-8"), "python3 tests/house_test.py --draw writes it anew")

    def test_the_guide_to_the_rooms_names_each_with_its_door_and_no_file_that_is_not_there(self):
        guide = (ROOT / "src/sanaq/README.md").read_text(encoding="utf-8")
        self.assertLess(guide.count("\n"), 100)
        doors = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| (.*) \|$", guide, re.M))
        self.assertEqual(set(doors), set(plan()), "a row for each room")
        for room, named in doors.items():
            for door in re.findall(r"`(\w+\.h)`", named):
                self.assertTrue((ROOT / f"src/sanaq/{room}/{door}").exists(), f"{room}/{door}")
        for path in re.findall(r"`(\w+/\w+\.(?:h|cpp|html|py))`", guide):
            self.assertTrue((ROOT / path).exists() or (ROOT / "src/sanaq" / path).exists(), f"src/sanaq/README.md names {path}")

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

    def test_every_source_has_a_test_of_its_name_that_knows_it(self):
        for path in sources("src/sanaq"):
            if path.suffix == ".cpp" and path.stem != "main":
                room = path.relative_to(ROOT / "src/sanaq").parts[0]
                test = ROOT / f"tests/{room}/{path.stem}_test.cpp"
                self.assertTrue(test.exists(), f"{path.relative_to(ROOT)} has no test")
                text = test.read_text(encoding="utf-8")
                self.assertRegex(text, r"\b(TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(", f"{test.relative_to(ROOT)} tests nothing")
                if path.with_suffix(".h").exists():
                    self.assertIn((room, path.stem), includes(test), f"{test.relative_to(ROOT)} does not include what it tests")

    def test_every_header_stands_beside_its_source(self):
        for path in sources("src/sanaq"):
            if path.suffix == ".cpp" and path.stem not in ("main",):
                first = re.search(r'^#include ["<](.*)[">]', path.read_text(encoding="utf-8"), re.M)
                room = path.relative_to(ROOT / "src/sanaq").parts[0]
                if path.with_suffix(".h").exists():
                    self.assertEqual(first[1], f"sanaq/{room}/{path.stem}.h", f"{path.relative_to(ROOT)} does not include its header first")

    def test_every_test_stands_where_the_build_looks(self):
        for path in sources("tests"):
            if path.stem.endswith("_test"):
                self.assertIn(path.parent.name, plan(), f"{path}: no target builds it")

    def test_the_search_for_circles_finds_them(self):
        self.assertEqual(circles({"a": {"b"}, "b": {"c"}, "c": set()}), [])
        self.assertEqual(circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}), [["a", "b", "c"]])


def draw():
    text = README.read_text(encoding="utf-8")
    new = re.sub(r"\n\n(?:     ?\d+  [a-z ]+\n)+\n", lambda _: "\n\n" + drawing() + "\n", text)
    README.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    parser.add_argument("--draw", action="store_true", help="write the drawing of the house into README.md")
    if parser.parse_args().draw:
        draw()
    else:
        unittest.main(argv=sys.argv[:1], verbosity=2)
