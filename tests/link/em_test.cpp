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
  const auto chance = chance_agreement(columns.features, comparer, marks_of(table), 1);
  const Moments moments = excess_agreement(columns.features);
  PatternCounts counts;
  std::array<std::int8_t, 32> levels{};
  for (std::uint32_t left = 0; left < table.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < table.record_count(); ++right) {
      comparer.compare(left, right, levels.data());
      counts.add(comparer, levels.data(), left, right, {~0U, 0, 0});
    }
  }
  const auto records = static_cast<double>(table.record_count());
  const PairTotals totals{records * (records - 1) / 2, 0, {false}, {records * (records - 1) / 2}};
  return learn(columns.features, counts, chance, {}, moments,
               first_model(columns.features, chance, moments, totals), 1, totals);
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

// Every copied row has exactly one error: two at once are learnt to be seldom, one to be usual.
TEST(Em, LearnsThatErrorsDoNotComeTogether) {
  record::RecordTable table = a_town(400, 150);
  for (std::size_t row = 1, copy = 0; copy < 150; row += 2, ++copy) {
    for (std::size_t c = 0; c < 4; ++c) {
      record::Column& column = table.columns[c];
      std::string value = column.values[column.codes[row - 1]];
      if (c == copy % 4) value.back() = value.back() == '0' ? '1' : '0';
      column.codes[row] = static_cast<std::uint32_t>(column.values.size());
      column.values.push_back(value);
      column.canonical = column.values;
    }
  }
  const std::vector<double> tilt = learn_from(table).model.differences.tilt;
  ASSERT_EQ(tilt.size(), 5u);
  EXPECT_GT(tilt[1], 1.5);
  EXPECT_LT(tilt[0], 0.5);
  EXPECT_LT(tilt[2], 0.5);
}

TEST(Em, AShortListDoesNotBlowUp) {
  const Learnt learnt = learn_from(a_town(12, 3));
  EXPECT_GT(learnt.model.prior_match, 0);
  EXPECT_LT(learnt.model.prior_match, 0.31);
}

}  // namespace
}  // namespace sanaq::link
