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

}  // namespace sanaq::text
