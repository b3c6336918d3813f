#include "sanaq/link/pattern_counts.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(PatternCounts, ASampledPairStandsForAsManyAsItsSample) {
  const record::RecordTable table = a_town(20, 5);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  std::array<std::int8_t, 32> levels{};
  comparer.compare(0, 1, levels.data());
  PatternCounts counts;
  counts.add(comparer, levels.data(), 0, 1, {1, 0, 0});
  counts.add(comparer, levels.data(), 0, 1, {1, 3, 0});
  counts.add(comparer, levels.data(), 0, 1, {1, 3, 1});
  counts.weigh(3, 50);
  const std::vector<PatternCounts::Pattern> patterns = counts.sorted();
  ASSERT_EQ(patterns.size(), 2u);
  EXPECT_EQ(patterns[0].count, 51);
  EXPECT_EQ(patterns[0].squares, 2501);
  EXPECT_EQ(patterns[1].group, 1u);
  EXPECT_EQ(patterns[1].count, 50);
}

}  // namespace
}  // namespace sanaq::link
