#include "sanaq/link/level_weights.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"

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

}  // namespace
}  // namespace sanaq::link
