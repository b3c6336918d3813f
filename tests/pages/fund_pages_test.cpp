#include "sanaq/pages/fund_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(FundPages, BalancesAreOfPublicEntriesAndSaySo) {
  const PublicView view = a_public_case();
  const std::string path = "fund/" + slug("A fund") + ".html";
  const auto pages = fund_pages(view, draw::Voice("en"));
  EXPECT_TRUE(holds(page_at(pages, path), "1000.50"));
  EXPECT_TRUE(holds(page_at(pages, "aid.html"), "1000.50"));
  EXPECT_TRUE(holds(page_at(pages, path), "entries that are public alone"));
  EXPECT_TRUE(holds(page_at(pages, "aid.html"), "entries that are public alone"));
}

TEST(FundPages, AnEntryThatSaysNotWhetherInOrOutIsInNoBalanceAndTold) {
  PublicView view = a_public_case();
  casefile::Aid aid = view.case_file.entities.aid[0];
  aid.subject = "aid:2";
  aid.has_direction = false;
  view.case_file.entities.aid.push_back(aid);
  const auto pages = fund_pages(view, draw::Voice("ru"));
  const Page* page = page_at(pages, "fund/" + slug("A fund") + ".html");
  EXPECT_TRUE(holds(page, "1000.50"));
  EXPECT_FALSE(holds(page, "2001"));
  EXPECT_TRUE(holds(page, "нет ни в одном остатке: 1."));
}

}  // namespace sanaq::pages
