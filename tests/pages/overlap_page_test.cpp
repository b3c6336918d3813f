#include "sanaq/pages/overlap_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(OverlapPage, DrawsTheOverlapAndGivesItAsATable) {
  const std::string body = overlap_page(test::a_view(), draw::Voice("en")).body;
  EXPECT_NE(body.find("<svg"), std::string::npos);
  EXPECT_GE(test::times(body, "<table"), 2u);
  EXPECT_NE(body.find("150"), std::string::npos);
}

}  // namespace sanaq::pages
