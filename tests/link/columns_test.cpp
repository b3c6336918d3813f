#include "sanaq/link/columns.h"

#include <gtest/gtest.h>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(Columns, CodesComeFromSortedValuesAndZeroIsMissing) {
  const Columns columns = columns_of(
      a_table({"town", "surname"}, {{"b", "one"}, {"a", "two"}, {"", "three"}, {"b", "four"}}));
  for (const Feature& feature : columns.features) {
    EXPECT_EQ(feature.values[0], "");
    EXPECT_TRUE(std::is_sorted(feature.values.begin() + 1, feature.values.end()));
    std::uint32_t filled = 0;
    for (const std::uint32_t code : feature.codes) filled += code != 0;
    EXPECT_EQ(feature.filled, filled);
  }
}

TEST(Columns, AColumnWithOneValueTellsNothingAndIsLeftOut) {
  for (const Feature& feature :
       columns_of(a_table({"country", "surname"}, {{"x", "one"}, {"x", "two"}, {"x", "three"}}))
           .features) {
    EXPECT_NE(feature.column, "country");
  }
}

TEST(Columns, OnlyNamesAreKnownAsThat) {
  EXPECT_TRUE(
      columns_of(a_table({"name"}, {{"Айдын Өтегенов"}, {"Нурлан Сариев"}, {"Nurlan Sariev"}}))
          .has_names_only);
  EXPECT_FALSE(columns_of(a_town(20, 5)).has_names_only);
}

TEST(Columns, LettersAreWholeCodePoints) { EXPECT_EQ(to_letters("қa"), U"қa"); }

}  // namespace
}  // namespace sanaq::link
