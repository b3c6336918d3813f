#include "sanaq/link/urn.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

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

// Rows 0 and 1 are one person whose town has a slip on the second; a copy of the first beside it
// says that the slip is the second's own, which of two rows nobody knows: half of the slips are,
// and with two rows beside it half of the other half are still in doubt.
TEST_F(UrnOfTheTown, ASlipAgainstSeveralIsTheRecordsOwn) {
  record::RecordTable table = table_;
  for (record::Column& column : table.columns) column.codes.push_back(column.codes[0]);
  table.list_of.push_back(0);
  table.ids.push_back("copy");
  table.rows.push_back(999);
  table.identities.push_back("copy of the first");
  Columns columns = columns_of(table);
  // Towns alone, since a record that agrees is the surer the more it agrees with.
  PairModel towns;
  towns.fields = {model_.fields.back()};
  towns.prior_match = model_.prior_match;
  towns.differences.share = {model_.differences.share.back()};
  columns.features.erase(columns.features.begin(), columns.features.end() - 1);
  Comparer comparer(columns.features);
  Urn urn(towns, comparer);
  std::int8_t level = 0;
  comparer.compare(0, 1, &level);
  ASSERT_TRUE(is_different(columns.features[0].kind, level));
  const auto copy = static_cast<std::uint32_t>(table.record_count()) - 1;
  const std::vector<std::uint32_t> one{0}, two{0, copy};
  const double own = (1 - std::sqrt(1 - towns.differences.share[0])) / towns.differences.share[0];
  constexpr double damping = 0.95;
  EXPECT_NEAR(urn.fit(1, two) / damping - urn.fit(1, one), std::log(own + (1 - own) / 2), 1e-6);
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
