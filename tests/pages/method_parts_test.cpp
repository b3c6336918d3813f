#include "sanaq/pages/method_parts.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {
namespace {

std::string part(const PublicView& view, const std::string& name, const char* language = "en") {
  for (const MethodPart& one : method_parts(view, draw::Voice(language))) {
    if (one.name == name) return one.text;
  }
  return {};
}

PublicView nothing() {
  PublicView view;
  view.languages = {"en", "ru"};
  return view;
}

constexpr const char* silent = "have not said";

}  // namespace

TEST(MethodParts, ThereAreEightInTheirOrder) {
  const auto parts = method_parts(test::a_view(), draw::Voice("en"));
  ASSERT_EQ(parts.size(), 8u);
  EXPECT_EQ(parts.front().heading, "Scope and definitions");
  EXPECT_EQ(parts.back().heading, "Limits");
}

TEST(MethodParts, HowItWasCollectedNoRunKnows) {
  EXPECT_NE(part(test::a_view(), "collection").find(silent), std::string::npos);
}

TEST(MethodParts, ADefaultSaysOnlyWhatThisRunDid) {
  const std::string linking = "Fellegi", assumptions = "closed population";
  EXPECT_NE(part(test::a_view(), "evaluation").find(linking), std::string::npos);
  EXPECT_NE(part(test::a_view(), "limits").find(assumptions), std::string::npos);
  EXPECT_EQ(part(nothing(), "evaluation").find(linking), std::string::npos);
  EXPECT_EQ(part(nothing(), "limits").find(assumptions), std::string::npos);
  for (const char* name : {"inclusion", "sources", "collection", "evaluation", "corroboration"})
    EXPECT_NE(part(nothing(), name).find(silent), std::string::npos) << name;
}

TEST(MethodParts, NoPartIsEmpty) {
  for (const PublicView& view : {test::a_view(), nothing(), test::a_public_case()}) {
    for (const MethodPart& one : method_parts(view, draw::Voice("en")))
      EXPECT_NE(one.text.find_first_not_of(" \n"), std::string::npos) << one.name;
  }
}

TEST(MethodParts, RoundedCountsAreNotTakenApart) {
  PublicView view = test::a_view();
  EXPECT_NE(part(view, "corroboration").find("180"), std::string::npos);  // on one list alone
  view.overlap->is_rounded = true;
  EXPECT_EQ(part(view, "corroboration").find("180"), std::string::npos);
}

TEST(MethodParts, WhatTheInvestigatorsWroteTakesThePlaceOfTheDefault) {
  PublicView view = test::a_view();
  view.written.own_pages["method-collection"] = {test::a_text("en", "", "# By hand\n\nWe asked.")};
  EXPECT_NE(part(view, "collection").find("We asked."), std::string::npos);
  EXPECT_NE(part(view, "collection").find("<h3"), std::string::npos);  // below the part's own
  const auto russian = method_parts(view, draw::Voice("ru"));
  EXPECT_EQ(russian[3].language, "en");
  EXPECT_FALSE(russian[3].note.empty());
}

}  // namespace sanaq::pages
