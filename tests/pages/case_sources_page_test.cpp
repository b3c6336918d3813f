#include "sanaq/pages/case_sources_page.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;

TEST(CaseSourcesPage, LeadsFromEachRowForwardToThePageThatShowsIt) {
  PublicView view = a_public_case();
  view.case_file.tables = {{"event", std::string(64, 'e'), true},
                           {"act", std::string(64, 'd'), false}};
  const Page page = case_sources_pages(view, draw::Voice("en")).front();
  EXPECT_TRUE(holds(&page, "id=\"f-event\""));
  EXPECT_TRUE(holds(&page, "SHA-256 " + std::string(64, 'e')));
  EXPECT_TRUE(holds(&page, "Commitment to the file: " + std::string(64, 'd')));
  for (const char* to : {"event/shooting.html", "custody/c1.html", "organisation/unit.html",
                         "act-type/01010501.html#a1", "claim/k.html", "demand/d.html"})
    EXPECT_TRUE(holds(&page, to)) << to;
  EXPECT_TRUE(holds(&page, "The Lantern"));
}

}  // namespace sanaq::pages
