#include "sanaq/text/edit_distance.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace sanaq::text {
namespace {

std::u32string short_text() {
  const auto length = static_cast<std::size_t>(*rc::gen::inRange(0, 7));
  std::u32string text;
  for (std::size_t at = 0; at < length; ++at)
    text += static_cast<char32_t>(U'a' + *rc::gen::inRange(0, 3));
  return text;
}

// The definition written out, without a table: a slow twin.
std::size_t slow_levenshtein(std::u32string_view left, std::u32string_view right) {
  if (left.empty() || right.empty()) return std::max(left.size(), right.size());
  if (left[0] == right[0]) return slow_levenshtein(left.substr(1), right.substr(1));
  return 1 +
         std::min({slow_levenshtein(left.substr(1), right), slow_levenshtein(left, right.substr(1)),
                   slow_levenshtein(left.substr(1), right.substr(1))});
}

TEST(EditDistance, KnowsTheTextbookCases) {
  EXPECT_EQ(levenshtein(U"kitten", U"sitting"), 3u);
  EXPECT_EQ(levenshtein(U"Мәкен", U"Мекен"), 1u);
  EXPECT_EQ(levenshtein("kitten", "sitting"), 3u);
  EXPECT_EQ(levenshtein("Мөлдір", "Молдір"), 2u);     // bytes
  EXPECT_EQ(damerau_levenshtein(U"ca", U"abc"), 2u);  // optimal string alignment says 3
  EXPECT_EQ(damerau_levenshtein(U"31", U"123"), 2u);
  EXPECT_EQ(damerau_levenshtein(U"Құрманов", U"Құрмаонв"), 1u);
  EXPECT_NEAR(jaro(U"MARTHA", U"MARHTA"), 0.9444444, 1e-6);
  EXPECT_NEAR(jaro(U"DIXON", U"DICKSONX"), 0.7666667, 1e-6);
}

RC_GTEST_PROP(EditDistance, LevenshteinEqualsItsDefinition, ()) {
  const std::u32string left = short_text(), right = short_text();
  RC_ASSERT(levenshtein(left, right) == slow_levenshtein(left, right));
}

RC_GTEST_PROP(EditDistance, SwapsOnlyShortenAndTheTriangleHolds, ()) {
  const std::u32string a = short_text(), b = short_text(), c = short_text();
  RC_ASSERT(damerau_levenshtein(a, b) <= levenshtein(a, b));
  RC_ASSERT(damerau_levenshtein(a, b) == damerau_levenshtein(b, a));
  RC_ASSERT(damerau_levenshtein(a, c) <= damerau_levenshtein(a, b) + damerau_levenshtein(b, c));
}

}  // namespace
}  // namespace sanaq::text
