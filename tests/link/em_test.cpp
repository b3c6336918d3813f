#include "sanaq/link/em.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"
#include "sanaq/link/frequencies.h"

namespace sanaq::link {
namespace {

Learnt learn_from(const record::RecordTable& table) {
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const auto chance = chance_agreement(columns.features, comparer, 1);
  const Moments moments = excess_agreement(columns.features);
  PatternCounts counts;
  std::array<std::int8_t, 32> levels{};
  for (std::uint32_t left = 0; left < table.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < table.record_count(); ++right) {
      comparer.compare(left, right, levels.data());
      counts.add(comparer, levels.data(), left, right, ~0U);
    }
  }
  return learn(columns.features, counts, chance, moments,
               first_model(columns.features, chance, moments), 1);
}

TEST(Em, RecoversTheShareOfMatchesThatWasPutIn) {
  const record::RecordTable table = a_town(300, 100);
  const double pairs = 400.0 * 399 / 2;
  EXPECT_NEAR(learn_from(table).model.prior_match * pairs, 100, 15);
}

TEST(Em, ProbabilitiesOfLevelsAddUp) {
  for (const FieldModel& field : learn_from(a_town(150, 50)).model.fields) {
    double m = 0, u = 0;
    for (const double value : field.m) m += value;
    for (const double value : field.u) u += value;
    EXPECT_NEAR(m, 1, 1e-6);
    EXPECT_NEAR(u, 1, 1e-6);
  }
}

TEST(Em, AShortListDoesNotBlowUp) {
  const Learnt learnt = learn_from(a_town(12, 3));
  EXPECT_GT(learnt.model.prior_match, 0);
  EXPECT_LT(learnt.model.prior_match, 0.31);
}

}  // namespace
}  // namespace sanaq::link
