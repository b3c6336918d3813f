#include "sanaq/pages/about_page.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {

TEST(AboutPage, HasTheDayAndTheVersion) {
  const std::string body = about_page(test::a_view(), draw::Voice("en")).body;
  EXPECT_NE(body.find("24 November 2026"), std::string::npos);
  EXPECT_NE(body.find("sanaq 0.2.0"), std::string::npos);
  EXPECT_NE(body.find("have not said"), std::string::npos);
}

TEST(AboutPage, WhatTheInvestigatorsWroteTakesThePlaceOfTheDefault) {
  PublicView view = test::a_view();
  view.written.own_pages["about"] = {test::a_text("en", "", "We are *three*.")};
  const std::string body = about_page(view, draw::Voice("en")).body;
  EXPECT_NE(body.find("We are <em>three</em>."), std::string::npos);
  EXPECT_EQ(body.find("have not said"), std::string::npos);
  EXPECT_NE(about_page(view, draw::Voice("ru")).body.find("lang=\"en\""), std::string::npos);
}

// The day of a run tells when lists changed on which living persons may stand.
TEST(AboutPage, WithoutADayThereIsNone) {
  PublicView view = test::a_view();
  view.provenance.made_on.clear();
  EXPECT_EQ(about_page(view, draw::Voice("en")).body.find("<time"), std::string::npos);
}

}  // namespace sanaq::pages
