#include "sanaq/link/frequencies.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

TEST(Frequencies, ChanceOfEqualityIsThatOfTheValuesAndAllLevelsAddUp) {
  Rows rows;
  for (int row = 0; row < 200; ++row)
    rows.push_back({row % 2 == 0 ? "m" : "f", "word" + std::to_string(row)});
  const record::RecordTable table = a_table({"sex", "surname"}, rows);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const auto chance = chance_agreement(columns.features, comparer, marks_of(table), 1);
  for (std::size_t f = 0; f < columns.features.size(); ++f) {
    EXPECT_NEAR(std::accumulate(chance[f].begin(), chance[f].end(), 0.0), 1, 0.01);
    // sum c (c-1) / (n (n-1)) = 2 x 100 x 99 / (200 x 199)
    if (columns.features[f].column != "sex") continue;
    EXPECT_NEAR(exact_share(chance[f]), 2.0 * 100 * 99 / (200 * 199), 0.005);
  }
  EXPECT_EQ(chance, chance_agreement(columns.features, comparer, marks_of(table), 1));
}

// Names are few: every pair is counted, and the share of each level is that of all pairs of rows.
TEST(Frequencies, OfFewNamesEveryPairIsCounted) {
  const std::vector<std::string> names = {"Serik Ozenov",  "Serik Ozenov", "Ainur Tanbaeva",
                                          "Marat Kudarov", "S. Ozenov",    "Olga Stepnova"};
  Rows rows;
  for (const std::string& name : names) rows.push_back({name, std::to_string(rows.size())});
  const record::RecordTable table = a_table({"name", "code"}, rows);
  const Columns columns = columns_of(table);
  std::size_t f = 0;
  while (columns.features[f].kind != Kind::name) ++f;
  Comparer comparer(columns.features);
  std::vector<double> slow(name_agreements);
  for (std::uint32_t left = 0; left < names.size(); ++left) {
    for (std::uint32_t right = left + 1; right < names.size(); ++right)
      slow[static_cast<std::size_t>(comparer.compare_one(f, left, right))] += 1;
  }
  const std::vector<double> u = chance_agreement_of(f, comparer, marks_of(table), 1);
  for (std::size_t level = 0; level < slow.size(); ++level)
    EXPECT_NEAR(u[level], (slow[level] + 0.5) / (15 + 0.5 * name_agreements), 1e-12) << level;
}

// Too few to be drawn: 2 x 30 of 120 x 119 pairs, were they all.
TEST(Frequencies, DaysWithTwoDigitsExchangedAreCounted) {
  Rows rows;
  for (int row = 0; row < 120; ++row) {
    const std::string birth = row < 30   ? "1967-04-18"
                              : row < 31 ? "1976-04-18"
                                         : std::to_string(1900 + row) + "-01-02";
    rows.push_back({"word" + std::to_string(row), birth});
  }
  const record::RecordTable table = a_table({"surname", "birth"}, rows);
  const Columns columns = columns_of(table);
  std::size_t birth = 0;
  while (columns.features[birth].column != "birth") ++birth;
  Comparer comparer(columns.features);
  double slow = 0;
  for (std::uint32_t left = 0; left < rows.size(); ++left) {
    for (std::uint32_t right = left + 1; right < rows.size(); ++right)
      slow += comparer.compare_one(birth, left, right) == exchanged_digits;
  }
  EXPECT_GE(slow, 30);
  EXPECT_NEAR(chance_agreement_of(birth, comparer, marks_of(table), 1)[exchanged_digits],
              (2 * slow + 1) / (120 * 119), 1e-4);
}

// Districts and the towns in them, a town in one district alone.
record::RecordTable towns_in_districts(std::size_t count) {
  num::Rng rng(3, "tests.link.districts");
  Rows rows;
  for (std::size_t row = 0; row < count; ++row) {
    const std::uint64_t district = rng.below(8), town = std::min(rng.below(9), rng.below(9));
    const std::string name = std::to_string(1000 * (district + 1) + 111 * town);
    rows.push_back({"district " + std::to_string(district), "town " + name, std::to_string(row)});
  }
  return a_table({"district", "town", "code"}, rows);
}

// The slow twin: every pair of records of one district, none of whom is a match.
TEST(Frequencies, WhereAnotherFieldAgreesChanceIsThatOfThePairsThatDo) {
  const record::RecordTable table = towns_in_districts(1500);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const std::size_t levels = static_cast<std::size_t>(level_count(columns.features[1].kind));
  ASSERT_EQ(columns.features[1].column, "town");
  std::vector<double> slow(levels);
  double pairs = 0;
  for (std::uint32_t left = 0; left < table.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < table.record_count(); ++right) {
      if (columns.features[0].codes[left] != columns.features[0].codes[right]) continue;
      slow[static_cast<std::size_t>(comparer.compare_one(1, left, right))] += 1;
      ++pairs;
    }
  }
  ASSERT_GT(pairs, 120000);  // twice as many as are drawn
  const std::vector<double> u = chance_agreement_given(
      columns.features, comparer, 0, 1, std::vector<double>(levels, 0.1), 0, marks_of(table), 1);
  for (std::size_t level = 0; level < levels; ++level)
    EXPECT_NEAR(u[level], slow[level] / pairs, 0.006) << level;
}

// A row more moves chance agreement by about its share of the pairs; pairs drawn anew would move it
// by what draws differ.
TEST(Frequencies, ARowMoreHardlyMovesChanceAgreement) {
  const record::RecordTable more = a_town(2001, 0);
  record::RecordTable table = more;
  for (record::Column& column : table.columns) column.codes.pop_back();
  table.list_of.pop_back();
  table.ids.pop_back();
  table.rows.pop_back();
  table.identities.pop_back();
  const Columns columns = columns_of(table), columns_more = columns_of(more);
  Comparer comparer(columns.features), comparer_more(columns_more.features);
  for (std::size_t f = 0; f < columns.features.size(); ++f) {
    const std::vector<double> u = chance_agreement_of(f, comparer, marks_of(table), 1),
                              of_more = chance_agreement_of(f, comparer_more, marks_of(more), 1);
    for (std::size_t level = 0; level < u.size(); ++level)
      EXPECT_NEAR(u[level], of_more[level], 0.01 * u[level] + 3e-6) << f << ' ' << level;
  }
}

}  // namespace
}  // namespace sanaq::link
