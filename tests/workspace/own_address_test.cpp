#include "sanaq/workspace/own_address.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(OwnAddress, AnotherHostIsNone) {
  EXPECT_TRUE(is_own_address("/lists?row=1"));
  for (const char* other : {"", "lists", "//evil.example", "/\\evil.example", "http://evil.example",
                            "/\tevil", "/a\r\nX: y", "/ /evil"})
    EXPECT_FALSE(is_own_address(other)) << other;
}

TEST(OwnAddress, IsEncodedAsInALink) {
  http::Request request;
  request.path = "/lists/больница 1";
  request.query = "page=2";
  EXPECT_EQ("/lists/%D0%B1%D0%BE%D0%BB%D1%8C%D0%BD%D0%B8%D1%86%D0%B0%201?page=2",
            own_address(request));
}

}  // namespace
}  // namespace sanaq::workspace
