#include "sanaq/pages/event_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(EventPages, ShowWhatCameOfAnEventAndItsActs) {
  const auto pages = event_pages(a_public_case(), draw::Voice("en"));
  EXPECT_EQ(pages.size(), 3U);
  EXPECT_TRUE(holds(page_at(pages, "event/strike.html"), "../event/shooting.html"));
  EXPECT_TRUE(holds(page_at(pages, "event/strike.html"), "Lasted 205 days"));
  EXPECT_TRUE(holds(page_at(pages, "event/shooting.html"), "act-type/01010501.html"));
}

TEST(EventPages, ATrialWhoseTotalsDoNotAddUpShowsTheDifference) {
  const auto pages = event_pages(a_public_case(), draw::Voice("en"));
  EXPECT_TRUE(holds(page_at(pages, "event/trial.html"),
                    "37 were tried, but 3 + 30 is 33: the difference is 4."));
}

}  // namespace sanaq::pages
