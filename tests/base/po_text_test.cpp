#include "sanaq/base/po_text.h"

#include <gtest/gtest.h>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

std::string complaint(std::string_view text) {
  try {
    (void)read_po(text, "ru.po");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Kind::bad_input);
    return Catalog().say(error.message());
  }
  return {};
}

TEST(PoText, ReadsWhatTranslatorsToolsWrite) {
  const auto all = read_po(
      "\xEF\xBB\xBFmsgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\n"
      "# a word to colleagues\n#. sanaq: reviewed 0123456789abcdef\n#: file.cpp:3\r\n#, fuzzy\n"
      "msgctxt \"custody\"\nmsgid \"held\"\nmsgstr \"содержится\"\n\n"
      "msgid \"{} day\"\nmsgid_plural \"{} days\"\nmsgstr[0] \"{} день\"\nmsgstr[1] \"{} дня\"\n"
      "msgstr[2] \"\"\n\"{} дней\"\n#~ msgid \"gone\"\n#~ msgstr \"ушло\"\n",
      "ru.po");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].context, "custody");
  EXPECT_EQ(all[0].id, "held");
  EXPECT_TRUE(all[0].is_fuzzy);
  EXPECT_EQ(all[0].remarks, std::vector<std::string>{"sanaq: reviewed 0123456789abcdef"});
  EXPECT_EQ(all[0].line, 10U);
  EXPECT_EQ(all[1].plural, "{} days");
  EXPECT_EQ(all[1].forms, (std::vector<std::string>{"{} день", "{} дня", "{} дней"}));
  EXPECT_FALSE(all[1].is_fuzzy);
}

TEST(PoText, AStringThatIsWrittenIsReadAgain) {
  for (const std::string text : {"plain", "a \"quoted\" word", "two\nlines\tand\\more", "қазақ"}) {
    const auto all = read_po("msgid " + po_string(text) + "\nmsgstr \"x\"\n", "x");
    ASSERT_EQ(all.size(), 1U) << text;
    EXPECT_EQ(all[0].id, text);
  }
}

TEST(PoText, WhatIsNoCatalogueIsRefusedWithItsLine) {
  EXPECT_NE(complaint("msgid \"a\"\nmsgstr \"b\"\nhello\n").find("line 3"), std::string::npos);
  EXPECT_NE(complaint("msgid \"a\nmsgstr \"b\"\n").find("line 1"), std::string::npos);
  EXPECT_NE(complaint("msgstr \"b\"\n").find("line 1"), std::string::npos);
  EXPECT_NE(complaint("msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n").find("line 2"),
            std::string::npos);
  EXPECT_NE(complaint("\"a string of nothing\"\n").find("line 1"), std::string::npos);
  EXPECT_NE(complaint("msgid \"a\\q\"\nmsgstr \"\"\n").find("line 1"), std::string::npos);
  EXPECT_NE(complaint("msgid \"a\"\n\n").find("ru.po"), std::string::npos);
  EXPECT_NE(complaint("msgid \"\xcf\xf0\"\nmsgstr \"\"\n").find("UTF-8"), std::string::npos);
  EXPECT_EQ(complaint(""), "");
}

TEST(PoText, TheBuiltInCataloguesAreRead) {
  for (const std::string language : {"ru", "kk"})
    EXPECT_GT(read_po(Catalog::source(language), language).size(), 800U);
  EXPECT_TRUE(Catalog::source("en").empty());
}

}  // namespace
}  // namespace sanaq::base
