#include "sanaq/link/usual_m.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

double sum_of(const std::vector<double>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0);
}

TEST(UsualM, AddsUpOfEveryKindOfColumn) {
  for (const record::RecordTable& table : {a_town(60, 20), a_town_of_names(60, 2)}) {
    for (const Feature& feature : columns_of(table).features) {
      const std::vector<double> m = usual_m(feature, 0.9);
      EXPECT_EQ(m.size(), static_cast<std::size_t>(level_count(feature.kind)));
      EXPECT_NEAR(sum_of(m), 1, 0.01) << feature.column;
    }
  }
}

TEST(UsualM, EqualityIsAsFrequentAsTold) {
  for (const Feature& feature : columns_of(a_town(60, 20)).features) {
    const std::vector<double> m = usual_m(feature, 0.7);
    double exact = 0;
    for (std::size_t level = 0; level < m.size(); ++level)
      exact += is_exact(feature.kind, static_cast<int>(level)) ? m[level] : 0;
    EXPECT_NEAR(exact, feature.kind == Kind::date ? 0.7 * 0.98 : 0.7, 0.02) << feature.column;
  }
}

TEST(UsualM, NamesOfOnePersonHardlyEverHaveNothingInCommon) {
  for (const Feature& feature : columns_of(a_town_of_names(60, 2)).features) {
    std::vector<double> m(static_cast<std::size_t>(level_count(feature.kind)), 0.0);
    m.front() = 0.4;
    m.back() = 0.6;
    bound_m(feature, m);
    EXPECT_NEAR(sum_of(m), 1, 1e-12);
    EXPECT_NEAR(m.back(), feature.kind == Kind::name ? 0.01 : 0.6, 1e-12) << feature.column;
  }
}

}  // namespace
}  // namespace sanaq::link
