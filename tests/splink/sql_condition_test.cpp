#include "sanaq/splink/sql_condition.h"

#include <gtest/gtest.h>

#include <map>

namespace sanaq::splink {
namespace {

using Row = std::map<std::string, std::string>;

std::optional<bool> holds(const std::string& sql, const Row& left, const Row& right) {
  const auto condition = SqlCondition::parse(sql);
  if (!condition) return std::nullopt;
  return condition->holds(
      [&](const std::string& column, Side side) -> std::optional<std::string_view> {
        const Row& row = side == Side::left ? left : right;
        const auto cell = row.find(column);
        if (cell == row.end()) return std::nullopt;
        return cell->second;
      });
}

TEST(SqlCondition, NullIsUnknownAndIsNullKnowsIt) {
  EXPECT_EQ(holds(R"("a_l" = "a_r")", {{"a", "x"}}, {}), std::nullopt);
  EXPECT_EQ(holds(R"("a_l" IS NULL OR "a_r" IS NULL)", {{"a", "x"}}, {}), true);
  EXPECT_EQ(holds(R"("a_l" = "a_r" AND "b_l" = "b_r")", {{"a", "x"}}, {{"a", "y"}}),
            false);  // false and unknown
}

TEST(SqlCondition, DatesDifferInSecondsAndADayThatDoesNotExistIsNull) {
  const std::string within_ten =
      R"(ABS(EPOCH(try_strptime("d_l", '%Y-%m-%d')) - EPOCH(try_strptime("d_r", '%Y-%m-%d'))) <= 864000)";
  EXPECT_EQ(holds(within_ten, {{"d", "1985-02-20"}}, {{"d", "1985-3-2"}}), true);
  EXPECT_EQ(holds(within_ten, {{"d", "1985-02-20"}}, {{"d", "1985-03-03"}}), false);
  EXPECT_EQ(holds(within_ten, {{"d", "1985-02-30"}}, {{"d", "1985-03-03"}}), std::nullopt);
}

TEST(SqlCondition, NumbersDifferByShareOfTheLarger) {
  const std::string share =
      R"((ABS("h_l" - "h_r") / (CASE WHEN "h_r" > "h_l" THEN "h_r" ELSE "h_l" END)) < 0.04)";
  EXPECT_EQ(holds(share, {{"h", "100"}}, {{"h", "97"}}), true);
  EXPECT_EQ(holds(share, {{"h", "100"}}, {{"h", "96"}}), false);
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int at = 0; at < times; ++at) all += text;
  return all;
}

TEST(SqlCondition, WhatIsNestedOrChainedWithoutEndIsRefused) {
  for (const int times : {300, 10'000}) {
    for (const std::string& sql :
         {repeated("(", times) + "1 = 1" + repeated(")", times), repeated("NOT ", times) + "1 = 1",
          "1 = " + repeated("- ", times) + "1", "1 = 1" + repeated(" OR 1 = 1", times),
          "1 = 1" + repeated(" AND 1 = 1", times), "1 = 1" + repeated(" + 1", times),
          repeated("abs(", times) + "1" + repeated(")", times) + " = 1",
          repeated("CASE WHEN 1 = 1 THEN ", times)}) {
      const auto condition = SqlCondition::parse(sql);
      ASSERT_FALSE(condition.has_value()) << sql.substr(0, 40);
      EXPECT_NE(condition.error().reason.english().find("nested more than 200 deep"),
                std::string::npos);
    }
  }
  EXPECT_TRUE(SqlCondition::parse("1 = 1" + repeated(" AND 1 = 1", 150)).has_value());
  EXPECT_FALSE(SqlCondition::parse(std::string(200'000, ' ') + "1 = 1").has_value());
}

TEST(SqlCondition, ValuesOfAnotherKindThanTheirPlaceAreUnknown) {
  for (const char* sql :
       {"NOT 5", R"(NOT "a_l")", "abs((1 = 1)) = 1", "abs('x') = 1", "(1 = 1) + 1 = 2",
        "substr('abc', 1e300, 1) = 'a'", "length((1 = 1)) = 1", "year((1 = 1)) = 1"})
    EXPECT_NE(holds(sql, {{"a", "x"}}, {}), true) << sql;
  EXPECT_EQ(holds("substr('abc', 2, 1e300) = 'bc'", {}, {}), true);
}

TEST(SqlCondition, ANumberIsReadAsAWholeOrRefused) {
  for (const char* sql : {"1 = 1e999", "1 = 1.2.3", "1 = 1abc", "1 = 1e"})
    EXPECT_FALSE(SqlCondition::parse(sql).has_value()) << sql;
  EXPECT_EQ(holds("1000 = 1e3", {}, {}), true);
}

TEST(SqlCondition, TextsWithoutEndAreComparedByTheirBeginning) {
  const std::string long_text(300'000, 'x');
  EXPECT_EQ(
      holds(R"(levenshtein("a_l", "a_r") <= 1)", {{"a", long_text}}, {{"a", "y" + long_text}}),
      true);
  EXPECT_EQ(holds(R"(damerau_levenshtein("a_l", "a_r") <= 1)", {{"a", long_text}},
                  {{"a", "y" + long_text}}),
            true);
}

TEST(SqlCondition, WhatOnlySqlCanSayIsRefusedByName) {
  for (const char* sql : {R"(soundex("a_l") = soundex("a_r"))", R"(regexp_matches("a_l", "b_l"))",
                          R"("a_l" = )", R"("a" = "b")"}) {
    const auto condition = SqlCondition::parse(sql);
    ASSERT_FALSE(condition.has_value()) << sql;
    EXPECT_NE(condition.error().reason.english().find("only SQL can say this"), std::string::npos);
  }
}

TEST(SqlCondition, ABlockingRuleIsEqualityOfTheSameThingOnBothSides) {
  EXPECT_TRUE(SqlCondition::parse("l.given = r.given and year(l.birth) = year(r.birth)")
                  ->is_blocking_rule());
  EXPECT_TRUE(SqlCondition::parse("1 = 1")->is_blocking_rule());
  EXPECT_FALSE(SqlCondition::parse("l.given = r.family")->is_blocking_rule());
  const auto rule = SqlCondition::parse("year(l.birth) = year(r.birth)");
  const auto key = [&](std::optional<std::string_view> birth) {
    return rule->blocking_key([&](const std::string&) { return birth; });
  };
  EXPECT_EQ(key("1985-02-03"), key("1985-11-30"));
  EXPECT_EQ(key(std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace sanaq::splink
