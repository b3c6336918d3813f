#include "sanaq/estimate/how_lists_meet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

// The answer of some method whose number is `total`.
Summary said(const CaptureTable& table, double total) {
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.estimate = Estimate{total, total, {"model", 0.95, total, total}};
  say_how_lists_meet(table, summary);
  return summary;
}

bool says(const std::vector<base::Message>& sentences, std::string_view words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const base::Message& sentence) {
    return sentence.english().find(words) != std::string::npos;
  });
}

}  // namespace

TEST(HowListsMeet, GoodListsGiveNoWord) {
  const Summary summary = said(table_of_counts({0, 20, 30, 9, 40, 8, 7, 6}), 200);
  EXPECT_TRUE(summary.reasons.empty());
  EXPECT_TRUE(summary.warnings.empty());
}

TEST(HowListsMeet, NobodyOnTwoListsIsSaidByWhatStandsBesideIt) {
  const CaptureTable table = table_of_counts({0, 20, 30, 0, 40, 0, 0, 0});
  EXPECT_EQ(said(table, 900).reasons.front().english(),
            "nobody is on two lists here: the number rests on what is expected beforehand, not on "
            "the lists");
  Summary none;
  none.observed = table.observed();
  say_how_lists_meet(table, none);
  EXPECT_EQ(none.reasons.front().english(),
            "nobody is on two lists: no method can give a number here");
}

// A list that meets no other is a warning as long as chance does that.
TEST(HowListsMeet, AnIsolatedListIsWeighedByItsSize) {
  const Summary few = said(table_of_counts({0, 40, 30, 16, 3, 0, 0, 0}), 200);
  EXPECT_TRUE(few.reasons.empty());
  EXPECT_TRUE(
      says(few.warnings, "nobody on C is on any of A, B, as chance may have it (probability"));
  const Summary many = said(table_of_counts({0, 40, 30, 16, 60, 0, 0, 0}), 200);
  EXPECT_TRUE(says(many.reasons, "nobody on C is on any of A, B"));
  EXPECT_TRUE(says(many.reasons, "< 0.0001"));
  // The more people there are, the less it says.
  EXPECT_TRUE(said(table_of_counts({0, 40, 30, 16, 60, 0, 0, 0}), 20'000).reasons.empty());
}

TEST(HowListsMeet, TheIsolatedListIsNamedWhereverItStands) {
  EXPECT_TRUE(says(said(table_of_counts({0, 3, 40, 0, 30, 0, 16, 0}), 200).warnings,
                   "nobody on A is on any of B, C"));
}

TEST(HowListsMeet, WithoutANumberChaosBoundStandsForIt) {
  // Of 90 documented, 45 and 40 would hardly miss each other; of the bound's 1,100 they may.
  const CaptureTable table = table_of_counts({0, 44, 39, 0, 5, 1, 1, 0});
  Summary none;
  none.observed = table.observed();
  say_how_lists_meet(table, none);
  EXPECT_TRUE(none.reasons.empty());
  EXPECT_FALSE(said(table, 90).reasons.empty());
}

TEST(HowListsMeet, TwoListsThatMeetOnlyThroughAThirdAreWeighedToo) {
  // A and B share nobody though both share with C.
  const std::vector<std::int64_t> counts{0, 200, 200, 0, 200, 60, 60, 0};
  const Summary apart = said(table_of_counts(counts), 1200);
  EXPECT_TRUE(says(apart.reasons, "nobody is on both A and B; by chance this has probability"));
  EXPECT_TRUE(said(table_of_counts(counts), 100'000).reasons.empty());
}

TEST(HowListsMeet, AListInsideAnotherIsWeighedByItsSize) {
  const Summary three = said(table_of_counts({0, 20, 0, 2, 40, 15, 0, 1}), 200);
  EXPECT_TRUE(three.reasons.empty());
  const Summary many = said(table_of_counts({0, 20, 0, 16, 40, 15, 0, 11}), 200);
  EXPECT_TRUE(says(many.reasons, "everybody on B is on A too; by chance this has probability"));
}

TEST(HowListsMeet, NearlyInsideIsTheSame) {
  // All but 6 of the 300 on B are among the 900 on A, of 3,000.
  const Summary nearly = said(table_of_counts({0, 500, 5, 200, 2000, 106, 1, 94}), 4000);
  EXPECT_TRUE(says(nearly.reasons, "nearly everybody on B is on A too"));
}

TEST(HowListsMeet, WhomTwoListsCoveredSaysNothingOfIndependence) {
  const CaptureTable chain{
      {"A", "B", "C"}, {{1, 4, 100}, {3, 4, 40}, {2, 1, 80}, {6, 1, 40}, {1, 2, 70}, {5, 2, 30}}};
  EXPECT_TRUE(says(said(chain, 900).reasons, "nobody was covered by three lists"));
}

// Only those count whom both lists covered: lists of two regions do not meet, and need not.
TEST(HowListsMeet, ListsOfTwoRegionsNeedNotMeet) {
  const CaptureTable regions{{"A", "B", "C", "D"},
                             {{1, 2, 100},
                              {5, 2, 40},
                              {9, 2, 30},
                              {12, 2, 50},
                              {4, 2, 60},
                              {2, 1, 100},
                              {6, 1, 40},
                              {10, 1, 30},
                              {12, 1, 50},
                              {8, 1, 60}}};
  EXPECT_TRUE(said(regions, 900).reasons.empty());
}

// Independent lists of any sizes are refused in few tables of a thousand.
TEST(HowListsMeet, IndependentListsAreHardlyEverRefused) {
  int refused = 0;
  for (std::uint64_t i = 0; i < 3000; ++i) {
    num::Rng rng(5, "independent", i);
    const int all = 50 + static_cast<int>(rng.below(400));
    double chance[4];
    for (double& each : chance) each = 0.02 + 0.4 * rng.uniform() * rng.uniform();
    CaptureTable table{{"A", "B", "C", "D"}, {}};
    for (int person = 0; person < all; ++person) {
      std::uint32_t listed = 0;
      for (int list = 0; list < 4; ++list) listed |= rng.uniform() < chance[list] ? 1U << list : 0;
      if (listed != 0) table.cells.push_back({listed, 0, 1});
    }
    const Summary summary = said(table, all);
    refused += !says(summary.reasons, "nobody is on two lists") && !summary.reasons.empty();
  }
  EXPECT_LE(refused, 15);
}

}  // namespace sanaq::estimate
