#include "sanaq/link/level_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

// Every row with all rows after it, but for pairs that are dropped: what Comparer says of them.
void expect_what_comparer_says(const Columns& columns) {
  Comparer comparer(columns.features), slow(columns.features);
  LevelRows rows(comparer);
  const std::size_t features = columns.features.size(), count = columns.features[0].codes.size();
  std::vector<std::uint32_t> records;
  for (std::uint32_t at = 0; at < count; ++at)
    records.push_back((at * 7 + 3) % static_cast<std::uint32_t>(count));
  rows.lay_out(records);
  for (std::size_t row = 0; row + 1 < count; ++row) {
    const RowRun run{row, row + 1, count};
    std::vector<std::uint32_t> fields(count - row - 1 + row_padding);
    for (std::size_t at = 0; at < fields.size(); at += 5) fields[at] = dropped_pair;
    const std::span<const std::uint64_t> levels = rows.find(run, fields).levels;
    for (std::size_t at = 0; at < count - row - 1; ++at) {
      if (fields[at] == dropped_pair) continue;
      std::array<std::int8_t, 32> expected{}, found{};
      slow.compare(records[row], records[row + 1 + at], expected.data());
      unpack_levels(levels[at], features, found.data());
      ASSERT_EQ(found, expected) << records[row] << ' ' << records[row + 1 + at];
      ASSERT_EQ(levels[at], pack_levels(expected.data(), features));
    }
  }
}

// Levels that only letters tell stay open where something stands for them.
TEST(LevelRows, WhatOnlyLettersTellMayStayOpen) {
  const Columns columns = columns_of(
      a_table({"family", "town"}, {{"aaaa", "x"}, {"aaab", "y"}, {"zzzzzzz", "x"}, {"aaaa", "y"}}));
  Comparer comparer(columns.features);
  LevelRows rows(comparer, {4, no_level});
  const std::vector<std::uint32_t> records{0, 1, 2, 3}, fields(3 + row_padding);
  rows.lay_out(records);
  const LevelRows::Found found = rows.find({0, 1, 4}, fields);
  EXPECT_EQ(std::vector<std::uint32_t>(found.open.begin(), found.open.end()),
            (std::vector<std::uint32_t>{1, 0, 0}));
  EXPECT_EQ(found.levels[0] & 15U, 4u);
  EXPECT_EQ(comparer.closed(found.levels[0], found.open[0], 0, 1) & 15U,
            static_cast<std::uint64_t>(comparer.compare_one(0, 0, 1)));
}

std::string slip(std::string word, std::string_view letters, num::Rng& rng) {
  if (word.empty()) return word;
  const std::size_t at = rng.below(word.size());
  const char letter = letters[rng.below(letters.size())];
  switch (rng.below(4)) {
    case 0:
      word[at] = letter;
      return word;
    case 1:
      return word.erase(at, 1);
    case 2:
      return word.insert(at, 1, letter);
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
      return word;
  }
}

std::string two_digits(std::uint64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

TEST(LevelRows, OfNamesAndTownsAreWhatComparerSays) {
  num::Rng rng(1, "tests.link.level_rows");
  constexpr std::string_view letters = "abcdefghijklmnoprstuvz";
  Rows rows;
  for (int row = 0; row < 150; ++row) {
    std::vector<std::string> cells(4);
    for (std::string& cell : cells) {
      for (std::uint64_t at = 0; at < 2 + rng.below(9); ++at) cell += letters[rng.below(9)];
    }
    if (row % 20 == 0) cells[0] += '.';
    if (row % 25 == 0) cells[0] = "anna " + cells[0];
    if (row % 31 == 0) cells[0] = "william";
    if (row % 30 == 0) cells[0] = "bill";
    if (row % 11 == 0) cells[row % 4] = "";
    cells[3] = row % 3 == 0 ? "m" : "f";
    rows.push_back(cells);
    if (row % 2 == 0) continue;
    rows.push_back(cells);
    for (std::size_t cell = 0; cell < 3; ++cell)
      rows.back()[cell] = slip(slip(cells[cell], letters, rng), letters, rng);
    if (row % 5 == 0) std::swap(rows.back()[0], rows.back()[1]);
  }
  const Columns columns = columns_of(a_table({"given", "family", "town", "sex"}, rows));
  ASSERT_EQ(columns.features.size(), 4u);
  expect_what_comparer_says(columns);
}

// Days a few digits apart, and dates that are less than a day or none.
TEST(LevelRows, OfDatesAreWhatComparerSays) {
  num::Rng rng(2, "tests.link.level_rows");
  Rows rows;
  for (int row = 0; row < 500; ++row) {
    std::string date = std::to_string(1969 + rng.below(14));
    if (row % 17 != 0) date += "-" + two_digits(1 + rng.below(12));
    if (row % 17 > 1) date += "-" + two_digits(1 + rng.below(28));
    if (row % 40 == 0) date = "";
    rows.push_back({"name" + std::to_string(row % 50), date});
  }
  expect_what_comparer_says(columns_of(a_table({"family", "birth"}, rows)));
}

TEST(LevelRows, OfWholeNamesAndCodesAreWhatComparerSays) {
  num::Rng rng(3, "tests.link.level_rows");
  Rows rows;
  for (int row = 0; row < 120; ++row) {
    const std::string name =
        std::string(row % 2 == 0 ? "Serik " : "Marat ") + (row % 3 == 0 ? "Ozenov" : "Kudarov");
    rows.push_back(
        {slip(name, "aoe", rng), std::to_string(100000 + rng.below(400)),
         slip(name.substr(0, row % 7 == 0 ? 1 : 5) + std::to_string(rng.below(30)), "abc", rng) +
             (row % 4 == 0   ? "@mail.net"
              : row % 5 == 0 ? ""
                             : "@x.org")});
  }
  const Columns columns = columns_of(a_table({"name", "passport", "email"}, rows));
  EXPECT_TRUE(std::any_of(columns.features.begin(), columns.features.end(),
                          [](const Feature& feature) { return feature.kind == Kind::email; }));
  expect_what_comparer_says(columns);
}

}  // namespace
}  // namespace sanaq::link
