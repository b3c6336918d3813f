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

TEST(CustodyPages, ManyWhoAreHeldAreSplitAndNobodyIsLost) {
  PublicView view = a_public_case();
  const casefile::Custody held = view.case_file.entities.custodies[0],
                          other = view.case_file.entities.custodies[1];
  view.case_file.entities.custodies.assign(260, held);
  view.case_file.entities.custodies.insert(view.case_file.entities.custodies.end(), 140, other);
  for (const char* language : {"en", "kk"}) {
    const auto pages = custody_pages(view, draw::Voice(language));
    std::size_t rows = 0;
    for (const Page& page : pages) {
      if (page.path.find('/') != std::string::npos) continue;
      for (std::size_t at = page.body.find("href=\"custody/"); at != std::string::npos;
           at = page.body.find("href=\"custody/", at + 1))
        ++rows;
      EXPECT_LT(page.body.size(), 130'000u) << page.path;
    }
    EXPECT_NE(page_at(pages, "custody_3.html"), nullptr);
    EXPECT_EQ(page_at(pages, "custody_6.html"), nullptr);
    EXPECT_GE(rows, 400u);  // the drawing leads to them too
    EXPECT_TRUE(holds(page_at(pages, "custody.html"), "href=\"custody_2.html\""));
    EXPECT_TRUE(holds(page_at(pages, "custody_2.html"), "href=\"custody_3.html\""));
    EXPECT_TRUE(holds(page_at(pages, "custody_2.html"), "href=\"custody.html\""));
    EXPECT_LT(page_at(pages, "custody_2.html")->body.size(), 130'000u);
  }
}

}  // namespace sanaq::pages
