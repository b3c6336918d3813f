#include "sanaq/pages/place_text.h"

#include <gtest/gtest.h>

namespace sanaq::pages {

TEST(PlaceText, CoordinatesAreTakenOutOfTheName) {
  for (const char* written : {"Zhanaozen (43.3412, 52.8619)", "Zhanaozen 43.3412,52.8619",
                              "43.3412, 52.8619 Zhanaozen"}) {
    const PlaceText place = read_place(written);
    EXPECT_EQ(place.name, "Zhanaozen") << written;
    ASSERT_TRUE(place.at) << written;
    EXPECT_DOUBLE_EQ(place.at->first, 43.3412);
    EXPECT_DOUBLE_EQ(place.at->second, 52.8619);
  }
  EXPECT_EQ(read_place("-33.9, -70.5").name, "");
  EXPECT_LT(read_place("-33.9, -70.5").at->first, 0);
}

TEST(PlaceText, WhatIsNoPairOfDegreesIsAName) {
  for (const char* written : {"Zhanaozen", "", "Street 5, 7", "5-й микрорайон, дом 3", "91.0, 10.0",
                              "10.0, 181.0", "16.12.2011, 5.5", "43.3412", "43.3412, x"}) {
    const PlaceText place = read_place(written);
    EXPECT_EQ(place.name, written);
    EXPECT_FALSE(place.at) << written;
  }
}

}  // namespace sanaq::pages
