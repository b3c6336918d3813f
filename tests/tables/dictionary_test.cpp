#include "sanaq/tables/dictionary.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace sanaq::tables {

RC_GTEST_PROP(Dictionary, GivesTheCodesThatAMapGives, ()) {
  const auto texts = *rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\0\xFF", 4))));
  Dictionary dictionary;
  std::map<std::string, std::uint32_t> plain = {{"", 0}};
  for (const std::string& text : texts) {
    const auto code = plain.emplace(text, static_cast<std::uint32_t>(plain.size())).first->second;
    RC_ASSERT(dictionary.code_of(text) == code);
    RC_ASSERT(dictionary.values()[code] == text);
  }
  RC_ASSERT(dictionary.values().size() == plain.size());
}

TEST(Dictionary, KeepsCodesWhileItGrows) {
  Dictionary dictionary;
  for (std::uint32_t number = 1; number <= 100000; ++number)
    ASSERT_EQ(dictionary.code_of(std::to_string(number)), number);
  for (std::uint32_t number = 1; number <= 100000; ++number)
    ASSERT_EQ(dictionary.code_of(std::to_string(number)), number);
  EXPECT_EQ(dictionary.code_of(""), 0U);
}

RC_GTEST_PROP(Dictionary, ManyAtOnceGetTheCodesThatOneByOneGives, ()) {
  const auto numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 300));
  std::vector<std::string> texts;
  for (const int number : numbers) texts.push_back(number == 0 ? "" : std::to_string(number));
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  Dictionary one_by_one;
  Dictionary at_once;
  std::vector<std::uint32_t> expected;
  std::vector<std::uint32_t> codes;
  for (const std::string& text : texts) expected.push_back(one_by_one.code_of(text));
  const std::size_t half = views.size() / 2;
  at_once.codes_of(views.data(), 1, half, codes);
  at_once.codes_of(views.data() + half, 1, views.size() - half, codes);
  RC_ASSERT(codes == expected);
}

}  // namespace sanaq::tables
