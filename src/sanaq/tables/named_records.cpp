#include "sanaq/tables/named_records.h"

#include <algorithm>
#include <unordered_map>

#include "sanaq/record/identity.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {
namespace {

using base::message;
using record::Column;
using record::Field;

// How often each value of the id column stands in the list; none where there is no such column.
std::vector<std::uint32_t> id_counts(const Column& ids) {
  std::vector<std::uint32_t> counts(ids.values.size());
  for (const std::uint32_t code : ids.codes) ++counts[code];
  return counts;
}

void warn_of_ids(const Column& ids, const std::vector<std::uint32_t>& counts,
                 std::vector<base::Message>& warnings) {
  const auto repeated = std::count_if(counts.begin() + 1, counts.end(),
                                      [](std::uint32_t count) { return count > 1; });
  if (repeated > 0) {
    warnings.push_back(
        message("{} values of the id column {} stand in more than one row; these rows are told "
                "apart by their other cells",
                repeated, ids.header));
  }
  if (counts[0] > 0)
    warnings.push_back(
        message("{} rows have no value in the id column {}; they are known by their cells",
                counts[0], ids.header));
}

// The cells that make a record what it is: those of the fields or, where no column is a field, all.
class FingerprintCells {
 public:
  explicit FingerprintCells(const std::vector<Column>& columns) {
    for (const Column& column : columns) {
      if (column.field) used_.push_back(&column);
    }
    std::sort(used_.begin(), used_.end(),
              [](const Column* left, const Column* right) { return *left->field < *right->field; });
    if (!used_.empty()) return;
    for (const Column& column : columns) used_.push_back(&column);
  }
  [[nodiscard]] const record::MappedCells& of(std::size_t record) {
    cells_.clear();
    for (const Column* column : used_) {
      const std::string& text = column->values[column->codes[record]];
      cells_.emplace_back(
          column->field ? record::field_name(*column->field) : std::string_view(column->header),
          text);
    }
    return cells_;
  }

 private:
  std::vector<const Column*> used_;
  record::MappedCells cells_;
};

}  // namespace

void name_records(IngestedList& list, bool with_identities) {
  record::RecordTable& table = list.records;
  const Column* ids = table.find(Field::id);
  std::vector<std::uint32_t> counts;
  if (ids != nullptr) {
    counts = id_counts(*ids);
    warn_of_ids(*ids, counts, list.warnings);
  }
  record::Identities identities(table.lists[0].name);
  FingerprintCells cells(table.columns);
  std::unordered_map<std::string, std::size_t> occurrences;  // by the first occurrence's identity
  table.ids.reserve(table.rows.size());
  if (with_identities) table.identities.reserve(table.rows.size());
  for (std::size_t record = 0; record < table.rows.size(); ++record) {
    const std::uint32_t code = ids == nullptr ? 0 : ids->codes[record];
    table.ids.push_back(code == 0 ? std::to_string(table.rows[record]) : ids->values[code]);
    if (!with_identities) continue;
    if (code != 0 && counts[code] == 1) {
      table.identities.push_back(identities.of_id(ids->values[code]));
      continue;
    }
    std::string identity = identities.of_cells(cells.of(record), 1);
    const std::size_t occurrence = ++occurrences[identity];
    table.identities.push_back(occurrence == 1 ? std::move(identity)
                                               : identities.of_cells(cells.of(record), occurrence));
  }
}

}  // namespace sanaq::tables
