#include "sanaq/link/plain_test.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

using Kind = PlainTest::Kind;

std::optional<std::vector<PlainTest>> tests_of(const char* sql) {
  return plain_tests(*SqlCondition::parse(sql));
}

TEST(PlainTest, FindsTheStandardLevels) {
  const std::pair<const char*, Kind> known[] = {
      {R"("a_l" = "a_r")", Kind::equal},
      {R"("a_l" IS NULL OR "a_r" IS NULL)", Kind::either_null},
      {R"(try_strptime("a_l", '%Y-%m-%d') IS NULL OR try_strptime("a_r", '%Y-%m-%d') IS NULL)",
       Kind::either_no_date},
      {R"(jaro_winkler_similarity("a_l", "a_r") >= 0.9)", Kind::jaro_winkler},
      {R"(levenshtein(CAST("a_l" AS TEXT), CAST("a_r" AS TEXT)) <= 1)", Kind::levenshtein},
      {R"(damerau_levenshtein("a_l", "a_r") <= 1)", Kind::damerau},
      {R"(ABS(EPOCH("a_l") - EPOCH("a_r")) <= 864000)", Kind::date_gap},
      {R"(ABS("a_l" - "a_r") <= 2)", Kind::number_gap},
      {R"((ABS("a_l" - "a_r") / (CASE WHEN "a_r" > "a_l" THEN "a_r" ELSE "a_l" END)) < 0.04)",
       Kind::share_gap}};
  for (const auto& [sql, kind] : known) {
    const auto tests = tests_of(sql);
    ASSERT_TRUE(tests && tests->size() == 1) << sql;
    EXPECT_EQ(tests->front().kind, kind) << sql;
    EXPECT_EQ(tests->front().column, "a") << sql;
  }
  EXPECT_EQ(tests_of(R"("a_l" = "b_r" AND "b_l" = "a_r")")->size(), 2u);
}

TEST(PlainTest, LeavesTheRestToSql) {
  EXPECT_FALSE(tests_of(R"(levenshtein("a_l", "b_r") <= 1)"));
  EXPECT_FALSE(tests_of(R"(NOT "a_l" = "a_r")"));
  EXPECT_FALSE(tests_of(R"(jaro_similarity("a_l", "a_r") <= 0.5)"));
}

}  // namespace
}  // namespace sanaq::link
