#include "sanaq/text/writing.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(Writing, KnowsLettersAndDirections) {
  EXPECT_TRUE(is_written_in_latin("en"));
  EXPECT_FALSE(is_written_in_latin("ru"));
  EXPECT_FALSE(is_written_in_latin("kk"));
  EXPECT_TRUE(is_written_in_latin("kk-Latn"));
  EXPECT_TRUE(is_written_from_right("ar-x-test"));
  EXPECT_TRUE(is_written_from_right("fa"));
  EXPECT_FALSE(is_written_from_right("ru"));
  EXPECT_FALSE(is_written_from_right(""));
}

TEST(Writing, ATextHasTheScriptOfItsFirstLetter) {
  EXPECT_EQ(script_of("Асан Бек"), "Cyrl");
  EXPECT_EQ(script_of("1. (Asan)"), "Latn");
  EXPECT_EQ(script_of("حسن"), "Arab");
  EXPECT_EQ(script_of("- 7"), "");
  EXPECT_EQ(script_of(""), "");
  EXPECT_EQ(script_of_language("kk"), "Cyrl");
  EXPECT_EQ(script_of_language("en"), "Latn");
}

}  // namespace sanaq::text
