// Codes and what they are called in each language; the built-in ones and the investigation's own.
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

  // Adds codes or changes labels, from an investigation's vocabulary.csv. Problem where a label
  // stands under another code of that table already: a swapped label would turn likely into
  // unlikely; and for the words of visibility, which are fixed.
  base::Result<bool> add(const Term& term);

  // In which language its Problems name labels: "en" unless told otherwise. It changes nothing that
  // is read.
  void speak(std::string_view language) { language_ = language; }

  // The code that a cell means: the code itself, with trailing zeros or without the leading zero
  // that a spreadsheet ate, or a label in any language (an accent on е may lack, and a woman may be
  // оправдана). A Problem names the nearest label, or all of a short list; nothing is guessed.
  [[nodiscard]] base::Result<std::string> read(std::string_view table, std::string_view cell) const;

  // The label in "en", "ru" or "kk"; the code itself where there is none.
  [[nodiscard]] std::string label(std::string_view table, std::string_view code,
                                  std::string_view language) const;
  // All of a table, separated by commas, in the language that it speaks; empty for one too long to
  // read.
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

// How many letters (bytes) must change to make one text the other.
[[nodiscard]] std::size_t letters_changed(std::string_view left, std::string_view right);

}  // namespace sanaq::casefile
