#include "sanaq/casefile/visibility_words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/text/romanise.h"

namespace sanaq::casefile {
namespace {

// A word beyond ASCII has its spelling beside it, so that nobody waits for ICU; and it is ICU's.
void expect_spellings_of(std::span<const text::WordsSeen::Written> words) {
  for (const auto& [word, romanised] : words) {
    const bool is_ascii = std::all_of(word.begin(), word.end(), [](char letter) {
      return static_cast<unsigned char>(letter) < 0x80;
    });
    EXPECT_EQ(romanised, is_ascii ? std::string() : text::romanise(word)) << word;
  }
}

TEST(VisibilityWords, AreSpelledInLatinLettersAsAnyTextIs) {
  expect_spellings_of(names_of_visibility());
  expect_spellings_of(suspect_headers());
}

}  // namespace
}  // namespace sanaq::casefile
