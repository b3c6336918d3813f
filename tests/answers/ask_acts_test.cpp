#include "sanaq/answers/ask_acts.h"

#include <gtest/gtest.h>

#include "answers/a_case.h"

namespace sanaq::answers {

Question acts_by(const std::string& word) {
  return [word](const CaseAsked& asked) { return ask_acts(asked, word); };
}

TEST(AskActs, CountsPeopleOnceAndByMonth) {
  const ACase a;
  const auto all = a.json(acts_by(""))["rows"][0];
  EXPECT_EQ(all["acts"]["high"], 3);
  EXPECT_EQ(all["victims"]["low"], 5);
  EXPECT_EQ(all["victims"]["high"], 6);
  EXPECT_EQ(a.json(acts_by("month"))["rows"].size(), 2U);
  EXPECT_EQ(a.json(acts_by("perpetrator"))["rows"][0]["label"], "The Unit");
  EXPECT_EQ(a.refusal(acts_by("colour")), base::Kind::usage);
}

}  // namespace sanaq::answers
