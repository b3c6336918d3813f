#include "sanaq/serve/asked.h"

#include <gtest/gtest.h>

#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

TEST(Asked, ThePlaceIsWhatTheProxySaysOnASocketAlone) {
  http::Request request;
  request.headers = {{"X-Real-IP", "192.0.2.7"}};
  EXPECT_EQ("192.0.2.7", address_of(request));
  request.peer = "198.51.100.1";
  EXPECT_EQ("198.51.100.1", address_of(request));
}

TEST(Asked, TheLanguageIsOneOfTheSiteAndTheRootIsFoundFromEveryDepth) {
  AReception here;
  http::Request request;
  request.path = "/comment/send";
  http::Form form;
  form.fields = {{"lang", "kk"}};
  const Asked asked = asked_of(request, form, here.reception->pages());
  EXPECT_EQ("kk", asked.language);
  EXPECT_EQ(1, asked.depth);
  EXPECT_NE(std::string::npos, asked.error("busy", 503).body.find("href=\"../sanaq.css\""));
  EXPECT_EQ(503, asked.error("busy", 503).status);
}

TEST(Asked, WithoutAFormTheAddressAndThenTheBrowserSayWhichLanguage) {
  AReception here;
  const auto language = [&](const std::string& path, const std::string& accepted) {
    http::Request request;
    request.path = path;
    request.headers = {{"Accept-Language", accepted}};
    return asked_of(request, {}, here.reception->pages()).language;
  };
  EXPECT_EQ("ru", language("/ru/none.html", "kk"));
  EXPECT_EQ("kk", language("/testify", "fr, kk-KZ;q=0.9, ru;q=0.8"));
  EXPECT_EQ("en", language("/testify", ""));
  EXPECT_EQ("en", language("/", "*"));
  EXPECT_EQ("en", language("/testify", std::string(10000, ',')));
}

}  // namespace
}  // namespace sanaq::serve
