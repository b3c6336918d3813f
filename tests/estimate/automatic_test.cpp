#include "sanaq/estimate/automatic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "sanaq/estimate/leave_one_out.h"
#include "sanaq/estimate/own_lists.h"

namespace sanaq::estimate {
namespace {

CaptureTable table_of(const std::vector<std::int64_t>& counts) {
  CaptureTable table;
  for (int list = 0; list < std::countr_zero(counts.size()); ++list)
    table.lists.push_back(std::string(1, static_cast<char>('A' + list)));
  for (std::uint32_t mask = 1; mask < counts.size(); ++mask) {
    if (counts[mask] > 0) table.cells.push_back({.listed = mask, .count = counts[mask]});
  }
  return table;
}

base::Progress silent;
const std::vector<std::int64_t> four_lists{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};

TEST(Automatic, GivesOneNumberWithBothIntervalsAndItsOwnCheck) {
  const auto summary = estimate_automatic(table_of(four_lists), {}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  EXPECT_TRUE(summary->usable());
  EXPECT_GE(summary->estimate->interval.low, static_cast<double>(summary->observed));
  EXPECT_EQ(summary->unlisted->median + static_cast<double>(summary->observed),
            summary->estimate->median);
  EXPECT_LE(summary->intervals[1].low, summary->intervals[0].low);
  EXPECT_GE(summary->intervals[1].high, summary->intervals[0].high);
  EXPECT_EQ(summary->hidden_lists.size(), 4u);
  EXPECT_EQ(summary->left_out_lists.size(), 4u);
  EXPECT_EQ(summary->merged_lists.size(), 6u);
  EXPECT_EQ(summary->lists_added.size(), 2u);
  EXPECT_NEAR(summary->lists_added[1].median, summary->estimate->median, 1e-9);
  EXPECT_TRUE(summary->prediction);
}

TEST(Automatic, TheNumberFirstAndItsChecksLaterAreTheSameAnswer) {
  const CaptureTable table = table_of(four_lists);
  const Options options, without{.checks_on_own_lists = false};
  auto average = Average::of(table, options, silent);
  ASSERT_TRUE(average);
  const auto whole = estimate_automatic(table, options, silent);
  const auto bare = estimate_automatic(table, without, silent);
  EXPECT_EQ(average->number().total_draws, bare->total_draws);
  EXPECT_EQ(average->number().warnings, bare->warnings);
  const Summary checked = std::move(*average).with_checks(silent);
  EXPECT_EQ(checked.total_draws, whole->total_draws);
  EXPECT_EQ(checked.warnings, whole->warnings);
  EXPECT_EQ(checked.hidden_lists.size(), whole->hidden_lists.size());
  EXPECT_TRUE(checked.prediction);
  EXPECT_FALSE(std::move(*Average::of(table, options, silent)).without_checks(silent).prediction);
}

TEST(Automatic, DrawsFollowTheReportedQuantiles) {
  auto summary = estimate_automatic(table_of(four_lists), {.draws = 20000}, silent);
  std::vector<double>& draws = summary->total_draws;
  std::sort(draws.begin(), draws.end());
  EXPECT_NEAR(draws[10000] / summary->estimate->median, 1, 0.03);
  EXPECT_NEAR(draws[19200] / summary->estimate->interval.high, 1, 0.05);
}

TEST(Automatic, SaysNoWhereNobodyIsOnTwoLists) {
  EXPECT_FALSE(estimate_automatic(table_of({0, 30, 30, 0, 30, 0, 0, 0}), {}, silent)->usable());
}

bool says(const std::vector<base::Message>& sentences, std::string_view part) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const base::Message& sentence) {
    return sentence.id.find(part) != std::string::npos;
  });
}

// Each list has its own people and a handful of common ones: every hidden list is far larger than
// the others tell.
TEST(Automatic, SaysNoWhereItsIntervalHeldHardlyAnyHiddenList) {
  const auto summary = estimate_automatic(
      table_of({0, 900, 900, 0, 900, 0, 0, 40, 900, 0, 0, 40, 0, 40, 40, 300}), {}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  EXPECT_LT(probability_of_so_few_held(summary->hidden_lists), 0.01);
  EXPECT_TRUE(says(summary->reasons, "held the known size of only"));
  EXPECT_FALSE(summary->usable());
  EXPECT_FALSE(says(estimate_automatic(table_of(four_lists), {}, silent)->reasons,
                    "held the known size of only"));
}

TEST(Automatic, IsAveragedWithWhatItsHiddenListsSay) {
  const auto summary = estimate_automatic(table_of(four_lists), {}, silent);
  EXPECT_EQ(summary->model_log_weight, weights_of_hidings(hide_each(four_lists, {})));
  auto posterior = backtested_posterior(four_lists, {});
  posterior.weigh_models(summary->model_log_weight);
  const auto n = static_cast<double>(posterior.observed);
  EXPECT_EQ(summary->estimate->median, n + posterior.unlisted_quantile(0.5));
  EXPECT_EQ(summary->estimate->interval.low, n + posterior.unlisted_quantile(tested_tail));
  EXPECT_EQ(summary->estimate->interval.high, n + posterior.unlisted_quantile(1 - tested_tail));
}

TEST(Automatic, ThreeListsAreAveragedWithModelsAlike) {
  const auto summary = estimate_automatic(table_of({0, 60, 50, 12, 70, 14, 11, 9}), {}, silent);
  EXPECT_EQ(summary->model_log_weight, std::vector<double>(averaged_models().size(), 0.0));
}

TEST(Automatic, WithoutChecksTheNumberIsTheSame) {
  const auto with = estimate_automatic(table_of(four_lists), {}, silent),
             without =
                 estimate_automatic(table_of(four_lists), {.checks_on_own_lists = false}, silent);
  EXPECT_EQ(with->estimate->interval.high, without->estimate->interval.high);
  EXPECT_TRUE(without->hidden_lists.empty());
}

TEST(Automatic, SaysWhatWasTestedAndWhereLessHeld) {
  const auto thick = estimate_automatic(table_of(four_lists), {}, silent),
             thin = estimate_automatic(table_of({0, 30, 30, 4, 30, 3, 3, 1}), {}, silent);
  EXPECT_TRUE(says(thick->warnings, "quantiles .04 and .96"));
  EXPECT_FALSE(says(thick->warnings, "four known sizes in five"));
  EXPECT_TRUE(says(thin->warnings, "four known sizes in five"));
}

TEST(Automatic, DoesNotApplyToTwoLists) {
  EXPECT_FALSE(estimate_automatic(table_of({0, 30, 30, 5}), {}, silent).has_value());
}

TEST(Automatic, ListsThatDidNotCoverEverybodyAreNotListsWithoutThem) {
  CaptureTable partly = table_of(four_lists);
  partly.cells[0].not_covered = 8;
  const auto summary = estimate_automatic(partly, {}, silent);
  ASSERT_TRUE(summary && summary->estimate);
  EXPECT_EQ(summary->total_draws.size(), 4000u);
  EXPECT_FALSE(summary->warnings.empty());
}

}  // namespace
}  // namespace sanaq::estimate
