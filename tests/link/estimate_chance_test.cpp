#include "sanaq/link/estimate_chance.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

TEST(EstimateChance, OfEachFieldAddsUpToOneOverItsLevels) {
  PreparedTable town(a_town_of_names(600, 2));
  const ChanceAgreement chance = estimate_chance(town.records, town.crew);
  ASSERT_EQ(chance.of_all.size(), town.records.columns.features.size());
  for (const std::vector<double>& u : chance.of_all)
    EXPECT_NEAR(std::accumulate(u.begin(), u.end(), 0.0), 1, 1e-6);
}

// Six places, alike frequent: strangers agree on one in six.
TEST(EstimateChance, IsTheShareOfStrangersWhoAgree) {
  PreparedTable town(a_town_of_names(600, 2));
  const ChanceAgreement chance = estimate_chance(town.records, town.crew);
  for (std::size_t f = 0; f < chance.of_all.size(); ++f) {
    if (town.records.columns.features[f].column != "place") continue;
    const std::vector<double>& u = chance.of_all[f];
    EXPECT_NEAR(std::accumulate(u.begin(), u.begin() + exact_levels, 0.0), 1.0 / 6, 0.02);
    return;
  }
  FAIL() << "place is compared";
}

TEST(EstimateChance, OfOneListIsTheSameForAllPairs) {
  PreparedTable one(a_town(300, 50)), two(a_town_of_names(2000, 2));
  for (const auto& groups : estimate_chance(one.records, one.crew).by_group)
    EXPECT_TRUE(groups.empty());
  std::size_t with_groups = 0;
  for (const auto& groups : estimate_chance(two.records, two.crew).by_group)
    with_groups += !groups.empty();
  EXPECT_EQ(with_groups, two.records.columns.features.size());
}

TEST(EstimateChance, IsTheSameOnAnyNumberOfThreads) {
  PreparedTable one(a_town_of_names(900, 2)), three(a_town_of_names(900, 2), {}, 3);
  const ChanceAgreement alone = estimate_chance(one.records, one.crew);
  const ChanceAgreement together = estimate_chance(three.records, three.crew);
  EXPECT_EQ(alone.of_all, together.of_all);
  EXPECT_EQ(alone.by_group, together.by_group);
  EXPECT_EQ(alone.moments.matches, together.moments.matches);
}

TEST(EstimateChance, SaysThatColumnsHardlyTellPersonsApartUnlessTheyNeverDo) {
  Moments moments;
  EXPECT_TRUE(warnings_of(moments).empty());
  moments.is_identifiable = false;
  EXPECT_EQ(warnings_of(moments).size(), 1u);
  moments.is_hopeless = true;
  EXPECT_TRUE(warnings_of(moments).empty()) << "then nothing is linked, and that is said";
}

}  // namespace
}  // namespace sanaq::link
