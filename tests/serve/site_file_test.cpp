#include "sanaq/serve/site_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

TEST(SiteFile, FilesAreGivenWithTheHeadersThatTheirPagesCarry) {
  AReception here;
  const http::Response page = here.get("/articles/strike.html");
  EXPECT_EQ(200, page.status);
  EXPECT_EQ("text/html; charset=utf-8", page.type);
  EXPECT_EQ("script-src 'none'", header_in(page, "Content-Security-Policy"));
  EXPECT_EQ("no-referrer", header_in(page, "Referrer-Policy"));
  EXPECT_EQ("nosniff", header_in(page, "X-Content-Type-Options"));
  EXPECT_EQ("body{}", here.get("/sanaq.css").body);
  EXPECT_EQ("text/css; charset=utf-8", here.get("/sanaq.css").type);
}

TEST(SiteFile, AFolderIsItsIndex) {
  AReception here;
  EXPECT_EQ(200, here.get("/").status);
  EXPECT_EQ(200, here.get("/articles/").status);
  const http::Response moved = here.get("/articles");
  EXPECT_EQ(301, moved.status);
  EXPECT_EQ("articles/", header_in(moved, "Location"));
}

TEST(SiteFile, WhatIsKnownIsNotSentAgain) {
  AReception here;
  http::Request request;
  request.method = "GET";
  request.path = "/index.html";
  const auto first = site_answer(here.reception->site(), request);
  request.headers = {{"If-None-Match", header_in(*first, "ETag")}};
  const auto again = site_answer(here.reception->site(), request);
  EXPECT_EQ(304, again->status);
  EXPECT_EQ("", again->body);
}

TEST(SiteFile, NothingElseIsGiven) {
  AReception here;
  here.scratch.write("secret.html", "outside");
  here.scratch.write("elsewhere/page.html", "outside");
  ASSERT_EQ(0, symlink((here.scratch / "secret.html").c_str(),
                       (here.scratch / "site/link.html").c_str()));
  ASSERT_EQ(0, symlink((here.scratch / "elsewhere").c_str(), (here.scratch / "site/away").c_str()));
  for (const char* const path :
       {"/../secret.html", "/articles/../../secret.html", "/./index.html", "//index.html",
        "/articles//strike.html", "/.hidden", "/articles/./strike.html", "/link.html",
        "/away/page.html", "/server/en/guard.html", "/server/intake-keys.txt", "/server",
        "/server/", "/..", "/articles\\strike.html", "/none.html", "/articles/strike.html/",
        "/index.html\n", "/C:/x"}) {
    const http::Response answer = here.get(path);
    EXPECT_EQ(404, answer.status) << path;
    EXPECT_TRUE(shows(answer, "not_found")) << path;
    EXPECT_FALSE(is_site_page(here.reception->site(), std::string_view(path).substr(1))) << path;
  }
}

}  // namespace
}  // namespace sanaq::serve
