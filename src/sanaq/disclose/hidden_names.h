// Names that may not be read in full: of persons who are closed, and of those whose names leave
// shortened. They are looked for in what is published besides, word by word, also where a word has
// an ending of its case.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::disclose {

// The words of a text, folded, each with its place in the text.
struct TextWord {
  std::string folded;
  std::size_t begin = 0, end = 0;  // bytes
};
[[nodiscard]] std::vector<TextWord> words_of(std::string_view text);

// Returns true if a text has a word that is one of the name's, of three letters or more, in any
// case, alphabet and ending.
[[nodiscard]] bool has_word_of(std::string_view text, const std::vector<std::string>& names);

class HiddenNames {
 public:
  // `shown` stands in the place of the name.
  void add(std::string_view name, const std::string& shown);
  [[nodiscard]] bool is_empty() const { return names_.empty(); }
  // Returns true if the text is one of the names and nothing else.
  [[nodiscard]] bool is_name(std::string_view text) const;
  // Returns the text with every whole name in it replaced by what is shown of it: all words of the
  // name beside each other, in its order or with the first word last.
  [[nodiscard]] std::string without(const std::string& text) const;

 private:
  struct Name {
    std::vector<std::string> words;
    std::string shown;
  };
  [[nodiscard]] const Name* name_at(const std::vector<TextWord>& words, std::size_t at) const;

  std::vector<Name> names_;  // the longest are tried first
  std::multimap<std::string, std::size_t, std::less<>>
      by_start_;  // first letters of the first word
};

}  // namespace sanaq::disclose
