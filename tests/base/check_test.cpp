#include "sanaq/base/check.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::base {

TEST(Check, ABrokenPromiseNamesItsClaimAndPlace) {
  try {
    check(false, "lists are sorted");
    FAIL() << "it must throw";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Kind::bug);
    EXPECT_NE(std::string(error.what()).find("lists are sorted"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("(tests/base/check_test.cpp:"), std::string::npos);
  }
}

TEST(Check, AKeptPromiseIsSilent) { EXPECT_NO_THROW(check(true, "anything")); }

}  // namespace sanaq::base
