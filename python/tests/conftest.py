"""Where the program and the shared data are. What is missing is skipped with a word."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def program() -> pathlib.Path:
    """The program of the same build."""
    path = pathlib.Path(os.environ.get("SANAQ_PROGRAM", ROOT / "build/sanaq"))
    if not path.exists():
        pytest.skip(f"there is no program at {path}; SANAQ_PROGRAM says where it is")
    return path


@pytest.fixture(scope="session")
def data() -> pathlib.Path:
    """The lists whose truth is known."""
    path = pathlib.Path(os.environ.get("SANAQ_DATA", ROOT.parent / "shared/data"))
    if not path.is_dir():
        pytest.skip(f"there is no shared data at {path}; SANAQ_DATA says where it is")
    return path


@pytest.fixture(autouse=True)
def english():
    import sanaq

    sanaq.set_language("en")
    yield
    sanaq.set_language("en")


@pytest.fixture(scope="session")
def people(tmp_path_factory) -> pathlib.Path:
    """100,000 invented persons; SANAQ_PEOPLE makes it fewer."""
    rows = os.environ.get("SANAQ_PEOPLE", "100000")
    path = tmp_path_factory.mktemp("people") / "people.csv"
    subprocess.run([sys.executable, str(ROOT / "bench/splink_people.py"), rows, str(path)], check=True, capture_output=True)
    return path
