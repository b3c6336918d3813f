#include "sanaq/link/letter_bounds.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"

namespace sanaq::link {
namespace {

// The bounds hold for every two of many words, and are not idle.
TEST(LetterBounds, NoTwoWordsAreNearerThanTheirLettersAllow) {
  const Columns columns = columns_of(a_town(120, 40));
  int told = 0;
  for (const Feature& feature : columns.features) {
    for (std::uint32_t left = 1; left < feature.values.size(); left += 3) {
      for (std::uint32_t right = left + 1; right < feature.values.size(); right += 5) {
        const std::u32string &a = feature.letters[left], &b = feature.letters[right];
        const LetterBounds bounds(feature, left, right);
        const int edits = osa_distance(a, b, 20);
        EXPECT_LE(static_cast<int>(bounds.least_edits()), edits);
        EXPECT_GE(bounds.most_jaro_winkler(a, b) + 1e-12, jaro_winkler(a, b));
        EXPECT_EQ(edits_up_to_two(feature, left, right), std::min(edits, 3));
        told += bounds.least_edits() > 2;
      }
    }
  }
  EXPECT_GT(told, 100);
}

}  // namespace
}  // namespace sanaq::link
