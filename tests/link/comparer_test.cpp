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

// What an earlier pass met is believed only where the column has the same values in the same order.
TEST(Comparer, NamesMetBeforeAreTakenOverForTheSameColumnAlone) {
  const auto with_names = [](const char* third) {
    return columns_of(a_table(
        {"name", "town"}, {{"Asan Bekov", "korem"}, {"Assan Bekov", "lisat"}, {third, "lisat"}}));
  };
  const Columns columns = with_names("Olga Petrova"), others = with_names("Asan Bekov");
  const std::size_t name = feature_named(columns, "name");
  ASSERT_LT(name, columns.features.size());
  ASSERT_EQ(columns.features[name].kind, Kind::name);
  Comparer first(columns.features);
  const int level = first.compare_one(name, 0, 1);
  std::vector<MetNames> met;
  first.add_met_names(met);
  first.add_met_names(met);
  ASSERT_EQ(met.size(), 1U);
  ASSERT_EQ(met[0].met.size(), 1U);
  // A level that nothing could have worked out shows where it comes from.
  const std::int8_t marked = static_cast<std::int8_t>(level + 1);
  std::vector<MetNames> marks = met;
  marks[0].met = FlatTable<MetValues>(64);
  met[0].met.each([&](std::uint64_t key, MetValues value) {
    bool is_new = false;
    value.level = marked;
    *marks[0].met.find(key, is_new) = value;
  });
  EXPECT_EQ(first.afresh(met).compare_one(name, 0, 1), level);
  EXPECT_EQ(first.afresh(marks).compare_one(name, 0, 1), marked);
  EXPECT_EQ(Comparer(others.features).afresh(marks).compare_one(name, 0, 1),
            Comparer(others.features).compare_one(name, 0, 1));
}

}  // namespace
}  // namespace sanaq::link
