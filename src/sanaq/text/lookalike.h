// Words that a reader takes for another word: a slip of the pen, another alphabet's letters, a
// spelling in Latin letters.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

// What the eye keeps of a word: no case, no accents, no spaces, signs or invisible characters, and
// one letter for all that look alike (Unicode's confusables, UTS 39). Texts that look the same have
// the same.
[[nodiscard]] std::u32string seen_letters(std::string_view text);

// Words that texts are held against, with what the eye keeps of each: worked out once.
class WordsSeen {
 public:
  // In Latin letters as romanise() writes it; empty: it is asked.
  struct Written {
    std::string_view word, romanised = {};
  };
  struct Word {
    std::u32string written, romanised;
  };
  explicit WordsSeen(std::span<const Written> words);
  [[nodiscard]] const std::vector<Word>& all() const { return words_; }

 private:
  std::vector<Word> words_;
};

// True where `text`, all of it written together, could be one of `words` written badly: one letter
// too many, missing, wrong or swapped with its neighbour in a word of five to seven letters, two in
// a longer one. Romanised spellings count.
[[nodiscard]] bool looks_like_one(std::string_view text, const WordsSeen& words);

// The same of any word of it; or where it holds one of six letters or more (two, where each sign is
// a word of its own).
[[nodiscard]] bool looks_like_part(std::string_view text, const WordsSeen& words);

}  // namespace sanaq::text
