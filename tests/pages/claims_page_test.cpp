#include "sanaq/pages/claims_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(ClaimsPage, KeepsEachClaimWithWhoAssertsItAndItsSource) {
  PublicView view = test::a_view();
  view.claims.push_back(view.claims[0]);
  view.claims[1].asserted_by = "An office";
  view.claims[1].in_scope = false;
  const std::string body = claims_page(view, draw::Voice("en")).body;
  for (const char* part :
       {"The invented movement", "at least 300", "a leaflet", "An office", "shown, not compared"}) {
    EXPECT_NE(body.find(part), std::string::npos) << part;
  }
}

}  // namespace sanaq::pages
