#include "sanaq/report/figures.h"

#include <gtest/gtest.h>

namespace sanaq::report {
namespace {

TEST(Figures, AreGroupedAsTheLanguageDoes) {
  EXPECT_EQ(figure(0, "en"), "0");
  EXPECT_EQ(figure(999, "en"), "999");
  EXPECT_EQ(figure(10330, "en"), "10,330");
  EXPECT_EQ(figure(-1234567, "en"), "-1,234,567");
  EXPECT_EQ(figure(-123, "en"), "-123");
  EXPECT_EQ(figure(10330, "ru"), "10\u00A0330");
}

TEST(Figures, EstimatesAreWholePersons) { EXPECT_EQ(rounded_figure(10356.5, "en"), "10,357"); }

TEST(Figures, TimesAreShort) {
  EXPECT_EQ(duration_text(0.42, "en"), "0.42 s");
  EXPECT_EQ(duration_text(0.42, "ru"), "0,42\u00A0с");
  EXPECT_EQ(duration_text(75, "en"), "1:15");
  EXPECT_EQ(duration_text(4000, "ru"), "1:06:40");
}

}  // namespace
}  // namespace sanaq::report
