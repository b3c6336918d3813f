#include "sanaq/pages/command_boxes.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;

TEST(CommandBoxes, AreDrawnWithTheUnitBelowAndSafeText) {
  const PublicView view = a_public_case();
  const auto line =
      casefile::command_of(view.case_file.entities, "unit", *casefile::read_moment("2011-12-16"));
  const std::string svg = draw::command_drawing(
      command_boxes(line, view.case_file.entities, draw::Voice("en")), draw::Voice("en"));
  EXPECT_EQ(svg.find("<Unit>"), std::string::npos);
  const std::size_t unit = svg.rfind("The &lt;Unit&gt;"), staff = svg.rfind("The Staff");
  EXPECT_LT(staff, unit);
  EXPECT_NE(svg.find("Low Sample, chief"), std::string::npos);
  EXPECT_NE(svg.find("nobody on record"), std::string::npos);
  EXPECT_NE(svg.find("stroke-dasharray"), std::string::npos);
}

}  // namespace sanaq::pages
