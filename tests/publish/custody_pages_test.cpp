#include "sanaq/publish/custody_pages.h"

#include <gtest/gtest.h>

#include "publish/a_public_case.h"

namespace sanaq::publish {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(CustodyPages, SayWhoIsHeldAndWorkOutNothingThatIsOnlyPartlyPublic) {
  const auto pages = custody_pages(a_public_case(), Voice("en"));
  const Page* index = page_at(pages, "custody.html");
  ASSERT_NE(index, nullptr);
  EXPECT_EQ(index->title, "Who is held on 2014-12-16");
  EXPECT_TRUE(holds(index, "Bolat Sample"));
  EXPECT_TRUE(holds(index, "2019-06-04"));
  EXPECT_FALSE(holds(index, "Other Sample"));
  EXPECT_TRUE(holds(index, "1 custody is not worked out here"));
  EXPECT_TRUE(holds(page_at(pages, "custody/c2.html"), "nothing is worked out here"));
  EXPECT_TRUE(holds(page_at(pages, "custody/c1.html"), "On 2014-12-16: held"));
}

}  // namespace sanaq::publish
