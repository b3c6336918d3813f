#include "sanaq/investigation/table_sort.h"

#include <algorithm>
#include <set>
#include <vector>

#include "sanaq/casefile/schema.h"
#include "sanaq/record/field.h"
#include "sanaq/tables/header_rows.h"
#include "sanaq/tables/headers.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/tables/sample.h"

namespace sanaq::investigation {
namespace {

constexpr std::size_t header_rows_looked_at = 20;

using Row = std::vector<std::string>;

std::size_t cells_in(const Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }));
}

std::size_t fields_in(const Row& row) {
  std::set<record::Field> fields;
  for (const std::string& cell : row) {
    if (const auto field = tables::field_of_header(cell)) fields.insert(*field);
  }
  return fields.size();
}

std::size_t columns_in(const casefile::TableForm& form, const Row& row) {
  std::set<std::string_view> columns;
  for (const std::string& cell : row) {
    if (const casefile::Column* column = casefile::column_with_header(form, cell))
      columns.insert(column->name);
  }
  return columns.size();
}

}  // namespace

TableSort sort_of_table(std::string_view bytes, const std::string& file) {
  const tables::ListSource source{.name = file, .path = file};
  const auto opened = tables::open_list(source, bytes);
  const tables::SampledRows rows = tables::sample_of(*opened->rows);
  TableSort best;
  const Row header = tables::find_header(source, rows).cells;
  best.columns = cells_in(header);
  best.known = fields_in(header);
  for (const casefile::TableForm& form : casefile::all_forms()) {
    for (std::size_t at = 0; at < std::min(rows.size(), header_rows_looked_at); ++at) {
      const std::size_t known = columns_in(form, rows[at]);
      if (known > best.known) best = {std::string(form.kind), cells_in(rows[at]), known};
    }
  }
  return best;
}

}  // namespace sanaq::investigation
