#include "sanaq/pages/custody_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;
using test::page_at;

// Whether more is on record must not show on any page: the same sentence stands on all of them.
TEST(CustodyPages, SayWhoIsHeldByWhatIsPublicAlone) {
  const auto pages = custody_pages(a_public_case(), draw::Voice("en"));
  const Page* index = page_at(pages, "custody.html");
  ASSERT_NE(index, nullptr);
  EXPECT_EQ(index->title, "Who is held on 16 December 2014");
  EXPECT_TRUE(holds(index, "Bolat Sample"));
  EXPECT_TRUE(holds(index, "4 June 2019"));
  EXPECT_TRUE(holds(index, "Other Sample"));
  for (const char* path : {"custody.html", "custody/c1.html", "custody/c2.html"})
    EXPECT_TRUE(holds(page_at(pages, path), "Worked out from what is public alone")) << path;
  EXPECT_TRUE(holds(page_at(pages, "custody/c1.html"), "On 16 December 2014: held"));
}

TEST(CustodyPages, WhoIsReleasedBeforeHisArrestStaysAmongThosePerhapsHeld) {
  PublicView view = a_public_case();
  view.case_file.entities.custodies[0].released = record::from_edtf("2010-05-01");
  const auto pages = custody_pages(view, draw::Voice("kk"));
  EXPECT_TRUE(holds(page_at(pages, "custody.html"), "екі күннің бірі қате"));
}

}  // namespace sanaq::pages
