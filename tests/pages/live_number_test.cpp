#include "sanaq/pages/live_number.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"
#include "sanaq/draw/voice.h"

namespace sanaq::pages {

TEST(LiveNumber, SaysTheThreeNumbersOfTheSite) {
  const PublicView view = test::a_view();
  const draw::Voice voice("en");
  EXPECT_EQ(live_number(view, "documented", voice), "210–215");
  EXPECT_EQ(live_number(view, "claimed", voice), "300");
}

TEST(LiveNumber, AnEstimateNeverStandsWithoutItsInterval) {
  const std::string text = live_number(test::a_view(), "estimated", draw::Voice("en"));
  for (const char* part : {"345", "280", "460", "90"})
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST(LiveNumber, WhatTheSiteDoesNotHaveIsNothing) {
  PublicView view = test::a_view();
  view.claims.clear();
  view.estimate.reset();
  view.lists.clear();
  const draw::Voice voice("en");
  for (const char* which : {"documented", "estimated", "claimed", "truth", ""})
    EXPECT_EQ(live_number(view, which, voice), "") << which;
}

TEST(LiveNumber, ClaimsOutOfScopeWidenNoRange) {
  PublicView view = test::a_view();
  view.claims[0].in_scope = false;
  EXPECT_EQ(claimed_range(view, draw::Voice("en")), "");
}

}  // namespace sanaq::pages
