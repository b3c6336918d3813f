#include "sanaq/serve/comment_routes.h"

#include <gtest/gtest.h>

#include "sanaq/base/disk_calls.h"
#include "sanaq/serve/sent_form.h"
#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

const Fields written = {{"page", "articles/strike.html"},
                        {"lang", "ru"},
                        {"name", "Вымышленное имя"},
                        {"text", "Первая строка\nвторая"},
                        {"reply_to", "0123abcd"}};

Fields with_answer(Fields fields, const http::Response& page, const std::string& answer) {
  fields.emplace_back("token", place_in(page, "token"));
  fields.emplace_back("answer", answer);
  return fields;
}

Fields changed(Fields fields, const std::string& name, const std::string& value) {
  for (auto& [each, old] : fields) {
    if (each == name) old = value;
  }
  return fields;
}

TEST(CommentRoutes, TheGuardHasTheWholeTextAndTheAnswerLeadsToTheThanks) {
  AReception here;
  const http::Response guard = here.post("/comment", written);
  EXPECT_EQ(200, guard.status);
  EXPECT_EQ("Первая строка\nвторая", place_in(guard, "text"));
  EXPECT_EQ("Вымышленное имя", place_in(guard, "name"));
  EXPECT_EQ("0123abcd", place_in(guard, "reply_to"));
  EXPECT_EQ("articles/strike.html", place_in(guard, "back"));
  EXPECT_NE("", place_in(guard, "sum_question"));
  EXPECT_TRUE(here.contents().empty()) << "nothing is kept before the sum";
  const http::Response sent =
      here.post("/comment/send", with_answer(written, guard, solution_of(guard, "ru")));
  EXPECT_EQ(303, sent.status);
  EXPECT_EQ("/comment/thanks?lang=ru&page=articles%2Fstrike.html", header_in(sent, "Location"));
  const std::vector<intake::Content> contents = here.contents();
  ASSERT_EQ(1U, contents.size());
  EXPECT_EQ(intake::ContentKind::comment, contents[0].kind);
  EXPECT_EQ("Первая строка\nвторая", contents[0].value("text"));
  EXPECT_EQ("articles/strike.html", contents[0].value("page"));
  EXPECT_EQ("0123abcd", contents[0].value("reply_to"));
  EXPECT_EQ("", contents[0].value("trap"));
  EXPECT_EQ("../articles/strike.html",
            place_in(here.get("/comment/thanks?lang=ru&page=articles%2Fstrike.html"), "back"));
}

TEST(CommentRoutes, EachWrongWayGivesANewSumAndTheText) {
  AReception here;
  const http::Response guard = here.post("/comment", written);
  const std::string right = solution_of(guard, "ru");
  const Fields other = changed(written, "page", "index.html");
  EXPECT_TRUE(shows(here.post("/comment/send", with_answer(other, guard, right)), "old"))
      << "another page's token";
  const http::Response sent = here.post("/comment/send", with_answer(written, guard, right));
  EXPECT_EQ(303, sent.status);
  const http::Response replayed = here.post("/comment/send", with_answer(written, guard, right));
  EXPECT_TRUE(shows(replayed, "used"));
  EXPECT_EQ(200, replayed.status);
  EXPECT_EQ("Первая строка\nвторая", place_in(replayed, "text"));
  EXPECT_NE(place_in(guard, "token"), place_in(replayed, "token"));
  EXPECT_TRUE(shows(here.post("/comment/send", with_answer(written, replayed, "99")), "wrong"));
  const http::Response third = here.post("/comment", written);
  here.now += 2 * 3600;
  EXPECT_TRUE(shows(
      here.post("/comment/send", with_answer(written, third, solution_of(third, "ru"))), "old"));
  here.now -= 24 * 3600;
  const http::Response back_in_time =
      here.post("/comment/send", with_answer(written, third, solution_of(third, "ru")));
  EXPECT_NE(500, back_in_time.status);
  EXPECT_EQ(here.contents().size(), back_in_time.status == 303 ? 2U : 1U);
}

TEST(CommentRoutes, TheAnswerMayStandInWords) {
  AReception here;
  for (const char* const language : {"en", "ru", "kk"}) {
    const Fields fields = changed(written, "lang", language);
    const http::Response guard = here.post("/comment", fields);
    const std::string word = intake::number_word(std::stoi(solution_of(guard, language)), language);
    EXPECT_EQ(303, here.post("/comment/send", with_answer(fields, guard, word)).status) << word;
  }
}

TEST(CommentRoutes, AFilledTrapIsShownAgainAndMarkedAndNeverLost) {
  AReception here;
  const http::Response guard = here.post("/comment", written);
  Fields fields = with_answer(written, guard, solution_of(guard, "ru"));
  fields.emplace_back("website", "http://example.org");
  const http::Response again = here.post("/comment/send", fields);
  EXPECT_EQ(200, again.status);
  EXPECT_TRUE(shows(again, "trap"));
  EXPECT_EQ("Первая строка\nвторая", place_in(again, "text"));
  EXPECT_EQ(
      303,
      here.post("/comment/send", with_answer(written, again, solution_of(again, "ru"))).status);
  ASSERT_EQ(1U, here.contents().size());
  EXPECT_EQ("filled", here.contents()[0].value("trap"));
}

TEST(CommentRoutes, TheThirtyFirstInAnHourWaitsWithItsText) {
  AReception here;
  for (int count = 0; count < 30; ++count) {
    const http::Response guard = here.post("/comment", written);
    here.post("/comment/send", with_answer(written, guard, solution_of(guard, "ru")));
  }
  http::Response guard = here.post("/comment", written);
  guard = here.post("/comment/send", with_answer(written, guard, solution_of(guard, "ru")));
  EXPECT_EQ(429, guard.status);
  EXPECT_TRUE(shows(guard, "limit"));
  EXPECT_EQ("60", place_in(guard, "minutes"));
  EXPECT_EQ("Первая строка\nвторая", place_in(guard, "text"));
  here.address = "fc00:dead:beef:4dad::1:2";
  EXPECT_EQ(
      303, here.post("/comment/send", with_answer(written, guard, solution_of(guard, "ru"))).status)
      << "the token was not used up, and an onion circuit is another place";
}

TEST(CommentRoutes, WithoutRoomOnTheDiskTheTextStaysOnThePage) {
  AReception here;
  const http::Response guard = here.post("/comment", written);
  here.disk.free = std::int64_t{19} << 30;
  http::Response full =
      here.post("/comment/send", with_answer(written, guard, solution_of(guard, "ru")));
  EXPECT_EQ(503, full.status);
  EXPECT_TRUE(shows(full, "full"));
  EXPECT_EQ("Первая строка\nвторая", place_in(full, "text"));
  here.disk.free = std::int64_t{21} << 30;
  base::DiskFaults faults;
  faults.first = 1;
  faults.error = 28;
  base::set_disk_faults(faults);
  full = here.post("/comment/send", with_answer(written, full, solution_of(full, "ru")));
  base::set_disk_faults({});
  EXPECT_EQ(503, full.status);
  EXPECT_EQ("Первая строка\nвторая", place_in(full, "text"));
  EXPECT_TRUE(here.contents().empty());
}

TEST(CommentRoutes, WhatStrangersWriteIsShownAsText) {
  AReception here;
  std::string emoji;
  for (int count = 0; count < 3000; ++count) emoji += "\xf0\x9f\x98\x80";
  for (const std::string& text :
       {std::string("<script>alert(1)</script>"), std::string("\"><img src=x onerror=y>"),
        std::string("# heading\n[link](javascript:x)"), std::string("{%token%}{%if wrong%}"),
        std::string("\xe2\x80\xae\xe2\x81\xa6\xd8\xa7 bidi"), emoji, std::string("a\x01\x02")}) {
    for (const char* const field : {"text", "name", "page", "reply_to", "lang"}) {
      const http::Response guard = here.post("/comment", changed(written, field, text));
      EXPECT_EQ(std::string::npos, guard.body.find("<script>"));
      EXPECT_EQ(std::string::npos, guard.body.find("<img"));
      EXPECT_EQ(std::string(field) == "page" ? 404 : 200, guard.status);
    }
  }
  const http::Response guard = here.post("/comment", changed(written, "text", emoji));
  EXPECT_EQ(emoji, place_in(guard, "text"));
  EXPECT_EQ(303, here.post("/comment/send", with_answer(changed(written, "text", emoji), guard,
                                                        solution_of(guard, "ru")))
                     .status);
  EXPECT_EQ(emoji, here.contents()[0].value("text"));
}

TEST(CommentRoutes, NoFieldReachesAHeader) {
  AReception here;
  for (const char* const field : {"page", "lang", "name", "text", "reply_to"}) {
    const Fields fields = changed(written, field, "x\r\nSet-Cookie: a=b");
    const http::Response guard = here.post("/comment", fields);
    const std::string answer =
        guard.status == 200
            ? solution_of(guard, guard.body.find("lang=\"ru\"") != guard.body.npos ? "ru" : "en")
            : "";
    const http::Response sent = here.post("/comment/send", with_answer(fields, guard, answer));
    for (const auto& [name, value] : sent.headers) {
      EXPECT_EQ(std::string::npos, value.find('\r')) << field;
      EXPECT_EQ(std::string::npos, value.find('\n')) << field;
    }
  }
}

TEST(CommentRoutes, ATooLongOrEmptyTextIsSaidToBe) {
  AReception here;
  const Fields longer = changed(written, "text", std::string(4001, 'x'));
  http::Response guard = here.post("/comment", longer);
  EXPECT_TRUE(shows(guard, "too_long"));
  EXPECT_EQ("1", place_in(guard, "letters_over"));
  guard = here.post("/comment/send", with_answer(longer, guard, solution_of(guard, "ru")));
  EXPECT_TRUE(shows(guard, "too_long"));
  EXPECT_EQ(std::string(4001, 'x'), place_in(guard, "text"));
  EXPECT_EQ(
      303, here.post("/comment/send", with_answer(written, guard, solution_of(guard, "ru"))).status)
      << "the token was not used up";
  EXPECT_TRUE(shows(here.post("/comment", changed(written, "text", " \n ")), "empty"));
  EXPECT_EQ(80U,
            letter_count(place_in(
                here.post("/comment", changed(written, "name", std::string(90, 'n'))), "name")));
}

TEST(CommentRoutes, APageThatTheSiteHasNotIsNone) {
  AReception here;
  for (const char* const page : {"", "none.html", "../secret.html", "sanaq.css",
                                 "server/en/guard.html", "/index.html", "http://example.org/"})
    EXPECT_EQ(404, here.post("/comment", changed(written, "page", page)).status) << page;
}

}  // namespace
}  // namespace sanaq::serve
