#include "sanaq/splink/letter_distance.h"

#include <gtest/gtest.h>

#include <bit>

#include "sanaq/link/distances.h"
#include "sanaq/num/rng.h"
#include "sanaq/text/edit_distance.h"

namespace sanaq::splink {
namespace {

std::vector<std::uint8_t> word(num::Rng& rng, std::size_t most) {
  std::vector<std::uint8_t> letters(rng.below(most + 1));
  for (std::uint8_t& letter : letters) letter = static_cast<std::uint8_t>(1 + rng.below(4));
  return letters;
}

std::u32string slow(const std::vector<std::uint8_t>& letters) {
  return {letters.begin(), letters.end()};
}

TEST(LetterDistance, IsWhatTheSlowTwinsSay) {
  num::Rng rng(5, "tests.link.letter_distance");
  LetterPlaces places;
  for (int round = 0; round < 20000; ++round) {
    const std::size_t most = round % 50 == 0 ? 64 : 9;
    const auto a = word(rng, most), b = word(rng, most);
    places.set(b);
    ASSERT_EQ(static_cast<std::size_t>(levenshtein(a, places)),
              text::levenshtein(slow(a), slow(b)));
    ASSERT_EQ(is_one_edit(a, b), text::levenshtein(slow(a), slow(b)) <= 1);
    for (const int bound : {1, 2, 3})
      ASSERT_EQ(damerau_at_most(a, places, bound),
                text::damerau_levenshtein(slow(a), slow(b)) <= static_cast<std::size_t>(bound));
    ASSERT_EQ(jaro(a, places), text::jaro(slow(a), slow(b)));
    if (a.empty() || b.empty()) continue;
    ASSERT_EQ(jaro_winkler(a, places), link::jaro_winkler(slow(a), slow(b)));
  }
}

TEST(LetterDistance, NeededLettersNeverShutOutAPairThatReachesTheBound) {
  num::Rng rng(6, "tests.link.needed_letters");
  const NeededLetters needed(0.88, true, ValueFacts::most_letters);
  LetterPlaces places;
  int reached = 0, shut_out = 0;
  for (int round = 0; round < 20000; ++round) {
    auto a = word(rng, 8), b = rng.below(2) ? a : word(rng, 8);
    if (a.empty()) continue;
    b.push_back(1);
    places.set(b);
    std::size_t common = 0, prefix = 0;
    for (std::uint8_t letter = 1; letter <= 4; ++letter)
      common += static_cast<std::size_t>(
          std::min(std::count(a.begin(), a.end(), letter), std::count(b.begin(), b.end(), letter)));
    while (prefix < 4 && prefix < a.size() && a[prefix] == b[prefix]) ++prefix;
    const bool open = common >= needed.needed(a.size(), b.size(), prefix);
    if (jaro_winkler(a, places) >= 0.88) {
      ++reached;
      ASSERT_TRUE(open);
    }
    shut_out += !open;
  }
  EXPECT_GT(reached, 1000);
  EXPECT_GT(shut_out, 1000);
}

}  // namespace
}  // namespace sanaq::splink
