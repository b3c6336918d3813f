// Words for "nobody knows" that no word list has, suspected because of how they behave.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/record_table.h"

namespace sanaq::persons {

struct SuspectedName {
  std::string name;  // as read
  std::int64_t rows = 0;
};

// Returns the names that are on this one list far more often than the frequencies of their words
// explain (p < 10^-6, five rows or more), and whose words are in no other name than such ones. The
// count is compared with a Poisson distribution. Its mean is the number of rows times the product
// of the words' shares in the other rows (each with half a row more, after Jeffreys), plus how
// often on average this list repeats its other names. A single word is suspected only if most names
// have two or more.
[[nodiscard]] std::vector<SuspectedName> suspected_names(const record::RecordTable& list);

// Returns the same records with these names read as nothing, on every list.
[[nodiscard]] record::RecordTable without_names(record::RecordTable records,
                                                const std::set<std::string>& names);

// Returns the line of TOML `nobody = ["…", "…"]`.
[[nodiscard]] std::string nobody_line(const std::vector<std::string>& words);

// Returns the warning about a list, with the line to paste: below a new [words], or, if the
// settings have words already (`has_words`), in place of theirs.
[[nodiscard]] base::Message suspicion(const SuspectedName& suspected, const std::string& line,
                                      bool has_words);

// Returns the natural log of P(X >= count), X being Poisson with this mean.
[[nodiscard]] double log_poisson_tail(std::int64_t count, double mean);

}  // namespace sanaq::persons
