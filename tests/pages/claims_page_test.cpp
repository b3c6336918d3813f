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

TEST(ClaimsPage, AClaimOfTheCaseFileOpensToWhoSaysSo) {
  PublicView view = test::a_view();
  EXPECT_EQ(claims_page(view, draw::Voice("en")).body.find("data-fact"), std::string::npos);
  casefile::Statement said;
  said.subject = casefile::subject_of("claim", view.claims[0].id);
  said.property = "min";
  said.value = "300";
  said.source = "A leaflet of the movement";
  view.case_file.view = casefile::View({said});
  view.case_file.facts = {0x1234};
  view.claims[0].page = "claim/c1.html";
  const std::string body = claims_page(view, draw::Voice("en")).body;
  EXPECT_NE(body.find("data-fact=\"0000000000001234\""), std::string::npos);
  EXPECT_NE(body.find("A leaflet of the movement"), std::string::npos);
}

}  // namespace sanaq::pages
