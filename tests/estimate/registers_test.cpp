#include "sanaq/estimate/registers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "sanaq/estimate/estimate.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

CaptureTable table(std::int64_t on_two) {
  CaptureTable made{.lists = {"A", "B", "C"}, .cells = {}};
  const std::int64_t counts[8] = {0, 60, 50, on_two, 70, on_two, on_two, 9};
  for (std::uint32_t mask = 1; mask < 8; ++mask)
    made.cells.push_back({.listed = mask, .count = counts[mask]});
  return made;
}

TEST(Registers, WithoutSampledRegistersTheAnswerIsThatOfTheOneTable) {
  const Summary alone = estimate(table(12), {}, silent),
                averaged = estimate_over_registers(table(12), {}, {}, silent);
  EXPECT_EQ(alone.estimate->median, averaged.estimate->median);
  EXPECT_EQ(averaged.register_count, 0);
}

TEST(Registers, WhatIsDoneMeanwhileIsDoneOnceWhereThereIsANumber) {
  int times = 0;
  const auto meanwhile = [&] { ++times; };
  for (const std::size_t registers : {0U, 3U}) {
    const std::vector<CaptureTable> sampled(registers, table(12));
    times = 0;
    (void)estimate_over_registers(table(12), sampled, {}, silent, meanwhile);
    EXPECT_EQ(times, 1) << registers;
  }
}

TEST(Registers, RegistersThatAgreeAddNoWidth) {
  const std::vector<CaptureTable> sampled(20, table(12));
  const Summary averaged = estimate_over_registers(table(12), sampled, {}, silent);
  EXPECT_EQ(averaged.register_count, 20);
  EXPECT_NEAR(*averaged.link_share, 0, 1e-9);
  EXPECT_NEAR(
      averaged.estimate->interval.high / estimate(table(12), {}, silent).estimate->interval.high, 1,
      0.1);
}

TEST(Registers, RegistersThatDisagreeWidenTheIntervalAndSayHowMuch) {
  std::vector<CaptureTable> sampled;
  for (int draw = 0; draw < 20; ++draw) sampled.push_back(table(draw % 2 == 0 ? 4 : 30));
  const Summary averaged = estimate_over_registers(table(12), sampled, {}, silent);
  const Summary alone = estimate(table(12), {}, silent);
  EXPECT_GT(*averaged.link_share, 0.2);
  EXPECT_GT(averaged.estimate->interval.high / averaged.estimate->interval.low,
            alone.estimate->interval.high / alone.estimate->interval.low);
}

bool says_why(const Summary& summary) {
  return std::any_of(summary.warnings.begin(), summary.warnings.end(),
                     [](const base::Message& sentence) {
                       return sentence.english().find("need not add up") != std::string::npos;
                     });
}

bool says_they_contradict(const Summary& summary) {
  return std::any_of(summary.reasons.begin(), summary.reasons.end(), [](const auto& sentence) {
    return sentence.english().find("contradict each other") != std::string::npos;
  });
}

// What is documented, on no list and in all adds up, or the answer says why it cannot: the register
// that is published is another than those sampled, a little or so much that no number is quoted.
RC_GTEST_PROP(Registers, TheThreeNumbersAddUpOrItIsSaidWhy, (std::uint64_t seed)) {
  num::Rng rng(seed, "registers");
  const std::int64_t here = 5 + static_cast<std::int64_t>(rng.below(30));
  const bool differ = rng.below(2) == 0;
  std::vector<CaptureTable> sampled;
  for (int draw = 0; draw < 4; ++draw)
    sampled.push_back(table(here + (differ ? static_cast<std::int64_t>(rng.below(6)) : 0)));
  const Options options{.checks_on_own_lists = false, .alternatives = false};
  const Summary summary = estimate_over_registers(table(here), sampled, options, silent);
  const bool add_up =
      static_cast<double>(summary.observed) + summary.unlisted->median == summary.estimate->median;
  RC_ASSERT(add_up || says_why(summary) || says_they_contradict(summary));
  RC_ASSERT(!(add_up && says_why(summary)));
  if (!differ) RC_ASSERT(add_up);
}

// The lists are settled in the published register; the sampled ones follow it.
TEST(Registers, AListTwiceCountsOnceInEveryRegister) {
  const auto with_copy = [](CaptureTable one) {
    one.lists.push_back("copy");
    for (Cell& cell : one.cells) cell.listed |= (cell.listed & 1) << 3;
    return one;
  };
  std::vector<CaptureTable> sampled, copied;
  for (int draw = 0; draw < 4; ++draw) {
    sampled.push_back(table(12 + draw));
    copied.push_back(with_copy(sampled.back()));
    copied.back().cells.push_back({8, 0, 1});  // one person whose record was not linked
    sampled.back().cells.push_back({1, 0, 1});
  }
  const Options options{.checks_on_own_lists = false, .alternatives = false};
  const Summary plain = estimate_over_registers(table(12), sampled, options, silent),
                same = estimate_over_registers(with_copy(table(12)), copied, options, silent);
  EXPECT_EQ(plain.estimate->median, same.estimate->median);
  EXPECT_EQ(plain.unlisted->median, same.unlisted->median);
  EXPECT_EQ(same.register_count, 4);
}

bool says(const std::vector<base::Message>& sentences, std::string_view part) {
  for (const base::Message& sentence : sentences) {
    if (sentence.id.find(part) != std::string::npos) return true;
  }
  return false;
}

TEST(Registers, ADocumentedNumberFarFromAllSampledOnesIsNotUsable) {
  const std::vector<CaptureTable> alike(5, table(12)), smaller(5, table(4));
  Options options{.checks_on_own_lists = false, .alternatives = false};
  EXPECT_FALSE(says(estimate_over_registers(table(12), alike, options, silent).reasons,
                    "contradict each other"));
  const Summary apart = estimate_over_registers(table(12), smaller, options, silent);
  EXPECT_TRUE(says(apart.reasons, "contradict each other"));
  EXPECT_FALSE(apart.usable());
}

// Everybody is on all lists: nobody is missing, and half as many persons as are documented.
TEST(Registers, ATotalBelowTheDocumentedNumberIsNotUsable) {
  const CaptureTable many{.lists = {"A", "B", "C"}, .cells = {{.listed = 7, .count = 400}}},
      few{.lists = {"A", "B", "C"}, .cells = {{.listed = 7, .count = 200}}};
  Options options{.checks_on_own_lists = false, .alternatives = false};
  const Summary summary =
      estimate_over_registers(many, std::vector<CaptureTable>(3, few), options, silent);
  EXPECT_TRUE(says(summary.reasons, "there are fewer persons in all"));
}

TEST(Registers, WhereTheNumbersDoNotAddUpThePageSaysWhy) {
  Options options{.checks_on_own_lists = false, .alternatives = false};
  const std::vector<CaptureTable> sampled{table(11), table(12), table(10)};
  const Summary summary = estimate_over_registers(table(12), sampled, options, silent);
  EXPECT_EQ(
      static_cast<double>(summary.observed) + summary.unlisted->median != summary.estimate->median,
      says(summary.warnings, "need not add up"));
  EXPECT_FALSE(says(summary.reasons, "contradict each other"));
}

}  // namespace
}  // namespace sanaq::estimate
