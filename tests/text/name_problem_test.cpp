#include "sanaq/text/name_problem.h"

#include <gtest/gtest.h>

#include "sanaq/text/limits.h"

namespace sanaq::text {

TEST(NameProblem, NamesHaveNone) {
  for (const char* name : {"", "Құрманов Нұрлан Өтегенұлы", "A. B. C. Kulov",
                           "unknown, about 40, found on the square"})
    EXPECT_FALSE(name_problem(name)) << name;
  std::string letters;
  for (std::size_t at = 0; at < name_letters_max; ++at) letters += "Ә";
  EXPECT_FALSE(name_problem(letters));
}

TEST(NameProblem, WhatIsTooLongIsNoName) {
  const auto letters = name_problem(std::string(name_letters_max + 1, 'a'));
  ASSERT_TRUE(letters);
  EXPECT_EQ(letters->reason.english(), "a name has no more than 500 letters; 501 stand here");
  std::string words;
  for (std::size_t at = 0; at <= name_words_max; ++at) words += "A.";
  ASSERT_TRUE(name_problem(words));
  EXPECT_EQ(name_problem(words)->reason.english(),
            "a name has no more than 60 words; 61 stand here");
}

TEST(NameProblem, AnyTextMayHaveTooManyMarks) {
  std::string marks = "a";
  for (std::size_t at = 0; at <= marks_max; ++at) marks += "\xCC\x81";
  EXPECT_TRUE(name_problem(marks));
  EXPECT_TRUE(marks_problem(marks));
  EXPECT_FALSE(marks_problem(std::string(100'000, 'a')));
}

}  // namespace sanaq::text
