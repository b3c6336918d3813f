#include "sanaq/answers/ask_custody.h"

#include <gtest/gtest.h>

#include "answers/a_case.h"

namespace sanaq::answers {

Question held_on(const std::string& day) {
  return [day](const CaseAsked& asked) { return ask_still_held(asked, day_asked(day)); };
}

Question due_within(int months) {
  return
      [months](const CaseAsked& asked) { return ask_due(asked, day_asked("2014-12-16"), months); };
}

TEST(AskCustody, SaysWhoIsStillHeldWithTimeServedAndLeft) {
  const ACase a;
  const auto held = a.json(held_on("2014-12-16"));
  ASSERT_EQ(held["held"].size(), 1U);
  EXPECT_EQ(held["held"][0]["custody"], "c1");
  EXPECT_EQ(held["held"][0]["sentence"], "5y");
  EXPECT_EQ(held["held"][0]["term_ends"], "2017-06-04");
  EXPECT_EQ(held["held"][0]["sources"][0], "court file");
  EXPECT_EQ(held["people"]["low"], 1);
  EXPECT_EQ(a.json(held_on("2012-12-31"))["held"].size(), 2U);
  EXPECT_NE(answer_text(a.answer(held_on("2014-12-16"))).find("A. Sample"), std::string::npos);
  EXPECT_EQ(a.refusal(held_on("2014-12")), base::Kind::usage);
}

TEST(AskCustody, SaysWhoIsDue) {
  const ACase a;
  EXPECT_TRUE(a.json(due_within(12))["due"].empty());
  EXPECT_EQ(a.json(due_within(36))["due"].size(), 1U);
}

TEST(AskCustody, ShowsTheDifferenceOfATrial) {
  const auto trials = ACase().json(ask_trials)["trials"];
  ASSERT_EQ(trials.size(), 1U);
  EXPECT_EQ(trials[0]["stated_sum"], 32);
  EXPECT_EQ(trials[0]["difference"]["low"], 5);
  EXPECT_EQ(trials[0]["people"], 2);
}

}  // namespace sanaq::answers
