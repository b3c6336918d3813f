#include "sanaq/pages/frame.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(Frame, LinksAreRelativeAndLanguagesMeet) {
  const PublicView view = test::a_view();
  EXPECT_EQ(language_folder(view, "en"), "");
  EXPECT_EQ(language_folder(view, "ru"), "ru/");
  EXPECT_EQ(way_up("person/ab.html"), "../");
  EXPECT_EQ(way_up("index.html"), "");
  const std::string page =
      frame(view, draw::Voice("ru"), {"index.html", "number", "t", "<p>body</p>"});
  EXPECT_NE(page.find("lang=\"ru\""), std::string::npos);
  EXPECT_NE(page.find("<p>body</p>"), std::string::npos);
  EXPECT_EQ(page.find("href=\"/"), std::string::npos);
  EXPECT_EQ(page.find("://"), std::string::npos);
}

TEST(Frame, InventedDataSaysSoOnEveryPage) {
  PublicView view = test::a_view();
  EXPECT_EQ(frame(view, draw::Voice("en"), {"index.html", "number", "t", ""}).find("banner"),
            std::string::npos);
  view.is_invented = true;
  EXPECT_NE(frame(view, draw::Voice("en"), {"index.html", "number", "t", ""}).find("banner"),
            std::string::npos);
}

}  // namespace sanaq::pages
