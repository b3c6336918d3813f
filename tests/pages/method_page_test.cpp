#include "sanaq/pages/method_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(MethodPage, SaysSeedVersionAndWhatItWasMadeFrom) {
  const std::string body = method_page(test::a_view(), draw::Voice("en")).body;
  for (const std::string& part : {std::string("0.2.0"), std::string(64, 'b'), std::string(64, 'c')})
    EXPECT_NE(body.find(part), std::string::npos);
}

TEST(MethodPage, HasBothBoundsOrNone) {
  PublicView view = test::a_view();
  const std::string words = "The same, where lists differ in how many they reach";
  view.estimate->chao_with_list_effects.reset();
  EXPECT_EQ(method_page(view, draw::Voice("en")).body.find(words), std::string::npos);
  view.estimate->chao_lower_bound = 8803.2;
  view.estimate->chao_with_list_effects = 8591.2;
  const std::string body = method_page(view, draw::Voice("en")).body;
  EXPECT_NE(body.find(words), std::string::npos);
  EXPECT_NE(body.find("8,803"), std::string::npos);
  EXPECT_NE(body.find("8,591"), std::string::npos);
}

TEST(MethodPage, TellsACommitmentFromAHash) {
  PublicView view = test::a_view();
  EXPECT_NE(method_page(view, draw::Voice("en")).body.find("<td>commitment</td>"),
            std::string::npos);
  EXPECT_EQ(method_page(view, draw::Voice("en")).body.find("<td>SHA-256</td>"), std::string::npos);
  view.provenance.inputs[0].is_open = true;
  EXPECT_NE(method_page(view, draw::Voice("en")).body.find("<td>SHA-256</td>"), std::string::npos);
}

TEST(MethodPage, ThePageForCheckingNamesTheCommand) {
  EXPECT_NE(verify_page(test::a_view(), draw::Voice("en")).body.find("sanaq estimate --cells"),
            std::string::npos);
}

TEST(MethodPage, WhereThereIsALogThePageForCheckingLeadsToIt) {
  PublicView view = test::a_view();
  const std::string link = "href=\"log/index.html\"";
  EXPECT_EQ(verify_page(view, draw::Voice("en")).body.find(link), std::string::npos);
  view.has_log = true;
  EXPECT_NE(verify_page(view, draw::Voice("en")).body.find(link), std::string::npos);
}

TEST(MethodPage, TheDayOfTheRunStandsElsewhere) {
  EXPECT_EQ(method_page(test::a_view(), draw::Voice("en")).body.find("2026-11-24"),
            std::string::npos);
}

TEST(MethodPage, HasItsEightPartsUnderTheirHeadings) {
  const std::string body = method_page(test::a_view(), draw::Voice("en")).body;
  EXPECT_EQ(test::times(body, "<section id=\""), 8u);
}

}  // namespace sanaq::pages
