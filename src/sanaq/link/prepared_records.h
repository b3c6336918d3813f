// The records of a linking, made ready once: in their own order, as columns with values that can be
// compared, with what reviewers decided of them. Nothing here changes while they are linked.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/options.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/link/pattern_counts.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Records are numbered by their place in `order`. Refers to the table and the options, which must
// live as long. Throws Error{bad_input} for a label whose records cannot be found.
struct PreparedRecords {
  PreparedRecords(const record::RecordTable& of, const Options& by);
  PreparedRecords(const PreparedRecords&) = delete;
  PreparedRecords& operator=(const PreparedRecords&) = delete;

  // Is there anything to compare?
  [[nodiscard]] bool has_pairs() const { return !columns.features.empty() && order.size() >= 2; }

  const record::RecordTable& table;
  const Options& options;
  const std::vector<std::uint32_t> order;  // indices into the table
  const PairSpace space;
  const Columns columns;                     // records that are left out are not linkable
  const Comparer comparer;                   // what is known of values; each thread has its own
  const Options binding;                     // decisions, and labels as decisions
  const std::vector<KnownPair> known_pairs;  // of the labels
};

// That nothing can be compared, or some records cannot be linked; and which values the options hold
// for one.
[[nodiscard]] std::vector<base::Message> warnings_of(const PreparedRecords& records);

}  // namespace sanaq::link
