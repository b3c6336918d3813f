#include "sanaq/link/two_units.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/constraints.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/options.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {
namespace {

class TwoRecords : public testing::Test {
 protected:
  TwoRecords() {
    for (std::uint32_t unit = 0; unit < 130; ++unit) records_of_unit_.push_back({unit});
    for (FieldModel& field : doubtful_.fields) field.m = field.u;
  }
  record::RecordTable table_ = a_town(100, 30);
  Columns columns_ = columns_of(table_);
  Comparer comparer_{columns_.features};
  PairModel model_ = first_model(
      columns_.features, chance_agreement(columns_.features, comparer_, marks_of(table_), 1),
      excess_agreement(columns_.features), {130.0 * 129 / 2, 0, {false}, {0}});
  PairModel doubtful_ = model_;
  CapturePrior prior_{{130}, {false}, 30, 0};
  Constraints constraints_ = make_constraints(table_, Options{}, as_they_stand(table_));
  std::vector<std::vector<std::uint32_t>> records_of_unit_;
};

bool are_one(const auto& component) { return component.group_of()[0] == component.group_of()[1]; }

// Of what Component says and does, nothing is lost and nothing is another number.
TEST_F(TwoRecords, AreWhatComponentMakesOfThem) {
  int joined = 0, drawn_together = 0, settled = 0;
  for (const PairModel* model : {&model_, &doubtful_}) {
    Gains gains{*model, comparer_};
    const Surroundings around{&constraints_, &records_of_unit_, &gains, &prior_};
    for (std::uint32_t left = 0; left + 1 < 130; ++left) {
      Component slow{{left, left + 1}, {{left, left + 1}}};
      TwoUnits quick(left, left + 1);
      const auto both = [&](const auto& work) { work(slow), work(quick); };
      for (const double limit : {10.0, 3.0, 0.0}) {
        both([&](auto& component) { component.merge(around, limit); });
        ASSERT_EQ(are_one(slow), are_one(quick));
        both([&](auto& component) { component.improve(around); });
        ASSERT_EQ(are_one(slow), are_one(quick));
        joined += are_one(quick);
      }
      for (std::uint64_t stream = 1; stream < 30; ++stream) {
        both([&](auto& component) { component.sweep(around, stream * 0x9E3779B97F4A7C15ULL); });
        ASSERT_EQ(are_one(slow), are_one(quick));
      }
      both([&](auto& component) { EXPECT_TRUE(component.count_all(around)); });
      ASSERT_EQ(slow.pair_probability(left, left + 1), quick.pair_probability(left, left + 1));
      num::Rng rng(left, "tests.link.two_units"), same(left, "tests.link.two_units");
      slow.draw(rng), quick.draw(same);
      ASSERT_EQ(are_one(slow), are_one(quick));
      drawn_together += are_one(quick);
      both([&](auto& component) { component.settle(around, 0.5); });
      ASSERT_EQ(are_one(slow), are_one(quick));
      ASSERT_EQ(slow.group_probability(slow.group_of()[1]),
                quick.group_probability(quick.group_of()[1]));
      settled += are_one(quick);
    }
  }
  EXPECT_GT(joined, 30);
  EXPECT_GT(drawn_together, 15);
  EXPECT_GT(settled, 15);
}

TEST_F(TwoRecords, ThatMayNotBeOnePersonNeverAre) {
  constraints_.apart[0] = {1};
  constraints_.apart[1] = {0};
  Gains gains{model_, comparer_};
  const Surroundings around{&constraints_, &records_of_unit_, &gains, &prior_};
  TwoUnits two(0, 1);
  two.improve(around);
  EXPECT_FALSE(are_one(two));
  two.sweep(around, 1);
  EXPECT_FALSE(are_one(two));
  ASSERT_TRUE(two.count_all(around));
  EXPECT_EQ(two.pair_probability(0, 1), 0);
  num::Rng rng(1, "tests.link.two_units");
  two.draw(rng);
  EXPECT_FALSE(are_one(two));
}

}  // namespace
}  // namespace sanaq::link
