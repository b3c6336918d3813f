#include "sanaq/link/component.h"

#include <gtest/gtest.h>

#include <numeric>

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

class OneComponent : public testing::Test {
 protected:
  OneComponent() {
    for (std::uint32_t unit = 0; unit < 4; ++unit) records_of_unit_.push_back({unit});
    around_ = std::make_unique<Surroundings>(
        Surroundings{&constraints_, &records_of_unit_, &gains_, &prior_});
  }
  record::RecordTable table_ = a_town(2, 2);  // rows 0, 1 are one person, rows 2, 3 another
  record::RecordTable large_ = a_town(100, 30);
  Columns columns_ = columns_of(large_);
  Comparer comparer_{columns_.features};
  PairModel model_ = first_model(
      columns_.features, chance_agreement(columns_.features, comparer_, marks_of(large_), 1),
      excess_agreement(columns_.features), {130.0 * 129 / 2, 0, {false}, {0}});
  CapturePrior prior_{{4}, {false}, 2, 0};
  Constraints constraints_ = make_constraints(large_, Options{}, as_they_stand(large_));
  std::vector<std::vector<std::uint32_t>> records_of_unit_;
  Gains gains_{model_, comparer_};
  std::unique_ptr<Surroundings> around_;
  Component component_{{0, 1, 2, 3}, {{0, 1}, {1, 2}, {2, 3}}};
};

TEST_F(OneComponent, AChainIsNotGluedByItsWeakLink) {
  component_.merge(*around_, 0);
  component_.improve(*around_);
  EXPECT_EQ(component_.group_of()[0], component_.group_of()[1]);
  EXPECT_EQ(component_.group_of()[2], component_.group_of()[3]);
  EXPECT_NE(component_.group_of()[1], component_.group_of()[2]);
}

// Rows 0 to 3 are in doubt among each other, and so are rows 4 to 7, which may be there or not.
TEST_F(OneComponent, WhatIsDrawnOfSomeUnitsDoesNotDependOnOthers) {
  for (std::uint32_t unit = 4; unit < 8; ++unit) records_of_unit_.push_back({unit});
  using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  const Edges few{{4, 5}, {5, 6}, {6, 7}};
  Edges more{{0, 1}, {1, 2}, {2, 3}};
  more.insert(more.end(), few.begin(), few.end());
  Component alone{{4, 5, 6, 7}, few}, beside{{0, 1, 2, 3, 4, 5, 6, 7}, more};
  PairModel doubtful = model_;
  for (FieldModel& field : doubtful.fields) field.m = field.u;
  Gains gains{doubtful, comparer_};
  around_->gains = &gains;
  num::Rng rng(2, "tests.link.component");
  int joined = 0;
  for (int sweep = 0; sweep < 500; ++sweep) {
    const std::uint64_t stream = rng.bits();
    alone.sweep(*around_, stream);
    beside.sweep(*around_, stream);
    joined += alone.group_of()[0] == alone.group_of()[1];
    for (std::size_t left = 0; left < 4; ++left) {
      for (std::size_t right = left + 1; right < 4; ++right)
        ASSERT_EQ(alone.group_of()[left] == alone.group_of()[right],
                  beside.group_of()[left + 4] == beside.group_of()[right + 4])
            << sweep;
    }
  }
  EXPECT_GT(joined, 50);
  EXPECT_LT(joined, 450);
}

TEST_F(OneComponent, SweepsGiveProbabilities) {
  component_.merge(*around_, 0);
  num::Rng rng(1, "tests.link.component");
  for (int sweep = 0; sweep < 20; ++sweep) {
    component_.sweep(*around_, rng.bits());
    component_.keep();
  }
  component_.settle(*around_, 0.5);
  EXPECT_GT(component_.pair_probability(0, 1), 0.9);
  EXPECT_LT(component_.pair_probability(1, 2), 0.1);
  EXPECT_EQ(component_.group_of()[0], component_.group_of()[1]);
  EXPECT_EQ(component_.group_of()[2], component_.group_of()[3]);
  EXPECT_NE(component_.group_of()[1], component_.group_of()[2]);
  // What must not be one person is none, however probable it was.
  constraints_.apart[0] = {1};
  constraints_.apart[1] = {0};
  component_.settle(*around_, 0.5);
  EXPECT_NE(component_.group_of()[0], component_.group_of()[1]);
  EXPECT_EQ(component_.group_of()[2], component_.group_of()[3]);
}

TEST_F(OneComponent, CountingAllSaysWhatManySweepsSay) {
  Component sampled = component_;
  num::Rng rng(1, "tests.link.component");
  for (int sweep = 0; sweep < 4000; ++sweep) {
    sampled.sweep(*around_, rng.bits());
    sampled.keep();
  }
  ASSERT_TRUE(component_.count_all(*around_));
  for (std::uint32_t left = 0; left < 4; ++left) {
    for (std::uint32_t right = left + 1; right < 4; ++right)
      EXPECT_NEAR(component_.pair_probability(left, right), sampled.pair_probability(left, right),
                  0.02);
  }
  component_.draw(rng);
  component_.settle(*around_, 0.5);
  EXPECT_EQ(component_.group_of()[0], component_.group_of()[1]);
  EXPECT_NE(component_.group_of()[1], component_.group_of()[2]);
}

// Where nothing is sure: two records are joined in as many sweeps as is probable. (Of more than two
// the urn does not quite forget the order.)
TEST_F(OneComponent, SweepsJoinTwoDoubtfulRecordsAsOftenAsIsProbable) {
  PairModel doubtful = model_;
  for (FieldModel& field : doubtful.fields) field.m = field.u;
  Gains gains{doubtful, comparer_};
  around_->gains = &gains;
  Component counted{{0, 1}, {{0, 1}}}, sampled = counted;
  num::Rng rng(3, "tests.link.component");
  for (int sweep = 0; sweep < 8000; ++sweep) {
    sampled.sweep(*around_, rng.bits());
    sampled.keep();
  }
  ASSERT_TRUE(counted.count_all(*around_));
  const double wanted = counted.pair_probability(0, 1);
  EXPECT_GT(wanted, 0.1);
  EXPECT_LT(wanted, 0.9);
  EXPECT_NEAR(sampled.pair_probability(0, 1), wanted, 0.03);
}

// Two namesakes, born on one day, on two lists that have nobody twice: who is whom nobody knows,
// whichever was found first.
TEST_F(OneComponent, NamesakesChangePlaces) {
  record::RecordTable table = large_;
  const auto first = static_cast<std::uint32_t>(table.record_count());
  for (const char* list : {"one", "two"})
    table.lists.push_back({.name = list, .file = "", .version = "", .one_per_person = true});
  for (std::uint32_t at = 0; at < 4; ++at) {
    for (record::Column& column : table.columns) column.codes.push_back(column.codes[0]);
    table.list_of.push_back(1 + at / 2);
    table.ids.push_back("namesake " + std::to_string(at));
    table.rows.push_back(1000 + at);
    table.identities.push_back("namesake " + std::to_string(at));
  }
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  Gains gains(model_, comparer);
  const Constraints constraints = make_constraints(table, Options{}, as_they_stand(table));
  std::vector<std::vector<std::uint32_t>> records(first + 4);
  for (std::uint32_t unit = 0; unit < records.size(); ++unit) records[unit] = {unit};
  const CapturePrior prior{{130, 2, 2}, {false, true, true}, 30, 0};
  const Surroundings around{&constraints, &records, &gains, &prior};
  Component namesakes{
      {first, first + 1, first + 2, first + 3},
      {{first, first + 2}, {first, first + 3}, {first + 1, first + 2}, {first + 1, first + 3}}};
  namesakes.merge(around, 0);
  num::Rng rng(4, "tests.link.component");
  for (int sweep = 0; sweep < 200; ++sweep) {
    namesakes.sweep(around, rng.bits());
    namesakes.keep();
  }
  EXPECT_NEAR(namesakes.pair_probability(first, first + 2), 0.5, 0.15);
  EXPECT_NEAR(namesakes.pair_probability(first, first + 3), 0.5, 0.15);
  EXPECT_EQ(namesakes.pair_probability(first, first + 1), 0);
}

// By the definition: what the patterns weigh and how often somebody stands on a list repeatedly,
// for few records and for many.
TEST(LogPriorOfJoining, IsThatOfTheWholeLessThatOfBothParts) {
  CapturePrior prior({400, 300}, {false, true}, 120, 60);
  for (const std::size_t many : {1U, 3U, 12U, 31U, 40U}) {
    const std::vector<std::uint32_t> left(many, 0), right{0, 1};
    std::vector<std::uint32_t> both = left;
    both.insert(both.end(), right.begin(), right.end());
    const ListSet first = list_bit(0), second = list_bit(0) | list_bit(1);
    const double wanted = prior.log_persons(first | second) - prior.log_persons(first) -
                          prior.log_persons(second) + prior.log_repeats(both) -
                          prior.log_repeats(left) - prior.log_repeats(right);
    EXPECT_NEAR(log_prior_of_joining(prior, left, right), wanted, 1e-9) << many;
    EXPECT_NEAR(log_prior_of_joining(prior, right, left), wanted, 1e-9) << many;
  }
  // On different lists nobody stands repeatedly.
  EXPECT_NEAR(
      log_prior_of_joining(prior, std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{1}),
      prior.log_persons(list_bit(0) | list_bit(1)) - prior.log_persons(list_bit(0)) -
          prior.log_persons(list_bit(1)),
      1e-9);
}

}  // namespace
}  // namespace sanaq::link
