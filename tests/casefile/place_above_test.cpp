#include "sanaq/casefile/place_above.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {
namespace {

Statement said(const char* place, const char* property, const char* value) {
  Statement one;
  one.subject = std::string("place:") + place;
  one.property = property;
  one.value = value;
  return one;
}

TEST(PlaceAbove, APlaceIsToldAsFarAsItsFormAllows) {
  const PlacesAbove above({said("Munaykent", "district", "Ozen district"),
                           said("Munaykent", "region", "Ozen region"),
                           said("Temirkent", "region", "Ozen region")});
  EXPECT_EQ(above.coarser("Munaykent", PlaceForm::exact), "Munaykent");
  EXPECT_EQ(above.coarser("МУНАЙКЕНТ", PlaceForm::district), "Ozen district");
  EXPECT_EQ(above.coarser("Munaykent", PlaceForm::region), "Ozen region");
  EXPECT_EQ(above.coarser("Munaykent", PlaceForm::none), "");
  EXPECT_EQ(above.coarser("Temirkent", PlaceForm::district), "Ozen region");
}

TEST(PlaceAbove, WhereNothingIsKnownOrTwoThingsAreThePlaceIsLeftOut) {
  const PlacesAbove above(
      {said("Munaykent", "region", "Ozen region"), said("Munaykent", "region", "Another region")});
  for (const PlaceForm form : {PlaceForm::district, PlaceForm::region, PlaceForm::none}) {
    EXPECT_EQ(above.coarser("Munaykent", form), "");
    EXPECT_EQ(above.coarser("Munaykent, 7 Oil Street", form), "");
    EXPECT_EQ(above.coarser("", form), "");
  }
}

}  // namespace
}  // namespace sanaq::casefile
