#include "sanaq/pages/corrections_page.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {
namespace {

using Kind = PublicCorrection::Kind;

TEST(CorrectionsPage, LeadsToPagesThatAreThereAndToNoOther) {
  PublicView view = test::a_view();
  view.corrections.add({"2026-02-01", "person/a.html", "name", "x", "y", "", Kind::corrected});
  view.corrections.add({"2026-02-01", "person/gone.html", "name", "", "", "", Kind::withdrawn});
  const std::string body = corrections_page(view, {"person/a.html"}, draw::Voice("en")).body;
  EXPECT_NE(body.find("href=\"person/a.html\""), std::string::npos);
  EXPECT_EQ(body.find("gone"), std::string::npos);
}

TEST(CorrectionsPage, HasOneSizeHoweverMuchWasAdded) {
  PublicView view = test::a_view();
  for (int at = 0; at < 100000; ++at)
    view.corrections.add({"2026-02-01", "person/a.html", "name", "", "y", "", Kind::added});
  for (int at = 0; at < 100000; ++at)
    view.corrections.add({"2026-02-02", "person/a.html", "name", "x", "y", "", Kind::corrected});
  const std::string body = corrections_page(view, {}, draw::Voice("en")).body;
  EXPECT_LT(body.size(), 150000u);
  EXPECT_NE(body.find("100,000"), std::string::npos);
}

TEST(CorrectionsPage, WithoutAnySaysSo) {
  EXPECT_NE(corrections_page(test::a_view(), {}, draw::Voice("en")).body.find("Nothing was"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::pages
