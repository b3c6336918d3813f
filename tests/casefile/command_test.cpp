#include "sanaq/casefile/command.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"
#include "sanaq/base/error.h"

namespace sanaq::casefile {
namespace {

using test::both;
using test::read;

Entities things_from(const std::vector<std::string>& posts,
                     const std::vector<std::string>& organisations = {
                         "organisation;name;parent;source", "unit;The Unit;staff;s",
                         "staff;The Staff;ministry;s", "ministry;The Ministry;;s"}) {
  return entities_of(
      View(both(read("organisation", organisations).statements, read("post", posts).statements)));
}

const std::string header = "person;organisation;title;from;to;basis;superior;source";

TEST(Command, GoesFromTheUnitUpwards) {
  const Entities entities = things_from(
      {header, "A. Low;unit;commander;2010;2012-06;law;The Staff;s",
       "B. Mid;staff;chief;2011-01;;law;;s", "C. Top;ministry;minister;2009;2013;law;;s"});
  const CommandLine line = command_of(entities, "the unit", *read_moment("2011-12-16T12:00"));
  ASSERT_EQ(line.rungs.size(), 3U);
  EXPECT_EQ(line.rungs[0].holders[0].post->person.ref, "A. Low");
  EXPECT_TRUE(line.rungs[0].holders[0].is_certain);
  EXPECT_FALSE(line.rungs[1].by_parent);
  EXPECT_TRUE(line.rungs[2].by_parent);
  EXPECT_TRUE(line.gaps.empty() && line.contradictions.empty() && line.cycle.empty());
}

TEST(Command, AHandOverAtTwoOClockIsSeenAtNoon) {
  const Entities entities =
      things_from({header, "A. First;unit;commander;2010;2011-12-16T14:00;law;;s",
                   "B. Next;unit;commander;2011-12-16T14:00;;law;;s"});
  const auto at = [&](const char* moment) {
    return command_of(entities, "unit", *read_moment(moment)).rungs[0].holders;
  };
  ASSERT_EQ(at("2011-12-16T12:00").size(), 1U);
  EXPECT_EQ(at("2011-12-16T12:00")[0].post->person.ref, "A. First");
  EXPECT_EQ(at("2011-12-16T15:00")[0].post->person.ref, "B. Next");
  EXPECT_EQ(at("2011-12-16").size(), 2U);
  EXPECT_TRUE(command_of(entities, "unit", *read_moment("2011-12-16")).contradictions.empty());
}

TEST(Command, ADateKnownInPartLeavesDoubt) {
  const Entities entities = things_from({header, "A. Low;unit;commander;2011;;law;;s"});
  EXPECT_FALSE(
      command_of(entities, "unit", *read_moment("2011-06-01")).rungs[0].holders[0].is_certain);
  EXPECT_TRUE(
      command_of(entities, "unit", *read_moment("2012-01-01")).rungs[0].holders[0].is_certain);
}

TEST(Command, AGapAndAContradictionAreReported) {
  const Entities gap = things_from({header, "A. Low;unit;commander;2010;2011-10-31;law;;s",
                                    "B. Next;unit;commander;2012-01-01;;law;;s"});
  const CommandLine empty = command_of(gap, "unit", *read_moment("2011-12-16"));
  EXPECT_TRUE(empty.rungs[0].holders.empty());
  ASSERT_EQ(empty.gaps.size(), 1U);
  EXPECT_EQ(empty.gaps[0].from, read_moment("2011-11-01")->low);
  EXPECT_EQ(empty.gaps[0].to, read_moment("2011-12-31")->high);
  const Entities two = things_from({header, "A. Low;unit;commander;2010;2012-12-31;law;;s",
                                    "B. Next;unit;commander;2011-01-01;;law;;s",
                                    "C. Shadow;unit;commander;2010;;fact;;s"});
  EXPECT_EQ(command_of(two, "unit", *read_moment("2011-12-16")).contradictions.size(), 1U);
  const Entities next_day = things_from({header, "A. Low;unit;commander;2010;2011-12-15;law;;s",
                                         "B. Next;unit;commander;2011-12-16;;law;;s"});
  EXPECT_TRUE(gaps_of(next_day, "unit").empty());
}

TEST(Command, ACycleEndsTheLadderAndIsNamed) {
  const Entities entities = things_from(
      {header, "A. Low;unit;commander;2010;;law;;s"},
      {"organisation;name;parent;source", "unit;The Unit;staff;s", "staff;The Staff;unit;s"});
  const CommandLine line = command_of(entities, "unit", *read_moment("2011-12-16"));
  EXPECT_EQ(line.cycle, (std::vector<std::string>{"unit", "staff", "unit"}));
  EXPECT_EQ(line.rungs.size(), 2U);
}

TEST(Command, ASuperiorMayBeAPersonOrATitleAndAnUnknownOneIsSaid) {
  const Entities entities = things_from({header, "A. Low;unit;commander;2010;;law;B. Mid;s",
                                         "B. Mid;staff;chief;2010;;law;the tsar;s"});
  const CommandLine line = command_of(entities, "unit", *read_moment("2011-12-16"));
  EXPECT_EQ(line.rungs[1].organisation, "staff");
  EXPECT_EQ(line.unknown_superiors, (std::vector<std::string>{"the tsar"}));
}

TEST(Command, AUnitThatNobodyNamesIsNotFoundAndTheNearestIsSaid) {
  const Entities entities = things_from({header, "A. Low;unit;commander;2010;;law;;s"});
  try {
    (void)command_of(entities, "The Unti", *read_moment("2011"));
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::not_found);
    EXPECT_NE(std::string(error.what()).find("The Unit"), std::string::npos);
  }
}

}  // namespace
}  // namespace sanaq::casefile
