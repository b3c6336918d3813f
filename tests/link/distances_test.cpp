#include "sanaq/link/distances.h"

#include <gtest/gtest.h>

#include "sanaq/text/edit_distance.h"

namespace sanaq::link {
namespace {

TEST(Distances, OptimalStringAlignmentCountsASwapOnceAndStopsAtTheLimit) {
  EXPECT_EQ(osa_distance(U"marek", U"amrek", 3), 1);
  EXPECT_EQ(osa_distance(U"ca", U"abc", 5), 3);  // unrestricted Damerau-Levenshtein says 2
  EXPECT_EQ(osa_distance(U"қанат", U"канат", 2), 1);
  EXPECT_EQ(osa_distance(U"abcdef", U"uvwxyz", 2), 3);  // more than two
}

TEST(Distances, JaroWinklerIsJaroWithABonusForFirstLetters) {
  EXPECT_NEAR(jaro_winkler(U"MARTHA", U"MARHTA"), 0.9611, 1e-4);  // Winkler 1990
  EXPECT_NEAR(jaro_winkler(U"DIXON", U"DICKSONX"), 0.8133, 1e-4);
  EXPECT_DOUBLE_EQ(jaro_winkler(U"same", U"same"), 1);
  const double plain = text::jaro(U"yalekhegul", U"yaugul");
  EXPECT_NEAR(jaro_winkler(U"yalekhegul", U"yaugul"), plain + 0.2 * (1 - plain), 1e-12);
}

}  // namespace
}  // namespace sanaq::link
