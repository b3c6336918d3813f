#include "sanaq/workspace/entry_screen.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(EntryScreen, TheSecretIsFoundInWhatWasPasted) {
  EXPECT_EQ("abc", token_in("http://127.0.0.1:80/in#abc"));
  EXPECT_EQ("abc", token_in("  abc\r\n"));
  EXPECT_EQ("", token_in(""));
}

TEST(EntryScreen, SomebodyOutsideIsToldNothingAndKeepsWhatHeTyped) {
  VisitByHand hand("/settings");
  hand.visit.is_inside = false;
  Bench bench("sanaq");
  const http::Response response =
      entry_screen(hand.visit, bench, WhyOutside::away, "/settings", {{{"title", "A title"}}});
  EXPECT_EQ(401, response.status);
  EXPECT_NE(std::string::npos, response.body.find("name=\"was.title\" value=\"A title\""));
  EXPECT_EQ(std::string::npos, response.body.find("csrf"));
  EXPECT_EQ(403, entry_screen(hand.visit, bench, WhyOutside::used_link, "/", {}).status);
}

}  // namespace
}  // namespace sanaq::workspace
