#include "sanaq/answers/ask_events.h"

#include <gtest/gtest.h>

#include "answers/a_case.h"

namespace sanaq::answers {

Question strikes_between(const std::string& from, const std::string& to) {
  return [from, to](const CaseAsked& asked) { return ask_series(asked, "strike", from, to); };
}

TEST(AskEvents, GivesTheTimelineStrikesAndTheirSeries) {
  const ACase a;
  const auto events = a.json(ask_timeline)["events"];
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1]["causes"][0], "strike");
  const auto strikes = a.json(ask_strikes)["strikes"];
  EXPECT_EQ(strikes[0]["days"]["low"], 205);
  EXPECT_EQ(strikes[0]["missing"].size(), 3U);
  EXPECT_EQ(a.json(strikes_between("", ""))["years"][0]["year"], "2011");
  EXPECT_EQ(a.json(strikes_between("2012", ""))["whole"]["high"], 0);
  EXPECT_EQ(a.refusal(strikes_between("long ago", "")), base::Kind::usage);
}

}  // namespace sanaq::answers
