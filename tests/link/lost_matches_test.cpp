#include "sanaq/link/lost_matches.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "sanaq/link/persons.h"

namespace sanaq::link {
namespace {

// 300 records on each of three lists, everybody alone.
class ThreeLists : public testing::Test {
 protected:
  ThreeLists() {
    for (std::uint32_t record = 0; record < 900; ++record) {
      space_.list_of.push_back(record / 300);
      space_.marks.push_back(record);
    }
    space_.one_per_person = {true, true, false};
    person_of_.resize(900);
    std::iota(person_of_.begin(), person_of_.end(), 0U);
  }

  std::vector<std::uint32_t> put_back(const std::vector<double>& lost, std::uint64_t seed) const {
    std::vector<std::uint32_t> person_of = person_of_;
    put_back_lost_matches(space_, std::vector<bool>(900, true), lost,
                          num::Rng(seed, "tests.lost_matches"), person_of);
    return person_of;
  }

  // Pairs of records that are one person, by pair of lists.
  std::vector<double> pairs(const std::vector<std::uint32_t>& person_of) const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> records;
    for (std::uint32_t record = 0; record < 900; ++record)
      records[person_of[record]].push_back(record);
    std::vector<double> count(6);
    for (const auto& [person, of] : records) {
      for (std::size_t a = 0; a < of.size(); ++a) {
        for (std::size_t b = a + 1; b < of.size(); ++b) count[space_.list_pair(of[a], of[b])] += 1;
      }
    }
    return count;
  }

  PairSpace space_;
  std::vector<std::uint32_t> person_of_;
};

TEST_F(ThreeLists, HaveAsManyMoreMatchesAsWereLost) {
  std::vector<double> sum(6);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::vector<double> now = pairs(put_back({0, 20, 0, 10, 4, 0}, seed));
    for (std::size_t lists = 0; lists < 6; ++lists) sum[lists] += now[lists] / 50;
  }
  EXPECT_NEAR(sum[PairSpace::list_pair_of_lists(0, 1)], 20, 2.5);
  EXPECT_NEAR(sum[PairSpace::list_pair_of_lists(0, 2)], 10, 2);
  EXPECT_NEAR(sum[PairSpace::list_pair_of_lists(1, 2)], 4, 1.5);
  EXPECT_EQ(sum[PairSpace::list_pair_of_lists(0, 0)], 0);
}

// Three records of one person of which two are no candidates, and a candidate that is not linked.
TEST_F(ThreeLists, WhatAThirdRecordBringsTogetherIsNotLost) {
  person_of_[300] = person_of_[600] = person_of_[0];
  const std::vector<Candidate> candidates{{0, 300, 5.0}, {300, 600, 5.0}, {1, 301, -3.0}};
  const std::vector<double> joined = joined_by_others(space_, candidates, person_of_);
  EXPECT_EQ(joined[PairSpace::list_pair_of_lists(0, 2)], 1);
  EXPECT_EQ(std::accumulate(joined.begin(), joined.end(), 0.0), 1);
}

// Half of the first two lists are one person already, half are alone.
TEST_F(ThreeLists, WhoIsAloneIsJoinedMoreOftenThanWhoIsOnTwoLists) {
  for (std::uint32_t record = 0; record < 150; ++record) person_of_[record + 300] = record;
  int with_one = 0, with_two = 0;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::vector<std::uint32_t> now = put_back({0, 0, 0, 10, 10, 0}, seed);
    std::map<std::uint32_t, int> sizes;
    for (const std::uint32_t person : now) ++sizes[person];
    for (const auto& [person, size] : sizes) {
      with_two += size == 3;
      with_one += size == 2 && (person < 150 ? now[person + 300] != person : true);
    }
  }
  EXPECT_GT(with_one, 2 * with_two);
  EXPECT_GT(with_two, 10);
}

TEST_F(ThreeLists, NothingLostChangesNothing) {
  EXPECT_EQ(put_back(std::vector<double>(6), 1), person_of_);
}

TEST_F(ThreeLists, TheSameSeedGivesTheSameRegister) {
  const std::vector<double> lost{0, 20, 0, 10, 4, 0};
  EXPECT_EQ(put_back(lost, 7), put_back(lost, 7));
  EXPECT_NE(put_back(lost, 7), put_back(lost, 8));
}

// Everybody has a hundred records: hardly anybody is alone, and it ends all the same.
TEST_F(ThreeLists, PersonsOfManyRecordsDoNotHoldItUp) {
  for (std::uint32_t record = 0; record < 900; ++record) person_of_[record] = record / 100;
  EXPECT_EQ(put_back({0, 20, 0, 10, 4, 0}, 1), person_of_);
}

// More are lost than there are persons to join: what fits is joined, and it ends.
TEST_F(ThreeLists, NobodyStandsTwiceOnAListThatHasNobodyTwice) {
  const std::vector<std::uint32_t> person_of = put_back({500, 5000, 500, 5000, 5000, 500}, 3);
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (std::uint32_t record = 0; record < 900; ++record)
    EXPECT_TRUE(seen.emplace(person_of[record], space_.list_of[record]).second);
}

}  // namespace
}  // namespace sanaq::link
