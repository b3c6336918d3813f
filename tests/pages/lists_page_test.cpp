#include "sanaq/pages/lists_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(ListsPage, ShowsThatRowsAddUpAndTheHashOfEachVersion) {
  const std::string body = lists_page(test::a_view(), draw::Voice("en")).body;
  EXPECT_EQ(test::times(body, std::string(64, 'a')), 3u);
  for (const char* part : {"hospital", "morgue", "union", "12", "10"})
    EXPECT_NE(body.find(part), std::string::npos) << part;
}

}  // namespace sanaq::pages
