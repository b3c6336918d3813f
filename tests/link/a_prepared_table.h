// A table, its records as a linking prepares them, and who works on them.
#pragma once
#include <algorithm>
#include <utility>

#include "link/a_table.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

struct PreparedTable {
  explicit PreparedTable(record::RecordTable of, Options by = {}, int threads = 1)
      : table(std::move(of)),
        options(std::move(by)),
        records(table, options),
        crew(records.comparer, threads, silent, met) {}

  // Where a record of the table stands among the prepared ones.
  std::uint32_t place(std::uint32_t record) const {
    return static_cast<std::uint32_t>(
        std::find(records.order.begin(), records.order.end(), record) - records.order.begin());
  }

  record::RecordTable table;
  Options options;
  base::Progress silent;
  PreparedRecords records;
  std::vector<MetNames> met;
  Crew crew;
};

// Each list's records as the table has them, `second` of them moved to a list of its own; neither
// has anybody twice.
inline record::RecordTable on_two_lists(record::RecordTable table,
                                        const std::vector<std::uint32_t>& second) {
  table.lists[0].one_per_person = true;
  table.lists.push_back(
      {.name = "second", .file = "second.csv", .version = "", .one_per_person = true});
  for (const std::uint32_t record : second) table.list_of[record] = 1;
  return table;
}

}  // namespace sanaq::link
