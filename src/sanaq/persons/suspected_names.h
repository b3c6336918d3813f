// Words for "nobody knows" that are on no list of such words, suspected by how they behave.
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

// Names that stand on this one list far more often than the frequencies of their words explain
// (p < 10^-6, five rows or more), and whose words stand in no other name but such ones. The count
// expected is Poisson: rows times the product of the words' shares in the other rows (each with
// half a row more, after Jeffreys), and as many again as this list repeats its other names on
// average. A single word is suspected only where most names have two or more.
[[nodiscard]] std::vector<SuspectedName> suspected_names(const record::RecordTable& list);

// The same records with these names read as nothing, whatever the list.
[[nodiscard]] record::RecordTable without_names(record::RecordTable records,
                                                const std::set<std::string>& names);

// `nobody = ["…", "…"]`, as TOML has it.
[[nodiscard]] std::string nobody_line(const std::vector<std::string>& words);

// Said of the list, with the line to paste: below a new [words] or, where the settings have words
// already, in place of theirs.
[[nodiscard]] base::Message suspicion(const SuspectedName& suspected, const std::string& line,
                                      bool has_words);

// log P(X >= count) for a Poisson count.
[[nodiscard]] double log_poisson_tail(std::int64_t count, double mean);

}  // namespace sanaq::persons
