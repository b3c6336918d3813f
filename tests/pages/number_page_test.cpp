#include "sanaq/pages/number_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(NumberPage, ShowsTheThreeNumbersAndTheInterval) {
  const std::string body = number_page(test::a_view(), draw::Voice("en")).body;
  for (const char* part : {"210", "215", "345", "280", "460", "The invented movement"})
    EXPECT_NE(body.find(part), std::string::npos) << part;
}

TEST(NumberPage, WithoutListsThereIsNoEstimateAndItSaysSo) {
  PublicView view = test::a_view();
  view.lists.clear();
  view.overlap.reset();
  view.estimate.reset();
  const std::string body = number_page(view, draw::Voice("en")).body;
  EXPECT_NE(body.find("No list has been loaded"), std::string::npos);
  EXPECT_EQ(body.find("345"), std::string::npos);
}

TEST(NumberPage, ANumberNotToBeQuotedSaysWhy) {
  PublicView view = test::a_view();
  view.estimate->reasons.push_back(base::message("the lists hardly meet"));
  EXPECT_NE(number_page(view, draw::Voice("en")).body.find("the lists hardly meet"),
            std::string::npos);
}

}  // namespace sanaq::pages
