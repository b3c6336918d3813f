#include "sanaq/link/pair_totals.h"

#include <gtest/gtest.h>

#include <limits>

#include "link/a_prepared_table.h"

namespace sanaq::link {
namespace {

PairSpace space_of(const record::RecordTable& table) {
  return make_pair_space(table, as_they_stand(table));
}

TEST(PairTotals, OfOneListArePairsOfDifferentRecords) {
  const PairTotals totals = pair_totals(space_of(a_town(6, 1)));
  EXPECT_EQ(totals.across, 21);
  EXPECT_EQ(totals.within, 0) << "of one list of several there is none";
  EXPECT_EQ(totals.one_to_one, 0);
}

TEST(PairTotals, OfTwoListsAreAcrossAndWithinThoseThatMayHaveSomebodyTwice) {
  record::RecordTable table = on_two_lists(a_town(7, 0), {0, 1});
  PairTotals totals = pair_totals(space_of(table));
  EXPECT_EQ(totals.across, 10);
  EXPECT_EQ(totals.within, 0);
  EXPECT_EQ(totals.one_to_one, 2);
  table.lists[0].one_per_person = false;
  totals = pair_totals(space_of(table));
  EXPECT_EQ(totals.across, 10);
  EXPECT_EQ(totals.within, 10);
}

// Lists of 4, 2 and 1.
TEST(PairTotals, MatchesAreAtMostAsManyAsTheShorterListOfEachTwoHas) {
  record::RecordTable table = on_two_lists(a_town(7, 0), {0, 1});
  table.lists.push_back({.name = "third", .file = "", .version = "", .one_per_person = true});
  table.list_of[6] = 2;
  EXPECT_EQ(matches_most(table), 2 + 1 + 1);
  table.lists[1].one_per_person = false;
  EXPECT_EQ(matches_most(table), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace sanaq::link
