#include "sanaq/serve/arrivals.h"

#include <gtest/gtest.h>

namespace sanaq::serve {
namespace {

TEST(Arrivals, AreKnownForADay) {
  Arrivals arrivals;
  EXPECT_FALSE(arrivals.came("words", 100));
  arrivals.note("words", 100);
  EXPECT_TRUE(arrivals.came("words", 100 + 23 * 3600));
  EXPECT_FALSE(arrivals.came("words", 100 + 25 * 3600));
  EXPECT_FALSE(arrivals.came("other words", 100));
}

TEST(Arrivals, ContentIsKnownForItsWordsAlone) {
  Arrivals arrivals;
  arrivals.note_content("words", "text", 100);
  EXPECT_TRUE(arrivals.came_content("words", "text", 100));
  EXPECT_FALSE(arrivals.came_content("words", "another text", 100));
  EXPECT_FALSE(arrivals.came_content("other", "text", 100));
  EXPECT_FALSE(arrivals.came("words", 100));
}

}  // namespace
}  // namespace sanaq::serve
