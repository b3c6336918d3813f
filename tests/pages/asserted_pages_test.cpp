#include "sanaq/pages/asserted_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;
using test::holds;
using test::page_at;

TEST(AssertedPages, AClaimOfAnotherScopeIsShownAndNotCompared) {
  const auto pages = asserted_pages(a_public_case(), draw::Voice("en"));
  EXPECT_TRUE(holds(page_at(pages, "claim/x.html"), "counts something else: \u2068arrests\u2069"));
  EXPECT_FALSE(holds(page_at(pages, "claim/k.html"), "not compared"));
}

TEST(AssertedPages, DemandsAreShownWithTheirStatus) {
  const auto pages = asserted_pages(a_public_case(), draw::Voice("en"));
  EXPECT_TRUE(holds(page_at(pages, "demands.html"), "open"));
  EXPECT_TRUE(holds(page_at(pages, "demand/d.html"), "Release them"));
}

}  // namespace sanaq::pages
