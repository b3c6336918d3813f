#include "sanaq/persons/scope.h"

#include <gtest/gtest.h>

namespace sanaq::persons {
namespace {

settings::Scope december() {
  settings::Scope scope;
  scope.from = record::make_date(2011, 12, 16);
  scope.to = record::make_date(2011, 12, 31);
  scope.places = {"Жаңақала"};
  return scope;
}

TEST(Scope, ADateIsOutsideOnlyWithItsWholeInterval) {
  EXPECT_EQ(date_standing(december(), *record::make_date(2011, 12, 16)), Standing::inside);
  EXPECT_NE(date_standing(december(), *record::make_date(2011, 12, std::nullopt)),
            Standing::outside);
  EXPECT_EQ(date_standing(december(), *record::make_date(2012, std::nullopt, std::nullopt)),
            Standing::outside);
}

TEST(Scope, TheFirstAndTheLastDayBelongToIt) {
  EXPECT_EQ(date_standing(december(), *record::make_date(2011, 12, 15)), Standing::outside);
  EXPECT_EQ(date_standing(december(), *record::make_date(2011, 12, 31)), Standing::inside);
  EXPECT_EQ(date_standing(december(), *record::make_date(2012, 1, 1)), Standing::outside);
  const auto years = record::make_date(2011, std::nullopt, std::nullopt);
  EXPECT_EQ(date_standing(december(), *years), Standing::unknown);
}

TEST(Scope, AnApproximateDayDecidesNothing) {
  for (const int year : {1990, 2011, 2030}) {
    record::PartialDate about = *record::make_date(year, 12, 20);
    about.approximate = true;
    EXPECT_EQ(date_standing(december(), about), Standing::unknown) << year;
  }
}

TEST(Scope, APlaceIsMetInAnyScriptAndAnEmptyOneIsUnknown) {
  EXPECT_EQ(place_standing(december(), "г. Жаңақала, площадь"), Standing::inside);
  EXPECT_EQ(place_standing(december(), "Жаңақала"), Standing::inside);
  EXPECT_EQ(place_standing(december(), "Elsewhere"), Standing::outside);
  EXPECT_EQ(place_standing(december(), ""), Standing::unknown);
}

TEST(Scope, WithoutBoundsNothingIsOutside) {
  EXPECT_NE(place_standing({}, "Elsewhere"), Standing::outside);
  EXPECT_NE(date_standing({}, *record::make_date(1900, 1, 1)), Standing::outside);
}

}  // namespace
}  // namespace sanaq::persons
