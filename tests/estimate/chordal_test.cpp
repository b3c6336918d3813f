#include "sanaq/estimate/chordal.h"

#include <gtest/gtest.h>

namespace sanaq::estimate {
namespace {

TEST(Chordal, ThereAreAsManyAsTheEncyclopediaOfSequencesSays) {  // OEIS A058862
  EXPECT_EQ(chordal_graphs(3).size(), 8u);
  EXPECT_EQ(chordal_graphs(4).size(), 61u);
  EXPECT_EQ(chordal_graphs(5).size(), 822u);
  EXPECT_EQ(chordal_graphs(6).size(), 18154u);
}

TEST(Chordal, ASquareHasNoPerfectOrder) {
  // edges 01, 12, 23, 03 of the pairs 01, 02, 12, 03, 13, 23
  EXPECT_FALSE(perfect_order(0b101101, 4).has_value());
  EXPECT_TRUE(perfect_order(0b101111, 4).has_value());
}

TEST(Chordal, CliquesOfAPathAreItsEdges) {
  EXPECT_EQ(cliques(*perfect_order(0b101, 3), 3),
            (std::vector<std::uint32_t>{0b011, 0b110}));  // 01, 12
  EXPECT_EQ(cliques(*perfect_order(0, 3), 3), (std::vector<std::uint32_t>{1, 2, 4}));
}

}  // namespace
}  // namespace sanaq::estimate
