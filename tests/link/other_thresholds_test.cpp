#include "sanaq/link/other_thresholds.h"

#include <gtest/gtest.h>

#include <set>

#include "link/a_table.h"
#include "sanaq/link/link.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

std::set<std::pair<std::uint32_t, std::uint32_t>> links_of(const Result& result) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> links;
  for (std::uint32_t left = 0; left < result.person_of.size(); ++left) {
    for (std::uint32_t right = left + 1; right < result.person_of.size(); ++right) {
      if (result.person_of[left] == result.person_of[right]) links.emplace(left, right);
    }
  }
  return links;
}

}  // namespace

TEST(OtherThresholds, TheyLieEvenlyByTheirLogOdds) {
  const std::vector<double> thresholds = thresholds_told(201);
  ASSERT_EQ(thresholds.size(), 201U);
  EXPECT_NEAR(thresholds.front(), 0.001, 1e-12);
  EXPECT_NEAR(thresholds[100], 0.5, 1e-12);
  EXPECT_NEAR(thresholds.back(), 0.999, 1e-12);
  EXPECT_TRUE(thresholds_told(0).empty());
}

TEST(OtherThresholds, ADifferenceCountsPairsOfRecordsNotOfUnits) {
  const std::vector<std::size_t> settled = {0, 0, 2}, other = {0, 1, 1};
  const std::vector<std::uint32_t> sizes = {2, 1, 3};
  AtThreshold told;
  add_difference(settled, other, sizes, told);
  EXPECT_EQ(told.persons, 0);
  EXPECT_EQ(told.made, 3);
  EXPECT_EQ(told.lost, 2);
}

// The slow twin: linking anew with each threshold.
TEST(OtherThresholds, WhatIsToldIsWhatAnotherLinkingWithThatThresholdMakes) {
  const record::RecordTable table = a_town(80, 30);
  Options options;
  options.thresholds = 7;
  const Result result = link(table, options, silent);
  ASSERT_EQ(result.thresholds.size(), 7U);
  const auto links = links_of(result);
  for (const AtThreshold& told : result.thresholds) {
    Options again;
    again.threshold = told.threshold;
    const Result other = link(table, again, silent);
    const auto others = links_of(other);
    std::int64_t made = 0, lost = 0;
    for (const auto& pair : others) made += links.contains(pair) ? 0 : 1;
    for (const auto& pair : links) lost += others.contains(pair) ? 0 : 1;
    EXPECT_EQ(told.persons, other.person_count - result.person_count) << told.threshold;
    EXPECT_EQ(told.made, made) << told.threshold;
    EXPECT_EQ(told.lost, lost) << told.threshold;
  }
  // Looking changes nothing.
  EXPECT_EQ(link(table, {}, silent).person_of, result.person_of);
}

}  // namespace sanaq::link
