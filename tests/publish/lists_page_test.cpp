#include "sanaq/publish/lists_page.h"

#include <gtest/gtest.h>

#include "publish/a_view.h"

namespace sanaq::publish {

TEST(ListsPage, ShowsThatRowsAddUpAndTheHashOfEachVersion) {
  const std::string body = lists_page(test::a_view(), Voice("en")).body;
  EXPECT_EQ(test::times(body, std::string(64, 'a')), 3u);
  for (const char* part : {"hospital", "morgue", "union", "12", "10"})
    EXPECT_NE(body.find(part), std::string::npos) << part;
}

}  // namespace sanaq::publish
