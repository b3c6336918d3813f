#include "sanaq/pages/search_page.h"

#include <gtest/gtest.h>

#include "embedded/sanaq_pages.h"
#include "pages/a_view.h"

namespace sanaq::pages {

TEST(SearchPage, AloneTakesAScriptWhichIsTheSitesOwn) {
  const PublicView view = test::a_view();
  const draw::Voice voice("ru");
  const std::string page = frame(view, voice, search_page(view, voice));
  EXPECT_NE(page.find("script-src 'self'"), std::string::npos);
  EXPECT_NE(page.find("<script src=\"../search.js\">"), std::string::npos);
  EXPECT_NE(page.find("data-index=\"../search/\""), std::string::npos);
  EXPECT_NE(page.find("href=\"register.html\""), std::string::npos);  // for who runs no scripts
}

TEST(SearchPage, TheScriptIsSmallAndAsksNobody) {
  const std::string_view script = embedded_file("search.js");
  EXPECT_GT(script.size(), 1000u);
  EXPECT_LT(script.size(), 8'000u);
  for (const char* word : {"fetch", "XMLHttp", "://", "innerHTML", "eval", "cookie", "Storage"})
    EXPECT_EQ(script.find(word), std::string_view::npos) << word;
}

}  // namespace sanaq::pages
