#include "sanaq/splink/known_likeness.h"

#include <gtest/gtest.h>

#include <cmath>

#include "link/a_table.h"

namespace sanaq::splink {
namespace {

using Of = PlainTest::Kind;

class Lists : public testing::Test {
 protected:
  Lists() { learn_lists(*column_); }
  bool holds(Of kind, double bound, std::size_t left, std::size_t right) {
    return holds_for_lists(kind, bound, column_->lists[table_.columns[0].codes[left]],
                           column_->lists[table_.columns[0].codes[right]]);
  }
  record::RecordTable table_ = link::a_table({"a"}, {{"[ann, bob, ann]"},
                                                     {"[bob]"},
                                                     {"[]"},
                                                     {""},
                                                     {"[martha]"},
                                                     {"[x, marhta]"},
                                                     {"[1, 0]"},
                                                     {"[2, 0]"},
                                                     {"[0, 0]"},
                                                     {"[ann, bob]"}});
  std::unique_ptr<KnownColumn> column_ = know_column(table_.columns[0], nullptr);
};

TEST_F(Lists, ValuesInCommonAreCountedOnce) {
  EXPECT_TRUE(holds(Of::common_values, 2, 0, 9));
  EXPECT_FALSE(holds(Of::common_values, 2, 0, 1));
  EXPECT_TRUE(holds(Of::common_values, 0, 0, 2));
  EXPECT_TRUE(holds(Of::common_values, 0, 0, 3));  // DuckDB: none in common with null on the right
  EXPECT_FALSE(holds(Of::common_values, 0, 3, 0));
  EXPECT_FALSE(holds(Of::shared_values, 0, 0, 3));
  EXPECT_TRUE(holds(Of::sublist, 0, 2, 3));
  EXPECT_FALSE(holds(Of::known_sublist, 0, 2, 3));
}

TEST_F(Lists, TheShorterListMayBeWithinTheLonger) {
  EXPECT_TRUE(holds(Of::sublist, 0, 0, 1));
  EXPECT_TRUE(holds(Of::sublist, 0, 0, 2));
  EXPECT_TRUE(holds(Of::sublist, 0, 0, 9));   // 2 of 2
  EXPECT_FALSE(holds(Of::sublist, 0, 0, 0));  // 2 different of 3: as SQL counts
  EXPECT_FALSE(holds(Of::sublist, 0, 1, 4));
  EXPECT_TRUE(holds(Of::no_empty_list, 0, 0, 1));
  EXPECT_FALSE(holds(Of::no_empty_list, 0, 0, 2));
  EXPECT_TRUE(holds(Of::no_empty_list, 0, 0, 3));
  EXPECT_FALSE(holds(Of::no_empty_list, 0, 3, 3));
}

TEST_F(Lists, TheMostSimilarPairOfValuesCounts) {
  EXPECT_TRUE(holds(Of::pair_winkler, 0.95, 4, 5));
  EXPECT_FALSE(holds(Of::pair_winkler, 0.97, 4, 5));
  EXPECT_TRUE(holds(Of::pair_jaro, 0.94, 4, 5));
  EXPECT_TRUE(holds(Of::pair_damerau, 1, 4, 5));
  EXPECT_FALSE(holds(Of::pair_levenshtein, 1, 4, 5));
  EXPECT_FALSE(holds(Of::pair_levenshtein, 9, 4, 2));
}

TEST_F(Lists, NumbersPointTheSameWay) {
  EXPECT_TRUE(holds(Of::cosine, 1, 6, 7));
  EXPECT_TRUE(holds(Of::cosine, 0.9, 6, 8));  // not a number: above all in DuckDB
  EXPECT_FALSE(holds(Of::cosine_or_none, 0.9, 6, 8));
  EXPECT_FALSE(holds(Of::cosine, 0.1, 6, 1));
}

TEST(KnownLikeness, KilometresGoTheShortWay) {
  const auto table = link::a_table({"lat", "long"}, {{"0", "179.5"}, {"0", "-179.5"}, {"90", ""}});
  const auto lat = know_column(table.columns[0], nullptr),
             lng = know_column(table.columns[1], nullptr);
  learn_angles(*lat);
  learn_numbers(*lng);
  EXPECT_NEAR(kilometres(*lat, 1, 1, *lng, 1, 2), 111.19, 0.01);
  EXPECT_EQ(kilometres(*lat, 1, 1, *lng, 1, 1), 0);
  EXPECT_TRUE(std::isnan(kilometres(*lat, 1, 2, *lng, 1, 0)));
}

}  // namespace
}  // namespace sanaq::splink
