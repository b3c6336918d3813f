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

// None for what is no sentence; a term above 200 years is a slip of the pen.
[[nodiscard]] std::optional<Sentence> read_sentence(std::string_view cell);
// The one way to write it: 5y6m, never 66m.
[[nodiscard]] std::string sentence_text(const Sentence& sentence);

}  // namespace sanaq::casefile
