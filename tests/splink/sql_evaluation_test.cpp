#include "sanaq/splink/sql_evaluation.h"

#include <gtest/gtest.h>

#include "sanaq/splink/limits.h"
#include "sanaq/splink/sql_condition.h"

namespace sanaq::splink {
namespace {

std::string value(const std::string& sql, const std::string& cell = "",
                  SqlDialect dialect = SqlDialect::duckdb) {
  const auto condition = SqlCondition::parse(sql, dialect);
  if (!condition) return "refused";
  const SqlValue found = evaluate(*condition->tree(),
                                  [&](const std::string&, Side) -> std::optional<std::string_view> {
                                    if (cell.empty()) return std::nullopt;
                                    return cell;
                                  });
  return as_text(found).value_or("null");
}

TEST(SqlEvaluation, UnknownIsNeitherTrueNorFalse) {
  EXPECT_EQ(value("a_l = 'x' AND 1 = 2"), "false");
  EXPECT_EQ(value("a_l = 'x' OR 1 = 1"), "true");
  EXPECT_EQ(value("a_l = 'x' AND 1 = 1"), "null");
  EXPECT_EQ(value("NOT a_l = 'x'"), "null");
  EXPECT_EQ(value("a_l IS NULL AND NOT a_l IS NOT NULL"), "true");
  EXPECT_EQ(value("a_l || 'x' = 'x'"), "null");
  EXPECT_EQ(value("NULL IS NULL"), "true");
}

TEST(SqlEvaluation, AChoiceTakesTheFirstThatHolds) {
  const std::string sql = "CASE WHEN a_l = 'x' THEN 1 WHEN a_l IS NULL THEN 2 END";
  EXPECT_EQ(value(sql, "x"), "1");
  EXPECT_EQ(value(sql), "2");
  EXPECT_EQ(value(sql, "y"), "null");
}

TEST(SqlEvaluation, LambdasAreCalledForEachValue) {
  EXPECT_EQ(value("list_max(list_transform(a_l, x -> length(x)))", "[a, bcd, ef]"), "3");
  EXPECT_EQ(value("array_length(list_filter(a_l, x -> x <> 'a'))", "[a, b, a, c]"), "2");
  EXPECT_EQ(value("aggregate(a_l, 0, (sum, x) -> sum + x)", "[1, 2, 3]"), "6");
  EXPECT_EQ(
      value("aggregate(zip_with(a_l, a_r, (x, y) -> x * y), 0, (sum, x) -> sum + x)", "[1, 2, 3]"),
      "14");
  EXPECT_EQ(value("list_min(list_transform(flatten(list_transform(a_l, x -> list_transform(a_r, y "
                  "-> [x, y]))), pair -> levenshtein(pair[1], pair[2])))",
                  "[ab, cd]"),
            "0");
}

TEST(SqlEvaluation, PatternsAndFormatsAreReadPerDialect) {
  EXPECT_EQ(value("regexp_extract(a_l, '([a-z]+)-(\\d+)', 2)", "x-12"), "12");
  EXPECT_EQ(value("regexp_extract(a_l, '([a-z]+)-(\\\\d+)')", "x-12", SqlDialect::spark), "x");
  EXPECT_EQ(value("regexp_extract(a_l, 'q')", "x"), "");
  EXPECT_EQ(value("regexp_matches(a_l, '^x')", "x-12"), "true");
  EXPECT_EQ(value("regexp_full_match(a_l, '^x')", "x-12"), "false");
  EXPECT_EQ(value("regexp_full_match(a_l, 'x-[0-9]*')", "x-12"), "true");
  EXPECT_EQ(value("year(try_strptime(a_l, ['%Y', '%d/%m/%Y']))", "3/2/1985"), "1985");
  EXPECT_EQ(value("date(try_to_timestamp(a_l, 'dd/MM/yyyy'))", "03/02/1985", SqlDialect::spark),
            "1985-02-03");
}

TEST(SqlEvaluation, MoreValuesThanTheLimitAreUnknown) {
  std::string cell = "[1";
  for (std::size_t at = 1; at < list_values_max; ++at) cell += ",1";
  cell += "]";
  const std::string pairs = "flatten(list_transform(a_l, x -> list_transform(a_l, y -> y)))";
  EXPECT_EQ(value("array_length(" + pairs + ")", cell), "1000000");
  EXPECT_EQ(value("array_length(flatten(list_transform(a_l, z -> " + pairs + ")))", cell), "null");
}

}  // namespace
}  // namespace sanaq::splink
