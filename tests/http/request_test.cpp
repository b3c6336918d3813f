#include "sanaq/http/request.h"

#include <gtest/gtest.h>

namespace sanaq::http {
namespace {

TEST(Request, HeadersAreFoundInAnyCase) {
  Request request;
  request.headers = {{"host", "localhost:1"}, {"HOST", "other"}};
  EXPECT_EQ("localhost:1", request.header("Host"));
  EXPECT_EQ("", request.header("Origin"));
}

TEST(Request, ACookieIsFoundByItsWholeName) {
  Request request;
  request.headers = {{"Cookie", "sanaq_81=no; sanaq_8=yes;  last = 3"}};
  EXPECT_EQ("yes", request.cookie("sanaq_8"));
  EXPECT_EQ("", request.cookie("sanaq"));
  EXPECT_EQ("", request.cookie("q_8"));
}

}  // namespace
}  // namespace sanaq::http
