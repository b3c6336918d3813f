#include "sanaq/workspace/number_drawings.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

investigation::Number a_number() {
  investigation::Number number;
  number.documented_low = number.documented_high = 6;
  number.capture =
      estimate::CaptureTable{{"hospital", "morgue"}, {{1, 0, 3}, {2, 0, 1}, {3, 0, 2}}};
  number.estimate.emplace();
  number.estimate->estimate = estimate::Estimate{9, 9, {"model", .9, 7, 14}};
  for (int draw = 0; draw < 200; ++draw) number.estimate->total_draws.push_back(6 + draw % 9);
  return number;
}

TEST(NumberDrawings, EachHasATableThatSaysTheSame) {
  Data data;
  set_number_drawings(data, a_number(), draw::Voice("en"));
  for (const char* drawing :
       {"axis", "axis_narrow", "posterior", "posterior_narrow", "upset", "upset_narrow"})
    EXPECT_NE(data.get(drawing)->string_value().find("<svg"), std::string::npos) << drawing;
  EXPECT_EQ(data.get("axis_rows")->list_value().size(), 2U);
  EXPECT_EQ(data.get("quantiles")->list_value().size(), 7U);
  ASSERT_EQ(data.get("cells")->list_value().size(), 3U);
  EXPECT_EQ(data.get("cells")->list_value().front().get("count")->string_value(), "3");
}

TEST(NumberDrawings, WithoutAnEstimateTheDocumentedStandAlone) {
  investigation::Number number;
  number.documented_high = 3;
  Data data;
  set_number_drawings(data, number, draw::Voice("ru"));
  EXPECT_EQ(data.get("axis_rows")->list_value().size(), 1U);
  EXPECT_TRUE(data.get("has_posterior")->is_false());
  EXPECT_TRUE(data.get("has_upset")->is_false());
}

}  // namespace
}  // namespace sanaq::workspace
