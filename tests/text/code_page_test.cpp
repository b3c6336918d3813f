#include "sanaq/text/code_page.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::text {

TEST(CodePage, KazakhLettersStandWhereTheStandardsHaveThem) {
  const auto kz1048 = kazakh_code_page("KZ-1048");
  const auto ptcp154 = kazakh_code_page("PTCP154");
  ASSERT_TRUE(kz1048 && ptcp154);
  EXPECT_EQ(kz1048->letter('\xA2'), U'ұ');
  EXPECT_EQ(kz1048->letter('\x9D'), U'қ');
  EXPECT_EQ(kz1048->letter('\xBF'), U'ү');
  EXPECT_EQ(kz1048->letter('\x99'), U'\x2122');
  EXPECT_EQ(kz1048->letter('\x98'), no_letter);
  EXPECT_EQ(ptcp154->letter('\xB1'), U'ұ');
  EXPECT_EQ(ptcp154->letter('\xAA'), U'Ә');
  EXPECT_EQ(ptcp154->letter('\x8D'), U'Қ');
  EXPECT_EQ(kz1048->letter('q'), U'q');
}

TEST(CodePage, HasSeveralNames) {
  EXPECT_EQ(kazakh_code_page("strk1048-2002")->name, "KZ-1048");
  EXPECT_EQ(kazakh_code_page("RK1048")->name, "KZ-1048");
  EXPECT_EQ(kazakh_code_page("cp154")->name, "PTCP154");
  EXPECT_FALSE(kazakh_code_page("windows-1251"));
  EXPECT_THROW((void)code_page("no-such-encoding"), base::Error);
}

TEST(CodePage, OthersAreAsIcuHasThem) {
  EXPECT_EQ(code_page("windows-1251").letter('\xCA'), U'К');
  EXPECT_EQ(code_page("KOI8-R").letter('\xEB'), U'К');
  EXPECT_EQ(code_page("macintosh").letter('\x9F'), U'ü');
}

TEST(AppendUtf8, WritesALetterOrTheSignForALostOne) {
  std::string text;
  append_utf8(text, U'қ');
  append_utf8(text, 0xD800);
  EXPECT_EQ(text, "қ\xEF\xBF\xBD");
}

}  // namespace sanaq::text
