#include "sanaq/estimate/hierarchy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"

namespace sanaq::estimate {

TEST(Hierarchy, ThereAreAsManyAsDedekindsNumbersSay) {
  // Antichains that cover all lists, less the one of all lists together (OEIS A006126: 2, 9, 114,
  // 6894).
  EXPECT_EQ(all_hierarchies(2).size(), 1U);
  EXPECT_EQ(all_hierarchies(3).size(), 8U);
  EXPECT_EQ(all_hierarchies(4).size(), 113U);
  EXPECT_EQ(all_hierarchies(5).size(), 6893U);
  EXPECT_THROW((void)all_hierarchies(6), base::Error);
}

TEST(Hierarchy, EachIsClosedDownwardsAndThereOnce) {
  const auto models = all_hierarchies(4);
  EXPECT_EQ(std::set<Hierarchy>(models.begin(), models.end()).size(), models.size());
  EXPECT_TRUE(models.front().empty());
  for (const auto& model : models) {
    for (const std::uint32_t term : model) {
      for (std::uint32_t inside = 1; inside < term; ++inside) {
        if ((inside & term) != inside || (inside & (inside - 1)) == 0) continue;
        EXPECT_NE(std::find(model.begin(), model.end(), inside), model.end());
      }
    }
  }
}

TEST(Hierarchy, NeighboursReachEveryModel) {
  const auto models = all_hierarchies(4);
  std::set<Hierarchy> reached{{}};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& model : std::set<Hierarchy>(reached)) {
      for (auto& other : neighbours(model, 4)) grew = reached.insert(other).second || grew;
    }
  }
  EXPECT_EQ(reached, std::set<Hierarchy>(models.begin(), models.end()));
}

TEST(Hierarchy, NamesAreTheLargestInteractions) {
  EXPECT_EQ(hierarchy_name({}, 3), "A B C");
  EXPECT_EQ(hierarchy_name({0b011, 0b101}, 4), "AB AC D");
  EXPECT_EQ(hierarchy_name({0b011, 0b101, 0b110, 0b111}, 4), "ABC D");
}

}  // namespace sanaq::estimate
