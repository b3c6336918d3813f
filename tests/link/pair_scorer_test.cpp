#include "sanaq/link/pair_scorer.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/score.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

TEST(PairScorer, WorkedOutOnceIsTheSameForEveryPair) {
  const record::RecordTable table = a_town(60, 30);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  PairModel model = first_model(columns.features,
                                chance_agreement(columns.features, comparer, marks_of(table), 1),
                                excess_agreement(columns.features), {3160, 0, {false}, {3160}});
  model.differences.tilt = {0.5, 1.5, 0.8, 0.3, 0.1};
  model.fields[1].parents.push_back({0, model.fields[1].m});
  PairScorer scorer(model, comparer);
  std::array<std::int8_t, 32> levels{};
  for (std::uint32_t left = 0; left < 90; ++left) {
    for (std::uint32_t right = left + 1; right < 90; ++right) {
      comparer.compare(left, right, levels.data());
      EXPECT_NEAR(scorer.log_ratio(levels.data(), left, right),
                  pair_log_ratio(model, comparer, levels.data(), left, right), 1e-12);
    }
  }
}

// Patterns alone never say less than values do, and say it all where nothing bounds the weight.
// `lists`: the town's rows stand on so many in turn, each two of which have m and u of their own.
void expect_patterns_to_say_at_least_what_values_do(std::size_t lists) {
  record::RecordTable table = a_town(60, 30);
  for (std::size_t list = 1; list < lists; ++list)
    table.lists.push_back({.name = std::to_string(list), .file = "", .version = ""});
  for (std::size_t record = 0; record < table.record_count(); ++record)
    table.list_of[record] = static_cast<std::uint32_t>(record % lists);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  PairModel model = first_model(columns.features,
                                chance_agreement(columns.features, comparer, marks_of(table), 1),
                                excess_agreement(columns.features), {3160, 0, {false}, {3160}});
  model.differences.tilt = {0.5, 1.5, 0.8, 0.3, 0.1};
  model.fields[1].parents.push_back({0, model.fields[1].m});
  num::Rng rng(8, "tests.link.score");
  model.space = std::make_shared<const PairSpace>(make_pair_space(table, as_they_stand(table)));
  for (FieldModel& field : model.fields) {
    for (std::size_t group = 0; lists > 1 && group < lists * (lists + 1) / 2; ++group) {
      field.by_group.push_back({field.m, field.u});
      for (double& share : field.by_group.back().m) share *= 0.5 + rng.uniform();
    }
  }
  PairScorer scorer(model, comparer);
  const std::vector<std::uint64_t> best = scorer.best_of_different();
  std::array<std::int8_t, 32> levels{};
  constexpr double rounding = 1e-9;
  int told = 0, below = 0;
  for (std::uint32_t left = 0; left < 90; ++left) {
    for (std::uint32_t right = left + 1; right < 90; ++right) {
      comparer.compare(left, right, levels.data());
      const std::uint64_t packed = pack_levels(levels.data(), columns.features.size());
      const double log_ratio = scorer.log_ratio(packed, left, right);
      EXPECT_NEAR(log_ratio, pair_log_ratio(model, comparer, levels.data(), left, right), rounding);
      const PairScorer::Most most = scorer.most(packed, left, right);
      EXPECT_LE(log_ratio, most.log_ratio + rounding);
      if (most.is_all) {
        EXPECT_NEAR(log_ratio, most.log_ratio, rounding);
      }
      told += most.is_all;
      const bool is_below = scorer.most(packed, left, right, -5).log_ratio < -5;
      EXPECT_EQ(is_below, most.log_ratio < -5);
      below += is_below;
      for (std::size_t f = 0; f < best.size(); ++f) {
        if (best[f] == no_level || levels[f] < exact_levels) continue;
        const std::uint64_t other =
            (packed & ~(std::uint64_t{15} << (4 * f))) | (best[f] << (4 * f));
        EXPECT_GE(scorer.most(other, left, right).log_ratio, log_ratio - rounding);
      }
    }
  }
  EXPECT_GT(told, 1000);
  EXPECT_GT(below, 1000);
}

TEST(PairScorer, APatternSaysAtLeastWhatItsValuesDo) {
  expect_patterns_to_say_at_least_what_values_do(1);
  expect_patterns_to_say_at_least_what_values_do(3);
}

}  // namespace
}  // namespace sanaq::link
