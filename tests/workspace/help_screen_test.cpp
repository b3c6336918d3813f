#include "sanaq/workspace/help_screen.h"

#include <gtest/gtest.h>

#include <string>

#include "sanaq/base/error.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(HelpScreen, EveryPageIsThereInEachLanguageWithItsOwnHeading) {
  for (const std::string_view page : help_pages) {
    for (const std::string_view language : {"en", "ru", "kk"}) {
      const std::string_view text = help_text(language, page);
      EXPECT_TRUE(text.starts_with("<h1>")) << language << " " << page;
      EXPECT_GT(text.size(), 400U) << language << " " << page;
    }
    EXPECT_NE(help_text("en", page).substr(0, 40), help_text("ru", page).substr(0, 40)) << page;
    EXPECT_NE(help_text("ru", page).substr(0, 40), help_text("kk", page).substr(0, 40)) << page;
  }
}

TEST(HelpScreen, ALanguageSaysAsMuchAsTheOthers) {
  const auto blocks = [](std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; (at = text.find("\n<", at)) != text.npos; ++at) ++count;
    return count;
  };
  for (const std::string_view page : help_pages) {
    EXPECT_EQ(blocks(help_text("en", page)), blocks(help_text("ru", page))) << page;
    EXPECT_EQ(blocks(help_text("en", page)), blocks(help_text("kk", page))) << page;
  }
}

TEST(HelpScreen, APageLeadsToAllOthersAndNeedsNoInvestigation) {
  Bench bench("sanaq");
  VisitByHand by_hand("/help/review", "ru");
  by_hand.names("PAGE", "review");
  const http::Response response = show_help(by_hand.visit, bench);
  EXPECT_NE(response.body.find("Один человек или двое?"), std::string::npos);
  EXPECT_NE(response.body.find("href=\"/help/persons\""), std::string::npos);
}

TEST(HelpScreen, AnUnknownPageIsNotFound) {
  Bench bench("sanaq");
  VisitByHand by_hand("/help/..");
  by_hand.names("PAGE", "../frame");
  EXPECT_THROW((void)show_help(by_hand.visit, bench), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
