#!/usr/bin/env python3
"""splink_levels.py facts FILE [spark] [postgres] | models FILE FACTS | beside SANAQ | timed SANAQ ROWS: every standard comparison and level of the Splink that is installed.

`facts` writes what tests/splink/library_test.cpp holds us to: each condition as Splink writes it for DuckDB, Spark, PostgreSQL and SQLite (Splink 4: for
Athena too), and what the database answers for all ordered pairs of invented rows (T, F, N for null; "-" where it stops with an error, e.g. since it has no
such function). `beside` lets Splink predict with each standard comparison on DuckDB, lets sanaq link with the settings that Splink saved, and counts pairs
whose level differs. With `spark` the answers of Spark are asked for too (pyspark and Java needed), with `postgres` those of PostgreSQL (psql and a server
that its environment names). Athena is not asked: what DuckDB answers to Athena's SQL stands for it. `models` writes whole models, tests/splink/library_models.jsonl, one a line. `timed` gives both the levels that look at more than whole cells (e-mail,
postcode with places, dates in a format, lists) of invented rows, one thread each, and compares every level and weight.
"""
import csv
import datetime
import importlib.metadata
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import ColumnExpression as Made
from splink import SettingsCreator

VERSION = importlib.metadata.version("splink")[0]

# name -> type; as the cells stand in a CSV file, "" for null.
COLUMNS = {"a": "VARCHAR", "b": "VARCHAR", "day": "VARCHAR", "compact": "VARCHAR", "slashed": "VARCHAR", "stamp": "VARCHAR", "born": "DATE",
           "seen": "TIMESTAMP", "post": "VARCHAR", "mail": "VARCHAR", "n": "DOUBLE", "lat": "DOUBLE", "long": "DOUBLE", "words": "VARCHAR[]",
           "vec": "DOUBLE[3]", "sound": "VARCHAR[]"}
ROWS = [
    ["martha", "borg", "1985-02-27", "19850227", "27/02/1985", "1985-02-27T10:20:30Z", "1985-02-27", "1985-02-27 10:20:30", "SW1A 1AA", "m.borg@x.org", "100",
     "51.5", "-0.12", "[ann, bob, cid]", "[1, 2, 3]", "[MR0]"],
    ["marhta", "borg", "1985-2-27", "1985227", "27/2/1985", "1985-02-27T11:50:30Z", "1985-03-01", "1985-02-27 11:50:30", "SW1A 2AA", "m.borg@y.org", "96",
     "51.6", "-0.12", "[ann]", "[1, 2, 4]", "[MR0, MRT]"],
    ["Martha", "brog", "1985-03-27", "19850327", "27/03/1985", "1985-02-27T11:50:31Z", "1985-03-29", "1985-02-27 12:00:00", "SW1A1AA", "m.brog@x.org", "97",
     "51.5", "-0.125", "['ann', 'bobby']", "[-1, -2, -3]", "[MRT]"],
    ["borg", "martha", "1985-02-30", "19850230", "30/02/1985", "1985-02-27", "1986-02-27", "1985-03-27 10:20:30", "SW1", "borg", "-5",
     "-33.9", "151.2", "[bob, ann, bob]", "[0, 0, 0]", "[]"],
    ["", "martha", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["NA", "NA", "27/02/1985", "850227", "1985-02-27", "1985-02-27T24:00:00Z", "1995-02-26", "1995-02-27 00:00:00", "sw1a 1aa", "@x.org", "0", "90", "0", "[]",
     "[3, 2, 1]", ""],
    ["mar-12", "Өтеген", "1985", "198502271", "27/02/85", "1985-2-27T1:2:3Z", "1985-02-27", "1985-02-27 10:20:30.5", "EC1A 1BB", "a@b@c", "5.5", "51.5", "",
     "[xyz]", "[2, 4, 6]", "[XS]"],
    ["mar-21", "Отеген", "0985-02-27", "19851327", "2/7/1985", "1985-13-27T10:20:30Z", "0985-02-27", "2000-01-01 00:00:00", "E1 6AN", "A@b.c", "5", "0",
     "179.99", "['a, b', cid]", "[1, 0, 0]", "[XS, XS]"],
    ["ma", "male", "2000-01-01", "20000101", "01/01/2000", "2000-01-01T00:00:00Z", "2000-01-01", "2000-01-01 00:00:00", "EC1A", "ma@x.org", "5.5", "0", "-179.99",
     "[cyd, bobb]", "[0, 1, 0]", "[MR0]"],
    ["male", "male", "2000-01-11", "20000111", "11/01/2000", "2000-01-31T00:00:00Z", "2000-01-11", "2000-01-31 10:30:00", "EC1A 1BB", "male@x.org", "6", "-90",
     "10", "[ann, bob, cid]", "[1, 2, 3]", "[MR0, XS]"],
]


# A day without signs, a day with slashes, a moment, as each database writes formats.
FORMS = {"duckdb": ("%Y%m%d", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%SZ"), "spark": ("yyyyMMdd", "dd/MM/yyyy", "yyyy-MM-dd\\'T\\'HH:mm:ssX"),
         "postgres": ("YYYYMMDD", "DD/MM/YYYY", 'YYYY-MM-DD"T"HH24:MI:SS"Z"')}


PAIRS = [(left, right) for right in range(len(ROWS)) for left in range(right)]


def levels():
    def literal(value, kind, column="a", **other):
        return cll.LiteralMatchLevel(column, literal_value=value, literal_datatype=kind, **other)

    def elapsed(level, column, is_text, threshold, metric, form=None):
        return level(column, input_is_string=is_text, threshold=threshold, metric=metric, datetime_format=form)

    day_form, slash_form, minute_form = FORMS.get(DIALECT, FORMS["duckdb"])
    date, time = cll.AbsoluteDateDifferenceLevel, cll.AbsoluteTimeDifferenceLevel
    made = {
        "lower": Made("a").lower(), "substr": Made("a").substr(1, 3), "cast_to_string": Made("a").cast_to_string(),
        "regex_extract": Made("a").regex_extract("^[A-Za-z]{1,4}"), "regex_extract of a group": Made("a").regex_extract("([a-z]+)-([0-9]+)", 1),
        "nullif": Made("a").nullif("NA"), "try_parse_date": Made("day").try_parse_date(), "try_parse_date in a format": Made("compact").try_parse_date(day_form),
        "try_parse_timestamp": Made("stamp").try_parse_timestamp(), "try_parse_timestamp in a format": Made("stamp").try_parse_timestamp(minute_form),
        "first of an array": Made("words").access_extreme_array_element("first"), "last of an array": Made("words").access_extreme_array_element("last"),
        "SQL joined": Made("a || b"), "SQL function": Made("UPPER(a)"), "several": Made("a").lower().nullif("na").substr(2, 3),
    }
    both = cll.ExactMatchLevel("b")
    yield "NullLevel", cll.NullLevel("a")
    yield "NullLevel, valid_string_pattern", cll.NullLevel("post", valid_string_pattern="^[A-Z]{1,2}[0-9]+")
    yield "NullLevel of an array", cll.NullLevel("words")
    yield "ElseLevel", cll.ElseLevel()
    yield "CustomLevel", cll.CustomLevel("substr(a_l, 1, 1) = substr(a_r, 1, 1)")
    yield "CustomLevel, base_dialect_str", cll.CustomLevel("substr(a_l, 1, 1) = substr(a_r, 1, 1)", base_dialect_str="duckdb")
    yield "ExactMatchLevel", cll.ExactMatchLevel("a")
    yield "ExactMatchLevel, term frequencies", cll.ExactMatchLevel("a", term_frequency_adjustments=True)
    for name, expression in made.items():
        yield f"ExactMatchLevel of {name}", cll.ExactMatchLevel(expression)
    yield "NullLevel of try_parse_date in a format", cll.NullLevel(Made("slashed").try_parse_date(slash_form))
    yield "LiteralMatchLevel, string", literal("male", "string")
    yield "LiteralMatchLevel, int, left", literal("5", "int", "n", side_of_comparison="left")
    yield "LiteralMatchLevel, float, right", literal("5.5", "float", "n", side_of_comparison="right")
    yield "LiteralMatchLevel, date", literal("1985-02-27", "date", "born")
    yield "ColumnsReversedLevel", cll.ColumnsReversedLevel("a", "b")
    yield "ColumnsReversedLevel, symmetrical", cll.ColumnsReversedLevel("a", "b", symmetrical=True)
    yield "LevenshteinLevel", cll.LevenshteinLevel("a", 2)
    yield "DamerauLevenshteinLevel", cll.DamerauLevenshteinLevel("a", 1)
    yield "JaroWinklerLevel", cll.JaroWinklerLevel("a", 0.88)
    yield "JaroWinklerLevel of lower", cll.JaroWinklerLevel(Made("a").lower(), 0.88)
    yield "JaroLevel", cll.JaroLevel("b", 0.85)
    yield "JaccardLevel", cll.JaccardLevel("a", 0.7)
    yield "DistanceFunctionLevel, levenshtein", cll.DistanceFunctionLevel("a", "levenshtein", 2, higher_is_more_similar=False)
    yield "DistanceFunctionLevel, jaccard", cll.DistanceFunctionLevel("a", "jaccard", 0.6)
    yield "DistanceFunctionLevel, hamming", cll.DistanceFunctionLevel(Made("a").cast_to_string().substr(1, 2), "hamming", 1, higher_is_more_similar=False)
    for function, bound in (("levenshtein", 1), ("damerau_levenshtein", 1), ("jaro_winkler", 0.9), ("jaro", 0.8)):
        yield f"PairwiseStringDistanceFunctionLevel, {function}", cll.PairwiseStringDistanceFunctionLevel("words", function, bound)
    yield "AbsoluteTimeDifferenceLevel of text", elapsed(time, "stamp", True, 90, "minute")
    yield "AbsoluteTimeDifferenceLevel in a format", elapsed(time, "stamp", True, 90, "minute", minute_form)
    yield "AbsoluteTimeDifferenceLevel of times", elapsed(time, "seen", False, 90, "minute")
    yield "AbsoluteDateDifferenceLevel of text", elapsed(date, "day", True, 1, "month")
    yield "AbsoluteDateDifferenceLevel in a format", elapsed(date, "compact", True, 10, "day", day_form)
    yield "AbsoluteDateDifferenceLevel in another", elapsed(date, "slashed", True, 28, "day", slash_form)
    yield "AbsoluteDateDifferenceLevel of dates", elapsed(date, "born", False, 1, "year")
    yield "DistanceInKMLevel", cll.DistanceInKMLevel("lat", "long", 12)
    yield "DistanceInKMLevel, not_null", cll.DistanceInKMLevel("lat", "long", 0.5, not_null=True)
    yield "DistanceInKMLevel of an array", cll.DistanceInKMLevel("vec[1]", "vec[2]", 200)
    yield "CosineSimilarityLevel", cll.CosineSimilarityLevel("vec", 0.9)
    yield "ArrayIntersectLevel", cll.ArrayIntersectLevel("words", 2)
    yield "ArraySubsetLevel", cll.ArraySubsetLevel("words")
    yield "ArraySubsetLevel, empty_is_subset", cll.ArraySubsetLevel("words", empty_is_subset=True)
    yield "PercentageDifferenceLevel", cll.PercentageDifferenceLevel("n", 0.04)
    yield "AbsoluteDifferenceLevel", cll.AbsoluteDifferenceLevel("n", 4)
    yield "And", cll.And(cll.LevenshteinLevel("a", 2), both)
    yield "Or", cll.Or(cll.NullLevel("lat"), cll.NullLevel("long"))
    yield "Not", cll.Not(both)
    yield "And, Or, Not", cll.And(cll.Or(both, cll.ExactMatchLevel("a")), cll.Not(cll.NullLevel("lat")))


def comparisons():
    day_form = FORMS.get(DIALECT, FORMS["duckdb"])[0]
    yield "ExactMatch", cl.ExactMatch("a")
    yield "LevenshteinAtThresholds", cl.LevenshteinAtThresholds("a")
    yield "DamerauLevenshteinAtThresholds", cl.DamerauLevenshteinAtThresholds("a")
    yield "JaccardAtThresholds", cl.JaccardAtThresholds("a")
    yield "JaroAtThresholds", cl.JaroAtThresholds("a")
    yield "JaroWinklerAtThresholds", cl.JaroWinklerAtThresholds("a")
    yield "DistanceFunctionAtThresholds", cl.DistanceFunctionAtThresholds("a", "levenshtein", [1, 2], False)
    yield "PairwiseStringDistanceFunctionAtThresholds", cl.PairwiseStringDistanceFunctionAtThresholds("words", "jaro_winkler", [0.9, 0.7])
    yield "AbsoluteTimeDifferenceAtThresholds", cl.AbsoluteTimeDifferenceAtThresholds("stamp", input_is_string=True, metrics=["minute", "day"], thresholds=[90, 31])
    yield "AbsoluteDateDifferenceAtThresholds", cl.AbsoluteDateDifferenceAtThresholds(
        "compact", input_is_string=True, metrics=["day", "month"], thresholds=[10, 1], datetime_format=day_form)
    yield "ArrayIntersectAtSizes", cl.ArrayIntersectAtSizes("words", [2, 1])
    yield "DistanceInKMAtThresholds", cl.DistanceInKMAtThresholds("lat", "long", [1, 12])
    yield "CosineSimilarityAtThresholds", cl.CosineSimilarityAtThresholds("vec")
    yield "DateOfBirthComparison of text", cl.DateOfBirthComparison("day", input_is_string=True)
    yield "DateOfBirthComparison in a format", cl.DateOfBirthComparison("compact", input_is_string=True, datetime_format=day_form)
    yield "DateOfBirthComparison of dates", cl.DateOfBirthComparison("born", input_is_string=False)
    yield "PostcodeComparison", cl.PostcodeComparison("post")
    yield "PostcodeComparison, invalid_postcodes_as_null", cl.PostcodeComparison("post", invalid_postcodes_as_null=True)
    yield "PostcodeComparison with places", cl.PostcodeComparison("post", lat_col="lat", long_col="long")
    yield "EmailComparison", cl.EmailComparison("mail")
    yield "NameComparison", cl.NameComparison("a")
    yield "NameComparison, dmeta_col_name", cl.NameComparison("a", dmeta_col_name="sound")
    yield "ForenameSurnameComparison", cl.ForenameSurnameComparison("a", "b")
    yield "CustomComparison", cl.CustomComparison(
        output_column_name="own", comparison_levels=[cll.NullLevel("n"), cll.AbsoluteDifferenceLevel("n", 4), cll.PercentageDifferenceLevel("n", 0.04), cll.ElseLevel()])


def conditions():
    """(kind, name, condition) of every level, alone and in its comparison; one that stands in several is wanted once."""
    for kind, source in (("level", levels()), ("comparison", comparisons())):
        for name, creator in source:
            try:
                if kind == "level":
                    found = [creator.get_comparison_level(DIALECT).as_dict()]
                else:
                    found = creator.get_comparison(DIALECT).as_dict()["comparison_levels"]
            except (NotImplementedError, ValueError, AttributeError):
                continue  # this Splink has none for this database
            for level in found:
                yield kind, name, re.sub(r"\s+", " ", level["sql_condition"]).strip()


def items(text):
    """The values of "[a, 'b, c']"."""
    return [one.strip().strip("'") for one in re.findall(r"'[^']*'|[^,\[\]]+", text) if one.strip()]


def typed(text, kind):
    if text == "":
        return None
    if kind == "DOUBLE":
        return float(text)
    if kind.startswith("VARCHAR["):
        return items(text)
    if kind.startswith("DOUBLE["):
        return [float(one) for one in items(text)]
    if kind == "DATE":
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromisoformat(text) if kind == "TIMESTAMP" else text


def duck(path=":memory:"):
    database = duckdb.connect(path)
    database.execute("SET lambda_syntax = 'ENABLE_SINGLE_ARROW'")
    database.execute(f"CREATE TABLE people (unique_id INTEGER, {', '.join(f'{name} {kind}' for name, kind in COLUMNS.items())})")
    for at, row in enumerate(ROWS):
        database.execute(f"INSERT INTO people VALUES ({', '.join('?' * (len(row) + 1))})", [at, *map(typed, row, COLUMNS.values())])
    return database


def duck_answers(sql, database):
    names = ", ".join(f'x."{name}" AS "{name}_l", y."{name}" AS "{name}_r"' for name in COLUMNS)
    letters = ""
    for left in range(len(ROWS)):
        for right in range(len(ROWS)):
            try:
                answer = database.execute(f"SELECT ({sql}) FROM (SELECT {names} FROM people x, people y WHERE x.unique_id = {left} AND y.unique_id = {right})").fetchone()[0]
                letters += {True: "T", False: "F", None: "N"}[answer]
            except duckdb.Error:
                letters += "-"
    return letters


def spark():
    import pyspark
    from pyspark.sql import SparkSession, types
    jars = sorted((pathlib.Path(cll.__file__).parent / "internals/files/spark_jars").glob(f"*spark{pyspark.__version__[0]}*"))
    session = (SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC")
               .config("spark.jars", str(jars[-1])).config("spark.log.structuredLogging.enabled", "false").getOrCreate())
    session.sparkContext.setLogLevel("OFF")
    for name, function in (("jaro_sim", "JaroSimilarity"), ("jaro_winkler", "JaroWinklerSimilarity"), ("jaccard", "JaccardSimilarity"),
                           ("damerau_levenshtein", "LevDamerauDistance")):
        session.udf.registerJavaFunction(name, "uk.gov.moj.dash.linkage." + function, types.DoubleType())
    kinds = {"VARCHAR": "string", "DOUBLE": "double", "DATE": "date", "TIMESTAMP": "timestamp", "VARCHAR[]": "array<string>", "DOUBLE[3]": "array<double>"}
    rows = [[at, *map(typed, row, COLUMNS.values())] for at, row in enumerate(ROWS)]
    session.createDataFrame(rows, "unique_id int, " + ", ".join(f"`{name}` {kinds[kind]}" for name, kind in COLUMNS.items())).createOrReplaceTempView("people")
    names = ", ".join(f"x.`{name}` AS `{name}_l`, y.`{name}` AS `{name}_r`" for name in COLUMNS)
    session.sql(f"SELECT x.unique_id AS left_id, y.unique_id AS right_id, {names} FROM people x, people y ORDER BY 1, 2").cache().createOrReplaceTempView("pairs")
    return session


def spark_answers(sql, session):
    def ask(where):
        return "".join({True: "T", False: "F", None: "N"}[row[0]] for row in session.sql(f"SELECT ({sql}) FROM pairs {where} ORDER BY left_id, right_id").collect())

    try:
        return ask("")
    except Exception:  # one pair stops the whole question
        letters = ""
        for left in range(len(ROWS)):
            for right in range(len(ROWS)):
                try:
                    letters += ask(f"WHERE left_id = {left} AND right_id = {right}")
                except Exception:
                    letters += "-"
                    if letters == "-" * 12:
                        return "-" * len(ROWS) ** 2
        return letters


def sqlite():
    from splink.internals.sqlite.database_api import SQLiteAPI
    api = SQLiteAPI()
    columns = ", ".join(f"{name} {'REAL' if kind == 'DOUBLE' else 'TEXT'}" for name, kind in COLUMNS.items())
    api.con.execute(f"CREATE TABLE people (unique_id INTEGER, {columns})")
    for at, row in enumerate(ROWS):
        api.con.execute(f"INSERT INTO people VALUES ({', '.join('?' * (len(row) + 1))})", [at, *(cell or None for cell in row)])
    api.con.row_factory = None
    # Splink gives SQLite the distance under the name of the likeness, no jaro_sim at all, and reads null as the word None; asked is what its levels mean.
    from rapidfuzz.distance import DamerauLevenshtein, Jaro, JaroWinkler, Levenshtein
    for name, function in (("levenshtein", Levenshtein.distance), ("damerau_levenshtein", DamerauLevenshtein.distance), ("jaro_sim", Jaro.similarity),
                           ("jaro_winkler", JaroWinkler.similarity)):
        api.con.create_function(name, 2, lambda a, b, function=function: None if a is None or b is None else function(a, b))
    return api.con


def sqlite_answers(sql, database):
    names = ", ".join(f'x."{name}" AS "{name}_l", y."{name}" AS "{name}_r"' for name in COLUMNS)
    letters = ""
    for left in range(len(ROWS)):
        for right in range(len(ROWS)):
            try:
                answer = database.execute(f"SELECT ({sql}) FROM (SELECT {names} FROM people x, people y WHERE x.unique_id = {left} AND y.unique_id = {right})").fetchone()[0]
                letters += {1: "T", 0: "F", None: "N"}[answer]
            except database.Error:
                letters += "-"
    return letters


def psql(script):
    return subprocess.run(["psql", "-XqtA", "-v", "ON_ERROR_STOP=1", "-d", "postgres"], input=script, capture_output=True, text=True, check=True).stdout


# One pair that stops the question is "-", and the others are asked on.
ANSWERS = """
CREATE OR REPLACE FUNCTION answers(asked text) RETURNS text AS $$
DECLARE pair record; holds boolean; letters text := '';
BEGIN
  FOR pair IN SELECT left_id, right_id FROM pairs ORDER BY 1, 2 LOOP
    BEGIN
      EXECUTE format('SELECT (%s) FROM pairs WHERE left_id = %s AND right_id = %s', asked, pair.left_id, pair.right_id) INTO holds;
      letters := letters || CASE WHEN holds IS NULL THEN 'N' WHEN holds THEN 'T' ELSE 'F' END;
    EXCEPTION WHEN OTHERS THEN letters := letters || '-';
    END;
  END LOOP;
  RETURN letters;
END $$ LANGUAGE plpgsql;
"""


def postgres():
    """A server with Splink's own functions, as its PostgresAPI makes them."""
    def literal(value):
        if value is None:
            return "NULL"
        if isinstance(value, list):
            return "ARRAY[" + ", ".join(map(literal, value)) + "]"
        return str(value) if isinstance(value, float) else "'" + str(value).replace("'", "''") + "'"

    source = (pathlib.Path(cll.__file__).parent / "internals/postgres/database_api.py").read_text(encoding="utf-8")
    functions = [sql.split('"""')[0] for sql in source.split('sql = """')[1:] if "CREATE OR REPLACE FUNCTION" in sql.split('"""')[0]]
    kinds = {"VARCHAR": "text", "DOUBLE": "float8", "VARCHAR[]": "text[]", "DOUBLE[3]": "float8[]"}
    rows = ", ".join("(" + ", ".join([str(at)] + [f"{literal(typed(cell, kind))}::{kinds.get(kind, kind)}" for cell, kind in zip(row, COLUMNS.values())]) + ")"
                     for at, row in enumerate(ROWS))
    names = ", ".join(f'x."{name}" AS "{name}_l", y."{name}" AS "{name}_r"' for name in COLUMNS)
    psql("SET client_min_messages = error;\nCREATE EXTENSION IF NOT EXISTS fuzzystrmatch;\n" + ";\n".join(functions) + ";\nDROP TABLE IF EXISTS pairs;\n"
         + "CREATE TABLE pairs AS WITH people (unique_id, " + ", ".join(f'"{name}"' for name in COLUMNS) + f") AS (VALUES {rows}) "
         + f"SELECT x.unique_id AS left_id, y.unique_id AS right_id, {names} FROM people x, people y;\n" + ANSWERS)


def postgres_answers(sql, _):
    return psql("SELECT answers($asked$" + sql + "$asked$);").strip()


def athena():
    database = duck()
    database.execute("CREATE MACRO levenshtein_distance(a, b) AS levenshtein(a, b)")
    database.execute("CREATE MACRO to_unixtime(a) AS epoch(a)")
    # Athena's functions give null for null.
    database.execute("CREATE MACRO array_intersect(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN list_intersect(a, b) END")
    database.execute("CREATE MACRO least(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN CASE WHEN a < b THEN a ELSE b END END")
    return database


ASKED = {"duckdb": (duck, duck_answers), "spark": (spark, spark_answers), "postgres": (postgres, postgres_answers), "sqlite": (sqlite, sqlite_answers),
         "athena": (athena, duck_answers)}


def facts(path, servers):
    global DIALECT
    lines = [["columns", *COLUMNS]] + [["row", *row] for row in ROWS]
    known = pathlib.Path(path)
    if known.exists():
        lines = [line.split("\t") for line in known.read_text(encoding="utf-8").splitlines()]
    seen = {(line[1], line[3]) for line in lines if line[0] == "condition"}
    for DIALECT, (connect, ask) in ASKED.items():
        is_there = DIALECT not in ("spark", "postgres") or DIALECT in servers
        database = connect() if is_there else None
        for kind, name, sql in conditions():
            if sql == "ELSE" or (DIALECT, sql) in seen:
                continue
            seen.add((DIALECT, sql))
            answers = ask(sql, database) if is_there else "-" * len(ROWS) ** 2
            lines.append(["condition", DIALECT, name, sql, answers])
    known.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{sum(line[0] == 'condition' for line in lines)} conditions in {path}")


def known_answers(path):
    return {(line[1], line[3]): line[4] for line in (row.split("\t") for row in pathlib.Path(path).read_text(encoding="utf-8").splitlines())
            if line[0] == "condition"}


def level_letter(level):
    return "n" if level < 0 else str(level)


def splink_levels(comparison, rules):
    """What Splink predicts on DuckDB: the saved model, and by pair of rows a letter of its level, "n" for null."""
    from splink import DuckDBAPI, Linker
    settings = SettingsCreator(link_type="dedupe_only", comparisons=[comparison], blocking_rules_to_generate_predictions=rules,
                               probability_two_random_records_match=0.1, retain_intermediate_calculation_columns=True)
    linker = Linker(DuckDBAPI(connection=duck()).register("people"), settings)
    rows = linker.inference.predict().as_record_list()
    gamma = next(key for key in rows[0] if key.startswith("gamma_"))
    model = linker.misc.save_model_to_json()
    model.pop("linker_uid", None)
    return model, {tuple(sorted((row["unique_id_l"], row["unique_id_r"]))): level_letter(row[gamma]) for row in rows}


def answered_levels(levels, answers):
    """By pair of rows the first level that the database itself answers with true; "?" where it stopped before."""
    letters = {}
    for left, right in PAIRS:
        for at, level in enumerate(levels):
            sql = re.sub(r"\s+", " ", level["sql_condition"]).strip()
            answer = "T" if sql == "ELSE" else answers[DIALECT, sql][left * len(ROWS) + right]
            if answer in "T-":
                letters[left, right] = "?" if answer == "-" else level_letter(-1 if level.get("is_null_level") else len(levels) - 1 - at)
                break
    return letters


def filled(model):
    """With an m and u for each level: what they are does not matter here."""
    for comparison in model["comparisons"]:
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                level.update(m_probability=level.get("m_probability") or 0.5, u_probability=level.get("u_probability") or 0.5)
    return model


def models(path, facts_path):
    """A model of each comparison for each database, with the levels of all pairs: Splink's own of DuckDB, of another by the database's own answers."""
    global DIALECT
    import splink.blocking_rule_library as brl
    is_new = VERSION >= "5"  # Splink 4 adds what it alone writes: Athena
    made, answers, differ = [], known_answers(facts_path), {}
    duckdb_levels = {}
    for DIALECT in ASKED if is_new else ["athena"]:
        for name, comparison in comparisons():
            if DIALECT == "duckdb":
                model, letters = splink_levels(comparison, ["1 = 1"])
                duckdb_levels[name] = letters
            else:
                try:
                    model = SettingsCreator(link_type="dedupe_only", comparisons=[comparison], blocking_rules_to_generate_predictions=["1 = 1"],
                                            probability_two_random_records_match=0.1).create_settings_dict(DIALECT)
                except (NotImplementedError, ValueError, AttributeError):
                    continue
                letters = answered_levels(model["comparisons"][0]["comparison_levels"], answers)
                differ[DIALECT, name] = sum(letter not in ("?", duckdb_levels[name][pair]) for pair, letter in letters.items()) if is_new else 0
            made.append({"name": name, "levels": "".join(letters.get(pair, "?") for pair in PAIRS), "model": filled({**model, "sql_dialect": DIALECT})})
    DIALECT = "duckdb"
    for name, rules in (("arrays_to_explode", [brl.block_on("words", arrays_to_explode=["words"])]),
                        ("arrays_to_explode before and behind others",
                         [brl.block_on("b"), brl.block_on("words", "substr(post, 1, 2)", arrays_to_explode=["words"]),
                          brl.block_on("sound", "words", arrays_to_explode=["sound", "words"]), brl.block_on("substr(post, 1, 2)"),
                          brl.block_on("words")])) if is_new else ():
        model, letters = splink_levels(cl.ExactMatch("a"), rules)
        made.append({"name": name, "levels": "".join(letters.get(pair, " ") for pair in PAIRS), "model": filled({**model, "sql_dialect": DIALECT})})
    with open(path, "w" if is_new else "a", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in made)
    print(f"{len(made)} models in {path}; pairs that the database itself puts on another level than Splink does on DuckDB:")
    print("; ".join(f"{dialect} {name}: {count}" for (dialect, name), count in differ.items() if count))


def beside(sanaq):
    global DIALECT
    mix = random.Random(1)
    ROWS.extend([mix.choice(ROWS[:10])[at] for at in range(len(COLUMNS))] for _ in range(90))
    DIALECT = "duckdb"
    from splink import DuckDBAPI, Linker
    differ = total = 0
    for name, comparison in comparisons():
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            with open(folder / "people.csv", "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([["unique_id", *COLUMNS], *([f"p{at}", *row] for at, row in enumerate(ROWS))])
            database = duck()
            settings = SettingsCreator(link_type="dedupe_only", comparisons=[comparison], blocking_rules_to_generate_predictions=["1 = 1"],
                                       probability_two_random_records_match=0.1, retain_intermediate_calculation_columns=True)
            api = DuckDBAPI(connection=database)
            table = api.register("people") if VERSION >= "5" else "people"
            linker = Linker(table, settings, db_api=api) if VERSION < "5" else Linker(table, settings)
            frame = linker.inference.predict()
            predicted = frame.as_record_list() if VERSION >= "5" else frame.as_record_dict()
            gamma = next(key for key in predicted[0] if key.startswith("gamma_"))
            expected = {(row["unique_id_l"], row["unique_id_r"]): row[gamma] for row in predicted}
            linker.misc.save_model_to_json(str(folder / "model.json"))
            model = json.loads((folder / "model.json").read_text())
            for level in model["comparisons"][0]["comparison_levels"]:
                if not level.get("is_null_level"):
                    level.setdefault("m_probability", 0.5), level.setdefault("u_probability", 0.5)
            (folder / "model.json").write_text(json.dumps(model))
            run = subprocess.run([sanaq, "link", "people.csv", "--model", "model.json", "--pairs", "pairs.csv", "--pairs-from", "0"], cwd=folder,
                                 env={**os.environ, "SANAQ_KEYS": str(folder / "keys")}, capture_output=True, text=True)
            if run.returncode != 0:
                print(f"{name}: {run.stderr.strip()[:300]}")
                differ += 1
                continue
            found = {}
            for row in csv.DictReader(open(folder / "pairs.csv", encoding="utf-8")):
                values = list(row.values())
                ids = sorted(int(value[1:]) for value in values if re.fullmatch(r"p\d+", value or ""))[:2]
                found[tuple(ids)] = next(int(value) for key, value in row.items() if key.startswith(("level", gamma[6:])))
            wrong = [pair for pair in expected if found.get(tuple(sorted(pair))) != expected[pair]]
            total, differ = total + len(expected), differ + len(wrong)
            print(f"{name}: {len(expected)} pairs, {len(wrong)} differ {wrong[:3]}")
    print(f"Splink {importlib.metadata.version('splink')}: {total} pairs, {differ} differ")


def invented(count):
    draw = random.Random(2)
    words = ["".join(draw.choice("abcdefghijklmnoprst") for _ in range(draw.randint(4, 9))) for _ in range(3000)]
    persons, rows = [], []
    for _ in range(count):
        if persons and draw.random() < 0.3:
            row = {**draw.choice(persons)}
            row[draw.choice(["name", "mail", "post", "born", "words"])] = draw.choice(["", draw.choice(words)])
        else:
            row = {"name": draw.choice(words), "mail": f"{draw.choice(words)}@{draw.choice(words)[:4]}.org",
                   "post": f"{draw.choice('ABCDELMNS')}{draw.choice('ABEW')}{draw.randint(1, 19)} {draw.randint(1, 9)}{draw.choice('ABDE')}{draw.choice('ABDE')}",
                   "born": f"{draw.randint(1, 28):02d}/{draw.randint(1, 12):02d}/{draw.randint(1940, 2005)}",
                   "words": "|".join(draw.choice(words) for _ in range(draw.randint(1, 4))), "town": f"t{draw.randrange(count // 60 + 1)}",
                   "lat": round(50 + draw.random() * 5, 4), "long": round(draw.random() * 5, 4)}
            persons.append(row)
        rows.append(row)
    return rows


def timed(sanaq, count):
    from splink import DuckDBAPI, Linker, block_on
    made = [cl.NameComparison("name"), cl.EmailComparison("mail"), cl.PostcodeComparison("post", lat_col="lat", long_col="long"),
            cl.DateOfBirthComparison("born", input_is_string=True, datetime_format="%d/%m/%Y"),
            cl.PairwiseStringDistanceFunctionAtThresholds("words", "jaro_winkler", [0.9])]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        rows = invented(count)
        with open("people.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["unique_id", *rows[0]], *([f"p{at}", *row.values()] for at, row in enumerate(rows))])
        database = duckdb.connect()
        database.execute("SET threads = 1")
        database.execute("SET lambda_syntax = 'ENABLE_SINGLE_ARROW'")
        database.execute("CREATE TABLE people AS SELECT * REPLACE (string_split(words, '|') AS words, lat::DOUBLE AS lat, long::DOUBLE AS long) "
                         "FROM read_csv('people.csv', all_varchar = true)").fetchall()
        settings = SettingsCreator(link_type="dedupe_only", comparisons=made, blocking_rules_to_generate_predictions=[block_on("town")],
                                   probability_two_random_records_match=0.001, retain_intermediate_calculation_columns=True).create_settings_dict("duckdb")
        for comparison in settings["comparisons"]:
            for at, level in enumerate(comparison["comparison_levels"]):
                if not level.get("is_null_level"):
                    level.update(m_probability=0.6 / 2**at, u_probability=0.02 * (at + 1))
        pathlib.Path("model.json").write_text(json.dumps(settings))
        linker = Linker(DuckDBAPI(connection=database).register("people"), settings)
        start = time.process_time()
        predicted = linker.inference.predict()
        theirs = time.process_time() - start
        names = [row[0] for row in database.execute(f"DESCRIBE {predicted.physical_name}").fetchall()]
        gammas = [name for name in names if name.startswith("gamma_")]
        database.execute(f"COPY (SELECT unique_id_l, unique_id_r, match_weight, {', '.join(gammas)} FROM {predicted.physical_name}) TO 'theirs.csv' (HEADER)").fetchall()
        before = os.times()
        subprocess.run([sanaq, "link", "people.csv", "--id", "unique_id", "--model", "model.json", "--threads", "1", "--pairs", "ours.csv", "--pairs-from", "0",
                              "--json"], env={**os.environ, "SANAQ_KEYS": "keys"}, capture_output=True, text=True, check=True)
        after = os.times()
        ours = after.children_user + after.children_system - before.children_user - before.children_system
        weights = {frozenset((row["unique_id_l"], row["unique_id_r"])): row for row in csv.DictReader(open("theirs.csv", encoding="utf-8"))}
        differ = pairs = 0
        largest = 0.0
        for row in csv.DictReader(open("ours.csv", encoding="utf-8")):
            other = weights[frozenset((row["record_l"], row["record_r"]))]
            pairs += 1
            largest = max(largest, abs(float(row["weight_bits"]) - float(other["match_weight"])))
            differ += any(row[gamma[6:]] != other[gamma] for gamma in gammas)
        print(f"{pairs} pairs of sanaq, {len(weights)} of Splink, {differ} with another level, largest difference {largest:.1e} bits")
        print(f"processor seconds: Splink predicts in {theirs:.2f}, sanaq reads the CSV, weighs the pairs and writes them in {ours:.2f}: {theirs / ours:.1f} times")


DIALECT = "duckdb"
if sys.argv[1] == "facts":
    facts(sys.argv[2], sys.argv[3:])
elif sys.argv[1] == "models":
    models(sys.argv[2], sys.argv[3])
elif sys.argv[1] == "timed":
    timed(os.path.abspath(sys.argv[2]), int(sys.argv[3]))
else:
    beside(os.path.abspath(sys.argv[2]))
