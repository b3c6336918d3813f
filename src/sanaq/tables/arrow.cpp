#include "sanaq/tables/arrow.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/base/utf8_letter.h"
#include "sanaq/tables/arrow_rows.h"
#include "sanaq/tables/arrow_table.h"
#include "sanaq/tables/ingest_rows.h"

namespace sanaq::tables {
namespace {

constexpr std::size_t rows_between_stops = 4096;

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const base::Utf8Letter letter = base::first_letter(text);
    if (!letter.is_whole) return false;
    text.remove_prefix(letter.size);
  }
  return true;
}

// Each distinct text is looked at once.
void expect_utf8(const record::RecordTable& records) {
  for (const record::Column& column : records.columns) {
    const auto bad = std::ranges::find_if_not(column.values, is_utf8);
    if (bad == column.values.end()) continue;
    const auto code = static_cast<std::uint32_t>(bad - column.values.begin());
    const auto at = std::ranges::find(column.codes, code) - column.codes.begin();
    throw base::Error(base::Kind::bad_input,
                      base::message("{}, row {}, column {}: this text is not UTF-8; decode it by "
                                    "its own encoding first",
                                    records.lists[0].file,
                                    records.rows[static_cast<std::size_t>(at)], column.header));
  }
}

}  // namespace

IngestedList ingest_arrow(const ListSource& source, ArrowArrayStream* stream,
                          base::Progress& progress) {
  ListSource with_header = source;
  if (!with_header.header_row) with_header.header_row = 1;
  ArrowRows rows(stream, source.path.empty() ? source.name : source.path);
  OpenedRows opened;
  opened.rows = &rows;
  opened.encoding = "UTF-8";
  opened.check_texts = &expect_utf8;
  return ingest_rows(with_header, opened, progress);
}

record::PlainTable from_arrow(const std::string& name, ArrowArrayStream* stream,
                              base::Progress& progress) {
  ArrowRows rows(stream, name);
  record::PlainTable table;
  std::vector<std::string_view> cells;
  rows.next(cells);
  std::vector<record::CodedTexts> columns(cells.size());
  for (const std::string_view header : cells) table.columns.push_back({std::string(header), {}});
  std::vector<std::unordered_map<std::string, std::uint32_t>> codes(cells.size());
  while (rows.next(cells)) {
    if (table.rows++ % rows_between_stops == 0) progress.throw_if_stopped();
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (!is_utf8(cells[at]))
        throw base::Error(base::Kind::bad_input,
                          base::message("{}, row {}, column {}: this text is not UTF-8; decode it "
                                        "by its own encoding first",
                                        name, rows.row(), table.columns[at].name));
      const auto code = static_cast<std::uint32_t>(columns[at].texts.size());
      const auto [found, is_new] = codes[at].try_emplace(std::string(cells[at]), code);
      if (is_new) columns[at].texts.emplace_back(cells[at]);
      columns[at].codes.push_back(found->second);
    }
    rows.release();
  }
  for (std::size_t at = 0; at < columns.size(); ++at)
    table.columns[at].values = std::move(columns[at]);
  return table;
}

void to_arrow(std::shared_ptr<const record::PlainTable> table, ArrowArrayStream* out) {
  export_table(std::move(table), out);
}

}  // namespace sanaq::tables
