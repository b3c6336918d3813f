#include "sanaq/estimate/settled_lists.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

const std::vector<std::int64_t> four{0,   700, 600, 90, 500, 80, 70, 30,
                                     800, 120, 90,  40, 100, 30, 40, 20};

// The table with one list more: persons of `list`, less those that `loses` takes from the copy.
template <typename Loses>
CaptureTable with_copy(const CaptureTable& table, std::size_t list, Loses loses) {
  CaptureTable copied = table;
  const std::uint32_t bit = 1U << copied.lists.size();
  copied.lists.push_back("copy");
  copied.cells.clear();
  for (const Cell& cell : table.cells) {
    const std::int64_t lost = ((cell.listed >> list) & 1U) != 0 ? loses(cell.count) : cell.count;
    copied.cells.push_back({cell.listed, 0, lost});
    copied.cells.push_back({cell.listed | bit, 0, cell.count - lost});
  }
  return ordered(copied);
}

bool same(const CaptureTable& a, const CaptureTable& b) {
  return a.lists == b.lists && std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(),
                                          b.cells.end(), [](const Cell& x, const Cell& y) {
                                            return x.listed == y.listed &&
                                                   x.not_covered == y.not_covered &&
                                                   x.count == y.count;
                                          });
}

CaptureTable settled_table(const CaptureTable& table) {
  return with_settled(settle_lists(table), table);
}

}  // namespace

TEST(SettledLists, GoodListsStayAsTheyAre) {
  const CaptureTable table = ordered(table_of_counts(four));
  EXPECT_TRUE(same(settled_table(table), table));
  EXPECT_TRUE(settle_lists(table).warnings.empty());
}

TEST(SettledLists, AListOfNobodyIsLeftOutAndSaid) {
  CaptureTable table = table_of_counts({0, 20, 30, 16, 0, 0, 0, 0});
  const SettledLists settled = settle_lists(table);
  EXPECT_EQ(settled.lists, (std::vector<std::string>{"A", "B"}));
  ASSERT_EQ(settled.warnings.size(), 1U);
  EXPECT_EQ(settled.warnings[0].english(), "nobody is on C: it was left out");
  EXPECT_EQ(with_settled(settled, table).observed(), 66);
}

// Whatever list is copied, whole or but for one person in fifty, the table is as if it had not
// been.
RC_GTEST_PROP(SettledLists, AListTwiceCountsOnce, (std::uint64_t seed)) {
  num::Rng rng(seed, "copy");
  const CaptureTable table = ordered(table_of_counts(four));
  const std::size_t list = rng.below(4);
  const bool is_whole = rng.below(2) == 0;
  const CaptureTable copied = with_copy(table, list, [&](std::int64_t count) {
    return is_whole ? 0 : static_cast<std::int64_t>(rng.binomial(count, 0.02));
  });
  const SettledLists settled = settle_lists(copied);
  RC_ASSERT(same(with_settled(settled, copied), table));
  RC_ASSERT(settled.warnings.size() == 1U);
}

TEST(SettledLists, AListThreeTimesCountsOnce) {
  const auto all = [](std::int64_t) { return std::int64_t{0}; };
  const CaptureTable table = ordered(table_of_counts(four));
  CaptureTable twice = with_copy(table, 1, all);
  twice.lists.back() = "first copy";
  EXPECT_TRUE(same(settled_table(with_copy(twice, 1, all)), table));
}

TEST(SettledLists, FewPersonsOnBothAreNoCopyAndAHalfIsNone) {
  // Two lists of the same three persons of 12: chance, with three pairs, gives it often enough.
  const CaptureTable few = table_of_counts({0, 0, 0, 2, 9, 0, 0, 1});
  EXPECT_EQ(settle_lists(few).lists.size(), 3U);
  const CaptureTable table = ordered(table_of_counts(four));
  const CaptureTable half = with_copy(table, 0, [](std::int64_t count) { return count / 2; });
  EXPECT_EQ(settle_lists(half).lists.size(), 5U);
}

TEST(SettledLists, WhatIsSaidOfACopyIsSaidOfTheList) {
  const auto all = [](std::int64_t) { return std::int64_t{0}; };
  const CaptureTable copied = with_copy(ordered(table_of_counts(four)), 0, all);
  const Options options =
      with_settled(settle_lists(copied), {.dependent_lists = {{"copy", "B"}, {"A", "copy"}}});
  EXPECT_EQ(options.dependent_lists, (std::vector<DependentLists>{{"A", "B"}}));
}

TEST(SettledLists, AListIsCoveredWhereOneOfItsCopiesIs) {
  CaptureTable copied =
      with_copy(ordered(table_of_counts(four)), 0, [](std::int64_t) { return std::int64_t{0}; });
  copied.cells.push_back({2, 16, 40});
  copied.cells.push_back({2, 17, 7});
  const CaptureTable counted = settled_table(copied);
  ASSERT_EQ(counted.lists.size(), 4U);
  EXPECT_EQ(counted.cells.back().not_covered, 1U);
  EXPECT_EQ(counted.cells.back().count, 7);
}

TEST(SettledLists, PersonsOfASampledRegisterOnNoListThatCountsAreNotInIt) {
  const SettledLists settled = settle_lists(table_of_counts({0, 20, 30, 16, 0, 0, 0, 0}));
  const CaptureTable sampled = table_of_counts({0, 20, 30, 15, 1, 0, 0, 0});
  EXPECT_EQ(with_settled(settled, sampled).observed(), 65);
}

TEST(SettledLists, KosovoWithAListCopiedIsKosovo) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  const CaptureTable table = ordered(table_of_counts(*counts));
  const CaptureTable copied = with_copy(table, 0, [](std::int64_t) { return std::int64_t{0}; });
  EXPECT_TRUE(same(settled_table(copied), table));
}

}  // namespace sanaq::estimate
