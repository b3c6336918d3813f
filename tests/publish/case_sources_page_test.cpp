#include "sanaq/publish/case_sources_page.h"

#include <gtest/gtest.h>

#include "publish/a_public_case.h"

namespace sanaq::publish {

using test::a_public_case;
using test::holds;

TEST(CaseSourcesPage, LeadsFromEachRowForwardToThePageThatShowsIt) {
  const Page page = case_sources_page(a_public_case(), Voice("en"));
  EXPECT_TRUE(holds(&page, "id=\"f-eeeeeeeeeeeeeeee\""));
  EXPECT_TRUE(holds(&page, "SHA-256 " + std::string(64, 'e')));
  for (const char* to : {"event/shooting.html", "custody/c1.html", "organisation/unit.html",
                         "act-type/01010501.html#a1", "claim/k.html", "demand/d.html"})
    EXPECT_TRUE(holds(&page, to)) << to;
  EXPECT_TRUE(holds(&page, "The Lantern"));
}

}  // namespace sanaq::publish
