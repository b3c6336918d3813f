#include "sanaq/pages/sources_page.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"
#include "pages/a_view.h"

namespace sanaq::pages {

TEST(SourcesPage, NamesListsAndTellsNoSizeWherePersonsMayBeLiving) {
  PublicView view = test::a_view();
  std::string body = sources_page(view, draw::Voice("en")).body;
  for (const PublicList& list : view.lists) EXPECT_NE(body.find(list.name), std::string::npos);
  EXPECT_NE(body.find("10 records"), std::string::npos);
  view.rounding = PublicRounding{};
  EXPECT_EQ(sources_page(view, draw::Voice("en")).body.find("10 records"), std::string::npos);
}

}  // namespace sanaq::pages
