#include "sanaq/workspace/page.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(Page, ThePieceStandsInTheFrameWithItsTitleAndHelp) {
  VisitByHand by_hand("/help/start", "ru");
  Bench bench("sanaq");
  Data data;
  const http::Response whole = page(by_hand.visit, bench, {"<Title>", "lists", 422}, "entry", data);
  EXPECT_EQ(422, whole.status);
  EXPECT_NE(std::string::npos, whole.body.find("&lt;Title&gt;"));
  EXPECT_NE(std::string::npos, whole.body.find("lang=\"ru\""));
  EXPECT_NE(std::string::npos, whole.body.find("/help/lists"));
  by_hand.request.headers = {{"HX-Request", "true"}};
  const http::Response alone = page(by_hand.visit, bench, {"Title"}, "entry", data);
  EXPECT_EQ(std::string::npos, alone.body.find("<html"));
  EXPECT_NE(std::string::npos, whole.body.find(alone.body));
}

TEST(Page, SomebodyWhoHasNotComeInIsToldNothingOfWhatIsHere) {
  VisitByHand by_hand("/");
  by_hand.visit.is_inside = false;
  Bench bench("sanaq");
  const http::Response response = page(by_hand.visit, bench, {"Title"}, "entry", {});
  EXPECT_EQ(std::string::npos, response.body.find("csrf-of-/leave"));
}

TEST(Page, TheSecretFieldIsThatOfTheRouteAndNoOther) {
  const VisitByHand by_hand("/");
  EXPECT_NE(std::string::npos, csrf_field(by_hand.visit, "/lists").find("csrf-of-/lists"));
  EXPECT_TRUE(has_right_csrf(by_hand.visit, "/lists", "csrf-of-/lists"));
  EXPECT_FALSE(has_right_csrf(by_hand.visit, "/lists", "csrf-of-/other"));
  EXPECT_FALSE(has_right_csrf(by_hand.visit, "/lists", ""));
}

}  // namespace
}  // namespace sanaq::workspace
