#include "sanaq/link/quick_levels.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

struct Told {
  std::size_t told = 0, all = 0;
};

// Of every two values of the feature that differ: what is told is what the letters say.
Told compare_with_letters(const Columns& columns, const std::string& name) {
  Told count;
  const QuickLevels quick(columns.features);
  for (std::size_t f = 0; f < columns.features.size(); ++f) {
    const Feature& feature = columns.features[f];
    if (feature.column != name) continue;
    for (std::uint32_t left = 1; left < feature.values.size(); ++left) {
      for (std::uint32_t right = 1; right < feature.values.size(); ++right) {
        if (left == right) continue;
        const int level = quick.level(f, left, right);
        ++count.all;
        if (level == QuickLevels::unknown) continue;
        ++count.told;
        EXPECT_EQ(level, fuzzy_level(feature, left, right))
            << feature.values[left] << ' ' << feature.values[right];
      }
    }
  }
  return count;
}

std::string slip(std::string word, std::string_view letters, num::Rng& rng) {
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

TEST(QuickLevels, NamesAreTheLettersLevelsOrUnknown) {
  num::Rng rng(1, "tests.link.quick_levels");
  constexpr std::string_view letters = "abcdefghijklmnoprstuvz";
  Rows rows;
  for (int row = 0; row < 700; ++row) {
    std::string given, family;
    for (std::uint64_t at = 0; at < 3 + rng.below(7); ++at) given += letters[rng.below(9)];
    for (std::uint64_t at = 0; at < 3 + rng.below(7); ++at)
      family += letters[rng.below(letters.size())];
    if (row % 20 == 0) given += '.';
    if (row % 30 == 0) given = "anna " + given;
    if (row % 31 == 0) given = "william";
    if (row % 32 == 0) given = "bill";
    rows.push_back({given, family});
    if (row % 2 == 0)
      rows.push_back({slip(slip(given, letters, rng), letters, rng),
                      slip(slip(family, letters, rng), letters, rng)});
  }
  const Columns columns = columns_of(a_table({"given", "family"}, rows));
  const Told given = compare_with_letters(columns, "given"),
             family = compare_with_letters(columns, "family");
  ASSERT_GT(given.all, 300000u);
  EXPECT_GT(given.told, given.all / 8);
  EXPECT_GT(family.told, family.all / 2);
}

TEST(QuickLevels, DaysAreTheLettersLevelsOrUnknown) {
  num::Rng rng(2, "tests.link.quick_levels");
  Rows rows;
  const auto two = [](std::uint64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  for (int row = 0; row < 900; ++row) {
    const std::uint64_t year = 1940 + rng.below(30), month = 1 + rng.below(12),
                        day = 1 + rng.below(28);
    std::string date = std::to_string(year);
    if (row % 10 != 0) date += "-" + two(month);
    if (row % 10 > 1) date += "-" + two(day);
    rows.push_back({"name" + std::to_string(row % 50), date});
  }
  const Columns columns = columns_of(a_table({"family", "birth"}, rows));
  const Told birth = compare_with_letters(columns, "birth");
  ASSERT_GT(birth.all, 300000u);
  EXPECT_GT(birth.told, birth.all / 2);
}

TEST(QuickLevels, TheValuesOfARecordStandSideBySide) {
  const Columns columns = columns_of(a_town(40, 10));
  const QuickLevels quick(columns.features);
  for (std::uint32_t record = 0; record < columns.features[0].codes.size(); ++record) {
    for (std::size_t f = 0; f < columns.features.size(); ++f)
      ASSERT_EQ(quick.codes(record)[f], columns.features[f].codes[record]);
  }
}

}  // namespace
}  // namespace sanaq::link
