// A sentence of a court as tables write it: 7y, 5y6m, 18m, 30d, suspended 2y, life, none.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::casefile {

struct Sentence {
  int months = 0;  // years are twelve of them
  int days = 0;    // beside the months
  bool is_suspended = false;
  bool is_life = false;
  [[nodiscard]] bool is_none() const { return months == 0 && days == 0 && !is_life; }
  bool operator==(const Sentence&) const = default;
};

// Returns nullopt for anything else, and for a term above 200 years, which is taken for a typing
// error.
[[nodiscard]] std::optional<Sentence> read_sentence(std::string_view cell);
// Returns the canonical text: 5y6m, never 66m.
[[nodiscard]] std::string sentence_text(const Sentence& sentence);

}  // namespace sanaq::casefile
