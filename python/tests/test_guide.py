"""What the guide says runs as it stands there."""

from __future__ import annotations

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def test_from_five_lists_to_a_number(monkeypatch):
    monkeypatch.chdir(ROOT)
    guide = (ROOT / "docs/guide/python.md").read_text(encoding="utf-8")
    section = guide.split("## From five lists to a number")[1].split("\n## ")[0]
    code = "\n".join(line[4:] for line in section.splitlines() if line.startswith("    ") or not line)
    assert "sanaq.estimate(" in code
    names: dict[str, object] = {}
    exec(compile(re.sub(r"^\s*$", "", code), "docs/guide/python.md", "exec"), names)
    number = names["number"]
    assert number.estimate.interval.low <= 400 <= number.estimate.interval.high
