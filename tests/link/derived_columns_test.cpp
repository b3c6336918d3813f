#include "sanaq/link/derived_columns.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

Feature feature_of(const std::vector<std::string>& cells) {
  Feature feature;
  feature.values = {""};
  for (const std::string& cell : cells) {
    feature.values.push_back(cell);
    feature.codes.push_back(static_cast<std::uint32_t>(feature.values.size() - 1));
  }
  feature.counts.assign(feature.values.size(), 1);
  feature.filled = static_cast<std::int64_t>(cells.size());
  return feature;
}

std::vector<std::string> numbered(const std::string& before, int count, int first = 1900) {
  std::vector<std::string> cells;
  for (int at = 0; at < count; ++at) cells.push_back(before + std::to_string(first + at));
  return cells;
}

// The same rows, with values numbered the other way round.
Feature turned(Feature feature) {
  std::reverse(feature.values.begin() + 1, feature.values.end());
  for (std::uint32_t& code : feature.codes)
    code = static_cast<std::uint32_t>(feature.values.size()) - code;
  return feature;
}

TEST(DerivedColumns, AColumnThatStandsInsideAnotherIsLeftOut) {
  std::vector<Feature> features;
  features.push_back(feature_of(numbered("3 may ", 20)));
  features.push_back(turned(feature_of(numbered("", 20))));
  features.push_back(turned(feature_of(numbered("", 20, 5000))));
  split_words(features);
  drop_derived(features);
  ASSERT_EQ(features.size(), 2u);
  EXPECT_EQ(features[0].values[1], "3 may 1900");
  EXPECT_EQ(features[1].values[1], "5019");
}

TEST(DerivedColumns, OfTwoThatAreTheSameOneStays) {
  std::vector<Feature> features;
  features.push_back(feature_of(numbered("", 20)));
  features.push_back(feature_of(numbered("", 20)));
  split_words(features);
  drop_derived(features);
  EXPECT_EQ(features.size(), 1u);
}

}  // namespace
}  // namespace sanaq::link
