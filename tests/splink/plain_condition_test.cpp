#include "sanaq/splink/plain_condition.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

using Kind = PlainTest::Kind;

using Ways = std::vector<std::vector<PlainTest>>;

std::optional<Ways> tests_of(const std::string& sql) {
  return plain_tests(*SqlCondition::parse(sql));
}

TEST(PlainTest, FindsTheStandardLevels) {
  const std::pair<const char*, Kind> known[] = {
      {R"("a_l" = "a_r")", Kind::equal},
      {R"("a_l" IS NULL OR "a_r" IS NULL)", Kind::either_null},
      {R"(jaro_winkler_similarity("a_l", "a_r") >= 0.9)", Kind::jaro_winkler},
      {R"(levenshtein(CAST("a_l" AS TEXT), CAST("a_r" AS TEXT)) <= 1)", Kind::levenshtein},
      {R"(damerau_levenshtein("a_l", "a_r") <= 1)", Kind::damerau},
      {R"(hamming("a_l", "a_r") <= 1)", Kind::hamming},
      {R"(jaccard("a_l", "a_r") >= 0.9)", Kind::jaccard},
      {R"(ABS(EPOCH("a_l") - EPOCH("a_r")) <= 864000)", Kind::date_gap},
      {R"(ABS(datediff("a_l", "a_r")) <= floor(864000 / 86400))", Kind::day_gap},
      {R"(ABS("a_l" - "a_r") <= 2)", Kind::number_gap},
      {R"((ABS("a_l" - "a_r") / (CASE WHEN "a_r" > "a_l" THEN "a_r" ELSE "a_l" END)) < 0.04)",
       Kind::share_gap},
      {R"(array_length(list_intersect("a_l", "a_r")) >= 2)", Kind::common_values},
      {R"(ARRAY_LENGTH(ARRAY_INTERSECT("a_l", "a_r")) = LEAST(ARRAY_LENGTH("a_l"), ARRAY_LENGTH("a_r")))",
       Kind::sublist},
      {R"(array_cosine_similarity("a_l", "a_r") >= 0.9)", Kind::cosine},
      {R"(list_max(list_transform(flatten(list_transform("a_l", x -> list_transform("a_r", y -> [x, y]))), pair -> jaro_similarity(pair[1], pair[2]))) >= 0.9)",
       Kind::pair_jaro}};
  for (const auto& [sql, kind] : known) {
    const auto ways = tests_of(sql);
    ASSERT_TRUE(ways && ways->size() == 1 && ways->front().size() == 1) << sql;
    const PlainTest& test = ways->front().front();
    EXPECT_EQ(test.kind, kind) << sql;
    EXPECT_EQ(test.cell.column, "a") << sql;
    EXPECT_FALSE(test.cell.made) << sql;
  }
}

TEST(PlainTest, FindsTheStandardLevelsOfPostgreSql) {
  const auto kind_of = [](const std::string& sql) -> std::optional<Kind> {
    const auto ways = plain_tests(*SqlCondition::parse(sql, SqlDialect::postgres));
    return ways ? std::optional(ways->front().front().kind) : std::nullopt;
  };
  EXPECT_EQ(kind_of("ABS(EXTRACT(EPOCH FROM try_cast_date(a_l, 'YYYY-MM-DD')) - EXTRACT(EPOCH FROM "
                    "try_cast_date(a_r, 'YYYY-MM-DD'))) <= 86400"),
            Kind::date_gap);
  EXPECT_EQ(kind_of("substring(a_l from '^[A-Z]') = substring(a_r from '^[A-Z]')"), Kind::equal);
  EXPECT_EQ(kind_of("CARDINALITY(ARRAY_INTERSECT(a_l, a_r)) >= 1"), Kind::common_values);
  EXPECT_FALSE(kind_of("CARDINALITY(ARRAY_INTERSECT(a_l, a_r)) >= 0"));
}

TEST(PlainTest, WhatIsMadeOfACellIsComparedLikeACell) {
  for (const char* made :
       {R"(lower("a_?"))", R"(try_strptime("a_?", '%d/%m/%Y'))", R"("a_?"[1])",
        R"(NULLIF(regexp_extract("a_?", '^[a-z]+', 0), ''))", R"(substr(lower("a_?"), 1, 3))"}) {
    const auto of_side = [&](char side) {
      std::string sql = made;
      sql[sql.find('?')] = side;
      return sql;
    };
    const auto equal = tests_of(of_side('l') + " = " + of_side('r')),
               turned = tests_of(of_side('r') + " = " + of_side('l'));
    ASSERT_TRUE(equal && turned) << made;
    EXPECT_EQ(equal->front().front().kind, Kind::equal);
    EXPECT_TRUE(equal->front().front().cell.made);
    EXPECT_TRUE(is_same(equal->front().front().cell, turned->front().front().cell));
    EXPECT_FALSE(is_same(equal->front().front().cell, {"a", nullptr}));
  }
  EXPECT_FALSE(is_same(tests_of(R"("a_l"[1] = "a_r"[1])")->front().front().cell,
                       tests_of(R"("a_l"[2] = "a_r"[2])")->front().front().cell));
}

TEST(PlainTest, AndAddsTestsAndOrAddsWays) {
  const auto reversed = tests_of(R"("a_l" = "b_r" AND "a_r" = "b_l")");
  ASSERT_TRUE(reversed && reversed->size() == 1 && reversed->front().size() == 2);
  EXPECT_EQ(reversed->front()[0].cell.column, "a");
  EXPECT_EQ(reversed->front()[1].cell.column, "b");  // of the left row
  EXPECT_EQ(reversed->front()[1].other.column, "a");
  EXPECT_EQ(
      tests_of(R"(("a_l" IS NULL OR "a_r" IS NULL) OR ("b_l" IS NULL OR "b_r" IS NULL))")->size(),
      2u);
  EXPECT_EQ(
      tests_of(R"(("a_l" = "a_r" OR "b_l" = "b_r") AND ("c_l" = "c_r" OR "d_l" = "d_r"))")->size(),
      4u);
}

TEST(PlainTest, LeavesTheRestToSql) {
  EXPECT_FALSE(tests_of(R"(levenshtein("a_l", "b_r") <= 1)"));
  EXPECT_FALSE(tests_of(R"(NOT "a_l" = "a_r")"));
  EXPECT_FALSE(tests_of(R"(jaro_similarity("a_l", "a_r") <= 0.5)"));
  EXPECT_FALSE(tests_of(R"("a_l" = 'x')"));
}

}  // namespace
}  // namespace sanaq::splink
