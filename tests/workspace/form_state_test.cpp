#include "sanaq/workspace/form_state.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(FormState, AFormNamesTheStateThatItWasMadeFrom) {
  VisitByHand hand("/settings");
  EXPECT_FALSE(is_made_from(hand.visit, ""));
  hand.posts({{"state", "abc"}});
  EXPECT_TRUE(is_made_from(hand.visit, "abc"));
  EXPECT_FALSE(is_made_from(hand.visit, "abd"));
  EXPECT_NE(std::string::npos, state_field("a\"b").find("value=\"a&quot;b\""));
}

TEST(FormState, TheSecondTabIsShownBoth) {
  VisitByHand hand("/settings");
  hand.posts({{"csrf", "1"}, {"state", "old"}, {"title", "Mine <b>"}});
  Bench bench("sanaq");
  const http::Response response = both_screen(hand.visit, bench, "/settings", "new",
                                              {{"Title", "title", "Theirs", "Mine <b>"}});
  EXPECT_EQ(409, response.status);
  for (const char* part :
       {"Theirs", "Mine &lt;b&gt;", "name=\"state\" value=\"new\"", "name=\"title\" value=\"Mine"})
    EXPECT_NE(std::string::npos, response.body.find(part)) << part;
  EXPECT_EQ(std::string::npos, response.body.find("\"old\""));
}

}  // namespace
}  // namespace sanaq::workspace
