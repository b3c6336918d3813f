#include "sanaq/text/date_in_words.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(DateInWords, IsWrittenAsTheLanguageDoes) {
  EXPECT_EQ(date_in_words(2014, 12, 16, "en"), "16 December 2014");
  EXPECT_EQ(date_in_words(2014, 12, {}, "en"), "December 2014");
  EXPECT_EQ(date_in_words(2014, {}, {}, "kk"), "2014");
  EXPECT_NE(date_in_words(2014, 12, 16, "ru").find("16 декабря 2014"), std::string::npos);
  EXPECT_NE(date_in_words(2014, 12, {}, "ru").find("екабрь 2014"), std::string::npos);
  EXPECT_NE(date_in_words(2014, 12, 16, "kk").find("желтоқсан"), std::string::npos);
  EXPECT_NE(date_in_words(9999, 1, 1, "xx").find("9999"), std::string::npos);
  EXPECT_NE(date_in_words(1, 1, 1, "en").find("1 January"), std::string::npos);
}

}  // namespace sanaq::text
