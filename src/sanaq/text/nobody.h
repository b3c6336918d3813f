// Words that say that nobody knows, as people write them in lists of the dead: "нет сведений",
// "unidentified male, about 30", "труп №3". Each morgue's list has them, and taken for names they
// are one person of everybody who was not known.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sanaq::text {

// Whether a cell of any column is exactly a word or phrase for nothing, in whatever case and
// script of `data/nobody_words.txt`, a sign alone ("-", "?", "…", "***"), or empty. Of what
// programs write for nothing only "NA", "NaN", "nan", "NULL", "null" and "None" are: families are
// called Na, Nan and Null.
[[nodiscard]] bool says_nothing(std::string_view cell);

// Whether a cell of a name names nobody: it says nothing, or each of its words is one that says so
// or stands beside one (a sex, an age, a number, "body"). With one further word it is a name:
// "Неизвестный Эрнст". Only listed adjectives are known in other endings, never the beginning of
// another word: "Трупов" is a family.
[[nodiscard]] bool names_nobody(std::string_view cell);

// Whether a cell that does not name nobody has a word that says so (a word or an adjective of the
// list, none that only stands beside one): "Неизвестный Эрнст". One word alone is a name.
[[nodiscard]] bool has_nobody_word(std::string_view cell);

// The same with words and phrases that an investigation adds to the list: each counts as a word
// that says that nobody knows. A phrase is known whole, in whatever case and however it is parted.
class NobodyWords {
 public:
  NobodyWords() = default;
  explicit NobodyWords(const std::vector<std::string>& own);

  [[nodiscard]] bool says_nothing(std::string_view cell) const;
  [[nodiscard]] bool names_nobody(std::string_view cell) const;
  [[nodiscard]] bool has_nobody_word(std::string_view cell) const;

 private:
  struct Found {
    bool has_own = false;
    std::vector<std::string> others;  // the words that are in no phrase of its own
  };
  [[nodiscard]] Found look_for_own(std::string_view cell) const;

  std::unordered_set<std::string> own_;  // folded, their words separated by one blank
  std::size_t longest_ = 0;              // words of the longest phrase
};

}  // namespace sanaq::text
