#include "sanaq/workspace/passphrase_screen.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(PassphraseScreen, CarriesWhatWasToBeDone) {
  VisitByHand hand("/undo");
  Bench bench("sanaq");
  const http::Response response =
      passphrase_screen(hand.visit, bench, "/undo", {{{"entry", "abc:1"}}}, true);
  EXPECT_EQ(422, response.status);
  EXPECT_NE(std::string::npos, response.body.find("name=\"was.entry\" value=\"abc:1\""));
  EXPECT_NE(std::string::npos, response.body.find("role=\"alert\""));
}

}  // namespace
}  // namespace sanaq::workspace
