#include "sanaq/articles/front_matter.h"

#include <gtest/gtest.h>

namespace sanaq::articles {
namespace {

const FrontEntry* entry(const FrontMatter& front, const std::string& key) {
  for (const FrontEntry& one : front.entries) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

}  // namespace

TEST(FrontMatter, BothHabitsAreRead) {
  const FrontMatter front = read_front_matter(
      "---\n# a remark\ntitle: Three years: and on\nauthor = \"A. \\\"B\\\" C\"\ntags: [a, \"b, "
      "c\", "
      "'d']\n---\nText\n",
      "f");
  ASSERT_TRUE(front.is_there && front.wrong.empty());
  EXPECT_EQ(entry(front, "title")->value, "Three years: and on");
  EXPECT_EQ(entry(front, "author")->value, "A. \"B\" C");
  EXPECT_EQ(entry(front, "tags")->items, (std::vector<std::string>{"a", "b, c", "d"}));
  EXPECT_EQ(entry(front, "tags")->line, 5);
  EXPECT_EQ(front.body, "Text\n");
  EXPECT_EQ(front.body_line, 7);
}

TEST(FrontMatter, AListMayStandBelowItsKey) {
  const FrontMatter front = read_front_matter("---\ntags:\n  - a\n  - \"b\"\nlang: en\n---\n", "f");
  EXPECT_EQ(entry(front, "tags")->items, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(entry(front, "lang")->value, "en");
}

TEST(FrontMatter, LineEndsOfWindowsAreNoPartOfAValue) {
  const FrontMatter front =
      read_front_matter("---\r\nvisibility: public\r\ntags: [a]\r\n---\r\nText\r\n", "f");
  ASSERT_TRUE(front.is_there && front.wrong.empty());
  EXPECT_EQ(entry(front, "visibility")->value, "public");
  EXPECT_EQ(entry(front, "tags")->items, std::vector<std::string>{"a"});
}

TEST(FrontMatter, WithoutItAllIsText) {
  for (const char* text :
       {"", "Text", "--- \ntitle", "----\ntitle: x\n----\n", "\n---\na: b\n---\n"}) {
    const FrontMatter front = read_front_matter(text, "f");
    EXPECT_TRUE(!front.is_there || !front.wrong.empty()) << text;
  }
}

TEST(FrontMatter, WhatHasNoEndIsNoText) {
  const FrontMatter front = read_front_matter("---\ntitle: x\nThe secret text\n", "a.md");
  ASSERT_EQ(front.wrong.size(), 1u);
  EXPECT_TRUE(front.wrong[0].english().starts_with("a.md:1:"));
  EXPECT_TRUE(front.body.empty());
}

TEST(FrontMatter, WhatCannotBeReadNamesItsLine) {
  const FrontMatter front =
      read_front_matter("---\ntitle: \"x\nnonsense\ntags: [a\n---\n", "articles/a.en.md");
  ASSERT_EQ(front.wrong.size(), 3u);
  for (std::size_t at = 0; at < 3; ++at)
    EXPECT_TRUE(
        front.wrong[at].english().starts_with("articles/a.en.md:" + std::to_string(at + 2) + ":"))
        << front.wrong[at].english();
}

TEST(FrontMatter, ItemsAreSeparatedByCommas) {
  EXPECT_EQ(items_of("a, b,, c "), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(items_of("[]"), std::vector<std::string>{});
}

}  // namespace sanaq::articles
