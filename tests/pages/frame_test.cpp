#include "sanaq/pages/frame.h"

#include <gtest/gtest.h>

#include "embedded/sanaq_pages.h"
#include "pages/a_view.h"
#include "pages/an_article.h"
#include "sanaq/text/writing.h"

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

TEST(Frame, SectionsOfArticlesStandInTheNavigation) {
  const PublicView view = test::a_view_with_articles();
  const std::string page =
      frame(view, draw::Voice("ru"), {"sections/solidarity.html", "sections/solidarity", "t", ""});
  EXPECT_NE(page.find("href=\"../sections/solidarity.html\" aria-current=\"page\">Солидарность"),
            std::string::npos);
  EXPECT_NE(page.find("href=\"../feed.xml\""), std::string::npos);
  EXPECT_EQ(
      frame(test::a_view(), draw::Voice("en"), {"index.html", "number", "t", ""}).find("feed.xml"),
      std::string::npos);
}

// A page must not change from one day to the next.
TEST(Frame, TheDayOfTheRunStandsOnNoPageButOne) {
  const std::string page =
      frame(test::a_view(), draw::Voice("en"), {"index.html", "number", "t", ""});
  EXPECT_EQ(page.find("2026-11-24"), std::string::npos);
  EXPECT_NE(page.find("href=\"about.html\""), std::string::npos);
}

TEST(Frame, InventedDataSaysSoOnEveryPage) {
  PublicView view = test::a_view();
  EXPECT_EQ(frame(view, draw::Voice("en"), {"index.html", "number", "t", ""}).find("banner"),
            std::string::npos);
  view.is_invented = true;
  EXPECT_NE(frame(view, draw::Voice("en"), {"index.html", "number", "t", ""}).find("banner"),
            std::string::npos);
}

TEST(Frame, EachPageNamesItsOtherLanguagesRelatively) {
  const PublicView view = test::a_view();
  const std::string page =
      frame(view, draw::Voice("ru"), {"person/ab.html", "register", "t", "<p>body</p>"});
  EXPECT_NE(page.find("hreflang=\"en\" href=\"../../person/ab.html\""), std::string::npos);
  EXPECT_NE(page.find("hreflang=\"ru\" href=\"../../ru/person/ab.html\""), std::string::npos);
  EXPECT_EQ(page.find("og:url"), std::string::npos);
}

TEST(Frame, AnAddressOfThePublishersChoiceStandsInCardsAndBetweenLanguagesAlone) {
  PublicView view = test::a_view();
  view.url = "https://example.org/count/";
  const std::string page = frame(view, draw::Voice("ru"), {"claims.html", "claims", "t", ""});
  EXPECT_NE(page.find("og:url\" content=\"https://example.org/count/ru/claims.html"),
            std::string::npos);
  EXPECT_NE(page.find("hreflang=\"en\" href=\"https://example.org/count/claims.html"),
            std::string::npos);
  // The card, and a link for each of the two languages.
  EXPECT_EQ(test::times(page, "example.org"), 3u);
}

TEST(Frame, ALanguageWrittenFromTheRightSaysSo) {
  PublicView view = test::a_view();
  view.languages.emplace_back(text::mirrored_language);
  EXPECT_NE(frame(view, draw::Voice(text::mirrored_language), {"index.html", "number", "t", ""})
                .find("<html lang=\"ar-x-test\" dir=\"rtl\">"),
            std::string::npos);
  EXPECT_EQ(frame(view, draw::Voice("en"), {"index.html", "number", "t", ""}).find(" dir="),
            std::string::npos);
}

TEST(Frame, NoPageTakesScriptsUnlessItSaysSo) {
  const PublicView view = test::a_view();
  Page page{"index.html", "number", "t", ""};
  EXPECT_NE(frame(view, draw::Voice("en"), page).find("script-src 'none'"), std::string::npos);
  page.has_script = true;
  EXPECT_NE(frame(view, draw::Voice("en"), page).find("script-src 'self'"), std::string::npos);
}

// A view without a column of places has no such page, and so no link to it.
TEST(Frame, SectionsLeadOnlyToPagesThatAreThere) {
  PublicView view = test::a_view();
  EXPECT_FALSE(has_places(view));
  EXPECT_TRUE(has_search(view));
  view.has_register = false;
  EXPECT_FALSE(has_search(view));
  view.has_register = true;
  view.columns[1].field = record::Field::place;
  EXPECT_TRUE(has_places(view));
}

// So that a language written from the right mirrors every page.
TEST(Frame, TheStyleSheetKnowsNoLeftAndNoRight) {
  const std::string_view style = embedded_file("sanaq.css");
  for (const char* word :
       {"margin-left", "margin-right", "padding-left", "padding-right", "border-left",
        "border-right", "text-align: left", "text-align: right", " left:", " right:", "float:"})
    EXPECT_EQ(style.find(word), std::string_view::npos) << word;
  EXPECT_EQ(style.find("url("), std::string_view::npos);
  EXPECT_EQ(style.find("@font-face"), std::string_view::npos);
}

}  // namespace sanaq::pages
