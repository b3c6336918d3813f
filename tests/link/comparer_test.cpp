#include "sanaq/link/comparer.h"

#include <gtest/gtest.h>

#include <array>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

std::size_t feature_named(const Columns& columns, const std::string& name) {
  for (std::size_t at = 0; at < columns.features.size(); ++at) {
    if (columns.features[at].column == name) return at;
  }
  return columns.features.size();
}

TEST(Comparer, MissingIsNotDisagreement) {
  const Columns columns = columns_of(
      a_table({"surname", "town"},
              {{"abela", ""}, {"abela", "korem"}, {"dunon", "lisat"}, {"dumon", "lisat"}}));
  Comparer comparer(columns.features);
  const std::size_t town = feature_named(columns, "town");
  ASSERT_LT(town, columns.features.size());
  EXPECT_EQ(comparer.compare_one(town, 0, 1), missing);
  EXPECT_LT(comparer.compare_one(town, 2, 3), exact_levels);
}

TEST(Comparer, OneLetterOffIsBetterThanDifferentAndBothWaysAlike) {
  const record::RecordTable table = a_town(40, 10);
  const Columns columns = columns_of(table);
  const std::size_t town = feature_named(columns, "town");
  ASSERT_LT(town, columns.features.size());
  Comparer comparer(columns.features);
  EXPECT_LT(comparer.compare_one(town, 0, 1), comparer.compare_one(town, 0, 5));
  EXPECT_EQ(comparer.compare_one(town, 0, 5), comparer.compare_one(town, 5, 0));
}

TEST(Comparer, AnAgeInsideOfASpanAgreesAsFarAsItIsKnown) {
  Rows rows = {{"abela", "42"}, {"abela", "40-45"}, {"abela", "43"}, {"abela", "60+"},
               {"abela", "50"}, {"abela", "44-61"}, {"abela", "44"}};
  const Columns columns = columns_of(a_table({"surname", "age"}, rows));
  const std::size_t age = feature_named(columns, "age");
  ASSERT_LT(age, columns.features.size());
  ASSERT_EQ(columns.features[age].kind, Kind::number);
  Comparer comparer(columns.features);
  const int a_year_off = comparer.compare_one(age, 0, 2);
  const int differs = level_count(Kind::number) - 1;
  EXPECT_EQ(comparer.compare_one(age, 0, 1), a_year_off);
  EXPECT_EQ(comparer.compare_one(age, 1, 6), a_year_off);
  EXPECT_EQ(comparer.compare_one(age, 3, 5), a_year_off);
  EXPECT_EQ(comparer.compare_one(age, 1, 4), differs);
  EXPECT_EQ(comparer.compare_one(age, 3, 0), differs);
}

TEST(Comparer, TwoDigitsExchangedAreAnotherSlipThanAWrongDigit) {
  const Columns columns = columns_of(a_table({"surname", "birth"}, {{"abela", "1967-04-18"},
                                                                    {"abela", "1976-04-18"},
                                                                    {"abela", "1967-04-81"},
                                                                    {"abela", "1967-04-19"},
                                                                    {"dunon", "1976-04-18"}}));
  const std::size_t birth = feature_named(columns, "birth");
  ASSERT_LT(birth, columns.features.size());
  Comparer comparer(columns.features);
  EXPECT_EQ(comparer.compare_one(birth, 0, 1), exchanged_digits);
  EXPECT_EQ(comparer.compare_one(birth, 1, 0), exchanged_digits);
  EXPECT_EQ(level_labels(Kind::date)[exchanged_digits], "two digits exchanged");
  EXPECT_EQ(comparer.compare_one(birth, 0, 3), exchanged_digits - 1);  // one digit off
  EXPECT_LT(comparer.compare_one(birth, 1, 4), exact_levels);
}

TEST(Comparer, LevelsThatWereLeftOpenAreClosedAsComparingAllSays) {
  const Columns columns = columns_of(a_town(30, 15));
  const std::size_t features = columns.features.size();
  ASSERT_GE(features, 3U);
  Comparer comparer(columns.features);
  std::vector<std::int8_t> levels(features);
  std::size_t closed = 0;
  for (std::uint32_t left = 0; left < 45; ++left) {
    for (std::uint32_t right = 0; right < left; ++right) {
      comparer.compare(left, right, levels.data());
      std::uint64_t wanted = 0, known = 0;
      std::uint32_t open = 0;
      for (std::size_t f = 0; f < features; ++f) {
        const std::vector<std::uint32_t>& codes = columns.features[f].codes;
        const auto level = levels[f] == missing ? no_level : static_cast<std::uint64_t>(levels[f]);
        const bool is_open = levels[f] != missing && codes[left] != codes[right];
        wanted |= level << (4 * f);
        known |= (is_open ? std::uint64_t{5} : level) << (4 * f);  // what stood there is forgotten
        open |= is_open ? 1U << f : 0;
      }
      closed += open != 0 ? 1 : 0;
      ASSERT_EQ(comparer.closed(known, open, left, right), wanted);
    }
  }
  EXPECT_GT(closed, 500U);
}

}  // namespace
}  // namespace sanaq::link
