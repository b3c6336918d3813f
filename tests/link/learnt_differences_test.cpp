#include "sanaq/link/learnt_differences.h"

#include <gtest/gtest.h>

#include "link/evidence_of_a_table.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {
namespace {

// Two hundred people stand twice, and `errors(copy)` of the four cells of each copy are changed.
template <typename Errors>
record::RecordTable a_town_with_errors(const Errors& errors) {
  record::RecordTable table = a_town(500, 200);
  for (std::size_t row = 1, copy = 0; copy < 200; row += 2, ++copy) {
    for (std::size_t c = 0; c < 4; ++c) {
      record::Column& column = table.columns[c];
      std::string value = column.values[column.codes[row - 1]];
      if ((c + copy) % 4 < errors(copy)) value.back() = value.back() == '0' ? '1' : '0';
      column.codes[row] = static_cast<std::uint32_t>(column.values.size());
      column.values.push_back(value);
      column.canonical = column.values;
    }
  }
  return table;
}

TEST(LearntDifferences, ErrorsThatComeTogetherAreMoreFrequentThanByChanceAndOthersLess) {
  const EvidenceOfATable together(
      a_town_with_errors([](std::size_t copy) { return copy % 2 == 0 ? 2U : 0U; }));
  const EvidenceOfATable apart(a_town_with_errors([](std::size_t) { return 1U; }));
  PairModel careless = together.learnt().model, careful = apart.learnt().model;
  learn_differences(together.evidence(), careless);
  learn_differences(apart.evidence(), careful);
  ASSERT_EQ(careless.differences.tilt.size(), 5U);
  ASSERT_EQ(careful.differences.tilt.size(), 5U);
  const auto lift = [](const PairModel& model) {
    const std::vector<double>& tilt = model.differences.tilt;
    return tilt[0] * tilt[2] / (tilt[1] * tilt[1]);
  };
  EXPECT_GT(lift(careless), 1.2);
  EXPECT_LT(lift(careful), 0.8);
}

TEST(LearntDifferences, OfTwoFieldsNothingIsLearnt) {
  record::RecordTable table = a_town(100, 30);
  table.columns.resize(2);
  const EvidenceOfATable town(table);
  PairModel model = town.first();
  model.differences.tilt = {1, 2, 3};
  learn_differences(town.evidence(), model);
  EXPECT_TRUE(model.differences.tilt.empty());
}

}  // namespace
}  // namespace sanaq::link
