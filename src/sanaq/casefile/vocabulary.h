// Codes and their names in each language: the built-in ones and the investigation's own.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/result.h"

namespace sanaq::casefile {

struct Term {
  std::string table, code;
  std::array<std::string, 3> labels;  // en, ru, kk
};

class Vocabulary {
 public:
  Vocabulary();  // the built-in codes

  // Adds a code or changes labels, from an investigation's vocabulary.csv. Returns a Problem if a
  // label is already that of another code of the table, since a swapped label would turn likely
  // into unlikely; and for the words of visibility, which are fixed.
  base::Result<bool> add(const Term& term);

  // Sets the language in which its Problems name labels; it is "en" by default. It does not change
  // what is read.
  void speak(std::string_view language) { language_ = language; }

  // Returns the code that a cell means. The cell may have the code itself, with trailing zeros or
  // without the leading zero that a spreadsheet removed, or a label in any language (an accent on е
  // may be missing, and a woman may be оправдана). A Problem names the nearest label, or all of a
  // short list; nothing is guessed.
  [[nodiscard]] base::Result<std::string> read(std::string_view table, std::string_view cell) const;

  // Returns the label in "en", "ru" or "kk", and the code itself if there is none.
  [[nodiscard]] std::string label(std::string_view table, std::string_view code,
                                  std::string_view language) const;
  // Returns all labels of a table, separated by commas, in the language set by speak(); "" if there
  // are too many to read.
  [[nodiscard]] std::string all_labels(std::string_view table) const;
  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }

 private:
  [[nodiscard]] const Term* find(std::string_view table, std::string_view code) const;
  [[nodiscard]] std::string nearest_label(std::string_view table, std::string_view cell) const;
  [[nodiscard]] std::string shown(const Term& term) const;
  [[nodiscard]] base::Problem no_such_word(std::string_view table, std::string_view cell) const;

  std::vector<Term> terms_;
  std::string language_ = "en";
};

// Returns how many bytes must change to make one text the other.
[[nodiscard]] std::size_t letters_changed(std::string_view left, std::string_view right);

}  // namespace sanaq::casefile
