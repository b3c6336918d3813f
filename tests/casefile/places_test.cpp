#include "sanaq/casefile/places.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {
namespace {

TEST(Places, AreKnownInAnyAlphabetAndInsideOfALongerName) {
  const std::vector<std::string> plain = plain_places({"Кумтобе", "Sary-Aral"});
  EXPECT_TRUE(is_among_places(plain, "the square of Kumtobe"));
  EXPECT_TRUE(is_among_places(plain, "КУМТОБЕ, базар"));
  EXPECT_FALSE(is_among_places(plain, "Lisat"));
  EXPECT_FALSE(is_among_places(plain, ""));
}

TEST(Places, WithoutWordsAnyPlaceIsMeant) {
  EXPECT_TRUE(is_among_places({}, "Lisat"));
  EXPECT_TRUE(is_among_places({}, ""));
}

}  // namespace
}  // namespace sanaq::casefile
