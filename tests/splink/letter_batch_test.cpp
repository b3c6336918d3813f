#include "sanaq/splink/letter_batch.h"

#include <gtest/gtest.h>

#include "sanaq/num/rng.h"
#include "sanaq/splink/letter_distance.h"

namespace sanaq::splink {
namespace {

// Texts of 1 to `longest` letters of a small alphabet, so that many letters are in common.
void expect_as_one_by_one(std::size_t longest, std::size_t count) {
  num::Rng rng(4, "tests.link.letter_batch", longest * 1000 + count);
  std::vector<std::string> words{""};
  for (std::size_t at = 0; at < 400; ++at) {
    std::string word;
    for (std::size_t letters = 1 + rng.below(longest); letters > 0; --letters)
      word += "abcde"[rng.below(5)];
    words.push_back(word);
  }
  words.push_back(std::string(longest, 'a'));
  words.push_back("a" + std::string(15, 'b'));  // the stride is 16
  const ValueFacts facts(words);
  ASSERT_EQ(facts.stride, 16u);
  const std::uint64_t last = longest < 16 ? 401 : 402;
  std::vector<TextPair> pairs;
  for (std::size_t at = 0; at < count; ++at) {
    const auto left = static_cast<std::uint32_t>(1 + rng.below(last)),
               right = static_cast<std::uint32_t>(1 + rng.below(last));
    pairs.push_back({facts.letters(left), facts.letters(right), facts.signatures[left].length,
                     facts.signatures[right].length});
  }
  std::vector<std::uint8_t> edits(count);
  std::vector<double> like(count), winkler(count);
  levenshtein_of(pairs, edits.data());
  jaro_of(pairs, like.data());
  jaro_winkler_of(pairs, winkler.data());
  LetterPlaces places;
  for (std::size_t at = 0; at < count; ++at) {
    const Letters left{pairs[at].left, pairs[at].left_length};
    places.set({pairs[at].right, pairs[at].right_length});
    ASSERT_EQ(edits[at], levenshtein(left, places));
    ASSERT_EQ(like[at], jaro(left, places));
    ASSERT_EQ(winkler[at], jaro_winkler(left, places));
  }
}

TEST(LetterBatch, GivesTheNumbersThatComeOneByOne) {
  for (const std::size_t longest : {1, 2, 3, 7, 8, 9, 15, 16}) {
    for (const std::size_t count : {1, 15, 16, 17, 64, 65, 1000})
      expect_as_one_by_one(longest, count);
  }
}

TEST(LetterBatch, OfNoPairsThereIsNothingToSay) {
  levenshtein_of({}, nullptr);
  jaro_winkler_of({}, nullptr);
}

}  // namespace
}  // namespace sanaq::splink
