// Whether a file that arrives is a newer copy of a list that is there.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::investigation {

struct Resemblance {
  std::string list;
  std::int64_t alike = 0;         // rows of the new file that stand on the list word for word
  std::int64_t rows = 0;          // rows of the new file
  bool has_same_bytes = false;    // it is the list's file
  bool has_same_columns = false;  // both have the same headers
};

// Compares the records of `incoming`, which has one list, with those of each list of `known`, in
// the columns that both have. Returns the lists of which two in five of the new rows, and three at
// least, stand there word for word, or whose file it is; the most alike first.
[[nodiscard]] std::vector<Resemblance> resembling_lists(const record::RecordTable& incoming,
                                                        const record::RecordTable& known);

}  // namespace sanaq::investigation
