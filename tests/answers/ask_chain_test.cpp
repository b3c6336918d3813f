#include "sanaq/answers/ask_chain.h"

#include <gtest/gtest.h>

#include "answers/a_case.h"

namespace sanaq::answers {

Question who_commanded(const std::string& unit, const std::string& on) {
  return [unit, on](const CaseAsked& asked) { return ask_command_of(asked, unit, on); };
}

TEST(AskChain, NamesWhoCommandedAndWhoWasAbove) {
  const ACase a;
  const auto line = a.json(who_commanded("The Unit", "2011-12-16T12:00"));
  ASSERT_EQ(line["rungs"].size(), 2U);
  EXPECT_EQ(line["rungs"][0]["holders"][0]["person"], "L. Low");
  EXPECT_EQ(line["rungs"][1]["holders"][0]["person"], "M. Mid");
  EXPECT_EQ(a.refusal(who_commanded("The Unti", "2011-12-16")), base::Kind::not_found);
  EXPECT_EQ(a.refusal(who_commanded("unit", "2011")), base::Kind::usage);
  const Answer later = a.answer(who_commanded("unit", "2020-01-01"));
  EXPECT_NE(answer_text(later).find("nobody on record"), std::string::npos);
}

}  // namespace sanaq::answers
