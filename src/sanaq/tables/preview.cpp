#include "sanaq/tables/preview.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/tables/column_plan.h"
#include "sanaq/tables/header_rows.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/tables/sample.h"
#include "sanaq/tables/workbook.h"

namespace sanaq::tables {
namespace {

constexpr std::size_t text_bytes_read = std::size_t{4} << 20;
constexpr std::size_t rows_shown = 10, rows_below_header = 2;
constexpr std::size_t cells_shown = 200, cell_bytes_shown = 400;

ListSource bare(const ListSource& source) { return {.name = source.name, .path = source.path}; }

// What a reader of the screen sees of a cell; a letter is never cut in two.
std::string shortened(const std::string& cell) {
  if (cell.size() <= cell_bytes_shown) return cell;
  std::size_t end = cell_bytes_shown;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) --end;
  return cell.substr(0, end) + "…";
}

void show_row(const SampledRows& sample, std::size_t at, Preview& out) {
  PreviewRow row{static_cast<std::int64_t>(at) + 1, {}};
  const std::size_t width = std::min(filled_width(sample[at]), cells_shown);
  for (std::size_t cell = 0; cell < width; ++cell) row.cells.push_back(shortened(sample[at][cell]));
  out.rows.push_back(std::move(row));
}

void show_rows(const SampledRows& sample, Preview& out) {
  const auto first = static_cast<std::size_t>(std::max<std::int64_t>(out.header_first, 1)) - 1;
  const auto end = static_cast<std::size_t>(out.header_last) + rows_below_header;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (at < rows_shown || (at >= first && at < end)) show_row(sample, at, out);
  }
}

void show_columns(const ListSource& source, const FoundHeader& header, const SampledRows& below,
                  Preview& out) {
  ListSource guessing = bare(source);
  const ColumnPlan guessed = plan_columns(guessing, header.cells, below);
  for (const PlannedColumn& column : guessed.columns)
    out.columns.push_back({column.header, column.field, std::nullopt});
  const ColumnPlan planned = plan_columns(source, header.cells, below);
  for (std::size_t at = 0; at < planned.columns.size(); ++at)
    out.columns[at].field = planned.columns[at].field;
}

// Every step may find that the settings do not fit the file: what was found before stays.
void look(const ListSource& source, OpenedList& opened, std::string_view bytes, Preview& out,
          base::Progress& progress) {
  const SampledRows sample = sample_of(*opened.rows);
  const auto refuse = [&](const base::Error& error) {
    if (error.kind() != base::Kind::bad_input) throw error;
    if (!out.refused) out.refused = error.message();
  };
  FoundHeader header;
  try {
    header = find_header(source, sample);
  } catch (const base::Error& error) {
    refuse(error);
    show_rows(sample, out);
    return;
  }
  out.header_first = header.first;
  out.header_last = header.last;
  show_rows(sample, out);
  if (out.refused) return;
  try {
    const auto below = sample.begin() + static_cast<std::ptrdiff_t>(header.last);
    show_columns(source, header, {below, sample.end()}, out);
    ListSource first = source;
    first.rows_most = previewed_rows;
    first.with_identities = false;
    out.read = ingest_bytes(first, bytes, progress);
    out.warnings = out.read->warnings;
  } catch (const base::Error& error) {
    refuse(error);
  }
}

}  // namespace

std::string_view beginning_of_table(std::string_view bytes) {
  if (bytes.size() <= text_bytes_read || bytes.starts_with("PK")) return bytes;
  const std::string_view first = bytes.substr(0, text_bytes_read);
  const std::size_t end = first.find_last_of('\n');
  // In UTF-16 a line ends with two bytes, of which one is zero.
  if (end == first.npos || first.substr(0, 4096).find('\0') != first.npos) return first;
  return first.substr(0, end + 1);
}

Preview preview(const ListSource& source, std::string_view bytes, base::Progress& progress) {
  const std::string_view first = beginning_of_table(bytes);
  Preview out;
  std::unique_ptr<OpenedList> opened;
  try {
    opened = open_list(source, first);
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::bad_input) throw;
    // Another sheet or encoding can be chosen, if the file is a table at all.
    opened = open_list(bare(source), first);
    out.refused = error.message();
  }
  if (opened->workbook) out.sheets = opened->workbook->names();
  out.sheets_read = opened->sheets;
  out.encoding = opened->encoding;
  out.delimiter = opened->delimiter;
  out.is_spreadsheet = opened->is_spreadsheet;
  out.warnings = opened->warnings;
  look(source, *opened, first, out, progress);
  return out;
}

}  // namespace sanaq::tables
