#include "sanaq/pages/month_series.h"

#include <gtest/gtest.h>

namespace sanaq::pages {

using record::make_date;

TEST(MonthSeries, CountsWhatIsSureAndWhatMayBe) {
  const auto bars = month_series(
      {make_date(2011, 5, 3), make_date(2011, 5, {}), make_date(2011, {}, {}), std::nullopt},
      draw::Voice("en"));
  ASSERT_EQ(bars.size(), 12u);
  EXPECT_EQ(bars[4].label, "May 2011");
  EXPECT_EQ(bars[4].low, 2);
  EXPECT_EQ(bars[4].high, 3);
  EXPECT_EQ(bars[11].low, 0);
  EXPECT_EQ(bars[11].high, 1);
}

TEST(MonthSeries, LongTimesAreCountedByYearAndVeryLongOnesNot) {
  const auto bars = month_series({make_date(1990, 5, 3), make_date(2011, 5, 3)}, draw::Voice("ru"));
  EXPECT_EQ(bars.size(), 22u);
  EXPECT_TRUE(month_series({make_date(1, 1, 1), make_date(9999, 5, 3)}, draw::Voice("ru")).empty());
  EXPECT_TRUE(month_series({std::nullopt}, draw::Voice("ru")).empty());
}

TEST(MonthSeries, AFigureNeedsTwoDates) {
  EXPECT_EQ(series_figure({make_date(2011, 5, 3)}, "Strikes", "s", draw::Voice("en")), "");
  const std::string figure = series_figure({make_date(2011, 5, 3), make_date(2011, 6, 3)},
                                           "Strikes", "s", draw::Voice("en"));
  EXPECT_NE(figure.find("class=\"narrow\""), std::string::npos);
  EXPECT_NE(figure.find("Strikes"), std::string::npos);
}

}  // namespace sanaq::pages
