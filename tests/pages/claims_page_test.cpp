#include "sanaq/pages/claims_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(ClaimsPage, KeepsEachClaimWithWhoAssertsItAndItsSource) {
  PublicView view = test::a_view();
  view.claims.push_back(view.claims[0]);
  view.claims[1].asserted_by = "An office";
  view.claims[1].in_scope = false;
  const std::string body = claims_pages(view, draw::Voice("en")).front().body;
  for (const char* part :
       {"The invented movement", "at least 300", "a leaflet", "An office", "shown, not compared"}) {
    EXPECT_NE(body.find(part), std::string::npos) << part;
  }
}

TEST(ClaimsPage, AClaimOfTheCaseFileOpensToWhoSaysSo) {
  PublicView view = test::a_view();
  EXPECT_EQ(claims_pages(view, draw::Voice("en")).front().body.find("data-fact"),
            std::string::npos);
  casefile::Statement said;
  said.subject = casefile::subject_of("claim", view.claims[0].id);
  said.property = "min";
  said.value = "300";
  said.source = "A leaflet of the movement";
  view.case_file.view = casefile::View({said});
  view.case_file.facts = {0x1234};
  view.claims[0].page = "claim/c1.html";
  const std::string body = claims_pages(view, draw::Voice("en")).front().body;
  EXPECT_NE(body.find("data-fact=\"0000000000001234\""), std::string::npos);
  EXPECT_NE(body.find("A leaflet of the movement"), std::string::npos);
}

TEST(ClaimsPage, VeryManyClaimsStandOnSeveralPagesEachOnceAndTheSameInEveryLanguage) {
  PublicView view = test::a_view();
  PublicClaim claim = view.claims[0];
  view.claims.clear();
  for (int number = 0; number < 400; ++number) {
    claim.id = "c" + std::to_string(number);
    claim.source = "Газета «Айна», " + std::to_string(number);
    view.claims.push_back(claim);
  }
  std::vector<std::string> paths;
  for (const char* language : {"en", "ru", "kk"}) {
    std::vector<std::string> here;
    std::size_t rows = 0;
    for (const Page& page : claims_pages(view, draw::Voice(language))) {
      here.push_back(page.path);
      rows += test::times(page.body, "<li id=\"claim-");
      EXPECT_LT(page.body.size(), 140'000u) << page.path;
    }
    EXPECT_EQ(rows, 400u);
    EXPECT_TRUE(paths.empty() || paths == here);
    paths = here;
  }
  ASSERT_GT(paths.size(), 2u);
  EXPECT_EQ(paths[1], "claims_2.html");
}

}  // namespace sanaq::pages
