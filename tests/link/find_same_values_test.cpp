#include "sanaq/link/find_same_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "link/a_town_of_names.h"
#include "sanaq/base/catalog.h"
#include "sanaq/link/explain.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/link.h"
#include "sanaq/link/model.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

// What the second list calls the thing that the first calls `word`, for this record.
using Said = std::function<std::string(const std::string& word, std::size_t record)>;

constexpr std::array<const char*, 8> trades{"pilot", "weaver", "nurse", "cook",
                                            "guard", "smith",  "tutor", "clerk"};
std::string in_the_other_language(const std::string& word) {
  constexpr std::array<const char*, 8> others{"ұшқыш",   "тоқымашы", "мейірбике", "аспаз",
                                              "күзетші", "ұста",     "мұғалім",   "хатшы"};
  const auto at = std::find(trades.begin(), trades.end(), word) - trades.begin();
  return others[static_cast<std::size_t>(at)];
}

record::RecordTable two_lists_with_trades(std::size_t persons, const Said& second_says) {
  const record::RecordTable town = a_town_of_names(persons, 2);
  num::Rng rng(3, "tests.link.trades");
  std::vector<std::string> trade_of;
  for (std::size_t person = 0; person < persons; ++person)
    trade_of.emplace_back(trades[rng.below(trades.size())]);
  Rows rows;
  for (std::size_t record = 0; record < town.record_count(); ++record) {
    const auto cell = [&](std::size_t column) {
      return town.columns[column].values[town.columns[column].codes[record]];
    };
    const std::string& word = trade_of[record < persons ? record : 2 * (record - persons)];
    rows.push_back({cell(0), cell(1), record < persons ? word : second_says(word, record)});
  }
  record::RecordTable table = a_table({"name", "birth", "occupation"}, rows);
  table.lists = town.lists;
  table.list_of = town.list_of;
  return table;
}

std::vector<SameValues> learnt_from(const record::RecordTable& table) {
  return link(table, {}, silent).model.same_values;
}

TEST(FindSameValues, WordsOfTwoLanguagesAreFoundByThePeopleWhoHaveThem) {
  const auto same = learnt_from(two_lists_with_trades(
      400, [](const std::string& word, std::size_t) { return in_the_other_language(word); }));
  ASSERT_EQ(same.size(), 1U);
  EXPECT_EQ(same[0].column, "occupation");
  ASSERT_EQ(same[0].groups.size(), trades.size());
  for (const std::vector<std::string>& group : same[0].groups) {
    ASSERT_EQ(group.size(), 2U);
    EXPECT_EQ(group[1], in_the_other_language(group[0])) << "the more frequent word stands first";
  }
}

TEST(FindSameValues, WordsThatFallAsChanceHasItAreNotOne) {
  num::Rng rng(4, "tests.link.other_trades");
  EXPECT_TRUE(learnt_from(two_lists_with_trades(600, [&](const std::string&, std::size_t) {
                return in_the_other_language(trades[rng.below(trades.size())]);
              })).empty());
}

// Nine in ten of one list are pilots and nine in ten of the other ұшқыш, whoever they are: each
// word is mostly beside the other, as chance alone has it.
TEST(FindSameValues, TwoWordsThatMostPeopleHaveAreNotOneForThat) {
  num::Rng rng(6, "tests.link.frequent_trades");
  const auto mostly = [&](const std::string& usual, const std::string& else_) {
    return rng.below(10) == 0 ? else_ : usual;
  };
  record::RecordTable table = two_lists_with_trades(600, [&](const std::string&, std::size_t) {
    return mostly(in_the_other_language("pilot"), in_the_other_language("nurse"));
  });
  record::Column& trade = table.columns[2];
  const auto code_of = [&](const std::string& word) {
    return static_cast<std::uint32_t>(std::find(trade.values.begin(), trade.values.end(), word) -
                                      trade.values.begin());
  };
  for (std::size_t record = 0; record < 600; ++record)
    trade.codes[record] = code_of(mostly("pilot", "weaver"));
  EXPECT_TRUE(learnt_from(table).empty());
}

TEST(FindSameValues, TwoPeopleAreTooFewToTell) {
  record::RecordTable table = two_lists_with_trades(
      3000, [](const std::string& word, std::size_t) { return in_the_other_language(word); });
  record::Column& trade = table.columns[2];
  for (const char* const word : {"diver", "сүңгуір"}) {
    trade.values.emplace_back(word);
    trade.canonical.emplace_back(word);
  }
  const auto diver = static_cast<std::uint32_t>(trade.values.size() - 2);
  for (const std::uint32_t person : {4U, 44U}) {  // who stand on the second list too
    trade.codes[person] = diver;
    trade.codes[3000 + person / 2] = diver + 1;
  }
  const auto same = learnt_from(table);
  ASSERT_EQ(same.size(), 1U);
  EXPECT_EQ(same[0].groups.size(), trades.size());
}

TEST(FindSameValues, AWiderWordIsNotOneWithEachThatItCovers) {
  // One word for pilots and weavers, alike frequent: neither has most of it.
  const auto same =
      learnt_from(two_lists_with_trades(600, [](const std::string& word, std::size_t) {
        return in_the_other_language(word == "weaver" ? "pilot" : word);
      }));
  for (const SameValues& of : same) {
    for (const std::vector<std::string>& group : of.groups) {
      EXPECT_LE(group.size(), 2U);
      EXPECT_EQ(std::count(group.begin(), group.end(), "weaver") +
                    std::count(group.begin(), group.end(), "pilot"),
                std::count(group.begin(), group.end(), in_the_other_language("pilot")));
    }
  }
}

TEST(FindSameValues, AListThatUsesBothWordsKeepsThemApart) {
  // The second list says "smith" of half of the guards and "guard" of the rest.
  const auto same =
      learnt_from(two_lists_with_trades(600, [](const std::string& word, std::size_t record) {
        return word == "guard" && record % 2 == 0 ? std::string("smith") : word;
      }));
  EXPECT_TRUE(same.empty());
}

TEST(FindSameValues, TenRowsAreTooFewToTell) {
  EXPECT_TRUE(learnt_from(two_lists_with_trades(10, [](const std::string& word, std::size_t) {
                return in_the_other_language(word);
              })).empty());
}

TEST(FindSameValues, LinksAreBetterByThem) {
  const record::RecordTable table = two_lists_with_trades(
      3000, [](const std::string& word, std::size_t) { return in_the_other_language(word); });
  const Result result = link(table, {}, silent);
  const Comparison* trade = nullptr;
  for (const Comparison& comparison : result.model.comparisons)
    if (comparison.column == "occupation") trade = &comparison;
  ASSERT_NE(trade, nullptr);
  double equal = 0;
  for (std::size_t level = 0; level < exact_levels; ++level) equal += trade->levels[level].m;
  EXPECT_GT(equal, 0.9);
  ASSERT_FALSE(result.warnings.empty());
  EXPECT_EQ(
      base::Catalog().say(result.warnings.back()).find("occupation: words of different lists"), 0U);
}

TEST(FindSameValues, AnExplanationSaysWhatWasWrittenAndWhatItIsTakenFor) {
  const record::RecordTable table = two_lists_with_trades(
      400, [](const std::string& word, std::size_t) { return in_the_other_language(word); });
  const Result result = link(table, {}, silent);
  const Explanation explanation = explain(table, result.model, 0, 400);
  for (const Explanation::Line& line : explanation.lines) {
    if (line.column != "occupation") continue;
    EXPECT_EQ(line.right, in_the_other_language(line.left) + " = " + line.left);
    EXPECT_GT(line.weight_bits, 0);
  }
}

TEST(FindSameValues, IsAskedOnlyOfListsThatHaveHardlyAWordInCommon) {
  const auto may_be_asked = [](const record::RecordTable& table) {
    const Columns columns = columns_of(table);
    const auto may =
        may_have_same_values(columns.features, make_pair_space(table, as_they_stand(table)));
    std::vector<std::string> asked;
    for (std::size_t f = 0; f < may.size(); ++f) {
      if (may[f]) asked.push_back(columns.features[f].column);
    }
    return asked;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(may_be_asked(two_lists_with_trades(
                200, [](const std::string& word, std::size_t) { return word; })),
            Names());
  EXPECT_EQ(
      may_be_asked(two_lists_with_trades(
          200, [](const std::string& word, std::size_t) { return in_the_other_language(word); })),
      Names{"occupation"});
  record::RecordTable one_list = two_lists_with_trades(
      200, [](const std::string& word, std::size_t) { return in_the_other_language(word); });
  one_list.lists.pop_back();
  one_list.list_of.assign(one_list.list_of.size(), 0);
  EXPECT_EQ(may_be_asked(one_list), Names());
}

}  // namespace
}  // namespace sanaq::link
