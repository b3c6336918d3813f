#include "sanaq/workspace/request_checks.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

int refusal(const std::string& method, const std::string& path, const Headers& headers) {
  http::Request request;
  request.method = method;
  request.path = path;
  request.headers = headers;
  return refusal_of(request, 8080);
}
int get(const Headers& headers) { return refusal("GET", "/", headers); }
int post(Headers headers) {
  headers.emplace_back("Host", "127.0.0.1:8080");
  return refusal("POST", "/", headers);
}

TEST(RequestChecks, ANameThatWasMadeToLeadHereIsRefused) {
  EXPECT_EQ(0, get({{"Host", "127.0.0.1:8080"}}));
  EXPECT_EQ(0, get({{"Host", "localhost:8080"}}));
  for (const char* host : {"", "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:80",
                           "localhost:8081", "127.0.0.1:8080.evil.example", "[::1]:8080",
                           "127.1:8080", "2130706433:8080", "localhost.:8080"})
    EXPECT_EQ(421, get({{"Host", host}})) << host;
}

TEST(RequestChecks, APostComesFromAPageOfOurs) {
  EXPECT_EQ(0, post({{"Origin", "http://127.0.0.1:8080"}}));
  EXPECT_EQ(0, post({{"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_EQ(0, post({{"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_EQ(403, post({}));
  EXPECT_EQ(403, post({{"Origin", "null"}}));
  EXPECT_EQ(403, post({{"Origin", "http://localhost:8080"}}));
  EXPECT_EQ(403, post({{"Origin", "http://127.0.0.1:9090"}}));
  EXPECT_EQ(403, post({{"Origin", "https://127.0.0.1:8080"}}));
  EXPECT_EQ(403, post({{"Origin", "http://evil.example"}, {"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_EQ(403, post({{"Origin", "http://127.0.0.1:8080"}, {"Sec-Fetch-Site", "cross-site"}}));
  EXPECT_EQ(403, post({{"Sec-Fetch-Site", "none"}}));
}

TEST(RequestChecks, WhatAnotherPageAsksForIsRefusedButForTheLinkThatLeadsIn) {
  const Headers cross = {{"Host", "127.0.0.1:8080"}, {"Sec-Fetch-Site", "cross-site"}};
  const Headers same_site = {{"Host", "127.0.0.1:8080"}, {"Sec-Fetch-Site", "same-site"}};
  EXPECT_EQ(403, get(cross));
  EXPECT_EQ(403, get(same_site));
  EXPECT_EQ(403, refusal("GET", "/assets/htmx.js", cross));
  EXPECT_EQ(0, refusal("GET", "/in", cross));
  EXPECT_EQ(403, refusal("POST", "/in", cross));
  EXPECT_EQ(0, get({{"Host", "127.0.0.1:8080"}, {"Sec-Fetch-Site", "none"}}));
}

}  // namespace
}  // namespace sanaq::workspace
