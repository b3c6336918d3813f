#include "sanaq/link/value_chance.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/lists_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

Columns many_names(std::size_t rows) {
  num::Rng rng(4, "tests.link.value_chance");
  Rows names;
  for (std::size_t row = 0; row < rows; ++row) {
    names.push_back({a_given_name(rng) + ' ' + a_family_name(rng), std::to_string(row)});
  }
  return columns_of(a_table({"name", "code"}, names));
}

const Feature& names_of(const Columns& columns) {
  return *std::find_if(columns.features.begin(), columns.features.end(),
                       [](const Feature& feature) { return feature.kind == Kind::name; });
}

// The slow twin: every pair of records.
TEST(ValueChance, OfFewValuesEveryPairIsCounted) {
  const Columns columns = many_names(200);
  const Feature& names = names_of(columns);
  std::vector<double> slow(static_cast<std::size_t>(name_agreements));
  for (std::size_t a = 0; a < names.codes.size(); ++a) {
    for (std::size_t b = a + 1; b < names.codes.size(); ++b)
      ++slow[static_cast<std::size_t>(fuzzy_level(names, names.codes[a], names.codes[b]))];
  }
  const ValueChance found = value_chance(names, counts_of_all(names), 1);
  EXPECT_EQ(found.pairs, slow);
  EXPECT_EQ(found.all, 200.0 * 199 / 2);
}

TEST(ValueChance, WithinListsOnlyPairsOfOneListCount) {
  const Columns columns = many_names(100);
  const Feature& names = names_of(columns);
  std::vector<std::uint32_t> list_of(100, 0);
  for (std::size_t at = 60; at < 100; ++at) list_of[at] = 1;
  const ValueChance found = value_chance(names, counts_by_list(names, list_of), 1);
  EXPECT_EQ(found.all, 60.0 * 59 / 2 + 40.0 * 39 / 2);
  EXPECT_EQ(std::accumulate(found.pairs.begin(), found.pairs.end(), 0.0), found.all);
}

// Of many values pairs are drawn: the slow twin again, near as far as draws are.
TEST(ValueChance, OfManyValuesDrawnPairsGiveWhatCountingGives) {
  num::Rng rng(6, "tests.link.value_chance");
  Rows rows;
  for (std::size_t row = 0; row < 2500; ++row)
    rows.push_back({a_given_name(rng) + ' ' + a_given_name(rng) + "ұлы " + a_family_name(rng),
                    std::to_string(row)});
  const Columns columns = columns_of(a_table({"name", "code"}, rows));
  const Feature& names = names_of(columns);
  ASSERT_GT(names.values.size(), 2000u);
  std::vector<double> slow(static_cast<std::size_t>(name_agreements));
  for (std::size_t a = 0; a < names.codes.size(); ++a) {
    for (std::size_t b = a + 1; b < names.codes.size(); ++b)
      ++slow[static_cast<std::size_t>(fuzzy_level(names, names.codes[a], names.codes[b]))];
  }
  const ValueChance found = value_chance(names, counts_of_all(names), 1);
  for (std::size_t level = 0; level < slow.size(); ++level)
    EXPECT_NEAR(found.pairs[level], slow[level], 0.1 * slow[level] + 60) << level;
}

}  // namespace
}  // namespace sanaq::link
