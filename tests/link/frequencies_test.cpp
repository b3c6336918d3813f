#include "sanaq/link/frequencies.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(Frequencies, ChanceOfEqualityIsThatOfTheValuesAndAllLevelsAddUp) {
  Rows rows;
  for (int row = 0; row < 200; ++row)
    rows.push_back({row % 2 == 0 ? "m" : "f", "word" + std::to_string(row)});
  const Columns columns = columns_of(a_table({"sex", "surname"}, rows));
  Comparer comparer(columns.features);
  const auto chance = chance_agreement(columns.features, comparer, 1);
  for (std::size_t f = 0; f < columns.features.size(); ++f) {
    EXPECT_NEAR(std::accumulate(chance[f].begin(), chance[f].end(), 0.0), 1, 0.01);
    // sum c (c-1) / (n (n-1)) = 2 x 100 x 99 / (200 x 199)
    if (columns.features[f].column != "sex") continue;
    EXPECT_NEAR(exact_share(chance[f]), 2.0 * 100 * 99 / (200 * 199), 0.005);
  }
  EXPECT_EQ(chance, chance_agreement(columns.features, comparer, 1));
}

// Names are few: every pair is counted, and the share of each level is that of all pairs of rows.
TEST(Frequencies, OfFewNamesEveryPairIsCounted) {
  const std::vector<std::string> names = {"Serik Ozenov",  "Serik Ozenov", "Ainur Tanbaeva",
                                          "Marat Kudarov", "S. Ozenov",    "Olga Stepnova"};
  Rows rows;
  for (const std::string& name : names) rows.push_back({name, std::to_string(rows.size())});
  const Columns columns = columns_of(a_table({"name", "code"}, rows));
  std::size_t f = 0;
  while (columns.features[f].kind != Kind::name) ++f;
  Comparer comparer(columns.features);
  std::vector<double> slow(name_agreements);
  for (std::uint32_t left = 0; left < names.size(); ++left) {
    for (std::uint32_t right = left + 1; right < names.size(); ++right)
      slow[static_cast<std::size_t>(comparer.compare_one(f, left, right))] += 1;
  }
  const std::vector<double> u = chance_agreement_of(f, comparer, 1);
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
  const Columns columns = columns_of(a_table({"surname", "birth"}, rows));
  std::size_t birth = 0;
  while (columns.features[birth].column != "birth") ++birth;
  Comparer comparer(columns.features);
  double slow = 0;
  for (std::uint32_t left = 0; left < rows.size(); ++left) {
    for (std::uint32_t right = left + 1; right < rows.size(); ++right)
      slow += comparer.compare_one(birth, left, right) == exchanged_digits;
  }
  EXPECT_GE(slow, 30);
  EXPECT_NEAR(chance_agreement_of(birth, comparer, 1)[exchanged_digits],
              (2 * slow + 1) / (120 * 119), 1e-4);
}

}  // namespace
}  // namespace sanaq::link
