#include "sanaq/pages/rounding_section.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"
#include "sanaq/pages/lists_page.h"
#include "sanaq/pages/method_page.h"
#include "sanaq/pages/number_page.h"
#include "sanaq/pages/overlap_page.h"

namespace sanaq::pages {
namespace {

PublicView a_rounded_view() {
  PublicView view = test::a_view();
  view.rounding = PublicRounding{10, 5, 50, true};
  view.overlap->is_rounded = true;
  view.has_register = false;
  return view;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(RoundingSection, SaysWhyAndHowFarInPlainWords) {
  const auto sentences = rounding_in_words(a_rounded_view(), draw::Voice("en"));
  ASSERT_EQ(sentences.size(), 5U);
  EXPECT_TRUE(holds(sentences[0], "may be living"));
  EXPECT_TRUE(holds(sentences[1], "multiple of 5"));
  EXPECT_TRUE(holds(sentences[1], "up to 4"));
  EXPECT_TRUE(holds(sentences[1], "secret"));
  EXPECT_TRUE(holds(sentences[3], "a multiple of 50"));
  EXPECT_TRUE(holds(sentences[4], "ask the investigators"));
  EXPECT_TRUE(rounding_in_words(test::a_view(), draw::Voice("en")).empty());
}

TEST(RoundingSection, ClaimsNoSecretWhereThereIsNoneAndNoEstimateEither) {
  PublicView view = a_rounded_view();
  view.rounding->is_secret = false;
  view.estimate->estimate.reset();
  const auto sentences = rounding_in_words(view, draw::Voice("en"));
  EXPECT_EQ(sentences.size(), 3U);
  EXPECT_FALSE(holds(sentences[1], "secret"));
}

TEST(RoundingSection, StandsOnEveryPageThatHasSuchFigures) {
  const PublicView view = a_rounded_view();
  const draw::Voice voice("en");
  for (const Page& page :
       {number_page(view, voice), overlap_page(view, voice), lists_page(view, voice)})
    EXPECT_TRUE(holds(page.body, "may be living")) << page.path;
  EXPECT_FALSE(holds(lists_page(view, voice).body, "Rows read"));
  EXPECT_TRUE(holds(lists_page(view, voice).body, "rounded</dt><dd>150"));
  EXPECT_FALSE(holds(verify_page(view, voice).body, "sha256sum list.csv"));
  const PublicView exact = test::a_view();
  EXPECT_TRUE(holds(verify_page(exact, voice).body, "sha256sum list.csv"));
  for (const Page& page :
       {number_page(exact, voice), overlap_page(exact, voice), lists_page(exact, voice)})
    EXPECT_FALSE(holds(page.body, "may be living")) << page.path;
}

}  // namespace
}  // namespace sanaq::pages
