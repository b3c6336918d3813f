#include "sanaq/disclose/disclose_articles.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "disclose/a_named_person.h"
#include "evidence/made_files.h"
#include "help/scratch.h"
#include "investigation/invented_outcome.h"
#include "sanaq/base/error.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/pages/site.h"

namespace sanaq::disclose {
namespace {

articles::Article file(const std::string& name, const std::string& front,
                       const std::string& text = "Text.") {
  return articles::read_article(name, "---\n" + front + "\n---\n" + text + "\n");
}

std::map<std::string, std::string> site_of(const pages::PublicView& view) {
  std::map<std::string, std::string> files;
  base::Progress silent;
  pages::build_site(
      view,
      [&](const std::string& path, std::string_view bytes) { files[path] = std::string(bytes); },
      silent);
  return files;
}

investigation::Outcome with(std::vector<articles::Article> all) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.publish.register_pages = false;
  outcome.articles = std::move(all);
  return outcome;
}

constexpr const char* open_front =
    "title: Open title\nvisibility: public\nsection: Solidarity\ntags: [oil]\ndate: 2031-12-19";

}  // namespace

TEST(DiscloseArticles, WhatIsPublicHasItsPagesInEveryLanguage) {
  const auto files = site_of(disclose(with({file("open.en.md", open_front)})));
  for (const char* path :
       {"articles/open.html", "ru/articles/open.html", "kk/articles/open.html", "articles.html",
        "sections/solidarity.html", "tags/oil.html", "feed.xml", "kk/feed.xml", "about.html"})
    EXPECT_TRUE(files.contains(path)) << path;
  EXPECT_NE(files.at("index.html").find("Open title"), std::string::npos);
  EXPECT_NE(files.at("feed.xml").find("Open title"), std::string::npos);
}

// The canary of the open article must be found, or the test could not fail.
TEST(DiscloseArticles, OfTheOthersNothingLeavesInAnyFile) {
  const std::string secret = "xqsentinel";
  std::vector<articles::Article> all = {file("open.en.md", open_front, "xqcanary.")};
  for (const char* visibility : {"restricted", "sealed", "nonsense", ""})
    all.push_back(file(secret + "-" + visibility + ".en.md",
                       "title: " + secret + "\nauthor: " + secret + "\nsection: " + secret +
                           "\ntags: [" + secret +
                           ", oil]\ndate: 2031-12-20\nvisibility: " + visibility,
                       secret));
  bool is_canary_found = false;
  for (const auto& [path, bytes] : site_of(disclose(with(all)))) {
    EXPECT_EQ((path + bytes).find(secret), std::string::npos) << path;
    is_canary_found = is_canary_found || bytes.find("xqcanary") != std::string::npos;
  }
  EXPECT_TRUE(is_canary_found);
}

TEST(DiscloseArticles, TheNameOfAPersonWhoIsClosedIsTakenOut) {
  ANamedPerson known;
  known.outcome.articles = {
      file("open.en.md", open_front, std::string("There was ") + full_name + ", xqcanary.")};
  const auto has_name = [&] {
    bool is_found = false;
    for (const auto& [path, bytes] : site_of(disclose(known.outcome)))
      is_found = is_found || (path.find("articles/open") != path.npos &&
                              bytes.find("Zhurtbaev") != std::string::npos);
    return is_found;
  };
  EXPECT_TRUE(has_name());
  known.say("visibility", "sealed");
  EXPECT_FALSE(has_name());
}

TEST(DiscloseArticles, AClosedArticleChangesNoByte) {
  const articles::Article open = file("open.en.md", open_front);
  EXPECT_EQ(site_of(disclose(with({open}))),
            site_of(disclose(with(
                {file("a-closed.en.md", "title: x\nsection: Solidarity\ntags: [oil]"), open}))));
}

TEST(DiscloseArticles, NamesInFeedsStayAndAreNobodyElses) {
  const pages::PublicView first = disclose(with({file("open.en.md", open_front)}));
  const pages::PublicView again = disclose(with({file("open.en.md", open_front, "Other text.")}));
  EXPECT_EQ(first.written.articles[0].texts[0].urn, again.written.articles[0].texts[0].urn);
  EXPECT_EQ(first.written.articles[0].texts[0].urn.size(), std::string("urn:uuid:").size() + 36);
  investigation::Outcome other = with({file("open.en.md", open_front)});
  other.addresses.secret = std::string(32, 'o');
  EXPECT_NE(disclose(other).written.articles[0].texts[0].urn,
            first.written.articles[0].texts[0].urn);
}

TEST(DiscloseArticles, TagsOfTranslationsAreOneByTheirPlace) {
  const pages::PublicView view =
      disclose(with({file("a.en.md", "title: x\nvisibility: public\ntags: [oil, strike]"),
                     file("a.ru.md", "title: x\nvisibility: public\ntags: [нефть, забастовка]"),
                     file("a.kk.md", "title: x\nvisibility: public\ntags: [мұнай]")}));
  ASSERT_EQ(view.written.tags.size(), 3u);
  EXPECT_EQ(view.written.tags[0].labels.at("ru"), "нефть");
  EXPECT_EQ(view.written.tags[1].labels.at("ru"), "забастовка");
  EXPECT_EQ(view.written.tags[2].labels.size(), 1u);
}

TEST(DiscloseArticles, AnArticleMayLeadToAnother) {
  const pages::PublicView view =
      disclose(with({file("a.en.md", "title: A\nvisibility: public", "See [[article:b]]."),
                     file("b.en.md", "title: B title\nvisibility: public",
                          "Back to [A](a.en.md), on to [C](c.html).")}));
  const auto files = site_of(view);
  EXPECT_NE(files.at("articles/a.html").find("href=\"../articles/b.html\"><bdi>B title"),
            std::string::npos);
  EXPECT_NE(files.at("articles/b.html").find("<a href=\"../articles/a.html\">A</a>"),
            std::string::npos);
  EXPECT_EQ(files.at("articles/b.html").find("c.html"), std::string::npos);
}

TEST(DiscloseArticles, PicturesAreWrittenOnceAndClean) {
  const help::Scratch scratch;
  std::filesystem::create_directories(scratch / "articles/files");
  scratch.write("articles/files/p.jpg", evidence::photo_jpeg());
  investigation::Outcome outcome = with(
      {file("a.en.md", "title: A\nvisibility: public", "![x](files/p.jpg) ![y](files/p.jpg)")});
  outcome.folder = scratch.path();
  const pages::PublicView view = disclose(outcome);
  ASSERT_EQ(view.written.files.size(), 1u);
  const auto files = site_of(view);
  EXPECT_EQ(files.at(view.written.files[0].path).find("Inventova"), std::string::npos);
  EXPECT_NE(files.at("ru/articles/a.html").find("src=\"../../" + view.written.files[0].path),
            std::string::npos);
}

TEST(DiscloseArticles, PartsOfTheMethodAndThePageAboutTheSiteAreTaken) {
  const auto files = site_of(
      disclose(with({file("method-collection.en.md", "visibility: public", "We asked xqmethod."),
                     file("about.en.md", "visibility: public", "We are xqabout.")})));
  EXPECT_NE(files.at("method.html").find("xqmethod"), std::string::npos);
  EXPECT_NE(files.at("kk/method.html").find("xqmethod"), std::string::npos);
  EXPECT_NE(files.at("about.html").find("xqabout"), std::string::npos);
  EXPECT_FALSE(files.contains("articles.html"));
}

}  // namespace sanaq::disclose
