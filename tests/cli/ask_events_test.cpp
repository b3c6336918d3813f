#include "sanaq/cli/ask_events.h"

#include <gtest/gtest.h>

#include "cli/a_case.h"

namespace sanaq::cli {

TEST(AskEvents, GivesTheTimelineStrikesAndTheirSeries) {
  const ACase a;
  const auto events = a.json({"timeline"})["events"];
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1]["causes"][0], "strike");
  const auto strikes = a.json({"strikes"})["strikes"];
  EXPECT_EQ(strikes[0]["days"]["low"], 205);
  EXPECT_EQ(strikes[0]["missing"].size(), 3U);
  EXPECT_EQ(a.json({"series"})["years"][0]["year"], "2011");
  EXPECT_EQ(a.json({"series", "--from", "2012"})["whole"]["high"], 0);
  EXPECT_EQ(a.ask({"series", "--from", "long ago"}).code, 64);
}

}  // namespace sanaq::cli
