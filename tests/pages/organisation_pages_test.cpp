#include "sanaq/pages/organisation_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(OrganisationPages, ShowPostsAndDrawWhoCommandedWhenItActed) {
  const auto pages = organisation_pages(a_public_case(), draw::Voice("en"));
  const Page* unit = page_at(pages, "organisation/unit.html");
  EXPECT_TRUE(holds(unit, "Low Sample, chief"));
  EXPECT_TRUE(holds(unit, "Who commanded on 16 December 2011"));
  EXPECT_TRUE(holds(unit, "<svg"));
  EXPECT_TRUE(holds(page_at(pages, "organisation/staff.html"), "../organisation/unit.html"));
}

}  // namespace sanaq::pages
