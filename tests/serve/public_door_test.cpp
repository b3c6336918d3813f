#include "sanaq/serve/public_door.h"

#include <gtest/gtest.h>

#include <random>

#include "sanaq/base/files.h"
#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

TEST(PublicDoor, HealthSaysOkAndNothingElse) {
  AReception here;
  EXPECT_EQ("ok", here.get("/health").body);
  EXPECT_EQ(200, here.get("/health").status);
}

TEST(PublicDoor, AllElseIsNotFoundInTheSitesPage) {
  AReception here;
  for (const char* const path : {"/comment", "/comment/send", "/testify/files", "/testify/words",
                                 "/none", "/health/x", "/testify/", "/TESTIFY"}) {
    const http::Response page = here.get(path);
    EXPECT_EQ(404, page.status) << path;
    EXPECT_EQ("404", place_in(page, "status"));
    EXPECT_NE("", header_in(page, "Content-Security-Policy"));
  }
  for (const char* const path : {"/", "/index.html", "/comment/thanks", "/health", "/none"})
    EXPECT_EQ(404, here.post(path, {}).status) << path;
}

TEST(PublicDoor, NoAnswerSetsACookie) {
  AReception here;
  for (const char* const path : {"/", "/testify", "/return", "/health", "/none", "/comment/thanks"})
    EXPECT_EQ("", header_in(here.get(path), "Set-Cookie")) << path;
}

TEST(PublicDoor, OnlyFilesMayBeLarge) {
  http::Request request;
  request.path = "/testify/files";
  EXPECT_EQ(65 << 20, most_bytes(request));
  request.path = "/testify";
  EXPECT_EQ(512 << 10, most_bytes(request));
}

TEST(PublicDoor, AFormThatCannotBeReadIsSaidToBe) {
  AReception here;
  EXPECT_EQ(400,
            here.post_text("/comment", "--B\r\nbroken", "multipart/form-data; boundary=B").status);
  EXPECT_EQ(400, here.post_text("/comment", std::string(600000, 'x'), "text/plain").status);
}

// Whatever is asked: an answer, no crash, nothing readable on the disk.
TEST(PublicDoor, AHundredThousandRandomRequestsAreAnswered) {
  AReception here;
  std::mt19937 random(20111216);
  const std::vector<std::string> paths = {
      "/comment", "/comment/send",  "/testify", "/testify/words",
      "/return",  "/testify/files", "/",        "/comment/thanks"};
  const std::vector<std::string> fields = {"page",  "lang",    "name",    "text",        "reply_to",
                                           "token", "answer",  "words",   "words_token", "word3",
                                           "word7", "publish", "contact", "from",        "website"};
  const std::vector<std::string> values = {"articles/strike.html",
                                           "ru",
                                           "kk",
                                           "../..",
                                           "<b>",
                                           "\xff",
                                           "%00",
                                           "4",
                                           "два",
                                           "",
                                           "0.0.0.0",
                                           "x\r\ny",
                                           std::string(5000, 'x'),
                                           intake::new_receipt_words("ru"),
                                           "canary-in-clear"};
  for (int count = 0; count < 100000; ++count) {
    Fields sent;
    for (unsigned left = random() % 8; left > 0; --left)
      sent.emplace_back(fields[random() % fields.size()], values[random() % values.size()]);
    const std::string& path = paths[random() % paths.size()];
    int status = 0;
    // Files are the fewest: each is synced.
    const unsigned kind = static_cast<unsigned>(random() % 100);
    if (kind < 30)
      status = here.get(path + "?" + encoded(sent)).status;
    else if (kind < 31)
      status = here.post_file(sent, values[random() % values.size()], "canary-in-clear").status;
    else
      status = here.post(path, sent).status;
    ASSERT_TRUE(status == 200 || status == 303 || status == 400 || status == 404 || status == 413 ||
                status == 429)
        << status << " " << path;
  }
  for (const std::string& name : base::list_folder(here.scratch / "spool/in"))
    EXPECT_EQ(std::string::npos,
              base::read_file(here.scratch / ("spool/in/" + name)).find("canary-in-clear"));
}

}  // namespace
}  // namespace sanaq::serve
