#include "sanaq/link/group_chance.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

constexpr std::size_t records_of_list = 300;
const std::vector<std::string> languages{"базар", "базар", "bazaar"};  // of three lists

// Places in one language on the first two lists and in another on the third; on the third years
// stand for days of birth.
record::RecordTable three_lists() {
  num::Rng rng(3, "tests.link.group_chance");
  Rows rows;
  for (const std::string& language : languages) {
    for (std::size_t record = 0; record < records_of_list; ++record) {
      const std::string year = "19" + std::to_string(50 + rng.below(40));
      rows.push_back({language + std::to_string(rng.below(8)),
                      language == "bazaar" ? year
                                           : year + "-0" + std::to_string(1 + rng.below(9)) + "-1" +
                                                 std::to_string(rng.below(10))});
    }
  }
  record::RecordTable table = a_table({"place", "birth"}, rows);
  table.lists.push_back({.name = "second", .file = "second.csv", .version = ""});
  table.lists.push_back({.name = "third", .file = "third.csv", .version = ""});
  for (std::size_t record = 0; record < rows.size(); ++record)
    table.list_of[record] = static_cast<std::uint32_t>(record / records_of_list);
  return table;
}

class ChanceByGroup : public testing::Test {
 protected:
  [[nodiscard]] std::size_t feature(const std::string& column) const {
    std::size_t f = 0;
    while (columns_.features.at(f).column != column) ++f;
    return f;
  }
  std::vector<std::vector<double>> chance(const std::string& column) {
    const std::size_t f = feature(column);
    return chance_by_group(f, comparer_, space_, chance_agreement_of(f, comparer_, space_.marks, 1),
                           1);
  }
  // The slow twin: every pair of records of each two lists.
  std::vector<std::vector<double>> counted(const std::string& column) {
    const std::size_t f = feature(column);
    std::vector<std::vector<double>> levels(
        space_.list_pair_count(),
        std::vector<double>(static_cast<std::size_t>(level_count(columns_.features[f].kind))));
    for (std::uint32_t left = 0; left < space_.record_count(); ++left) {
      for (std::uint32_t right = left + 1; right < space_.record_count(); ++right)
        levels[space_.list_pair(left, right)]
              [static_cast<std::size_t>(comparer_.compare_one(f, left, right))] += 1;
    }
    for (auto& group : levels) {
      const double all = std::accumulate(group.begin(), group.end(), 0.0);
      for (double& share : group) share /= all;
    }
    return levels;
  }

  record::RecordTable table_ = three_lists();
  Columns columns_ = columns_of(table_);
  Comparer comparer_{columns_.features};
  PairSpace space_ = make_pair_space(table_, as_they_stand(table_));
};

TEST_F(ChanceByGroup, IsWhatCountingThePairsOfEachTwoListsGives) {
  for (const std::string column : {"place", "birth"}) {
    const auto told = chance(column), slow = counted(column);
    ASSERT_EQ(told.size(), slow.size());
    for (std::size_t group = 0; group < told.size(); ++group) {
      for (std::size_t level = 0; level < told[group].size(); ++level)
        EXPECT_NEAR(told[group][level], slow[group][level], 0.1 * slow[group][level] + 2e-3)
            << column << " " << group << " " << level;
    }
  }
}

TEST_F(ChanceByGroup, TwoLanguagesHaveNoWordInCommon) {
  const auto told = chance("place");
  const std::size_t same = PairSpace::list_pair_of_lists(0, 1),
                    other = PairSpace::list_pair_of_lists(1, 2);
  const auto equal = [&](std::size_t group) {
    return std::accumulate(told[group].begin(), told[group].begin() + exact_levels, 0.0);
  };
  EXPECT_NEAR(equal(same), 1.0 / 8, 0.02);
  EXPECT_LT(equal(other), 1e-3);
}

TEST_F(ChanceByGroup, OfOneListThereAreNoGroups) {
  record::RecordTable one = table_;
  one.lists.resize(1);
  std::fill(one.list_of.begin(), one.list_of.end(), 0U);
  const PairSpace space = make_pair_space(one, as_they_stand(one));
  EXPECT_TRUE(
      chance_by_group(0, comparer_, space, chance_agreement_of(0, comparer_, space.marks, 1), 1)
          .empty());
}

}  // namespace
}  // namespace sanaq::link
