#include "sanaq/settings/key_path.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::settings {
namespace {

TEST(KeyPath, ItsPartsArePartedByPoints) {
  EXPECT_EQ(key_path("title"), (KeyPath{"title"}));
  EXPECT_EQ(key_path("list.hospital.columns.name"),
            (KeyPath{"list", "hospital", "columns", "name"}));
  EXPECT_EQ(key_path("list.больница № 2.public"), (KeyPath{"list", "больница № 2", "public"}));
  EXPECT_EQ(key_path("table.\"claims.csv\".kind"), (KeyPath{"table", "claims.csv", "kind"}));
  EXPECT_EQ(key_path("table.'a\"b.csv'.kind"), (KeyPath{"table", "a\"b.csv", "kind"}));
  EXPECT_EQ(key_path(R"(list."a\"b\\".file)"), (KeyPath{"list", "a\"b\\", "file"}));
}

TEST(KeyPath, IsSpelledAsItIsRead) {
  for (const KeyPath& path : {KeyPath{"scope", "from"}, KeyPath{"list", "a.b", "file"},
                              KeyPath{"list", "a \"b\" \\ c", "values", "sex", "1"},
                              KeyPath{"list", "'x", "file"}, KeyPath{"list", "", "file"}})
    EXPECT_EQ(key_path(spelled(path)), path) << spelled(path);
  EXPECT_EQ(spelled({"list", "больница", "public"}), "list.больница.public");
}

TEST(KeyPath, WhatIsNoKeyIsRefused) {
  for (const char* text : {"", ".", "a.", ".a", "a..b", "\"a", "'a.b", "\"a\"b", "a.\"b\"c"})
    EXPECT_THROW((void)key_path(text), base::Error) << text;
}

}  // namespace
}  // namespace sanaq::settings
