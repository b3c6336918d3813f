#include "sanaq/link/pair_space.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

// Two lists: of 3 records without duplicates, of 4 with.
record::RecordTable two_lists() {
  record::RecordTable table = a_town(7, 0);
  table.lists[0].one_per_person = true;
  table.lists.push_back({.name = "other", .file = "other.csv", .version = ""});
  for (std::size_t record = 3; record < 7; ++record) table.list_of[record] = 1;
  return table;
}

TEST(PairSpace, CountsThePairsThatMayBeOnePerson) {
  const record::RecordTable table = two_lists();
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  EXPECT_EQ(space.pairs_by_lists(), (std::vector<double>{0, 12, 6}));
  EXPECT_EQ(space.pair_count(), 18);
  EXPECT_FALSE(space.may_meet(0, 1));
  EXPECT_TRUE(space.may_meet(0, 3));
  EXPECT_TRUE(space.may_meet(3, 4));
  EXPECT_TRUE(space.is_within(3, 4));
  EXPECT_EQ(space.groups_within(), (std::vector<bool>{true, false, true}));
}

TEST(PairSpace, ManyListsAreTwoGroups) {
  record::RecordTable table = a_town(12, 0);
  for (std::uint32_t list = 1; list < 12; ++list) {
    table.lists.push_back({.name = std::to_string(list), .file = "", .version = ""});
    table.list_of[list] = list;
  }
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  EXPECT_EQ(space.groups_within(), (std::vector<bool>{false, true}));
  const std::vector<double> groups = space.pairs_by_group();
  EXPECT_EQ(std::accumulate(groups.begin(), groups.end(), 0.0), space.pair_count());
  EXPECT_EQ(space.group(0, 1), 0u);
}

// What is drawn by marks does not depend on where a row stands.
TEST(PairSpace, AMarkIsOfTheRecordAlone) {
  const record::RecordTable table = two_lists();
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  std::vector<std::uint32_t> turned = as_they_stand(table);
  std::reverse(turned.begin(), turned.end());
  const PairSpace other = make_pair_space(table, turned);
  for (std::size_t at = 0; at < 7; ++at) EXPECT_EQ(space.marks[at], other.marks[6 - at]);
  EXPECT_EQ(std::set<std::uint64_t>(space.marks.begin(), space.marks.end()).size(), 7u);
}

TEST(PairSpace, MarksAreSpreadEvenly) {
  const record::RecordTable table = a_town(4000, 0);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  const auto below = std::count_if(space.marks.begin(), space.marks.end(),
                                   [](std::uint64_t mark) { return mark < mark_limit(0.25); });
  EXPECT_NEAR(static_cast<double>(below), 1000, 100);
}

}  // namespace
}  // namespace sanaq::link
