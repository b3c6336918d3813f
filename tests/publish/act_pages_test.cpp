#include "sanaq/publish/act_pages.h"

#include <gtest/gtest.h>

#include "publish/a_public_case.h"

namespace sanaq::publish {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(ActPages, CountPeopleAndHaveAPageForEachType) {
  const auto pages = act_pages(a_public_case(), Voice("en"));
  EXPECT_EQ(pages.size(), 2U);
  const Page* type = page_at(pages, "act-type/01010501.html");
  EXPECT_TRUE(holds(type, "People: 6."));
  EXPECT_TRUE(holds(type, "\u2068unnamed men\u2069 (\u20685\u2069)"));
  EXPECT_TRUE(holds(type, "(\u2068gave orders\u2069)"));
  EXPECT_TRUE(holds(type, "The &lt;Unit&gt;"));
  EXPECT_TRUE(act_pages(test::a_view(), Voice("en")).empty());
}

}  // namespace sanaq::publish
