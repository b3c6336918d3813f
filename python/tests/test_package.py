"""Documentation that runs, types that hold, drawings as on the site."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import subprocess
import sys

import pytest
import sanaq

MODULES = [f"sanaq.{each.name}" for each in pkgutil.iter_modules(sanaq.__path__) if each.name != "_sanaq"]


@pytest.mark.parametrize("name", ["sanaq", *MODULES])
def test_every_example_in_the_documentation_runs(name):
    found = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert found.failed == 0


def test_every_verb_has_an_example():
    for name in ("link", "learn", "evaluate", "compare", "compare_pairs", "estimate", "simulate", "read_list", "read_register", "verify"):
        text = getattr(sanaq, name).__doc__
        assert re.search(r">>> import .*sanaq", text) and ("Raises" in text or name == "learn"), name


CALLER = """
import numpy
import sanaq

town = sanaq.simulate(persons=50, lists=3, seed=2)
linked: sanaq.Link = sanaq.link(town.lists, one_per_list=town.one_per_list, draws=2, progress=lambda what, done, total: None)
summary: sanaq.Summary = sanaq.estimate(linked, prior={"total": (10, 500)}, dependent=[("hospital", "morgue")])
number = summary.estimate
if number is not None:
    low: float = number.interval.low
draws = numpy.asarray(summary.total_draws)
column: list[object] = linked.clusters["person"]
measure = sanaq.evaluate(linked, town.truth).pairs.precision
quality: float = measure.value if measure is not None else 0.0
explained = linked.explain(("hospital", "1"), ("morgue", "2")).lines[0].weight_bits + 1.0
model: sanaq.Model = sanaq.learn({"a": {"name": ["x", "y"]}})
scores: sanaq.Table = sanaq.compare_pairs({"name_l": ["x"], "name_r": ["y"]}, model=model)
bits: float = sanaq.compare("x", "y").weight_bits
whole: bool = sanaq.verify("folder", files=False).is_whole
"""
WRONG = """
import sanaq

sanaq.link({"a": {"name": ["x"]}}, treshold=0.5)
sanaq.estimate({"a": [1]}, seed="one")
number: int = sanaq.compare("x", "y").level
"""


def test_types_hold_for_a_caller_and_catch_mistakes(tmp_path):
    (tmp_path / "caller.py").write_text(CALLER)
    (tmp_path / "wrong.py").write_text(WRONG)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache")]
    run = subprocess.run([*mypy, "caller.py"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    run = subprocess.run([*mypy, "wrong.py"], cwd=tmp_path, capture_output=True, text=True)
    assert run.stdout.count("error:") == 3, run.stdout


def test_the_package_itself_is_strictly_typed(tmp_path):
    run = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "-p", "sanaq"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_stubs_say_what_the_module_has(tmp_path):
    run = subprocess.run([sys.executable, "-m", "mypy.stubtest", "sanaq._sanaq", "--ignore-disjoint-bases"], cwd=tmp_path, capture_output=True, text=True)
    # Functions and classes of nanobind are of its own kinds.
    kinds = ("is not a function", "metaclass differs", "__init__ is inconsistent")
    errors = [line for line in run.stdout.splitlines() if line.startswith("error:") and not any(kind in line for kind in kinds)]
    assert "checked 1 module" in run.stdout and errors == []


def test_a_notebook_shows_the_drawings_of_the_site(program, tmp_path, monkeypatch):
    monkeypatch.setenv("SANAQ_KEYS", str(tmp_path / "keys"))
    subprocess.run([str(program), "simulate", "town", "--persons", "300", "--lists", "4"], cwd=tmp_path, check=True, capture_output=True)
    settings = tmp_path / "town/investigation.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    subprocess.run([str(program), "run", "--yes", "town"], cwd=tmp_path, check=True, capture_output=True)
    cells = next((tmp_path / "town/site").rglob("cells.csv"), None)
    assert cells is not None, "the site has no capture table"
    for language in ("en", "ru", "kk"):
        pages = [path for path in (tmp_path / "town/site").rglob("overlap.html") if language in path.parts or (language == "en" and len(path.relative_to(tmp_path / "town/site").parts) == 1)]
        if not pages:
            continue
        page = pages[0].read_text(encoding="utf-8")
        shown_language = re.search(r'<html[^>]* lang="(\w+)"', page)
        assert shown_language
        sanaq.set_language(shown_language[1])
        summary = sanaq.estimate(cells, quick=True)
        drawn = summary.drawing("upset")
        assert drawn.startswith("<svg") and drawn in page, f"the drawing of {pages[0]} is another"
        assert summary.drawing("upset narrow", id="upset-n") in page


def test_a_notebook_never_shows_a_name():
    town = sanaq.simulate(persons=120, lists=3)
    linked = sanaq.link(town.lists)
    shown = linked._repr_html_() + repr(linked) + repr(linked.clusters) + linked.model._repr_html_()
    names = {word for table in town.lists.values() for header in table.columns if header in ("Фамилия", "ФИО", "Аты-жөні", "Name")
             for cell in table[header] for word in re.findall(r"\w{5,}", cell)}
    assert names and not [name for name in names if name in shown]
    for language in ("en", "ru", "kk"):
        sanaq.set_language(language)
        html = sanaq.estimate(linked, quick=True)._repr_html_()
        assert f'lang="{language}"' in html and html.count("<svg") == 3 and "<script" not in html


def test_nothing_of_it_is_imported_that_was_not_asked_for():
    code = "import sys, sanaq; print(sorted({'numpy', 'pandas', 'polars', 'pyarrow'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"
