#include "sanaq/splink/sql_pattern.h"

#include <gtest/gtest.h>

#include <regex>

#include "sanaq/num/rng.h"

namespace sanaq::splink {
namespace {

std::string find(const std::string& pattern, const std::string& text, std::size_t group = 0) {
  const auto parsed = SqlPattern::parse(pattern);
  return parsed ? parsed->find(text, group).value_or("nothing") : "no pattern";
}

// As RE2 in DuckDB 2.0.1 answered, but for "nothing", where DuckDB gives "".
TEST(SqlPattern, FindsWhatRe2Finds) {
  EXPECT_EQ(find("a.*", "ab\ncd"), "ab");
  EXPECT_EQ(find("(x)?", "ab12", 1), "");
  EXPECT_EQ(find("[a-z]+([0-9])", "ab12", 1), "1");
  EXPECT_EQ(find("[a-z]+([0-9])", "ab12", 2), "");
  EXPECT_EQ(find("b$", "ab\n"), "nothing");
  EXPECT_EQ(find("foo|foobar", "foobar"), "foo");
  EXPECT_EQ(find("a{2}", "aaa"), "aa");
  EXPECT_EQ(find("a\\{2", "a{2"), "a{2");
  EXPECT_EQ(find("a{,2}", "a{,2}"), "a{,2}");
  EXPECT_EQ(find("\\w+", "Жя"), "nothing");
  EXPECT_EQ(find(".", "Жя"), "Ж");
  EXPECT_EQ(find("[а-я]+", "Жяблик"), "яблик");
  EXPECT_EQ(find("(?P<x>b)", "ab", 1), "b");
  EXPECT_EQ(find("(?i)x", "aXb"), "X");
  EXPECT_EQ(find("(?i)жя", "ЖЯ"), "ЖЯ");
  EXPECT_EQ(find("[a\\-]+", "a-b"), "a-");
  EXPECT_EQ(find("[]a]+", "a]b"), "a]");
  EXPECT_EQ(find("[[:alpha:]]+", "ab c"), "ab");
  EXPECT_EQ(find("[^[:alpha:]]+", "ab 1c"), " 1");
  EXPECT_EQ(find("a+?", "aab"), "a");
  EXPECT_EQ(find("a*?b", "aab"), "aab");
  EXPECT_EQ(find("\\Aab\\z", "ab"), "ab");
  EXPECT_EQ(find("\\bbar", "foobar bar"), "bar");
  EXPECT_EQ(find("\\x41\\x{42}", "AB"), "AB");
  EXPECT_EQ(find("(a|ab)(c|bcd)(d*)", "abcd", 2), "bcd");
  EXPECT_EQ(find("", "x"), "");
}

TEST(SqlPattern, FindsThePatternsOfSplinksOwnLibrary) {
  EXPECT_EQ(find("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]", "SW1A 1AA"), "SW1A 1");
  EXPECT_EQ(find("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?", "E1 6AN"), "E1");
  EXPECT_EQ(find("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$", "SW1A1AA"), "nothing");
  EXPECT_EQ(find("^[^@]+", "m.borg@x.org"), "m.borg");
  EXPECT_EQ(find("@([^@]+)$", "m.borg@x.org", 1), "x.org");
}

TEST(SqlPattern, WhatIsNoPatternOrBeyondIsRefused) {
  for (const char* pattern :
       {"(", ")", "[", "[a", "a**", "*", "+a", "(?=a)", "(?<x>b)", "(?<!a)b", "\\1", "\\p{L}", "\\",
        "[b-a]", "a{3,2}", "a{1001}", "[[:nothing:]]", "((((a{100}){100}){100}){100})", "^*"})
    EXPECT_FALSE(SqlPattern::parse(pattern)) << pattern;
  EXPECT_FALSE(SqlPattern::parse(std::string(500, '(') + "a" + std::string(500, ')')));
}

TEST(SqlPattern, TakesTimeThatIsLinearInTheText) {
  const std::string text(20'000, 'a');
  EXPECT_EQ(find("(a*)*b", text), "nothing");
  EXPECT_EQ(find("(a|a)+$", text).size(), text.size());
}

TEST(SqlPattern, TheWholeTextIsMatchedOrNot) {
  const auto pattern = SqlPattern::parse("a+|ab");
  EXPECT_TRUE(pattern->is_whole("ab"));
  EXPECT_TRUE(pattern->is_whole("aaa"));
  EXPECT_FALSE(pattern->is_whole("aab"));
  EXPECT_FALSE(pattern->is_whole(""));
}

// std::regex is the slow twin on what both have (ECMAScript prefers the same match).
TEST(SqlPattern, AgreesWithAnotherEngineOnDrawnPatterns) {
  num::Rng rng(5, "tests.link.pattern");
  const char* atoms[] = {"a", "b", ".", "[ab]", "[^a]", "(a)", "(b|ab)", "(?:ba)", "(a|b)"};
  const char* counts[] = {"", "", "", "*", "+", "?", "{2}", "{1,2}", "*?", "+?"};
  for (int times = 0; times < 3000; ++times) {
    std::string pattern = rng.below(8) == 0 ? "^" : "", text;
    for (std::size_t at = 0, count = 1 + rng.below(4); at < count; ++at) {
      pattern += std::string(atoms[rng.below(9)]) + counts[rng.below(10)];
      if (rng.below(8) == 0) pattern += "|";
    }
    if (rng.below(8) == 0) pattern += "$";
    for (std::size_t at = 0, count = rng.below(9); at < count; ++at) text += "abc"[rng.below(3)];
    std::smatch match;
    const bool is_found = std::regex_search(text, match, std::regex(pattern));
    ASSERT_EQ(find(pattern, text), is_found ? match.str() : "nothing") << pattern << " in " << text;
  }
}

}  // namespace
}  // namespace sanaq::splink
