"""Tables in: what data frames do to cells, and what is refused, with row and column."""

from __future__ import annotations

import datetime
import math

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest
import sanaq

NAMES = ["Asan Bek", "Bota Omar", "Daulet Serik", "Erlan Taz", "Gulnar Uali", "Kanat Temir"]


def refused(call, *words):
    with pytest.raises(sanaq.BadInput) as error:
        call()
    for word in words:
        assert word in str(error.value), str(error.value)
    return error.value


# Columns that become double in pandas.
def test_years_that_became_floats_are_read_as_years():
    years = [1985.0, math.nan, 1990.0, 1985.0, 1970.0, 1971.0]
    frame = pandas.DataFrame({"name": NAMES, "birth": years})
    text = pandas.DataFrame({"name": NAMES, "birth": ["1985", "", "1990", "1985", "1970", "1971"]})
    assert sanaq.link({"t": frame}).clusters.to_csv() == sanaq.link({"t": text}).clusters.to_csv()


def test_a_column_of_0_1_and_blank_counts_as_it_is_meant():
    expected = sanaq.estimate({"a": ["1", "1", "0", "NA"], "b": ["1", "0", "1", "1"], "c": ["1", "1", "1", "0"], "count": [5, 6, 7, 3]})
    for a in ([1.0, 1.0, 0.0, math.nan], [True, True, False, None], [1, 1, 0, None]):
        frame = pandas.DataFrame({"a": pandas.Series(a, dtype="Float64" if a[0] == 1.0 and a[0] is not True else "boolean"), "b": [1, 0, 1, 1],
                                  "c": [True, True, True, False], "count": [5.0, 6.0, 7.0, 3.0]})
        assert sanaq.estimate(frame).to_dict()["overlap"] == expected.to_dict()["overlap"]
    frame = polars.DataFrame({"a": [1.0, 1.0, 0.0, math.nan], "b": [1, 0, 1, 1], "c": [1, 1, 1, 0], "count": [5, 6, 7, 3]})
    assert sanaq.estimate(frame).to_dict()["overlap"] == expected.to_dict()["overlap"]


def test_ids_that_are_floats_are_refused_with_how_to_read_them():
    frame = pandas.DataFrame({"id": [1.0, 2.0, math.nan, 4.0, 5.0, 6.0], "name": NAMES})
    for how in ({"id": "id"}, {}):
        error = refused(lambda: sanaq.link({"morgue": frame}, **how), "morgue", "column id", "dtype=str")
        assert error.code == 65 and "dtype=str" in error.advice


def test_nan_of_polars_and_null_of_pandas_are_the_empty_cell():
    by_polars = polars.DataFrame({"name": NAMES, "age": [30.0, math.nan, 31.0, None, 40.0, 41.0]})
    by_pandas = pandas.DataFrame({"name": NAMES, "age": [30, None, 31, None, 40, 41]})
    by_text = {"name": NAMES, "age": ["30", "", "31", "", "40", "41"]}
    assert len({sanaq.link({"t": table}).clusters.to_csv() for table in (by_polars, by_pandas, by_text)}) == 1


def test_a_named_index_of_pandas_counts_as_a_column():
    """set_index("id") drops the id from the stream in some versions of pandas, and keeps it in others; either way nobody loses it unseen."""
    frame = pandas.DataFrame({"id": ["x1", "x2", "x3", "x4", "x5", "x6"], "name": NAMES}).set_index("id")
    headers = pyarrow.table(frame).column_names
    if "id" in headers:
        assert sanaq.link({"t": frame}, id="id").clusters["record"][0] == "x1"
    else:
        with pytest.raises(sanaq.Error):
            sanaq.link({"t": frame}, id="id")
    assert sanaq.link({"t": frame.reset_index()}, id="id").clusters["record"][0] == "x1"


def test_an_object_column_of_texts_and_numbers_is_named_with_its_row():
    frame = pandas.DataFrame({"name": NAMES, "birth": ["1985", 1990, "1985", "1970", None, "1971"]})
    error = refused(lambda: sanaq.link({"morgue": frame}), "morgue", "row 3", "column birth", "astype(str)")
    assert "1990" not in str(error)


def test_pandas_without_pyarrow_says_what_to_install():
    class WithoutPyarrow:
        def __arrow_c_stream__(self, requested_schema=None):
            raise ImportError("pyarrow>=14.0.0 is required")

    refused(lambda: sanaq.link({"t": WithoutPyarrow()}), "pip install pyarrow")


def test_names_that_readers_take_for_nothing_stay_names(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("name,birth\nNan Null,1985\nNA,1986\nnull,1987\n")
    with_care = pandas.read_csv(path, dtype=str, keep_default_na=False)
    assert list(with_care["name"]) == ["Nan Null", "NA", "null"]
    assert list(polars.read_csv(path, infer_schema=False, null_values=[""])["name"]) == ["Nan Null", "NA", "null"]
    assert pandas.read_csv(path, dtype=str)["name"].isna().sum() == 2  # what the guide warns of


# Whatever holds rows.
def test_a_dict_of_lists_is_a_table():
    made = {"name": NAMES, "birth": [1985, 1985.0, None, datetime.date(1985, 2, 3), math.nan, "1971"], "here": [True, False, None, True, False, True]}
    text = {"name": NAMES, "birth": ["1985", "1985", "", "1985-02-03", "", "1971"], "here": ["true", "false", "", "true", "false", "true"]}
    assert sanaq.link({"t": made}).clusters.to_csv() == sanaq.link({"t": text}).clusters.to_csv()
    numbers = {"name": NAMES, "birth": numpy.array([1985, 1986, 1987, 1988, 1989, 1990])}
    assert sanaq.link({"t": numbers}).records == 6
    refused(lambda: sanaq.link({"t": {"name": ["a", object()]}}), "row 3", "column name", "object")
    refused(lambda: sanaq.link({"t": {"name": ["a", "b"], "birth": ["1"]}}), "column birth", "1 rows")


def test_a_result_of_duckdb_is_a_table():
    connection = duckdb.connect()
    relation = connection.sql("SELECT * FROM (VALUES ('Asan Bek', 1985), ('Asan Bek', 1985), ('Bota Omar', 1990)) AS t(name, birth)")
    assert sanaq.link({"t": relation}).records == 3


def test_several_tables_need_names():
    frame = polars.DataFrame({"name": NAMES})
    with pytest.raises(sanaq.Usage, match="names"):
        sanaq.link([frame, frame])
    for nothing in ({}, [], ()):
        with pytest.raises(sanaq.Usage):
            sanaq.link(nothing)
    with pytest.raises(sanaq.Usage, match="a table is"):
        sanaq.link({"t": 7})
    with pytest.raises(sanaq.Usage, match="text"):
        sanaq.link({7: frame})


# What cannot be read.
def test_columns_of_other_types_are_named_with_their_type():
    for values, kind in ((pyarrow.array([["a"], ["b"]]), "list"), (pyarrow.array([{"x": 1}, {"x": 2}]), "struct"), (pyarrow.array([b"a", b"b"]), "binary")):
        table = pyarrow.table({"name": ["a", "b"], "odd": values})
        error = refused(lambda: sanaq.link({"t": table}), "odd")
        assert kind in str(error) or "+" in str(error) or "z" in str(error), str(error)


def test_tables_without_rows_or_columns_and_with_two_columns_of_one_name_are_refused():
    refused(lambda: sanaq.link({"t": polars.DataFrame({"name": []}, schema={"name": polars.String})}), "no rows")
    refused(lambda: sanaq.link({"t": pyarrow.table({})}), "no columns")
    refused(lambda: sanaq.link({"t": pyarrow.table([pyarrow.array(["a"]), pyarrow.array(["b"])], names=["name", "name"])}), "name")


def test_a_stream_that_was_handed_over_before_is_refused():
    class Once:
        def __init__(self):
            self.capsule = pyarrow.table({"name": NAMES}).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema=None):
            return self.capsule

    once = Once()
    assert sanaq.link({"t": once}).records == 6
    refused(lambda: sanaq.link({"t": once}), "before")


def test_a_stream_that_fails_in_its_third_chunk_says_so():
    schema = pyarrow.schema([("name", pyarrow.string())])

    def batches():
        for _ in range(2):
            yield pyarrow.record_batch({"name": NAMES}, schema=schema)
        raise ValueError("the disk is gone")

    reader = pyarrow.RecordBatchReader.from_batches(schema, batches())
    refused(lambda: sanaq.link({"t": reader}), "t:", "the disk is gone")


def test_a_text_that_is_no_utf8_is_named():
    bad = pyarrow.Array.from_buffers(pyarrow.string(), 2, [None, pyarrow.py_buffer(numpy.array([0, 1, 2], dtype=numpy.int32)), pyarrow.py_buffer(b"a\xff")])
    table = pyarrow.table({"name": bad})
    refused(lambda: sanaq.link({"t": table}), "row 3", "column name")
    refused(lambda: sanaq.estimate(pyarrow.table({"a": bad, "b": bad, "count": [1, 2]})), "row 3", "column a")


def test_more_rows_than_a_record_has_numbers_are_refused():
    """2^32 rows of nulls take no memory."""
    many = pyarrow.nulls(2**30)
    chunked = pyarrow.chunked_array([many] * 4)
    refused(lambda: sanaq.link({"t": pyarrow.table({"name": chunked})}), "2^31")


def test_ids_that_are_missing_or_stand_twice_are_told():
    doubled = {"id": ["1", "1", "2", "", "5", "6"], "name": NAMES}
    linked = sanaq.link({"t": doubled}, id="id")
    assert linked.records == 6 and linked.warnings
    nulls = polars.DataFrame({"id": ["1", None, "2", "3", "5", "6"], "name": NAMES})
    assert sanaq.link({"t": nulls}, id="id").records == 6
    with pytest.raises(sanaq.Error):
        sanaq.link({"t": {"name": NAMES}}, id="no such header")


def test_a_list_that_was_read_is_linked_as_its_file(tmp_path):
    path = tmp_path / "morgue.csv"
    path.write_text("title of the list\nnr,name,birth\n" + "".join(f"{at},{name},19{at + 50}\n" for at, name in enumerate(NAMES)))
    read = sanaq.read_list(path)
    assert len(read) == 6 and read.mapping["name"] == "name"
    assert sanaq.link(read).clusters.to_csv() == sanaq.link(path).clusters.to_csv()
    assert pandas.DataFrame(polars.DataFrame(read).to_dict(as_series=False)).shape[0] == 6


def test_reports_name_the_cell_and_what_to_do(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("name,birth\nAsan Bek,1985-99-99\nBota Omar,1990\n")
    report = sanaq.read_list(path).report
    assert report["row"] == [2] and report["column"] == ["birth"] and report["kind"] == ["bad cell"] and report["advice"][0]
    assert "1985-99-99" not in repr(report)
    for wrong, kind in ((tmp_path / "none.csv", sanaq.NotFound), (tmp_path, sanaq.Error)):
        with pytest.raises(kind):
            sanaq.read_list(wrong)
    with pytest.raises(sanaq.Error):
        sanaq.read_list(path, columns={"nmae": "name"})
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(sanaq.BadInput):
        sanaq.read_list(tmp_path / "empty.csv")


# Tables out.
def test_tables_go_to_each_library():
    town = sanaq.simulate(persons=60, lists=3)
    clusters = sanaq.link(town.lists, draws=2).clusters
    expected = clusters.to_dict()
    assert clusters.to_pandas().to_dict("list") == expected
    assert clusters.to_polars().to_dict(as_series=False) == expected
    assert clusters.to_pyarrow().to_pydict() == expected
    assert pyarrow.table(clusters).num_rows == len(clusters)
    handed_over = clusters.to_pyarrow()
    assert duckdb.sql("SELECT count(*) FROM handed_over").fetchall() == [(handed_over.num_rows,)]
    no_draws = sanaq.link(town.lists).draws
    assert len(no_draws) == 0 and str(no_draws.to_pandas()["draw"].dtype) == "int64"
    with pytest.raises(sanaq.Usage, match="there are"):
        clusters["peson"]
