#include "sanaq/splink/level_finder.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/base/error.h"

namespace sanaq::splink {
namespace {

// Every level with its own condition, so that the fast way can be held against SQL's own answer.
Model model_of(const std::vector<std::string>& conditions) {
  Model model;
  model.prior_match = 0.1;
  model.comparisons.push_back({"a", {}});
  for (const std::string& sql : conditions) {
    Level level;
    level.condition = *SqlCondition::parse(sql);
    level.m = level.u = 0.5;
    model.comparisons[0].levels.push_back(level);
  }
  model.comparisons[0].levels.push_back({});
  model.comparisons[0].levels.back().m = model.comparisons[0].levels.back().u = 0.5;
  return model;
}

void expect_as_sql(const std::vector<std::string>& conditions, const link::Rows& rows,
                   bool is_simple) {
  const record::RecordTable table = link::a_table({"a"}, rows);
  const Model model = model_of(conditions);
  const Levels levels(table, model);
  EXPECT_EQ(levels.comparisons()[0].simple.has_value(), is_simple);
  LevelFinder finder(levels);
  const std::vector<std::uint32_t> records = link::as_they_stand(table);
  std::vector<std::uint8_t> found(records.size());
  for (std::size_t right = 1; right < records.size(); ++right) {
    finder.find(0, {table.columns[0].codes, records}, right, found.data());
    for (std::size_t left = 0; left < right; ++left) {
      const CellLookup cell = [&](const std::string& name, Side side) {
        return levels.column(name).text(
            static_cast<std::uint32_t>(side == Side::left ? left : right));
      };
      std::size_t expected = 0;
      while (expected < conditions.size() &&
             !model.comparisons[0].levels[expected].condition->holds(cell).value_or(false))
        ++expected;
      EXPECT_EQ(found[left], expected) << rows[left][0] << " and " << rows[right][0];
    }
  }
}

const link::Rows words{{"martha"},     {"marhta"},     {""},          {"martha"},
                       {"mart"},       {"borg"},       {"brog"},      {"1985-02-03"},
                       {"1985-02-30"}, {"1985-03-03"}, {"1986-03-03"}};

TEST(LevelFinder, AnswersFromFactsWhatSqlAnswersFromText) {
  const std::string null = R"("a_l" IS NULL OR "a_r" IS NULL)", equal = R"("a_l" = "a_r")";
  expect_as_sql({null, equal, R"(jaro_winkler_similarity("a_l", "a_r") >= 0.95)",
                 R"(jaro_similarity("a_l", "a_r") >= 0.6)"},
                words, true);
  expect_as_sql({null, equal, R"(damerau_levenshtein("a_l", "a_r") <= 1)",
                 R"(levenshtein("a_l", "a_r") <= 2)"},
                words, true);
  expect_as_sql(
      {R"(try_strptime("a_l", '%Y-%m-%d') IS NULL OR try_strptime("a_r", '%Y-%m-%d') IS NULL)",
       equal,
       R"(ABS(EPOCH(try_strptime("a_l", '%Y-%m-%d')) - EPOCH(try_strptime("a_r", '%Y-%m-%d'))) <= 2629800)"},
      words, true);
  expect_as_sql({equal, R"(substr("a_l", 1, 2) = substr("a_r", 1, 2))"}, words, true);
  expect_as_sql({equal, R"(NOT substr("a_l", 1, 2) = substr("a_r", 1, 2))"}, words, false);
}

TEST(LevelFinder, TheMostSimilarValuesOfListsAreFoundAsSqlFindsThem) {
  const auto best = [](const std::string& of, const std::string& function,
                       const std::string& bound) {
    return of +
           R"((list_transform(flatten(list_transform("a_l", x -> list_transform("a_r", y -> [x, y]))), pair -> )" +
           function + "(pair[1], pair[2]))) " + bound;
  };
  const link::Rows lists{{"martha"},
                         {"x|marhta"},
                         {"mart|brog|x"},
                         {"borg"},
                         {"[]"},
                         {""},
                         {"[x, '']"},
                         {std::string(80, 'x') + "|borg"},
                         {std::string(79, 'x')}};
  expect_as_sql(
      {best("list_max", "jaro_winkler_similarity", ">= 0.95"),
       best("list_max", "jaro_similarity", ">= 0.9"),
       best("list_min", "damerau_levenshtein", "<= 1"), best("list_min", "levenshtein", "<= 2")},
      lists, false);
}

TEST(LevelFinder, WhatIsMadeOfCellsAndListsIsAnsweredAsSqlAnswersIt) {
  const std::string null = R"("a_l" IS NULL OR "a_r" IS NULL)", equal = R"("a_l" = "a_r")";
  const std::string user = R"(NULLIF(regexp_extract("a_?", '^[^@]+', 0), ''))";
  const auto of = [](std::string made, char side) {
    made[made.find('?')] = side;
    return made;
  };
  const link::Rows mails{{"ann@x"}, {"ann@y"}, {"ANN@x"}, {"anna@x"},
                         {"@x"},    {""},      {"bob"},   {"bo@b"}};
  expect_as_sql({null, equal, of(user, 'l') + " = " + of(user, 'r'),
                 R"(jaro_winkler_similarity("a_l", "a_r") >= 0.88)",
                 "jaro_winkler_similarity(" + of(user, 'l') + ", " + of(user, 'r') + ") >= 0.8",
                 R"(levenshtein(lower("a_l"), lower("a_r")) <= 1)"},
                mails, true);
  const std::string day = R"(try_strptime("a_?", '%d/%m/%Y'))";
  expect_as_sql(
      {of(day, 'l') + " IS NULL OR " + of(day, 'r') + " IS NULL", equal,
       "ABS(EPOCH(" + of(day, 'l') + ") - EPOCH(" + of(day, 'r') + ")) <= 864000",
       R"(hamming("a_l", "a_r") <= 2)", R"(jaccard("a_l", "a_r") >= 0.7)"},
      {{"27/02/1985"}, {"1/3/1985"}, {"30/02/1985"}, {"27/02/1958"}, {"01/03/1985"}, {""}}, true);
  expect_as_sql({R"(EPOCH("a_l") IS NULL OR EPOCH("a_r") IS NULL)", equal,
                 R"(ABS(EPOCH("a_l") - EPOCH("a_r")) <= 3600)"},
                {{"1985-02-27"}, {"1985-02-27 01:00"}, {"1985-02-27 23:30"}, {"1985-02-28"}, {"x"}},
                true);
  expect_as_sql(
      {null, equal, R"(array_length(list_intersect("a_l", "a_r")) >= 2)",
       R"(list_max(list_transform(flatten(list_transform("a_l", x -> list_transform("a_r", y -> [x, y]))), pair -> jaro_similarity(pair[1], pair[2]))) >= 0.9)"},
      {{"[a, b, c]"}, {"[c, a]"}, {"martha"}, {"x|marhta"}, {"[]"}, {""}}, true);
  expect_as_sql({equal, R"(coalesce("a_l", 'x') = coalesce("a_r", 'x'))"}, {{"x"}, {""}, {"y"}},
                false);
}

TEST(LevelFinder, LongValuesGoTheSlowWayAndAgree) {
  link::Rows rows = words;
  rows.push_back({std::string(80, 'x')});
  rows.push_back({std::string(79, 'x') + "y"});
  expect_as_sql({R"("a_l" = "a_r")", R"(levenshtein("a_l", "a_r") <= 1)"}, rows, false);
}

TEST(LevelFinder, AMissingColumnIsNamed) {
  const record::RecordTable table = link::a_table({"b"}, {{"x"}});
  EXPECT_THROW(Levels(table, model_of({R"("a_l" = "a_r")"})), base::Error);
}

}  // namespace
}  // namespace sanaq::splink
