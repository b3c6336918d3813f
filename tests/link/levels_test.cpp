#include "sanaq/link/levels.h"

#include <gtest/gtest.h>

#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(Levels, RareValuesHaveALevelOfTheirOwn) {
  EXPECT_EQ(exact_level(1, 1000), 0);
  EXPECT_EQ(exact_level(1000, 1000), exact_levels - 1);
  EXPECT_LE(exact_level(10, 1000), exact_level(100, 1000));
}

TEST(Levels, APatternIsUnpackedAsItWasPacked) {
  const std::int8_t levels[] = {0, missing, 5, 13};
  std::int8_t back[4]{};
  unpack_levels(pack_levels(levels, 4), 4, back);
  for (int at = 0; at < 4; ++at) EXPECT_EQ(back[at], levels[at]);
}

TEST(Levels, DatesThatAreNotWholeDaysAreOfAnotherClass) {
  EXPECT_EQ(level_class(Kind::date, 0), level_class(Kind::date, same_year_level));
  EXPECT_NE(level_class(Kind::date, 0), level_class(Kind::date, known_year_level));
  EXPECT_EQ(level_class(Kind::text, known_year_level), 0);
}

}  // namespace
}  // namespace sanaq::link
