// What is known of a person: each value with the records that say it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/casefile/statement.h"
#include "sanaq/workspace/persons_at_hand.h"

namespace sanaq::workspace {

struct KnownValue {
  std::string written;                 // as the cell has it
  std::string read;                    // how it was read, where that is not what stands there
  std::vector<std::uint32_t> records;  // that say so
  // Of them, those whose cell somebody mended: the mending, with the cell as the file has it.
  std::vector<const persons::MendingHeld*> mended;
};
struct KnownColumn {
  std::string column;              // a FIELD, or the header of a column of a list
  std::vector<KnownValue> values;  // what most records say first
};

// In the order of the columns. Names of the case file are among the records.
[[nodiscard]] std::vector<KnownColumn> known_of(const investigation::Outcome& outcome,
                                                const persons::Person& person);

// Returns what the case file says of the person, or in which it names the person, in its order. It
// goes by the names and records that its cells have.
[[nodiscard]] std::vector<const casefile::Statement*> said_of(const PersonsAtHand& all,
                                                              const persons::Person& person);

// Whether a record is a name of the case file.
[[nodiscard]] bool is_of_case_file(const investigation::Outcome& outcome, std::uint32_t record);

}  // namespace sanaq::workspace
