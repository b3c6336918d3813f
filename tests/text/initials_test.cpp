#include "sanaq/text/initials.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(Initials, OfEachWordTheFirstLetterStays) {
  EXPECT_EQ(initials("Сарсенбаев Асан Кайратович"), "С. А. К.");
  EXPECT_EQ(initials("САРСЕНБАЕВ А.К."), "С. А. К.");
  EXPECT_EQ(initials("әлиев ғани"), "Ә. Ғ.");
  EXPECT_EQ(initials("O'Neill Mary-Ann"), "O. M. A.");
  EXPECT_EQ(initials("  sample,  bolat "), "S. B.");
  EXPECT_EQ(initials("Erlan Sample #2"), "E. S.");
  EXPECT_EQ(initials("محمد علي"), "م. ع.");
}

TEST(Initials, WhatHasNoLetterHasNone) {
  for (const char* empty : {"", " ", "17", "???", "\xff\xfe"}) EXPECT_EQ(initials(empty), "");
}

// The first sign of such a name is the whole family name.
TEST(Initials, ASignThatIsAWholeWordDoesNotStay) {
  EXPECT_EQ(initials("김철수").find("김"), std::string::npos);
  EXPECT_EQ(initials("王小明").find("王"), std::string::npos);
  EXPECT_FALSE(initials("王小明").empty());
}

// A turned direction or an accent that stands alone does not leave with the letter.
TEST(Initials, NoSignOfDirectionLeaves) {
  EXPECT_EQ(initials("S\u202eample Bolat"), "S. B.");
  EXPECT_EQ(initials("\u202eSample"), "S.");
}

}  // namespace sanaq::text
