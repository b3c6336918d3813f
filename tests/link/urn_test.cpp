#include "sanaq/link/urn.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/differences.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/score.h"

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
  EXPECT_NEAR(urn.fit(1, two) - urn.fit(1, one), std::log(own + (1 - own) / 2), 1e-6);
}

// A name on three lists: initials that fit a stranger's say little where the whole name does not.
TEST(UrnOfNames, TheWholeNameOutweighsInitialsThatFit) {
  const record::RecordTable certain = a_town_of_names(400, 2);
  Rows rows;
  for (std::size_t record = 0; record < certain.record_count(); ++record)
    rows.push_back({certain.columns[0].values[certain.columns[0].codes[record]],
                    certain.columns[1].values[certain.columns[1].codes[record]]});
  const auto at = static_cast<std::uint32_t>(rows.size());
  rows.push_back({"Г. Д. Жұманов", "1950-01-01"});
  rows.push_back({"Геннадий Дмитриевич Чабрецов", "1950-01-01"});
  rows.push_back({"Геннадий Жұманов", "1950-01-01"});
  const record::RecordTable table = a_table({"name", "birth"}, rows);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const PairModel model = first_model(
      columns.features, chance_agreement(columns.features, comparer, marks_of(table), 1),
      excess_agreement(columns.features), {3160, 0, {false}, {3160}});
  Urn urn(model, comparer);
  const std::vector<std::uint32_t> whole{at + 1}, initials{at}, both{at + 1, at};
  const double denied = urn.fit(at + 2, whole), fitting = urn.fit(at + 2, initials);
  ASSERT_LT(denied, fitting - 2);
  EXPECT_GT(urn.fit(at + 2, both), denied);
  // Drawn from variants it would lose half at most.
  EXPECT_LT(urn.fit(at + 2, both), std::log((std::exp(denied) + std::exp(fitting)) / 2) - 1);
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
