#include "sanaq/link/frequencies.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(Frequencies, ChanceOfEqualityIsThatOfTheValuesAndAllLevelsAddUp) {
  Rows rows;
  for (int row = 0; row < 200; ++row)
    rows.push_back({row % 2 == 0 ? "m" : "f", "word" + std::to_string(row)});
  const Columns columns = columns_of(a_table({"sex", "surname"}, rows));
  Comparer comparer(columns.features);
  const auto chance = chance_agreement(columns.features, comparer, 1);
  for (std::size_t f = 0; f < columns.features.size(); ++f) {
    EXPECT_NEAR(std::accumulate(chance[f].begin(), chance[f].end(), 0.0), 1, 0.01);
    // sum c (c-1) / (n (n-1)) = 2 x 100 x 99 / (200 x 199)
    if (columns.features[f].column != "sex") continue;
    EXPECT_NEAR(exact_share(chance[f]), 2.0 * 100 * 99 / (200 * 199), 0.005);
  }
  EXPECT_EQ(chance, chance_agreement(columns.features, comparer, 1));
}

}  // namespace
}  // namespace sanaq::link
