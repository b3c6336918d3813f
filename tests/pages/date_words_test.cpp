#include "sanaq/pages/date_words.h"

#include <gtest/gtest.h>

namespace sanaq::pages {

TEST(DateWords, SayAsMuchAsIsKnown) {
  const draw::Voice english("en");
  const auto words = [&](const char* edtf) { return date_words(record::from_edtf(edtf), english); };
  EXPECT_EQ(words("2011-12-16"), "16 December 2011");
  EXPECT_EQ(words("2011-12"), "December 2011");
  EXPECT_EQ(words("2011"), "2011");
  EXPECT_EQ(words("1975~"), "about 1975");
  EXPECT_EQ(words("2011-12-01/2011-12-20"), "1 December 2011 – 20 December 2011");
  EXPECT_EQ(words("no date"), "");
}

}  // namespace sanaq::pages
