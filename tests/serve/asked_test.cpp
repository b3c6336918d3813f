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

}  // namespace
}  // namespace sanaq::serve
