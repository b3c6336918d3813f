// Records side by side: the columns of their lists as rows.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/record/record_table.h"
#include "sanaq/workspace/review_letters.h"

namespace sanaq::workspace {

struct ComparedCell {
  std::string text;   // as the list has it; "" if it says nothing
  std::string latin;  // the same in Latin letters, if it has others
  std::string read;   // what was read, where that says more: "from 1 to 31 December 2011"
};

struct ComparedRow {
  std::string title;  // in the reader's language; of a column of the user's own, its header
  Likeness likeness = Likeness::same;
  std::vector<ComparedCell> cells;  // one for each record
};

// Returns the whole name, then every other column of which at least one of these records says
// something. Dates are held against each other as intervals, ages too; anything else by what was
// read, whatever its case. What one says and another does not is `one_sided`.
[[nodiscard]] ComparedRow whole_names(const record::RecordTable& records,
                                      const std::vector<std::uint32_t>& shown,
                                      const draw::Voice& voice);
[[nodiscard]] std::vector<ComparedRow> compared_columns(const record::RecordTable& records,
                                                        const std::vector<std::uint32_t>& shown,
                                                        const draw::Voice& voice);

}  // namespace sanaq::workspace
