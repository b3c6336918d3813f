#include "sanaq/http/request_head.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace sanaq::http {
namespace {

using namespace std::string_literals;

RequestHead get(const std::string& target, const std::string& headers = "") {
  return read_head("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n", 100);
}
int refusal_of(const std::string& bytes) { return read_head(bytes, 100).refusal; }
int post(const std::string& headers) {
  return refusal_of("POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
}

TEST(RequestHead, ThePathIsDecodedAndTheQueryIsNot) {
  const RequestHead head = get("/lists/%D0%90b?row=1%2B1");
  EXPECT_EQ(0, head.refusal);
  EXPECT_EQ("/lists/Аb", head.request.path);
  EXPECT_EQ("row=1%2B1", head.request.query);
  EXPECT_EQ(0, head.content_length);
  EXPECT_TRUE(head.keeps_open);
}

TEST(RequestHead, AControlCharacterInThePathIsRefused) {
  EXPECT_EQ(400, get("/index.html%00.txt").refusal);
  EXPECT_EQ(400, get("/a%0d%0aX:%20y").refusal);
  EXPECT_EQ(400, get("/a\0b"s).refusal);
  EXPECT_EQ(400, get("/%ff").refusal);
  EXPECT_EQ(400, get("http://other/").refusal);
  EXPECT_EQ(400, get("*").refusal);
}

TEST(RequestHead, TooManyHeadersAreRefused) {
  std::string headers;
  for (int count = 0; count < 99; ++count) headers += "X: y\r\n";
  EXPECT_EQ(0, get("/", headers).refusal);
  EXPECT_EQ(400, get("/", headers + "X: y\r\n").refusal);
}

TEST(RequestHead, AHeaderThatTwoReadersReadDifferentlyIsRefused) {
  EXPECT_EQ(400, get("/", "X : y\r\n").refusal);
  EXPECT_EQ(400, get("/", " X: y\r\n").refusal);
  EXPECT_EQ(400, get("/", "X: y\r\n more\r\n").refusal);
  EXPECT_EQ(400, get("/", "X: y\nZ: 1\r\n").refusal);
  EXPECT_EQ(400, get("/", "X: y\rZ: 1\r\n").refusal);
  EXPECT_EQ(400, get("/", "X: \0\r\n"s).refusal);
  EXPECT_EQ(400, get("/", "HOST: b\r\n").refusal);
  EXPECT_EQ(400, get("/", ": b\r\n").refusal);
}

TEST(RequestHead, OneLengthAndNoOther) {
  EXPECT_EQ(0, post("Content-Length: 5\r\n"));
  EXPECT_EQ(400, post("Content-Length: 5\r\nContent-Length: 5\r\n"));
  EXPECT_EQ(400, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
  EXPECT_EQ(400, post("Content-Length: 5, 5\r\n"));
  EXPECT_EQ(400, post("Content-Length: +5\r\n"));
  EXPECT_EQ(400, post("Content-Length: -5\r\n"));
  EXPECT_EQ(400, post("Content-Length: 99999999999999999999\r\n"));
  EXPECT_EQ(400, post("Content-Length:\r\n"));
  EXPECT_EQ(411, post(""));
  EXPECT_EQ(501, post("Transfer-Encoding: gzip, chunked\r\n"));
  EXPECT_EQ(415, post("Content-Length: 5\r\nContent-Encoding: gzip\r\n"));
  EXPECT_EQ(417, post("Content-Length: 5\r\nExpect: much\r\n"));
  EXPECT_EQ(400, get("/", "Content-Length: 5\r\n").refusal);
  EXPECT_EQ(400, get("/", "Transfer-Encoding: chunked\r\n").refusal);
  EXPECT_EQ(std::nullopt,
            read_head("POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n", 9).content_length);
}

TEST(RequestHead, OtherMethodsAndVersionsAreRefused) {
  EXPECT_EQ(405, refusal_of("OPTIONS / HTTP/1.1\r\n\r\n"));
  EXPECT_EQ(405, refusal_of("DELETE / HTTP/1.1\r\n\r\n"));
  EXPECT_EQ(505, refusal_of("GET / HTTP/2.0\r\n\r\n"));
  EXPECT_EQ(400, refusal_of("GET /\r\n\r\n"));
  EXPECT_EQ(400, refusal_of("GET /a b HTTP/1.1\r\n\r\n"));
  EXPECT_EQ(400, refusal_of("\r\n\r\n"));
  EXPECT_EQ(414, refusal_of("GET /" + std::string(3000, 'a') + " HTTP/1.1\r\n\r\n"));
}

TEST(RequestHead, RangesThatOverlapAreRefusedAndHonestOnesAreLeftAside) {
  EXPECT_EQ(0, get("/", "Range: bytes=0-9\r\n").refusal);
  EXPECT_EQ(0, get("/", "Range: bytes=0-9, 20-29,40-\r\n").refusal);
  EXPECT_EQ(0, get("/", "Range: bytes=-5\r\n").refusal);
  EXPECT_EQ(416, get("/", "Range: bytes=0-9,9-12\r\n").refusal);
  EXPECT_EQ(416, get("/", "Range: bytes=20-29,0-\r\n").refusal);
  EXPECT_EQ(416, get("/", "Range: bytes=0-1,-5\r\n").refusal);
  EXPECT_EQ(416, get("/", "Range: bytes=9-1\r\n").refusal);
  EXPECT_EQ(416, get("/", "Range: rows=1-2\r\n").refusal);
  EXPECT_EQ(416, get("/", "Range: bytes=x\r\n").refusal);
  std::string many = "Range: bytes=0-0";
  for (int at = 1; at < 1000; ++at) many += ",0-" + std::to_string(at);
  EXPECT_EQ(416, get("/", many + "\r\n").refusal);
}

TEST(RequestHead, ItSaysWhetherMoreComes) {
  EXPECT_FALSE(get("/", "Connection: Close\r\n").keeps_open);
  EXPECT_FALSE(read_head("GET / HTTP/1.0\r\n\r\n", 9).keeps_open);
  EXPECT_TRUE(read_head("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 9).keeps_open);
}

RC_GTEST_PROP(RequestHead, WhateverComesIsReadOrRefused, (const std::string& bytes)) {
  const RequestHead head = read_head(bytes + "\r\n\r\n", 100);
  RC_ASSERT(head.refusal != 0 || head.request.path.starts_with('/'));
}

}  // namespace
}  // namespace sanaq::http
