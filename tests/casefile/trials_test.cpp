#include "sanaq/casefile/trials.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::both;
using test::read;

TrialTotals totals_of(const std::string& outcome,
                      const std::vector<std::string>& custodies = {"custody;source"}) {
  const auto event = read("event", {"event;type;title;count_min;count_max;outcome;source",
                                    "t;trial;The trial;37;37;" + outcome + ";s"});
  const auto held = read("custody", custodies);
  return trial_totals(entities_of(View(both(event.statements, held.statements))), Vocabulary())
      .at(0);
}

TEST(Trials, ThirtySevenAreThreeAndSixteenAndFiveAndThirteen) {
  const auto totals = totals_of("acquitted 3|suspended 16|amnestied 5|jailed 13");
  EXPECT_EQ(totals.stated_sum, 37);
  EXPECT_EQ(*totals.difference(), (Range{0, 0}));
  EXPECT_TRUE(totals.unread.empty());
}

TEST(Trials, ADifferenceIsShown) {
  EXPECT_EQ(*totals_of("acquitted 3|16 suspended sentence|jailed: 13").difference(), (Range{5, 5}));
  EXPECT_EQ(totals_of("acquitted 3|suspended 16").parts[1].verdict, "suspended");
  EXPECT_EQ(totals_of("nobody knows").unread.size(), 1U);
  EXPECT_FALSE(totals_of("").difference());
}

TEST(Trials, CustodiesOfTheCourtAreCountedAsPeopleAndAsProsecutions) {
  const auto totals = totals_of(
      "jailed 2", {"custody;person;court;verdict;source", "c1;A. Sample;the trial;jailed;s",
                   "c2;A. Sample;t;jailed;s", "c3;B. Other;another;jailed;s"});
  EXPECT_EQ(totals.parts[0].people, 1);
  EXPECT_EQ(totals.parts[0].prosecutions, 2);
  EXPECT_EQ(totals.people, 1);
}

}  // namespace
}  // namespace sanaq::casefile
