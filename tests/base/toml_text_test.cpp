#include "sanaq/base/toml_text.h"

#include <gtest/gtest.h>

namespace sanaq::base {

TEST(TomlText, EscapesWhatWouldEndTheTextOrTheLine) {
  EXPECT_EQ(toml_text("ФИО"), "\"ФИО\"");
  EXPECT_EQ(toml_text("a \"b\" \\ c"), R"("a \"b\" \\ c")");
  EXPECT_EQ(toml_text("a\nb\x7F"), R"("a\u000Ab\u007F")");
  EXPECT_EQ(toml_text(""), "\"\"");
}

}  // namespace sanaq::base
