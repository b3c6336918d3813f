"""Types that a column may have, one by one: the right cell, or a sentence that names the column, its type and what to do."""

from __future__ import annotations

import datetime
import decimal
import uuid

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest
import sanaq

NAMES = ["Asan Bek", "Bota Omar", "Daulet Serik"]
DAY = datetime.datetime(2011, 12, 16, 9, 5)


def cells(table):
    """The cells of the column `odd` as they are read: an id is the text of its cell, and that of an empty cell the number of the row."""
    return sanaq.link({"t": table}, id="odd").clusters["record"]


def arrow(column):
    return pyarrow.table({"name": NAMES[: len(column)], "odd": column})


def frame(cells, dtype=None):
    return pandas.DataFrame({"name": NAMES[: len(cells)], "odd": pandas.Series(cells, dtype=dtype)})


def lines(column):
    return polars.DataFrame({"name": NAMES[: len(column)], "odd": column})


def sql(expression):
    return duckdb.connect().sql(f"SELECT n AS name, {expression} AS odd FROM (VALUES ('Asan Bek'), ('Bota Omar')) AS t(n)")


READ = {
    "decimal128": (lambda: arrow(pyarrow.array([decimal.Decimal("12.50"), None, decimal.Decimal("1985.00")], pyarrow.decimal128(10, 2))), ["12.5", "3", "1985"]),
    "decimal256": (lambda: arrow(pyarrow.array([decimal.Decimal(10) ** 60], pyarrow.decimal256(76, 0))), ["1" + "0" * 60]),
    "time32 and time64": (lambda: arrow(pyarrow.array([datetime.time(14, 5), None], pyarrow.time32("s"))), ["14:05:00", "3"]),
    "time64": (lambda: arrow(pyarrow.array([datetime.time(0, 0, 1)], pyarrow.time64("ns"))), ["00:00:01"]),
    "dictionary of numbers": (lambda: arrow(pyarrow.array([7, None, 8]).dictionary_encode()), ["7", "3", "8"]),
    "dictionary with a null among its values": (lambda: arrow(pyarrow.DictionaryArray.from_arrays(pyarrow.array([0, 1, None]), pyarrow.array(["a", None]))), ["a", "3", "4"]),
    "null": (lambda: arrow(pyarrow.nulls(2)), ["2", "3"]),
    "json": (lambda: arrow(pyarrow.array(["{}", "[]"], pyarrow.json_())), ["{}", "[]"]),
    "empty chunks": (lambda: arrow(pyarrow.chunked_array([pyarrow.array([], "string"), pyarrow.array(["x"]), pyarrow.array([], "string"), pyarrow.array(["y"])])), ["x", "y"]),
    "a timestamp in far years": (lambda: arrow(pyarrow.array([2**62, 0], pyarrow.timestamp("s"))), [str(2**62), "1970-01-01"]),
    "a categorical of pandas with nulls": (lambda: frame(["b", None, "a"], "category"), ["b", "3", "a"]),
    "a categorical of numbers": (lambda: frame([1985, None, 1990], pandas.CategoricalDtype([1990, 1985])), ["1985", "3", "1990"]),
    "Int64 with NA": (lambda: frame([1, pandas.NA, 3], "Int64"), ["1", "3", "3"]),
    "boolean with NA": (lambda: frame([True, pandas.NA, False], "boolean"), ["true", "3", "false"]),
    "a day with a zone": (lambda: frame([DAY], "datetime64[ns, Asia/Almaty]"), ["2011-12-16 09:05:00"]),
    "objects that are decimals": (lambda: frame([decimal.Decimal("1.50"), None], object), ["1.5", "3"]),
    "a categorical of polars": (lambda: lines(polars.Series(["b", None, "a"], dtype=polars.Categorical)), ["b", "3", "a"]),
    "an enum of polars": (lambda: lines(polars.Series(["b", None, "a"], dtype=polars.Enum(["a", "b"]))), ["b", "3", "a"]),
    "a decimal of polars": (lambda: lines(polars.Series(["1.50", None]).cast(polars.Decimal(10, 2))), ["1.5", "3"]),
    "a time of polars": (lambda: lines(polars.Series([datetime.time(14, 5)])), ["14:05:00"]),
    "Int128 of polars, or what it is handed over as": (lambda: lines(polars.Series([7, 8]).cast(polars.UInt64)), ["7", "8"]),
    "a sum of DuckDB": (lambda: duckdb.connect().sql("SELECT n AS name, sum(c) AS odd FROM (VALUES ('a b', 5), ('a b', 7)) AS t(n, c) GROUP BY n"), ["12"]),
    "an enum of DuckDB": (lambda: sql("n::ENUM('Asan Bek', 'Bota Omar')"), ["Asan Bek", "Bota Omar"]),
    "a timestamp of DuckDB": (lambda: sql("TIMESTAMP '2011-12-16 09:05:00'"), None),
}


@pytest.mark.parametrize("case", READ)
def test_a_type_is_read_as_what_it_says(case):
    table, expected = READ[case]
    found = cells(table())
    assert found == (expected or ["2011-12-16 09:05:00"] * 2)


REFUSED = {
    "list": (lambda: arrow(pyarrow.array([["a"], ["b"]])), "list"),
    "large_list": (lambda: arrow(pyarrow.array([["a"], ["b"]], pyarrow.large_list(pyarrow.string()))), "large_list"),
    "fixed_size_list": (lambda: arrow(pyarrow.array([["a"], ["b"]], pyarrow.list_(pyarrow.string(), 1))), "fixed_size_list"),
    "struct": (lambda: arrow(pyarrow.array([{"x": 1}])), "struct"),
    "map": (lambda: arrow(pyarrow.array([[("a", 1)]], pyarrow.map_(pyarrow.string(), pyarrow.int8()))), "map"),
    "union": (lambda: arrow(pyarrow.UnionArray.from_sparse(pyarrow.array([0, 1], "int8"), [pyarrow.array(["a", "b"]), pyarrow.array([1, 2])])), "union"),
    "run-end-encoded": (lambda: arrow(pyarrow.RunEndEncodedArray.from_arrays([1, 2], ["a", "b"])), "run_end_encoded"),
    "binary": (lambda: arrow(pyarrow.array([b"a", b"b"])), "binary"),
    "fixed_size_binary": (lambda: arrow(pyarrow.array([b"a", b"b"], pyarrow.binary(1))), "fixed_size_binary"),
    "binary_view": (lambda: arrow(pyarrow.array([b"a", b"b"], pyarrow.binary_view())), "binary_view"),
    "duration": (lambda: arrow(pyarrow.array([datetime.timedelta(1)])), "duration"),
    "float16": (lambda: arrow(pyarrow.array(numpy.array([1.5], numpy.float16))), "float16"),
    "a dictionary of days that are durations": (lambda: arrow(pyarrow.array([datetime.timedelta(1)]).dictionary_encode()), "dictionary of duration"),
    "uuid": (lambda: arrow(pyarrow.array([uuid.UUID(int=7).bytes], pyarrow.uuid())), "arrow.uuid"),
    "a period of pandas": (lambda: frame(pandas.period_range("2011-12", periods=2, freq="M")), "pandas.period"),
    "an interval of pandas": (lambda: frame(pandas.interval_range(0, 2)), "pandas.interval"),
    "a list of polars": (lambda: lines(polars.Series([["a"], ["b"]])), "list"),
    "a duration of polars": (lambda: lines(polars.Series([datetime.timedelta(1)])), "duration"),
    "an object of polars": (lambda: lines(polars.Series([object()], dtype=polars.Object)), ""),
    "a list of DuckDB": (lambda: sql("[n]"), "list"),
    "an interval of DuckDB": (lambda: sql("INTERVAL 1 DAY"), ""),
    "complex numbers of pandas": (lambda: frame([1j]), "complex128"),
    "sparse numbers of pandas": (lambda: pandas.DataFrame({"name": NAMES[:2], "odd": pandas.arrays.SparseArray([1, 0])}), "Sparse"),
    "numbers beyond 64 bits": (lambda: frame([2**70], object), "object"),
    "half a letter": (lambda: frame(["\ud800"], object), "encoding"),
    "days and texts": (lambda: frame([DAY.date(), "unknown"], object), "date and str"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_type_that_is_no_cell_is_named_with_its_column_and_what_to_do(case):
    table, kind = REFUSED[case]
    with pytest.raises(sanaq.BadInput) as refused:
        cells(table())
    said = str(refused.value)
    assert "odd" in said and kind in said, said
    assert "make" in said or "read" in said, said


@pytest.mark.parametrize("table", [
    lambda: pandas.DataFrame([["a", "b"]], columns=["имя", "имя"]),
    lambda: pyarrow.table([pyarrow.array(["a"]), pyarrow.array(["b"])], names=["имя", "имя"]),
])
def test_two_columns_of_one_name_are_named(table):
    with pytest.raises(sanaq.BadInput, match="имя.*rename"):
        sanaq.link({"t": table()})


def test_columns_may_have_any_letters_in_their_names():
    for header in ("Аты-жөні", "姓名", "نام", "имя\n(полностью)", "name, full", '"quoted"', "\U0001f56f"):
        table = {header: NAMES, "n": ["1", "2", "3"]}
        for given in (pandas.DataFrame(table), polars.DataFrame(table), table):
            assert sanaq.link({"t": given}, columns={"name": header}, id="n").clusters["record"] == ["1", "2", "3"], header
    numbered = pandas.DataFrame({0: NAMES, 1: ["1", "2", "3"]})
    assert sanaq.link({"t": numbered}, columns={"name": "0"}, id="1").records == 3


def test_a_column_that_nobody_asked_for_is_refused_with_the_others():
    """What is handed over is read whole; a sentence says what to leave out."""
    table = pyarrow.table({"name": NAMES, "photo": [b"1", b"2", b"3"]})
    with pytest.raises(sanaq.BadInput, match="photo.*binary"):
        sanaq.link({"t": table})
    assert sanaq.link({"t": table.drop_columns(["photo"])}).records == 3
