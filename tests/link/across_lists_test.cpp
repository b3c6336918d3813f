#include "sanaq/link/across_lists.h"

#include <gtest/gtest.h>

#include <set>

#include "link/lists_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/link.h"

namespace sanaq::link {
namespace {

base::Progress silent;

// A hospital with wards and families with towns: `both` people are on both, and they share only
// names.
struct Town {
  record::RecordTable table;
  std::vector<int> person;
};

Town hospital_and_families(int rows, int both, bool with_private_columns) {
  num::Rng rng(5, "tests.link.hospital", static_cast<std::uint64_t>(rows));
  std::set<std::string> taken;
  Rows hospital, families;
  std::vector<int> of_hospital, of_families;
  for (int person = 0; person < 2 * rows - both; ++person) {
    std::string name;
    do {
      name = a_given_name(rng) + ' ' + a_family_name(rng);
    } while (!taken.insert(name).second);
    if (person < rows) {
      hospital.push_back(
          {name, with_private_columns ? "ward " + std::to_string(rng.below(9)) : "", ""});
      of_hospital.push_back(person);
    }
    if (person < both || person >= rows) {
      families.push_back(
          {name, "", with_private_columns ? "town " + std::to_string(rng.below(7)) : ""});
      of_families.push_back(person);
    }
  }
  Town town{two_lists({"name", "Ward", "Town"}, hospital, families), of_hospital};
  town.person.insert(town.person.end(), of_families.begin(), of_families.end());
  return town;
}

TEST(AcrossLists, WhatIsEqualAcrossBeyondWhatIsEqualWithinAreMatches) {
  for (const bool with_private_columns : {false, true}) {
    const Town town = hospital_and_families(200, 80, with_private_columns);
    EXPECT_NEAR(columns_of(town.table).matches_across, 80, 25) << with_private_columns;
  }
}

TEST(AcrossLists, NobodyInCommonIsNotSaidToMatch) {
  EXPECT_EQ(columns_of(hospital_and_families(200, 0, true).table).matches_across, 0);
}

TEST(AcrossLists, ASecondSharedColumnIsABetterWitness) {
  Town town = hospital_and_families(100, 40, true);
  Rows first, second;
  for (std::size_t at = 0; at < town.person.size(); ++at) {
    const record::Column& names = *town.table.find(record::Field::name);
    Rows::value_type row{names.values[names.codes[at]],
                         std::to_string(1950 + town.person[at] % 50)};
    (town.table.list_of[at] == 0 ? first : second).push_back(row);
  }
  const Columns columns = columns_of(two_lists({"name", "birth"}, first, second));
  EXPECT_EQ(columns.matches_across, 0);
  EXPECT_TRUE(meet_across(columns.features[0], columns.features[1]));
}

TEST(AcrossLists, ColumnsOfDifferentListsDoNotMeet) {
  const Columns columns = columns_of(hospital_and_families(60, 20, true).table);
  ASSERT_EQ(columns.features.size(), 3u);  // Town, Ward, name
  EXPECT_FALSE(meet_across(columns.features[0], columns.features[1]));
  EXPECT_FALSE(meet_across(columns.features[0], columns.features[2]));  // town alone on one list
}

// 0 links, silently, before chance was told by pairs within lists.
TEST(AcrossLists, ListsThatShareOnlyNamesAreLinkedWithPrivateColumnsAsWithout) {
  for (const auto& [rows, both] : {std::pair{10, 4}, {60, 25}, {300, 120}}) {
    const Town alone = hospital_and_families(rows, both, false),
               beside = hospital_and_families(rows, both, true);
    const double by_names =
        compare_pairs(link(alone.table, {}, silent).person_of, alone.person).f1();
    const double with_columns =
        compare_pairs(link(beside.table, {}, silent).person_of, beside.person).f1();
    EXPECT_GT(by_names, 0.95) << rows;
    EXPECT_GT(with_columns, 0.98 * by_names) << rows;
  }
}

}  // namespace
}  // namespace sanaq::link
