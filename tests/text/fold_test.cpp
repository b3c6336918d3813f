#include "sanaq/text/fold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::text {

TEST(Fold, ForgetsCaseWidthAndSpaces) {
  EXPECT_EQ(fold("  ҚҰРМАНОВ \t Айнұр "), "құрманов айнұр");
  EXPECT_EQ(fold("Ｓｅｒｉｋ"), "serik");
  EXPECT_EQ(fold("a  b"), "a b");
  EXPECT_EQ(fold(" "), "");
}

RC_GTEST_PROP(Fold, IsIdempotent, (const std::string& text)) {
  const std::string once = fold(text);
  RC_ASSERT(fold(once) == once);
}

}  // namespace sanaq::text
