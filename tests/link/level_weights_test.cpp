#include "sanaq/link/level_weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

TEST(LevelWeights, AWholeNameHasRoomTextsWeightOnlyWhereItIsAlone) {
  const Columns alone =
      columns_of(a_table({"name"}, {{"Айдын Өтегенов"}, {"Нурлан Сариев"}, {"Nurlan Sariev"}}));
  ASSERT_TRUE(alone.has_names_only);
  EXPECT_TRUE(has_text_weight(alone.features, 0));
  EXPECT_FALSE(has_text_weight(columns_of(a_town(10, 2)).features, 0));
}

TEST(LevelWeights, ExactShareSumsTheEqualityLevels) {
  EXPECT_DOUBLE_EQ(exact_share({0.1, 0.2, 0.1, 0.1, 0.3, 0.2}), 0.5);
}

TEST(LevelWeights, AValuesShareIsTheModelsTheListsOrItsOwnCount) {
  Rows rows;
  for (int row = 0; row < 20; ++row)
    rows.push_back({row < 10 ? "oral" : row < 15 ? "aqtau" : "town" + std::to_string(row)});
  const record::RecordTable table = a_table({"town"}, rows);
  Columns columns = columns_of(table);
  Feature& town = columns.features.at(0);
  const auto code_of = [&](const std::string& value) {
    return static_cast<std::uint32_t>(std::find(town.values.begin(), town.values.end(), value) -
                                      town.values.begin());
  };
  EXPECT_DOUBLE_EQ(frequency_share(town, code_of("oral")), 10.0 / 20);
  EXPECT_DOUBLE_EQ(frequency_share(town, code_of("aqtau")), 5.0 / 20);
  EXPECT_DOUBLE_EQ(frequency_share(town, code_of("town17")), 2.0 / 20);  // once counts for twice
  town.value_share.assign(town.values.size(), 0.125);
  EXPECT_DOUBLE_EQ(frequency_share(town, code_of("oral")), 0.125);
  town.chance_share = 0.0625;
  EXPECT_DOUBLE_EQ(frequency_share(town, code_of("oral")), 0.0625);
}

// Days are weighed among days, parts of days among parts: by the definition.
TEST(LevelWeights, ALevelOfDatesIsWeighedWithinItsClass) {
  const auto levels = static_cast<std::size_t>(level_count(Kind::date));
  std::vector<double> m, u;
  std::array<double, level_classes> of_m{}, of_u{};
  for (std::size_t level = 0; level < levels; ++level) {
    m.push_back(1.0 / static_cast<double>(level + 2));
    u.push_back(1.0 / static_cast<double>(2 * levels - level));
    const auto of = static_cast<std::size_t>(level_class(Kind::date, static_cast<int>(level)));
    of_m[of] += m.back();
    of_u[of] += u.back();
  }
  for (std::size_t level = 0; level < levels; ++level) {
    const auto of = static_cast<std::size_t>(level_class(Kind::date, static_cast<int>(level)));
    const double wanted = is_exact(Kind::date, static_cast<int>(level))
                              ? std::log(exact_share(m) / of_m[of])
                              : std::log((m[level] / of_m[of]) / (u[level] / of_u[of]));
    EXPECT_NEAR(level_log_ratio(Kind::date, m, u, level), wanted, 1e-12) << level;
  }
}

}  // namespace
}  // namespace sanaq::link
