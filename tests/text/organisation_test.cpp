#include "sanaq/text/organisation.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(LegalClass, IsOneAcrossLanguages) {
  EXPECT_EQ(legal_class(U"llp"), legal_class(U"тоо"));
  EXPECT_EQ(legal_class(U"jsc"), legal_class(U"ао"));
  EXPECT_NE(legal_class(U"llp"), legal_class(U"jsc"));
  EXPECT_EQ(legal_class(U"tengiz"), 0);
}

TEST(GeneralWords, SayLittle) {
  EXPECT_TRUE(is_general_word(U"company"));
  EXPECT_TRUE(is_general_word(U"министерство"));
  EXPECT_FALSE(is_general_word(U"tengiz"));
}

}  // namespace sanaq::text
