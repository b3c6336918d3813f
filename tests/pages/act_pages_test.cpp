#include "sanaq/pages/act_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(ActPages, CountPeopleAndHaveAPageForEachType) {
  const auto pages = act_pages(a_public_case(), draw::Voice("en"));
  EXPECT_EQ(pages.size(), 2U);
  const Page* type = page_at(pages, "act-type/01010501.html");
  EXPECT_TRUE(holds(type, "People: 6."));
  EXPECT_TRUE(holds(type, "<bdi>unnamed men</bdi> (<bdi>5</bdi>)"));
  EXPECT_TRUE(holds(type, "(<bdi>gave orders</bdi>)"));
  EXPECT_TRUE(holds(type, "The &lt;Unit&gt;"));
  EXPECT_TRUE(act_pages(test::a_view(), draw::Voice("en")).empty());
}

}  // namespace sanaq::pages
