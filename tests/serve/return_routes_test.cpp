#include "sanaq/serve/return_routes.h"

#include <gtest/gtest.h>

#include "sanaq/intake/replies.h"
#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

TEST(ReturnRoutes, TheReplyIsShownToWhoeverHasTheWords) {
  AReception here;
  const std::string words = intake::normalised_words(intake::new_receipt_words("ru"));
  intake::write_replies(here.scratch / "spool",
                        {{intake::receipt_keys(words).public_half, "an <invented> reply"}});
  const http::Response page = here.post("/return", {{"lang", "ru"}, {"words", words}});
  EXPECT_EQ(200, page.status);
  EXPECT_TRUE(shows(page, "has_reply"));
  EXPECT_EQ("an &lt;invented&gt; reply", place_in(page, "reply"));
  EXPECT_EQ("no-store", header_in(page, "Cache-Control"));
}

TEST(ReturnRoutes, NothingYetAndUnknownWordsAreOnePage) {
  AReception here;
  const std::string known = intake::normalised_words(intake::new_receipt_words("ru")),
                    unknown = intake::normalised_words(intake::new_receipt_words("ru"));
  intake::write_replies(here.scratch / "spool", {{intake::receipt_keys(known).public_half, ""}});
  const auto page_for = [&](const std::string& words) {
    std::string page = here.post("/return", {{"lang", "ru"}, {"words", words}}).body;
    const std::size_t at = page.find(words);
    if (at != page.npos) page.replace(at, words.size(), "WORDS");
    return page;
  };
  EXPECT_EQ(page_for(known), page_for(unknown));
  EXPECT_EQ(page_for(known), page_for("whatever somebody types"));
}

TEST(ReturnRoutes, WhatArrivedTodayIsSaidAndForgottenAfterADay) {
  AReception here;
  const http::Response form = here.get("/testify?lang=ru");
  const std::string words = place_in(form, "words");
  here.post("/testify",
            {{"words", words}, {"words_token", place_in(form, "words_token")}, {"text", "x"}});
  EXPECT_TRUE(shows(here.post("/return", {{"words", words}}), "arrived_today"));
  here.now += 25 * 3600;
  EXPECT_FALSE(shows(here.post("/return", {{"words", words}}), "arrived_today"));
}

TEST(ReturnRoutes, ATextIsAddedOnce) {
  AReception here;
  const std::string words = intake::normalised_words(intake::new_receipt_words("kk"));
  for (int count = 0; count < 2; ++count) {
    const http::Response page =
        here.post("/return", {{"lang", "kk"}, {"words", words}, {"text", "тағы бір сөз"}});
    EXPECT_TRUE(shows(page, "text_arrived"));
    EXPECT_EQ("", place_in(page, "text"));
  }
  ASSERT_EQ(1U, here.contents().size());
  EXPECT_EQ(intake::ContentKind::addition, here.contents()[0].kind);
  EXPECT_EQ("тағы бір сөз", here.contents()[0].value("text"));
}

TEST(ReturnRoutes, WhatCannotBeAddedStaysOnThePage) {
  AReception here;
  const std::string words = intake::normalised_words(intake::new_receipt_words("kk"));
  EXPECT_TRUE(shows(here.post("/return", {{"words", words}, {"text", " "}}), "empty"));
  here.disk.free = 0;
  const http::Response full = here.post("/return", {{"words", words}, {"text", "сөз"}});
  EXPECT_EQ(503, full.status);
  EXPECT_TRUE(shows(full, "full"));
  EXPECT_EQ("сөз", place_in(full, "text"));
}

TEST(ReturnRoutes, WithoutWordsTheyAreAskedFor) {
  AReception here;
  EXPECT_FALSE(shows(here.get("/return?lang=ru"), "asked"));
  EXPECT_FALSE(shows(here.post("/return", {{"words", " "}}), "asked"));
}

}  // namespace
}  // namespace sanaq::serve
