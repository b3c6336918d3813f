#include "sanaq/link/draws_with_lost.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"

namespace sanaq::link {
namespace {

// 600 persons on the first list and 600 on the second; everybody alone in forty draws.
class DrawsWithLost : public testing::Test {
 protected:
  using Draws = std::vector<std::vector<std::uint32_t>>;
  DrawsWithLost() {
    std::vector<std::uint32_t> alone(town_.table.record_count());
    std::iota(alone.begin(), alone.end(), 0U);
    draws_.assign(40, alone);
  }
  Draws draws(const std::vector<Lost>& lost) {
    return draws_with_lost(town_.records, edges_, draws_, lost, town_.crew);
  }
  // How many records stand with another, on average over the draws.
  double joined(const Draws& draws) const {
    double sum = 0;
    for (const std::vector<std::uint32_t>& draw : draws)
      sum += static_cast<double>(draw.size() -
                                 std::set<std::uint32_t>(draw.begin(), draw.end()).size());
    return sum / static_cast<double>(draws.size());
  }

  PreparedTable town_{a_town_of_names(600, 1)};
  std::vector<Candidate> edges_;
  Draws draws_;
};

TEST_F(DrawsWithLost, WithNothingLostAreTheRegistersByTheRecordsOfTheTable) {
  const std::uint32_t left = town_.place(3), right = town_.place(700);
  draws_[0][left] = draws_[0][right];
  const Draws out = draws({});
  EXPECT_EQ(joined({out[0]}), 1);
  EXPECT_EQ(out[0][3], out[0][700]);
  EXPECT_EQ(out[0][3], 3u) << "numbered by first record";
  EXPECT_EQ(out[1], as_they_stand(town_.table));
}

TEST_F(DrawsWithLost, HaveAsManyMoreMatchesAsWereLost) {
  EXPECT_NEAR(joined(draws({{0, 1, 20}})), 20, 3);
}

TEST_F(DrawsWithLost, AreDrawnEachByItself) {
  const Draws out = draws({{0, 1, 20}});
  EXPECT_NE(out[0], out[1]);
  EXPECT_EQ(out, draws({{0, 1, 20}}));
}

// Matches that no rule found stand together all the same: five of twenty, then nearly all.
TEST_F(DrawsWithLost, WhatOthersHaveBroughtTogetherIsNotPutBackTwice) {
  const auto with_joined = [&](std::uint32_t count) {
    for (std::vector<std::uint32_t>& draw : draws_) {
      for (std::uint32_t record = 0; record < count; ++record)
        draw[town_.place(record)] = draw[town_.place(600 + record)];
    }
    return joined(draws({{0, 1, 20}})) - count;
  };
  EXPECT_NEAR(with_joined(5), 15, 3);
  EXPECT_NEAR(with_joined(19), 0.4 * 20, 2.5) << "of what is lost three in five at most";
}

}  // namespace
}  // namespace sanaq::link
