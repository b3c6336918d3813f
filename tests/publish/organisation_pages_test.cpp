#include "sanaq/publish/organisation_pages.h"

#include <gtest/gtest.h>

#include "publish/a_public_case.h"

namespace sanaq::publish {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(OrganisationPages, ShowPostsAndDrawWhoCommandedWhenItActed) {
  const auto pages = organisation_pages(a_public_case(), Voice("en"));
  const Page* unit = page_at(pages, "organisation/unit.html");
  EXPECT_TRUE(holds(unit, "Low Sample, chief"));
  EXPECT_TRUE(holds(unit, "Who commanded on 2011-12-16"));
  EXPECT_TRUE(holds(unit, "<svg"));
  EXPECT_TRUE(holds(page_at(pages, "organisation/staff.html"), "../organisation/unit.html"));
}

}  // namespace sanaq::publish
