#include "sanaq/workspace/carried_form.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(CarriedForm, StandsFilledInAndHasANewSecretField) {
  VisitByHand hand("/settings");
  hand.posts({{"csrf", "old"},
              {"title", "<b>\"Town\"</b>"},
              {"note", "one\ntwo"},
              {"passphrase", "secret"}});
  Bench bench("sanaq");
  const http::Response response = form_again(hand.visit, bench, {"Title", "", 409}, "why",
                                             "/settings", "/settings", hand.visit.form);
  EXPECT_EQ(409, response.status);
  EXPECT_NE(std::string::npos, response.body.find("csrf-of-/settings"));
  EXPECT_NE(std::string::npos, response.body.find("&lt;b&gt;&quot;Town&quot;"));
  EXPECT_NE(std::string::npos, response.body.find("\none\ntwo</textarea>"));
  EXPECT_EQ(std::string::npos, response.body.find("old"));
  EXPECT_EQ(std::string::npos, response.body.find("secret"));
}

TEST(CarriedForm, ThePrefixComesOffAgain) {
  const http::Form form{{{"to", "/"}, {"was.title", "1"}, {"was.was.x", "2"}}};
  const http::Form rest = without_prefix(form, "was.");
  EXPECT_EQ((std::vector<std::pair<std::string, std::string>>{{"title", "1"}, {"was.x", "2"}}),
            rest.fields);
}

}  // namespace
}  // namespace sanaq::workspace
