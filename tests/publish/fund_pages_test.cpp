#include "sanaq/publish/fund_pages.h"

#include <gtest/gtest.h>

#include "publish/a_public_case.h"

namespace sanaq::publish {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(FundPages, BalancesAreShownOnlyWhereEveryEntryIsPublic) {
  PublicView view = a_public_case();
  const std::string path = "fund/" + slug("A fund") + ".html";
  auto pages = fund_pages(view, Voice("en"));
  EXPECT_TRUE(holds(page_at(pages, path), "1000.50"));
  EXPECT_TRUE(holds(page_at(pages, "aid.html"), "1000.50"));
  view.case_file.funds_partly_withheld = {"A fund"};
  pages = fund_pages(view, Voice("en"));
  EXPECT_FALSE(holds(page_at(pages, "aid.html"), "1000.50"));
  EXPECT_TRUE(holds(page_at(pages, path), "no balance is shown"));
}

}  // namespace sanaq::publish
