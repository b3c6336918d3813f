#include "sanaq/link/seen_matches.h"

#include <gtest/gtest.h>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {
namespace {

TEST(SeenMatches, SharesOfTwoListsAreTheirOwnWhereEnoughWasSeen) {
  SeenMatches seen(3, 1);
  seen.add_outcome(0, 0, 7, 900, true);
  seen.add_outcome(0, 0, 0, 100, true);
  seen.add_outcome(1, 0, 7, 2, true);
  EXPECT_NEAR(seen.shares(0, 0)[7], 0.9, 0.01);
  EXPECT_NEAR(seen.shares(1, 0)[7], 0.91, 0.02) << "two matches say little";
  EXPECT_NEAR(seen.shares(2, 0)[7], 0.9, 0.01) << "nothing of their own: as all lists";
}

TEST(SeenMatches, WhatRulesWithTheFieldFoundCountsOnlyWhereThereIsNothingElse) {
  SeenMatches seen(1, 2);
  seen.add_outcome(0, 0, 7, 500, false);
  seen.add_outcome(0, 0, 0, 50, true);
  seen.add_outcome(0, 1, 7, 500, false);
  EXPECT_NEAR(seen.shares(0, 0)[0], 1, 0.01);
  EXPECT_NEAR(seen.shares(0, 1)[7], 1, 0.01);
}

TEST(SeenMatches, WhatAnotherSawIsTakenForFeaturesOfWhichHardlyAnythingWasSeen) {
  SeenMatches links(1, 2), before(1, 2);
  links.add_outcome(0, 0, 7, 100, true);
  links.add_outcome(0, 1, 7, 100, false);
  for (std::size_t feature = 0; feature < 2; ++feature)
    before.add_outcome(0, feature, 0, 100, true);
  links.add_where_few(before);
  EXPECT_NEAR(links.shares(0, 0)[7], 1, 0.01);
  EXPECT_NEAR(links.shares(0, 1)[0], 1, 0.01) << "no rule without it had found a link";
}

TEST(SeenMatches, LinksTellWhichKeysAgreeAndWhichRulesFoundThem) {
  const record::RecordTable table = a_town_of_names(200, 2);
  const Columns columns = columns_of(table);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  const std::vector<Key> keys = make_keys(columns);
  std::size_t birth = 0;
  while (keys[birth].name != "birth") ++birth;
  std::vector<Candidate> links;
  for (std::uint32_t person = 0; person < 100; ++person)
    links.push_back({2 * person, 200 + person, 9});
  std::vector<double> probabilities(links.size(), 1.0);
  links.push_back({1, 200, -3});  // two strangers, whose probability says so
  probabilities.push_back(0.1);
  const SeenMatches seen =
      see_links(links, probabilities, {{"birth", {birth}, 0}}, keys, space, columns);
  const std::size_t lists = PairSpace::list_pair_of_lists(0, 1);
  EXPECT_NEAR(seen.matches(lists), 100.1, 0.01);
  std::size_t name = 0;
  while (columns.features[name].kind != Kind::name) ++name;
  EXPECT_NEAR(seen.shares(lists, name)[7], 0.9, 0.03) << "one given name in ten is another";
  EXPECT_NEAR(seen.shares(lists, keys[birth].feature)[0], 0, 0.01);
}

TEST(SeenMatches, CountsAddUpWhicheverThreadCounted) {
  SeenMatches one(1, 1), left(1, 1), right(1, 1);
  for (int at = 0; at < 1000; ++at) {
    one.add_match(0, 0.1 + at * 1e-4);
    (at % 2 == 0 ? left : right).add_match(0, 0.1 + at * 1e-4);
  }
  left.add(right);
  EXPECT_EQ(one.matches(0), left.matches(0));
  EXPECT_NEAR(one.matches(0), 150, 1);
}

}  // namespace
}  // namespace sanaq::link
