// The tables of /model, for its page and to keep.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::workspace {

struct ModelTable {
  std::string name;   // in an address: "levels"
  std::string title;  // in the reader's language
  std::string note;   // what its columns mean; may be empty
  std::vector<std::string> headers;
  std::size_t words = 1;  // so many of the first columns are words, the others numbers
  // Texts as a reader is shown them; numbers as the language writes them.
  std::vector<std::vector<std::string>> rows;
};

// levels: m, u and the weight of each level. rules: how many pairs each found. values: the most
// frequent values of each compared column. lost: how many matches are expected that no rule found.
// unreached: records that no rule compares with another, by list. rounds: how the model was learnt.
// A table without rows is left out.
[[nodiscard]] std::vector<ModelTable> model_tables(const draw::Voice& voice,
                                                   const investigation::Outcome& outcome);

struct FrequentValue {
  std::string column, value;
  std::int64_t records = 0;
  double share = 0;  // of the records that say anything
};
inline constexpr std::size_t frequent_values_told = 12;
[[nodiscard]] std::vector<FrequentValue> frequent_values(const investigation::Outcome& outcome);

}  // namespace sanaq::workspace
