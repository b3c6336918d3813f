#include "sanaq/splink/sql_parser.h"

#include <gtest/gtest.h>

#include "sanaq/splink/sql_node.h"

namespace sanaq::splink {
namespace {

using Node = SqlNode;
using Op = Node::Op;

std::shared_ptr<Node> parsed(const std::string& sql, SqlDialect dialect = SqlDialect::duckdb) {
  std::vector<std::string> columns;
  return parse_sql(sql, dialect, columns);
}

TEST(SqlParser, SignsBindAsSqlSays) {
  const auto node = parsed("NOT a_l = 1 + 2 * 3 OR b_l || 'x' = b_r AND 1 < 2");
  ASSERT_EQ(node->op, Op::disjunction);
  EXPECT_EQ(node->inputs[0]->op, Op::negation);
  EXPECT_EQ(node->inputs[0]->inputs[0]->inputs[1]->op, Op::add);
  ASSERT_EQ(node->inputs[1]->op, Op::conjunction);
  EXPECT_EQ(node->inputs[1]->inputs[0]->inputs[0]->op, Op::join);
}

TEST(SqlParser, ColumnsAreNamedWithTheirSideAndListedOnce) {
  std::vector<std::string> columns;
  (void)parse_sql(R"("first name_l" = l."b" AND r.b = 'x' AND b_r = 1)", SqlDialect::duckdb,
                  columns);
  EXPECT_EQ(columns, (std::vector<std::string>{"first name", "b"}));
}

TEST(SqlParser, SparkCountsPlacesFromNought) {
  EXPECT_EQ(parsed("a_l[1] = 'x'")->inputs[0]->inputs[1]->number, 1);
  EXPECT_EQ(parsed("a_l[0] = 'x'", SqlDialect::spark)->inputs[0]->inputs[1]->number, 1);
  EXPECT_EQ(parsed("a_l['lat'] = 1", SqlDialect::spark)->inputs[0]->inputs[1]->text, "lat");
}

TEST(SqlParser, ALambdasVariablesAreItsOwn) {
  const auto node =
      parsed("list_max(list_transform(a_l, x -> list_max(list_transform(a_r, y -> x))))");
  const Node& outer = *node->inputs[0]->inputs[1];
  EXPECT_EQ(outer.variables, 1u);
  const Node& inner = *outer.inputs[0]->inputs[0]->inputs[1];
  EXPECT_EQ(inner.variable, 1u);
  EXPECT_EQ(inner.inputs[0]->variable, 0u);
  EXPECT_EQ(parsed("list_transform(a_l, lambda x: x) = 1")->inputs[0]->inputs[1]->op, Op::lambda);
  for (const char* sql :
       {"x = 1", "list_transform(a_l, x -> y) = 1", "lower(x -> x) = 'a'",
        "list_transform(a_l, 1) = 1", "list_transform(a_l, (x, y) -> x) = 1",
        "list_transform(x -> x, x -> x) = 1", "list_transform(a_l, lambda : 1) = 1"})
    EXPECT_THROW((void)parsed(sql), OnlySql) << sql;
}

TEST(SqlParser, FormatsAndPatternsAreReadOnceAndMustBeTexts) {
  EXPECT_EQ(parsed("try_strptime(a_l, '%Y') IS NULL")->inputs[0]->formats.size(), 1u);
  EXPECT_EQ(parsed("try_strptime(a_l, ['%Y', '%d/%m/%Y']) IS NULL")->inputs[0]->formats.size(), 2u);
  EXPECT_TRUE(parsed("regexp_extract(a_l, 'x') = 'x'")->inputs[0]->pattern);
  for (const char* sql :
       {"try_strptime(a_l, b_l) IS NULL", "try_strptime(a_l, '%Q') IS NULL",
        "regexp_extract(a_l, b_l) = 'x'", "regexp_extract(a_l, '(') = 'x'",
        "regexp_extract(a_l, 'x', 1000) = 'x'", "try_to_timestamp(a_l, '%Y') IS NULL"})
    EXPECT_THROW((void)parsed(sql), OnlySql) << sql;
}

TEST(SqlParser, TypesAreReadAndOthersRefused) {
  EXPECT_EQ(parsed("CAST(a_l AS VARCHAR) = 'x'")->inputs[0]->op, Op::column);
  EXPECT_TRUE(parsed("CAST(a_l AS DECIMAL(10, 2)) = 1")->inputs[0]->calls("as number"));
  EXPECT_TRUE(parsed("a_l::date = '2000-01-01'")->inputs[0]->calls("date"));
  EXPECT_THROW((void)parsed("CAST(a_l AS blob) = 1"), OnlySql);
  EXPECT_THROW((void)parsed("CAST(a_l AS DECIMAL(10 = 1"), OnlySql);
}

TEST(SqlParser, DuckDbReadsANumberBesideSinglePrecisionSo) {
  const auto bound = [](SqlDialect dialect) {
    return parsed("CAST(a_l AS FLOAT) <= 0.1", dialect)->inputs[1]->number;
  };
  EXPECT_EQ(bound(SqlDialect::duckdb), static_cast<double>(0.1F));
  EXPECT_EQ(bound(SqlDialect::spark), 0.1);
}

TEST(SqlParser, PostgreSqlsOwnSpellingIsRead) {
  const auto left = [](const std::string& sql) {
    return parsed(sql, SqlDialect::postgres)->inputs[0];
  };
  EXPECT_TRUE(left("EXTRACT(EPOCH FROM a_l) = 1")->calls("epoch"));
  EXPECT_TRUE(left("EXTRACT(year FROM a_l) = 1")->calls("year"));
  EXPECT_TRUE(left("SUBSTRING(a_l FROM 2 FOR 3) = 'x'")->calls("substr"));
  EXPECT_EQ(left("substring(a_l from '(x)y') = 'x'")->number, 1);  // the first group
  EXPECT_EQ(left("substring(a_l from 'xy') = 'x'")->number, 0);
  EXPECT_TRUE(left("try_cast_date(a_l, 'YYYY') IS NULL")->postgres);
  EXPECT_TRUE(left("to_date(a_l, 'YYYY') IS NULL")->postgres);
  EXPECT_TRUE(left("array_length(a_l, 1) = 1")->calls("nullif"));
  EXPECT_TRUE(left("CAST(a_l AS FLOAT) = 1")->calls("as number"));
  EXPECT_TRUE(left("CAST(a_l AS REAL) = 1")->calls("as real"));
  const auto before = left("substr(a_l, 0, 3) = 'x'");  // two letters, since 0 is before the first
  EXPECT_EQ(before->inputs[1]->number, 1);
  EXPECT_EQ(before->inputs[2]->number, 2);
  for (const char* sql :
       {"EXTRACT(CENTURY FROM a_l) = 1", "EXTRACT(EPOCH a_l) = 1", "array_length(a_l, 2) = 1",
        "try_cast_date(a_l, 'IYYY') IS NULL", "try_cast_date(a_l, b_l) IS NULL",
        "SUBSTRING(a_l FROM 0 FOR b_l) = 'x'", "max(a_l, b_l) = 1"})
    EXPECT_THROW((void)parsed(sql, SqlDialect::postgres), OnlySql) << sql;
}

TEST(SqlParser, TheLargestIsNullBesideNullWhereTheDatabaseHasItSo) {
  EXPECT_TRUE(parsed("max(a_l, b_l) = 1", SqlDialect::sqlite)->inputs[0]->calls("largest known"));
  EXPECT_TRUE(parsed("least(a_l, b_l) = 1", SqlDialect::athena)->inputs[0]->calls("least known"));
  EXPECT_TRUE(parsed("least(a_l, b_l) = 1")->inputs[0]->calls("least"));
}

TEST(SqlParser, WhatStandsBetweenOrAmongIsComparedWithEach) {
  EXPECT_EQ(parsed("a_l BETWEEN 1 AND 2 AND 1 = 1")->inputs[0]->op, Op::conjunction);
  EXPECT_EQ(parsed("a_l IN ('x', 'y')")->op, Op::disjunction);
}

}  // namespace
}  // namespace sanaq::splink
