#include "sanaq/link/kind_of_levels.h"

#include <gtest/gtest.h>

#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

constexpr std::array<Kind, 7> all{Kind::name,   Kind::text,     Kind::date, Kind::code,
                                  Kind::number, Kind::category, Kind::email};

TEST(KindOfLevels, IsFoundByItsName) {
  for (const Kind kind : all) EXPECT_EQ(kind_named(kind_of_levels(kind).name), kind);
  EXPECT_EQ(kind_named("colour"), std::nullopt);
}

TEST(KindOfLevels, EndsWithDiffersAndHasNoMoreLevelsThanAPatternHolds) {
  for (const Kind kind : all) {
    EXPECT_EQ(kind_of_levels(kind).labels.back(), "differs");
    EXPECT_LT(kind_of_levels(kind).labels.size(), no_level + 1);
  }
}

TEST(KindOfLevels, EachDifferenceHasAUsualShareAndTheyAddUp) {
  for (const Kind kind : all) {
    const KindOfLevels& levels = kind_of_levels(kind);
    const std::size_t equal = kind == Kind::name ? 0 : exact_levels;
    EXPECT_EQ(levels.usual_differences.size() + equal, levels.labels.size()) << levels.name;
    EXPECT_NEAR(
        std::accumulate(levels.usual_differences.begin(), levels.usual_differences.end(), 0.0), 1,
        0.01)
        << levels.name;
  }
}

}  // namespace
}  // namespace sanaq::link
