#include "sanaq/pages/case_overview_page.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;

TEST(CaseOverviewPage, HasTheEventsInTheirOrderAndLeadsToTheParts) {
  const Page page = case_overview_pages(a_public_case(), draw::Voice("en")).front();
  const std::size_t strike = page.body.find("event/strike.html"),
                    shooting = page.body.find("event/shooting.html");
  ASSERT_NE(shooting, std::string::npos);
  EXPECT_LT(strike, shooting);
  for (const char* part : {"acts.html", "custody.html", "aid.html", "case-sources.html", "2011"})
    EXPECT_TRUE(holds(&page, part)) << part;
}

}  // namespace sanaq::pages
