#include "sanaq/link/pattern_counts.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

TEST(PatternCounts, ASampledPairStandsForAsManyAsItsSample) {
  const record::RecordTable table = a_town(20, 5);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  std::array<std::int8_t, 32> levels{};
  comparer.compare(0, 1, levels.data());
  PatternCounts counts;
  counts.add(comparer, pack_levels(levels.data(), columns.features.size()), 0, 1, {1, 0, 0});
  counts.add(comparer, pack_levels(levels.data(), columns.features.size()), 0, 1, {1, 3, 0});
  counts.add(comparer, pack_levels(levels.data(), columns.features.size()), 0, 1, {1, 3, 1});
  counts.weigh(3, 50);
  const std::vector<PatternCounts::Pattern> patterns = counts.sorted();
  ASSERT_EQ(patterns.size(), 2u);
  EXPECT_EQ(patterns[0].count, 51);
  EXPECT_EQ(patterns[0].squares, 2501);
  EXPECT_EQ(patterns[1].group, 1u);
  EXPECT_EQ(patterns[1].count, 50);
}

// Two pairs whose names agree alike, of a name that many have and of one that few have.
TEST(PatternCounts, RareNamesAreAPatternOfTheirOwn) {
  Rows rows;
  for (int row = 0; row < 40; ++row) rows.push_back({"Serik Ozenov", "1960"});
  for (int row = 0; row < 3; ++row) rows.push_back({"Marat Kudarov", "1961"});
  const Columns columns = columns_of(a_table({"name", "birth"}, rows));
  Comparer comparer(columns.features);
  PatternCounts counts;
  for (const std::uint32_t left : {0U, 1U, 40U}) {
    std::array<std::int8_t, 32> levels{};
    comparer.compare(left, left + 1, levels.data());
    counts.add(comparer, pack_levels(levels.data(), columns.features.size()), left, left + 1, {});
  }
  const std::vector<PatternCounts::Pattern> patterns = counts.sorted();
  ASSERT_EQ(patterns.size(), 2u);
  EXPECT_EQ(patterns[0].levels, patterns[1].levels);
  EXPECT_LT(patterns[0].rarity, patterns[1].rarity);
  EXPECT_EQ(patterns[0].count, 1);
  EXPECT_EQ(patterns[0].sharing, 2);
  EXPECT_EQ(patterns[1].count, 2);
  EXPECT_EQ(patterns[1].sharing, 78);
}

}  // namespace
}  // namespace sanaq::link
