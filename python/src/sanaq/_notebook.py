"""What a notebook shows: the number with its reasons and the drawings of the site. Never a name of anybody."""

from __future__ import annotations

import html
import importlib.resources
import itertools
import math
import re
from functools import cache
from typing import TYPE_CHECKING

from . import _sanaq

if TYPE_CHECKING:
    from ._estimate import Summary
    from ._link import Link, Model

_ids = itertools.count(1)


@cache
def _style() -> str:
    """The rules of the site's style sheet that drawings need, for what stands in our box alone."""
    sheet = importlib.resources.files("sanaq").joinpath("sanaq.css").read_text(encoding="utf-8")
    variables = re.search(r":root \{([^}]*)\}", sheet)
    dark = re.search(r"prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}", sheet)
    assert variables and dark
    lines = [line for line in sheet.splitlines() if line.startswith((".drawing", ".axis", ".histogram", ".upset"))]
    rules = [",".join(".sanaq " + each.strip() for each in selectors.split(",")) + "{" + body.strip() + "}"
             for line in lines for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", line)]
    own = (".sanaq{background:var(--paper);color:var(--ink);font-family:var(--sans);max-width:48rem;padding:.5rem 1rem}"
           ".sanaq .big{font-size:1.3em;margin:.2em 0}.sanaq .quiet{color:var(--quiet)}.sanaq svg{max-width:100%}"
           ".sanaq table{border-collapse:collapse}.sanaq td,.sanaq th{padding:.1em .7em;text-align:start}")
    return (f".sanaq{{{variables[1]}}}@media(prefers-color-scheme:dark){{.sanaq{{{dark[1]}}}}}" + "".join(rules) + own).replace("\n", " ")


def _box(inside: list[str]) -> str:
    return f'<div class="sanaq" lang="{_sanaq.language()}"><style>{_style()}</style>{"".join(inside)}</div>'


def _items(sentences: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{html.escape(each)}</li>" for each in sentences) + "</ul>" if sentences else ""


def summary_html(summary: Summary) -> str:
    lines = summary._handle.number_lines()
    number = next(_ids)
    inside = [f'<p class="big">{html.escape(lines[0])}</p>', *(f"<p>{html.escape(line)}</p>" for line in lines[1:]), _items(summary.reasons)]
    for kind in ("axis", "histogram", "upset"):
        inside.append(summary.drawing(kind, id=f"sanaq-{number}-{kind}"))
    legend = ", ".join(f"{_letter(at)}: {html.escape(name)}" for at, name in enumerate(summary.lists))
    inside.append(f'<p class="quiet">{legend}</p>')
    inside.append(f'<div class="quiet">{_items(summary.warnings)}</div>')
    return _box(inside)


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else _letter(at // 26 - 1) + _letter(at % 26)


def _say(sentence: str, *arguments: object) -> str:
    return html.escape(_sanaq.say(sentence, [str(each) for each in arguments]))


def _levels(model: Model) -> str:
    table = model.comparisons
    rows = []
    for comparison, level, m, u, bits in zip(*(table[name] for name in table.columns)):
        cells = [comparison, level, *("" if math.isnan(value) else f"{value:.4g}" for value in (m, u)), "" if math.isnan(bits) else f"{bits:+.2f}"]
        rows.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th>{each}</th>" for each in (_say("column"), _say("agreement"), "m", "u", _say("bits")))
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>"


def model_html(model: Model) -> str:
    return _box([_levels(model)])


def link_html(link: Link) -> str:
    inside = [f'<p class="big">{_say("{} records in {} lists are {} persons", link.records, len(link.lists), link.persons)}</p>',
              f"<p>{_say('{} pairs were weighed', link.candidate_pairs)}</p>", _levels(link.model), _items(link.warnings)]
    return _box(inside)
