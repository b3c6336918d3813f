#include "sanaq/workspace/row_pages.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

RowPages page_called(const std::string& number, std::size_t rows) {
  VisitByHand by_hand("/persons?page=" + number);
  return pages_of_rows(by_hand.visit, rows);
}

TEST(RowPages, AHundredAPage) {
  EXPECT_EQ(page_called("", 250).last, 100U);
  EXPECT_EQ(page_called("3", 250).first, 200U);
  EXPECT_EQ(page_called("3", 250).last, 250U);
}

TEST(RowPages, WhatIsNoPageIsTheNearest) {
  EXPECT_EQ(page_called("99", 250).number, 3U);
  EXPECT_EQ(page_called("0", 250).number, 1U);
  EXPECT_EQ(page_called("-7", 250).number, 1U);
  EXPECT_EQ(page_called("99999999999999999999999", 250).number, 1U);
  EXPECT_EQ(page_called("<b>", 0).last, 0U);
}

TEST(RowPages, LinksLeadBeforeAndAfter) {
  VisitByHand by_hand("/persons?page=2");
  const std::string links =
      links_to_pages(by_hand.visit, pages_of_rows(by_hand.visit, 250), 250, "/persons?q=%22");
  EXPECT_NE(links.find("/persons?q=%22&amp;page=1"), links.npos) << links;
  EXPECT_NE(links.find("/persons?q=%22&amp;page=3"), links.npos);
  EXPECT_NE(links.find("Rows 101 to 200 of 250"), links.npos);
  EXPECT_EQ(links_to_pages(by_hand.visit, pages_of_rows(by_hand.visit, 7), 7, "/persons"), "");
}

}  // namespace
}  // namespace sanaq::workspace
