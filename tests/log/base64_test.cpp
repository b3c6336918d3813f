#include "sanaq/log/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::log {

TEST(Base64, IsThatOfRfc4648AndReadStrictly) {
  EXPECT_EQ(to_base64("foob"), "Zm9vYg==");
  EXPECT_EQ(from_base64("Zm9vYg=="), "foob");
  for (const char* text : {"Zm9vYg", "Zm9vYg=", "Zm9vYh==", "Zm9v Yg==", "Zm9vYg==\n", "Zm9-", "="})
    EXPECT_FALSE(from_base64(text)) << text;
}

RC_GTEST_PROP(Base64, IsReadBack, (const std::string& bytes)) {
  RC_ASSERT(from_base64(to_base64(bytes)) == bytes);
}

}  // namespace sanaq::log
