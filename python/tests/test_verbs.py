"""Arguments, errors, models, ledgers: what each verb says of what it is given."""

from __future__ import annotations

import json
import math
import subprocess

import numpy
import pandas
import polars
import pytest
import sanaq

THREE = {"a": [1, 1, 1, 0, 1, 0, 0], "b": [1, 1, 0, 1, 0, 1, 0], "c": [1, 0, 1, 1, 0, 0, 1], "count": [12, 20, 9, 7, 40, 30, 25]}
LISTS = {"t": {"name": ["Asan Bek", "Asan Bek", "Bota Omar"], "birth": ["1985", "1985", "1990"]}}


def said(kind, call, *words):
    with pytest.raises(kind) as error:
        call()
    assert isinstance(error.value, sanaq.Error) and 64 <= error.value.code <= 75
    for word in words:
        assert word in str(error.value), str(error.value)
    return str(error.value)


def test_errors_are_what_python_has_for_them():
    assert issubclass(sanaq.BadInput, ValueError) and issubclass(sanaq.Usage, ValueError) and issubclass(sanaq.NotFound, FileNotFoundError)
    assert {each.code for each in (sanaq.Usage, sanaq.BadInput, sanaq.NotFound, sanaq.Bug, sanaq.Failed, sanaq.Corrupt, sanaq.Conflict)} == {64, 65, 66, 70, 71, 74, 75}
    with pytest.raises(sanaq.NotFound) as error:
        sanaq.link("/there/is/none.csv")
    assert error.value.kind == "not found" and error.value.code == 66 and "none.csv" in str(error.value)


def test_arguments_out_of_bounds_are_refused_by_name():
    said(sanaq.Usage, lambda: sanaq.link(LISTS, threshold=7), "threshold is 7")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, threads=-1), "threads is -1")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, seed=-1), "seed")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, seed=2**64), "seed")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, seed="one"), "seed")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, draws=-1), "draws")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, draws=1.5), "draws")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, pairs_from=2), "probability")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, columns={"nmae": "name"}), "nmae", "did you mean name")
    said(sanaq.Error, lambda: sanaq.link(LISTS, columns={"name": "nmae"}), "nmae")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, columns="name"), "columns")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, one_per_list=["u"]), "one_per_list u", "did you mean")
    said(sanaq.Usage, lambda: sanaq.link(LISTS, list="lsit"), "list")
    said(sanaq.Error, lambda: sanaq.link(LISTS, block="no such rule"))
    said(sanaq.Usage, lambda: sanaq.link(LISTS, progress=7), "progress")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, method="magic"), "magic", "auto")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, criterion="dic"), "dic")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, prior={"whole": (1, 2)}), "whole")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, prior={"total": (1,)}), "two numbers")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, bootstrap=7, method="loglinear"), "bootstrap")
    said(sanaq.BadInput, lambda: sanaq.estimate(THREE, dependent=[("a", "d")]), "d is said to depend")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, dependent=["ab"]), "pairs")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, strata="region"), "region")
    said(sanaq.Usage, lambda: sanaq.estimate(THREE, count="persons"), "persons", "count=None")
    said(sanaq.Usage, lambda: sanaq.evaluate(LISTS["t"], LISTS["t"], reviewed="some"), "some")
    said(sanaq.Usage, lambda: sanaq.evaluate(LISTS["t"], LISTS["t"], level=1), "level is 1")
    said(sanaq.Usage, lambda: sanaq.simulate(0), "persons")
    said(sanaq.Usage, lambda: sanaq.simulate(lists=99), "lists")
    said(sanaq.Usage, lambda: sanaq.simulate(errors=2), "errors")
    said(sanaq.Usage, lambda: sanaq.compare("a", "b", kind="ghost"), "ghost")
    said(sanaq.BadInput, lambda: sanaq.compare("a" * 100_000, "b"), "no name")
    said(sanaq.Usage, lambda: sanaq.compare_pairs({"name_l": ["a"], "name_r": ["b"]}, prior=1), "prior is 1")
    said(sanaq.BadInput, lambda: sanaq.compare_pairs({"name": ["a"]}), "name_l")
    said(sanaq.Usage, lambda: sanaq.set_language("xx"), "xx", "kk")


def test_capture_tables_that_cannot_be_are_refused_with_row_and_column():
    def with_(**columns):
        return {**THREE, **columns}

    said(sanaq.BadInput, lambda: sanaq.estimate(with_(count=[12, -1, 9, 7, 40, 30, 25])), "row 3", "count", "-1")
    said(sanaq.BadInput, lambda: sanaq.estimate(with_(count=[12, 1.5, 9, 7, 40, 30, 25])), "row 3", "count", "1.5")
    said(sanaq.BadInput, lambda: sanaq.estimate(with_(count=[12, None, 9, 7, 40, 30, 25])), "row 3", "count")
    said(sanaq.BadInput, lambda: sanaq.estimate(with_(a=[1, 1, 2, 0, 1, 0, 0])), "row 4", "column a")
    said(sanaq.BadInput, lambda: sanaq.estimate({"a": [1, 0], "count": [1, 2]}), "two lists")
    said(sanaq.BadInput, lambda: sanaq.estimate({"a": [1, 0], "b": [0, 0], "count": [1, 2]}), "row 3", "on no list")
    # A name in a column that is no list is not shown.
    people = {"who": ["Asan Bek", "Bota Omar"], "a": [1, 0], "b": [1, 1]}
    assert "Asan" not in said(sanaq.BadInput, lambda: sanaq.estimate(people, count=None), "row 2", "column who")
    said(sanaq.BadInput, lambda: sanaq.estimate({"a": [1, 0], "b": [1, 0]}, count=None), "row 3", "on no list")


def test_a_column_of_one_value_ends_as_in_the_program():
    nobody = sanaq.estimate({**THREE, "d": [0] * 7})
    assert "d" not in nobody.lists and any("d" in warning for warning in nobody.warnings)
    everybody = sanaq.estimate({**THREE, "d": [1] * 7})
    assert everybody.reasons or everybody.estimate is None or everybody.warnings


def test_one_row_a_person_and_an_array_are_the_table_of_counts():
    expected = sanaq.estimate(THREE).to_dict()
    rows = [row for at, count in enumerate(THREE["count"]) for row in [[THREE[name][at] for name in "abc"]] * count]
    by_rows = sanaq.estimate(pandas.DataFrame(rows, columns=list("abc")), count=None).to_dict()
    by_array = sanaq.estimate(numpy.array(rows)).to_dict()
    for found in (by_rows, by_array):
        assert found["estimate"] == expected["estimate"] and found["overlap"] == expected["overlap"]
    assert by_array["lists"] == ["list 1", "list 2", "list 3"]
    said(sanaq.Usage, lambda: sanaq.estimate(numpy.array([1, 0, 1])), "shape")


def test_priors_and_dependence_move_the_number():
    plain = sanaq.estimate(THREE, quick=True)
    low = sanaq.estimate(THREE, quick=True, prior={"total": (160, 240)})
    share = sanaq.estimate(THREE, quick=True, prior={"unlisted": (0.05, 0.3)})
    bound = sanaq.estimate(THREE, quick=True, prior={"total_range": (150, 260)})
    assert low.estimate.median < plain.estimate.median and share.estimate.median < plain.estimate.median
    assert bound.estimate.interval.high <= 260
    assert sanaq.estimate(THREE, quick=True, dependent=[("a", "b")]).to_dict()["dependent_lists"]


def test_strata_add_up():
    frame = polars.DataFrame({**{name: THREE[name] * 2 for name in THREE}, "sex": ["m"] * 7 + ["f"] * 7})
    answer = sanaq.estimate(frame, strata="sex", quick=True)
    assert [stratum.name for stratum in answer.strata] == ["m", "f"]
    assert sum(stratum.observed for stratum in answer.strata) == answer.observed == 286
    said(sanaq.Usage, lambda: sanaq.estimate(frame, strata="sex", draws={"draw": [1], "list": ["a"], "record": ["1"], "person": ["p"]}), "draws")


def test_two_lists_have_what_two_lists_can_have():
    answer = sanaq.estimate({"a": [1, 1, 0], "b": [1, 0, 1], "count": [20, 40, 30]})
    assert answer.estimate.median > answer.observed and not answer.usable and answer.reasons
    nothing = sanaq.estimate({"a": [1, 0], "b": [0, 1], "count": [40, 30]})
    assert nothing.estimate is None and nothing.unlisted is None and not nothing.usable and "no number" in repr(nothing)
    assert nothing._repr_html_()


def test_draws_are_an_array_for_everybody():
    answer = sanaq.estimate(THREE, quick=True)
    draws = numpy.asarray(answer.total_draws)
    assert draws.shape == (4000,) and draws.dtype == numpy.float64 and memoryview(answer.total_draws).nbytes == 32000
    assert numpy.shares_memory(numpy.from_dlpack(answer.total_draws), numpy.from_dlpack(answer.total_draws))
    assert abs(numpy.median(draws) - answer.estimate.median) <= 1
    del answer
    assert draws.sum() > 0  # the draws outlive the summary
    assert len(memoryview(sanaq.estimate(THREE, method="chao").total_draws)) == 0


def test_models_are_saved_loaded_and_used_again(tmp_path):
    town = sanaq.simulate(persons=150, lists=3)
    first = sanaq.link(town.lists)
    first.model.save(tmp_path / "model.json")
    again = sanaq.link(town.lists, model=tmp_path / "model.json")
    assert again.clusters.to_csv() == first.clusters.to_csv()
    assert sanaq.link(town.lists, model=sanaq.Model.load(tmp_path / "model.json")).clusters.to_csv() == first.clusters.to_csv()
    assert first.model.to_dict()["comparisons"] and first.model.kind == "sanaq" and 0 < first.model.prior_match < 1
    assert sanaq.learn(town.lists).comparisons["level"] == first.model.comparisons["level"]
    found = first.model.comparisons.to_dict()
    known = [(m, u, bits) for comparison, m, u, bits in zip(found["comparison"], found["m"], found["u"], found["weight_bits"])
             if m > 0 and u > 0 and comparison not in ("birth", "date")]
    assert known and all(math.isclose(bits, math.log2(m / u), abs_tol=1e-9) for m, u, bits in known)
    (tmp_path / "notes.txt").write_text("these are mine")
    said(sanaq.Conflict, lambda: first.model.save(tmp_path / "notes.txt"))
    assert (tmp_path / "notes.txt").read_text() == "these are mine"


def test_models_that_cannot_be_used_are_refused(tmp_path):
    path = tmp_path / "model.json"
    town = sanaq.simulate(persons=60, lists=2)
    sanaq.link(town.lists).model.save(path)
    other = json.loads(path.read_text())
    version = next(key for key in other if "version" in key)
    other[version] = 999
    (tmp_path / "later.json").write_text(json.dumps(other))
    said(sanaq.BadInput, lambda: sanaq.Model.load(tmp_path / "later.json"), "later.json")
    (tmp_path / "none.json").write_text("{}")
    said(sanaq.BadInput, lambda: sanaq.link(town.lists, model=tmp_path / "none.json"), "no model")
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe")
    said(sanaq.BadInput, lambda: sanaq.Model.load(tmp_path / "bytes.json"))
    said(sanaq.NotFound, lambda: sanaq.Model.load(tmp_path / "missing.json"))
    sql = {"link_type": "dedupe_only", "sql_dialect": "duckdb", "comparisons": [{"output_column_name": "name", "comparison_levels": [
        {"sql_condition": "my_own_function(name_l, name_r)", "label_for_charts": "mine"}, {"sql_condition": "ELSE", "label_for_charts": "else"}]}],
        "blocking_rules_to_generate_predictions": ["l.name = r.name"]}
    (tmp_path / "sql.json").write_text(json.dumps(sql))
    said(sanaq.BadInput, lambda: sanaq.Model.load(tmp_path / "sql.json"), "my_own_function")


def test_labels_decisions_and_nicknames_are_tables():
    town = sanaq.simulate(persons=80, lists=2)
    plain = sanaq.link(town.lists)
    pairs = plain.pairs.to_dict()
    at = max(range(len(pairs["probability"])), key=lambda place: pairs["probability"][place])
    pair = {name: [pairs[name][at]] for name in ("list_l", "record_l", "list_r", "record_r")}

    def together(link):
        person = dict(zip(zip(link.clusters["list"], link.clusters["record"]), link.clusters["person"]))
        return person[pair["list_l"][0], pair["record_l"][0]] == person[pair["list_r"][0], pair["record_r"][0]]

    assert together(plain)
    assert not together(sanaq.link(town.lists, decisions={**pair, "label": [0]}))
    assert not together(sanaq.link(town.lists, labels=pandas.DataFrame({**pair, "label": [0.0]})))
    assert together(sanaq.link(town.lists, decisions={**pair, "label": ["1"]}))
    said(sanaq.BadInput, lambda: sanaq.link(town.lists, decisions={**pair, "label": [2]}), "row 2", "label")
    said(sanaq.BadInput, lambda: sanaq.link(town.lists, decisions={**pair, "record_l": ["no such"], "label": [1]}), "no such")
    said(sanaq.BadInput, lambda: sanaq.link(town.lists, decisions={"a": [1]}), "list_l")
    said(sanaq.BadInput, lambda: sanaq.link(town.lists, nicknames={"name": ["two words"], "nickname": ["x"]}), "row 2")
    assert sanaq.link(town.lists, nicknames={"name": ["Қуаныш"], "nickname": ["Қуан"]}).records == plain.records


def test_why_two_records_are_one_is_said():
    town = sanaq.simulate(persons=80, lists=2)
    linked = sanaq.link(town.lists)
    pairs = linked.pairs.to_dict()
    left, right = (pairs["list_l"][0], pairs["record_l"][0]), (pairs["list_r"][0], pairs["record_r"][0])
    found = linked.explain(left, right)
    assert math.isclose(sum(line.weight_bits for line in found.lines) + found.differing_bits, found.weight_bits, abs_tol=1e-9)
    assert math.isclose(found.weight_bits, pairs["weight_bits"][0], abs_tol=1e-6)
    said(sanaq.NotFound, lambda: linked.explain(left, ("hospital", "no such")), "no such")
    said(sanaq.Usage, lambda: linked.explain("hospital:1", right), "(list, id)")


def test_pairs_by_a_learnt_model_have_its_weights():
    town = sanaq.simulate(persons=150, lists=2)
    model = sanaq.learn(town.lists)
    scores = sanaq.compare_pairs({"name_l": ["Асан Бек", "Асан Бек"], "name_r": ["Асан Бек", "Бота Омар"], "sex_l": ["m", "m"], "sex_r": ["m", "f"]}, model=model)
    assert scores["weight_bits"][0] > scores["weight_bits"][1] and "name" in scores.columns
    assert [0 <= each <= 1 for each in scores["probability"]] == [True, True]
    said(sanaq.BadInput, lambda: sanaq.compare_pairs({"name": ["a"]}, model=model), "_l")


def test_registers_are_read_back(tmp_path):
    linked = sanaq.link(sanaq.simulate(persons=80, lists=2).lists)
    linked.save(tmp_path / "new folder")
    register = sanaq.read_register(tmp_path / "new folder")
    assert register.draws is None and register.clusters.to_dict() == linked.clusters.to_dict()
    assert register.pairs["weight_bits"] == linked.pairs["weight_bits"]
    said(sanaq.Conflict, lambda: linked.save(tmp_path / "new folder"), "clusters.csv")
    linked.save(tmp_path / "new folder", force=True)
    (tmp_path / "empty").mkdir()
    said(sanaq.NotFound, lambda: sanaq.read_register(tmp_path / "empty"), "clusters.csv")
    said(sanaq.NotFound, lambda: sanaq.read_register(tmp_path / "none"))
    (tmp_path / "empty/clusters.csv").write_text("list,record,person,probability\na,1,p,much\n")
    said(sanaq.BadInput, lambda: sanaq.read_register(tmp_path / "empty"), "row 2", "probability", "much")


def test_a_ledger_is_whole_until_somebody_alters_it(program, tmp_path, monkeypatch):
    monkeypatch.setenv("SANAQ_KEYS", str(tmp_path / "keys"))
    subprocess.run([str(program), "simulate", "town", "--persons", "60", "--lists", "2"], cwd=tmp_path, check=True, capture_output=True)
    subprocess.run([str(program), "run", "--yes", "town"], cwd=tmp_path, check=True, capture_output=True)
    found = sanaq.verify(tmp_path / "town")
    assert found.is_whole and found.entries > 0 and found.to_dict()["chains"] and "whole" in repr(found)
    chain = next((tmp_path / "town/ledger").rglob("*.jsonl"), None) or next(path for path in (tmp_path / "town/ledger").rglob("*") if path.is_file())
    raw = bytearray(chain.read_bytes())
    raw[len(raw) // 3] ^= 1
    chain.write_bytes(raw)
    broken = sanaq.verify(tmp_path / "town")
    assert not broken.is_whole and any(finding.weight == "damage" and finding.what for finding in broken.findings)
    said(sanaq.NotFound, lambda: sanaq.verify(tmp_path), "")
    said(sanaq.Usage, lambda: sanaq.verify(tmp_path / "town", against="no code"))


def test_messages_are_in_the_language_that_was_set():
    sanaq.set_language("ru")
    russian = sanaq.estimate(THREE, quick=True)
    assert any("а" in warning for warning in russian.warnings) and "Оценка" in str(russian)
    with pytest.raises(sanaq.Usage, match="threshold"):
        sanaq.link(LISTS, threshold=7)
    sanaq.set_language("kk")
    assert russian.warnings != sanaq.estimate(THREE, quick=True).to_dict()["lists"]
