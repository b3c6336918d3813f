#include "sanaq/link/find_lost.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

// Two lists of 100 records; 100 candidates across them, of which half are matches.
class FindLost : public testing::Test {
 protected:
  FindLost() {
    for (std::uint32_t record = 0; record < 200; ++record) {
      space_.list_of.push_back(record / 100);
      space_.marks.push_back(record);
    }
    space_.one_per_person = {false, false};
    for (std::uint32_t record = 0; record < 100; ++record) edges_.push_back({record, record + 100});
  }
  double lost(double recall, double cut) const {
    const std::vector<Lost> all =
        find_lost(space_, edges_, std::vector<double>(100, 0.5), {1, recall, 1}, {0, cut, 0});
    if (all.empty()) return 0;
    EXPECT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].left, 0u);
    EXPECT_EQ(all[0].right, 1u);
    return all[0].matches;
  }
  PairSpace space_;
  std::vector<Candidate> edges_;
};

TEST_F(FindLost, IsWhatRulesAndTheCutLoseTogether) {
  EXPECT_NEAR(lost(0.98, 0), 50 / 0.98 - 50, 1e-9);
  EXPECT_NEAR(lost(1, 1.5), 1.5, 1e-9);
  EXPECT_NEAR(lost(0.98, 1.5), 50 / 0.98 - 50 + 1.5, 1e-9);
}

TEST_F(FindLost, ListsThatLoseNothingAreNotNamed) { EXPECT_EQ(lost(1, 0), 0); }

TEST_F(FindLost, IsAtMostSixOfAHundredThatWereFound) {
  EXPECT_NEAR(lost(0.5, 0), 3, 1e-9);
  EXPECT_NEAR(lost(0, 1000), 3, 1e-9);
}

TEST_F(FindLost, OfListsWithoutMatchesNothingIsLost) {
  edges_.clear();
  EXPECT_EQ(lost(0.2, 4), 0);
}

}  // namespace
}  // namespace sanaq::link
