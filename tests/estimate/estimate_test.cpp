#include "sanaq/estimate/estimate.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;
const std::vector<std::int64_t> good{0, 70, 60, 9, 50, 8, 7, 3};

}  // namespace

TEST(Estimate, EveryAnswerHasChaosBoundAndTheMethodAskedFor) {
  for (const Method method : {Method::automatic, Method::loglinear, Method::chao}) {
    const Summary summary = estimate(table_of_counts(good), {.method = method}, silent);
    EXPECT_EQ(summary.method, method);
    EXPECT_GT(summary.chao_lower_bound, 207);
    ASSERT_TRUE(summary.estimate);
    EXPECT_NEAR(summary.estimate->median - summary.unlisted->median, 207, 1e-6);
  }
}

TEST(Estimate, TwoListsAreAnsweredByChapman) {
  const Summary summary = estimate(table_of_counts({0, 50, 60, 30}), {}, silent);
  ASSERT_TRUE(summary.estimate);
  EXPECT_NEAR(summary.estimate->median, 81.0 * 91 / 31 - 1, 1e-9);
  EXPECT_FALSE(summary.usable());
}

TEST(Estimate, WhatIsDoneMeanwhileSeesTheNumberAndChangesNothing) {
  int calls = 0;
  double median = 0;
  const Summary with = estimate(table_of_counts(good), {}, silent, [&](const Summary& so_far) {
    ++calls;
    median = so_far.estimate->median;
    EXPECT_FALSE(so_far.total_draws.empty());
    EXPECT_EQ(so_far.alternatives.front().method, Method::decomposable);
  });
  const Summary without = estimate(table_of_counts(good), {}, silent);
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(median, without.estimate->median);
  EXPECT_EQ(with.total_draws, without.total_draws);
  ASSERT_EQ(with.alternatives.size(), without.alternatives.size());
  EXPECT_EQ(with.alternatives.front().method, Method::latent_class);
  (void)estimate(table_of_counts(good), {.method = Method::loglinear}, silent,
                 [&](const Summary& /*so_far*/) { ++calls; });
  EXPECT_EQ(calls, 2);
}

TEST(Estimate, TheOrderOfCellsDoesNotMatter) {
  CaptureTable table = table_of_counts(good);
  const Summary forwards = estimate(table, {.method = Method::loglinear}, silent);
  std::reverse(table.cells.begin(), table.cells.end());
  EXPECT_EQ(estimate(table, {.method = Method::loglinear}, silent).estimate->median,
            forwards.estimate->median);
}

// No number stands beside the words that none can be given, by whatever method.
TEST(Estimate, WhereNobodyIsOnTwoListsThereIsNoNumberAnywhere) {
  const CaptureTable none = table_of_counts({0, 300, 200, 0, 100, 0, 0, 0}),
                     apart{{"A", "B", "C"}, {{1, 6, 300}, {2, 5, 200}, {4, 3, 100}}};
  for (const CaptureTable& table : {none, apart}) {
    for (const char* name :
         {"auto", "lcm", "dga", "loglinear", "sparse", "threshold", "chao", "chapman", "all"}) {
      const Summary summary = estimate(table, {.method = *method_from_name(name)}, silent);
      EXPECT_FALSE(summary.estimate || summary.unlisted) << name;
      EXPECT_FALSE(summary.usable()) << name;
      EXPECT_TRUE(summary.alternatives.empty()) << name;
      EXPECT_EQ(summary.chao_lower_bound, 0) << name;
      EXPECT_EQ(summary.reasons.front().english(),
                "nobody is on two lists: no method can give a number here");
    }
  }
}

// What the overlaps refuse is answered at once: with the number, without what would take longer.
TEST(Estimate, WhatOverlapsRefuseIsNotCheckedFurther) {
  CaptureTable inside =
      table_of_counts({0, 700, 600, 90, 500, 80, 70, 30, 800, 120, 90, 40, 100, 30, 40, 20});
  inside.lists.push_back("half of A");
  std::vector<Cell> halves;
  for (Cell& cell : inside.cells) {
    if ((cell.listed & 1U) == 0) continue;
    halves.push_back({cell.listed | 16U, 0, cell.count / 2});
    cell.count -= cell.count / 2;
  }
  inside.cells.insert(inside.cells.end(), halves.begin(), halves.end());
  const Summary summary = estimate(inside, {}, silent);
  EXPECT_TRUE(summary.estimate);
  EXPECT_FALSE(summary.usable());
  EXPECT_TRUE(summary.alternatives.empty());
  EXPECT_TRUE(summary.hidden_lists.empty());
  EXPECT_TRUE(summary.prior_answers.empty());
  EXPECT_EQ(summary.warnings.back().english().find("no other method was asked"), 0U);
}

TEST(Estimate, ListsThatNeverLookedAtTheSamePeopleAreEstimatedApart) {
  const CaptureTable parts{
      {"A", "B", "C", "D"},
      {{1, 12, 100}, {2, 12, 80}, {3, 12, 40}, {4, 3, 100}, {8, 3, 80}, {12, 3, 40}}};
  const Summary summary = estimate(parts, {}, silent);
  EXPECT_FALSE(summary.estimate);
  EXPECT_NE(summary.reasons.front().english().find("A, B and C, D never covered the same people"),
            std::string::npos);
}

// The bytes of the answer, but for its time.
std::string numbers_of(const Summary& summary) {
  std::string text;
  for (const double value :
       {summary.estimate->median, summary.estimate->mean, summary.estimate->interval.low,
        summary.estimate->interval.high, summary.unlisted->median, summary.chao_lower_bound})
    text += std::to_string(value) + " ";
  for (const HiddenList& list : summary.hidden_lists) text += std::to_string(list.median) + " ";
  for (const double draw : summary.total_draws) text += std::to_string(draw) + " ";
  return text;
}

TEST(Estimate, AListOfNobodyAndAListTwiceChangeNothing) {
  const std::vector<std::int64_t> counts{0,   700, 600, 90, 500, 80, 70, 30,
                                         800, 120, 90,  40, 100, 30, 40, 20};
  CaptureTable table = table_of_counts(counts), more = table;
  more.lists.insert(more.lists.end(), {"B again", "nobody"});
  for (Cell& cell : more.cells) cell.listed |= (cell.listed & 2) << 3;
  for (const Method method : {Method::automatic, Method::loglinear, Method::chao}) {
    const Options options{.method = method, .alternatives = false};
    const Summary plain = estimate(table, options, silent), same = estimate(more, options, silent);
    EXPECT_EQ(numbers_of(plain), numbers_of(same));
    EXPECT_EQ(same.lists, table.lists);
    EXPECT_EQ(same.warnings.size(), plain.warnings.size() + 2);
    EXPECT_EQ(same.usable(), plain.usable());
  }
}

TEST(Estimate, WhatLeavesOneListHasNoNumber) {
  const Summary summary = estimate({{"A", "B"}, {{1, 0, 40}}}, {}, silent);
  EXPECT_FALSE(summary.estimate);
  EXPECT_EQ(summary.reasons.front().english(),
            "A alone cannot say how many it missed: no method can give a number here");
}

TEST(Estimate, OfTwoListsEveryMethodSaysThatIndependenceIsUntested) {
  for (const char* name : {"auto", "loglinear", "sparse", "threshold", "chao", "chapman", "all"}) {
    const Summary summary =
        estimate(table_of_counts({0, 50, 60, 30}), {.method = *method_from_name(name)}, silent);
    EXPECT_FALSE(summary.usable()) << name;
    int said = 0;
    for (const base::Message& reason : summary.reasons)
      said +=
          reason.english().find("nobody can test whether they are independent") != std::string::npos
              ? 1
              : 0;
    EXPECT_EQ(said, 1) << name;
  }
}

TEST(Estimate, BothBoundsStandBesideTheNumber) {
  const Summary summary = estimate(table_of_counts(good), {.method = Method::chao}, silent);
  ASSERT_TRUE(summary.chao_with_list_effects);
  EXPECT_LE(*summary.chao_with_list_effects, summary.chao_lower_bound + 1e-9);
  EXPECT_GT(*summary.chao_with_list_effects, 207);
}

TEST(Estimate, ATableThatIsNoneIsRefused) {
  EXPECT_THROW((void)estimate({{"A", "B", "C"}, {{0, 0, 4}}}, {}, silent), base::Error);
}

}  // namespace sanaq::estimate
