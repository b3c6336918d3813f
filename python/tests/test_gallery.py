"""The notebooks run from their first cell to their last."""

from __future__ import annotations

import os
import pathlib

import pytest

NOTEBOOKS = pathlib.Path(__file__).resolve().parent.parent / "notebooks"
WITHOUT_DATA = {"oil-town"}


@pytest.mark.parametrize("name", sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb")))
def test_a_notebook_runs(name, request, monkeypatch):
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    if name not in WITHOUT_DATA:
        monkeypatch.setenv("SANAQ_DATA", str(request.getfixturevalue("data")))
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "the notebook is kept without outputs"
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    assert os.environ.get("SANAQ_SHOW") is None or nbformat.write(notebook, f"{os.environ['SANAQ_SHOW']}/{name}.ipynb") is None


def test_there_are_four_of_them_and_each_has_a_page():
    guide = NOTEBOOKS.parent.parent / "docs/guide"
    names = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
    assert names == ["from-splink", "kosovo", "oil-town", "splink-fake-1000"]
    for name in names:
        page = (guide / f"notebook-{name}.md").read_text(encoding="utf-8")
        assert f"python/notebooks/{name}.ipynb" in page
