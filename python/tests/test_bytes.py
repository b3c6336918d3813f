"""The same bytes as the program's, whatever holds the table."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
import sanaq
from frames import KINDS

SETS = {
    "kz_parliament": ("linkage/kz_parliament/names.csv", {"list": "lang"}, ["--list-column", "lang"]),
    "febrl3": ("linkage/febrl/febrl3.csv", {"id": "rec_id"}, ["--id", "rec_id"]),
    "multilink_sim": ("linkage/multilink_sim/dup_data.csv", {"list": "file"}, ["--list-column", "file"]),
}
DRAWS = 3


def steady(found):
    """Without what the clock and the machine say."""
    return {key: value for key, value in found.items() if key not in ("seconds", "peak_mb", "threads")}


def by_program(program, path, flags, folder):
    folder.mkdir(parents=True, exist_ok=True)
    run = subprocess.run([str(program), "link", str(path), *flags, "--clusters", "clusters.csv", "--pairs", "pairs.csv", "--draws", str(DRAWS),
                          "--draws-out", "draws.csv", "--json"], cwd=folder, capture_output=True, text=True, check=True)
    return {name: (folder / name).read_bytes() for name in ("clusters.csv", "pairs.csv", "draws.csv")}, steady(json.loads(run.stdout))


@pytest.fixture(scope="module")
def expected(program, data, tmp_path_factory):
    made = {}

    def of(name):
        if name not in made:
            file, _, flags = SETS[name]
            folder = tmp_path_factory.mktemp(name)
            made[name] = by_program(program, data / file, flags, folder)
        return made[name]

    return of


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SETS)
def test_clusters_pairs_draws_and_json_are_those_of_the_program(name, kind, data, expected, tmp_path):
    file, how, _ = SETS[name]
    files, found = expected(name)
    path = data / file
    linked = sanaq.link({path.stem: KINDS[kind](path)}, draws=DRAWS, **how)
    linked.save(tmp_path / "out")
    for each, content in files.items():
        assert (tmp_path / "out" / each).read_bytes() == content, each
    assert steady(linked.to_dict()) == found


@pytest.mark.parametrize("kind", ["pandas with Arrow texts", "polars", "path"])
def test_a_hundred_thousand_persons_are_linked_as_by_the_program(kind, program, people, tmp_path):
    cached = people.parent / "expected"
    if not cached.exists():
        by_program(program, people, ["--id", "unique_id"], cached)
    linked = sanaq.link({people.stem: KINDS[kind](people)}, id="unique_id", draws=DRAWS)
    linked.save(tmp_path / "out")
    for each in ("clusters.csv", "pairs.csv", "draws.csv"):
        assert (tmp_path / "out" / each).read_bytes() == (cached / each).read_bytes(), each


def test_an_estimate_is_that_of_the_program(program, data, tmp_path):
    for path in sorted((data / "mse").glob("*.csv")):
        if "count" not in path.read_text(encoding="utf-8").splitlines()[0].split(","):
            continue
        shutil.copy(path, tmp_path / path.name)
        run = subprocess.run([str(program), "estimate", "--cells", path.name, "--quick", "--json"], cwd=tmp_path, capture_output=True, text=True)
        if run.returncode != 0:
            with pytest.raises(sanaq.Error) as refused:
                sanaq.estimate(path, quick=True)
            assert refused.value.code == run.returncode, path.name
            continue
        expected = json.loads(run.stdout)
        by_path = sanaq.estimate(path, quick=True).to_dict()
        by_frame = sanaq.estimate(KINDS["polars"](path), quick=True).to_dict()
        for found in (expected, by_path, by_frame):
            for clock in ("seconds", "ess_per_second"):
                found["diagnostics"].pop(clock)
        assert by_path == expected, path.name
        assert expected.pop("inputs") and by_frame.pop("inputs") == []
        assert by_frame == expected, path.name


def test_draws_of_a_linking_widen_an_estimate_as_in_the_program(program, tmp_path):
    town = sanaq.simulate(persons=200, lists=3)
    linked = sanaq.link(town.lists, one_per_list=town.one_per_list, draws=8)
    linked.save(tmp_path)
    (tmp_path / "cells.csv").write_bytes(linked.capture.to_csv())
    run = subprocess.run([str(program), "estimate", "--cells", "cells.csv", "--draws", "draws.csv", "--quick", "--json"], cwd=tmp_path,
                         capture_output=True, text=True, check=True)
    expected = json.loads(run.stdout)
    register = sanaq.read_register(tmp_path)
    for answer in (sanaq.estimate(linked, quick=True), sanaq.estimate(linked.capture, draws=linked, quick=True),
                   sanaq.estimate(linked.capture, draws=register, quick=True), sanaq.estimate(linked.capture, draws=register.draws, quick=True)):
        found = answer.to_dict()
        for key in ("estimate", "unlisted", "registers", "link_share", "reasons"):
            assert found[key] == expected[key], key
    assert expected["registers"] == 8


def test_an_evaluation_is_that_of_the_program(program, tmp_path):
    town = sanaq.simulate(persons=200, lists=3)
    linked = sanaq.link(town.lists)
    (tmp_path / "clusters.csv").write_bytes(linked.clusters.to_csv())
    (tmp_path / "truth.csv").write_bytes(town.truth.to_csv())
    for flags, how in (([], {}), (["--sampled"], {"reviewed": "records"}), (["--sampled", "--drawn", "persons"], {"reviewed": "persons"})):
        run = subprocess.run([str(program), "evaluate", "clusters.csv", "--truth", "truth.csv", "--json", *flags], cwd=tmp_path,
                             capture_output=True, text=True, check=True)
        for clusters in (linked, linked.clusters.to_pandas(), tmp_path / "clusters.csv"):
            assert sanaq.evaluate(clusters, town.truth, **how).to_dict() == json.loads(run.stdout)


def test_names_compare_as_in_the_program(program, tmp_path):
    pairs = {"case": ["1", "2"], "name_l": ["Асан Бек", "Bota Omar"], "name_r": ["Asan Bek", "Bota Serik"], "birth_l": ["1985", ""], "birth_r": ["1985", "1980"]}
    table = sanaq.compare_pairs(pairs)
    (tmp_path / "pairs.csv").write_text("case,name_l,name_r,birth_l,birth_r\n1,Асан Бек,Asan Bek,1985,1985\n2,Bota Omar,Bota Serik,,1980\n")
    subprocess.run([str(program), "compare", "pairs.csv", "--scores", "scores.csv"], cwd=tmp_path, capture_output=True, check=True)
    lines = (tmp_path / "scores.csv").read_text().splitlines()
    assert lines[0].split(",") == table.columns
    for at, line in enumerate(lines[1:]):
        assert [float(cell) for cell in line.split(",")[1:3]] == [table["weight_bits"][at], table["probability"][at]]
    run = subprocess.run([str(program), "compare", "Құрманов Айнұр", "Ainur Kurmanov", "--json"], capture_output=True, text=True, check=True)
    expected, found = json.loads(run.stdout), sanaq.compare("Құрманов Айнұр", "Ainur Kurmanov")
    assert (found.probability, found.weight_bits, found.level) == (expected["probability"], expected["weight_bits"], expected["level"])


def test_invented_lists_are_those_of_the_program(program, tmp_path):
    subprocess.run([str(program), "simulate", "town", "--persons", "100", "--lists", "3", "--seed", "5"], cwd=tmp_path, capture_output=True, check=True)
    town = sanaq.simulate(100, 3, seed=5)
    for name, table in town.lists.items():
        (file,) = (tmp_path / "town/lists").glob(f"{name}.*")
        read = sanaq.read_list(file)
        assert len(read) == len(table)
        for header in read.cells.columns:
            if header in table.columns:
                assert [cell.strip() for cell in read.cells[header]] == [cell.strip() for cell in table[header]], (name, header)
