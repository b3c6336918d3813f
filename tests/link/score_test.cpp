#include "sanaq/link/score.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"

namespace sanaq::link {
namespace {

TEST(Score, TwoRowsOfOnePersonOutweighTwoPersons) {
  const record::RecordTable table = a_town(100, 30);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const PairModel model = first_model(
      columns.features, chance_agreement(columns.features, comparer, marks_of(table), 1),
      excess_agreement(columns.features), {3160, 0, {false}, {3160}});
  std::array<std::int8_t, 32> levels{};
  const auto weight = [&](std::uint32_t left, std::uint32_t right) {
    comparer.compare(left, right, levels.data());
    return pair_log_ratio(model, comparer, levels.data(), left, right);
  };
  EXPECT_GT(weight(0, 1), 5);
  EXPECT_LT(weight(0, 4), 0);
  EXPECT_DOUBLE_EQ(weight(0, 4), weight(4, 0));
}

}  // namespace
}  // namespace sanaq::link
