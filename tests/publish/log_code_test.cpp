#include "sanaq/publish/log_code.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {

TEST(LogCode, IsReadBackAsItIsTyped) {
  const log::Checkpoint checkpoint{"example.org/count", 1280, log::leaf_hash("x"), {}};
  const std::string code = log_code(checkpoint);
  EXPECT_EQ(code.substr(0, 7), "L-1280-");
  const std::string hash = base::sha256_hex(log::checkpoint_text(checkpoint)).substr(0, 40);
  std::string typed = code;
  for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
  for (const std::string& text : {code, typed}) {
    ASSERT_TRUE(looks_like_log_code(text));
    EXPECT_EQ(parse_log_code(text).entry_count, 1280);
    EXPECT_EQ(parse_log_code(text).self_start, hash);
  }
}

TEST(LogCode, ASlipOfThePenIsNoticed) {
  std::string code = log_code({"example.org/count", 1280, {}, {}});
  code[9] = code[9] == '7' ? '8' : '7';
  EXPECT_THROW((void)parse_log_code(code), base::Error);
  EXPECT_FALSE(looks_like_log_code("site/log/checkpoint"));
}

}  // namespace sanaq::publish
