#include "sanaq/casefile/events.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::date;
using test::read;

std::vector<Event> events_of(const std::vector<std::string>& lines) {
  return entities_of(View(read("event", lines).statements)).events;
}

TEST(Events, ATimelineHasPartsBelowTheirWholeAndCausesBesideThem) {
  const auto events =
      events_of({"event;type;start;part_of;caused_by;source", "s;shooting;2011-12-16;u;strike;s",
                 "u;other;2011-12-16;;;s", "strike;strike;2011-05;;;s", "x;other;;nowhere;;s"});
  const Timeline line = timeline_of(events);
  ASSERT_EQ(line.entries.size(), 4U);
  EXPECT_EQ(line.entries[0].event->subject, "event:strike");
  EXPECT_EQ(line.entries[1].event->subject, "event:u");
  EXPECT_EQ(line.entries[2].event->subject, "event:s");
  EXPECT_EQ(line.entries[2].depth, 1);
  EXPECT_EQ(line.entries[2].causes[0]->subject, "event:strike");
  EXPECT_EQ(line.entries[0].effects[0]->subject, "event:s");
  EXPECT_EQ(line.entries[3].unknown, (std::vector<std::string>{"nowhere"}));
  EXPECT_TRUE(line.cycles.empty());
}

TEST(Events, AnEventThatIsPartOfItselfIsReportedAndShownOnce) {
  const auto events = events_of({"event;part_of;source", "a;b;s", "b;a;s"});
  const Timeline line = timeline_of(events);
  EXPECT_EQ(line.entries.size(), 2U);
  ASSERT_EQ(line.cycles.size(), 1U);
  EXPECT_EQ(line.cycles[0].size(), 3U);
}

TEST(Events, AStrikeSaysHowLongAndWhatTheDefinitionMisses) {
  const auto events =
      events_of({"event;type;start;end;employer;demands;participants;source",
                 "s;strike;2011-05-26;2011-12-16;The Oil Company;pay|a union;1000;s",
                 "t;strike;2012;;;;;s", "r;rally;2012;;;;;s"});
  const auto strikes = strikes_of(events);
  ASSERT_EQ(strikes.size(), 2U);
  EXPECT_EQ(*strikes[0].days, (Range{205, 205}));
  EXPECT_TRUE(strikes[0].missing.empty());
  EXPECT_EQ(strikes[1].missing.size(), 3U);
}

TEST(Events, ASeriesCountsByYearAndADoubtfulYearInNoFloor) {
  const auto events = events_of({"event;type;start;source", "a;strike;2012-03;s", "b;strike;2012;s",
                                 "c;strike;2012-12-30/2013-01-02;s", "d;strike;;s",
                                 "e;rally;2012;s", "f;strike;2020;s"});
  const Series series = series_of(events, "strike", date("2011-12-16"), date("2014-12-16"));
  EXPECT_EQ(series.whole, (Range{3, 4}));
  EXPECT_EQ(series.undated, 1);
  ASSERT_EQ(series.years.size(), 2U);
  EXPECT_EQ(series.years[0], (std::pair<std::string, Range>{"2012", {2, 3}}));
  EXPECT_EQ(series.years[1], (std::pair<std::string, Range>{"2013", {0, 1}}));
}

}  // namespace
}  // namespace sanaq::casefile
