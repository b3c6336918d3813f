#include "sanaq/link/urn.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"

namespace sanaq::link {
namespace {

class UrnOfTheTown : public testing::Test {
 protected:
  record::RecordTable table_ = a_town(100, 30);
  Columns columns_ = columns_of(table_);
  Comparer comparer_{columns_.features};
  PairModel model_ = first_model(
      columns_.features, chance_agreement(columns_.features, comparer_, marks_of(table_), 1),
      excess_agreement(columns_.features), {3160, 0, {false}, {3160}});
  Urn urn_{model_, comparer_};
};

TEST_F(UrnOfTheTown, AGroupOfOneGivesBackThePairsOwnWeight) {
  std::array<std::int8_t, 32> levels{};
  comparer_.compare(0, 1, levels.data());
  const std::vector<std::uint32_t> group{0};
  EXPECT_NEAR(urn_.fit(1, group), pair_log_ratio(model_, comparer_, levels.data(), 0, 1), 0.05);
}

TEST_F(UrnOfTheTown, HowManyFieldsDifferCountsOnce) {
  PairModel tilted = model_;
  tilted.differences.tilt = {3, 0.2, 0.1, 0.1, 0.1};
  Urn urn{tilted, comparer_};
  std::array<std::int8_t, 32> levels{};
  comparer_.compare(0, 1, levels.data());
  const std::vector<std::uint32_t> group{0};
  EXPECT_NEAR(urn.fit(1, group), pair_log_ratio(tilted, comparer_, levels.data(), 0, 1), 0.05);
  EXPECT_NEAR(urn.fit(1, group) - urn_.fit(1, group),
              difference_log_ratio(tilted.differences, 15, 1), 1e-9);
}

TEST_F(UrnOfTheTown, AnEmptyGroupSaysNothing) { EXPECT_DOUBLE_EQ(urn_.fit(0, {}), 0); }

TEST_F(UrnOfTheTown, AStrangerFitsWorseThanTheSamePerson) {
  const std::vector<std::uint32_t> group{0};
  EXPECT_GT(urn_.fit(1, group), urn_.fit(5, group));
  const std::vector<std::uint32_t> right{0, 1}, wrong{0, 5};
  EXPECT_GT(urn_.together(right), urn_.together(wrong));
}

}  // namespace
}  // namespace sanaq::link
