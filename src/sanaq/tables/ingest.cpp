#include "sanaq/tables/ingest.h"

#include <algorithm>
#include <array>
#include <future>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/tables/column_plan.h"
#include "sanaq/tables/counters.h"
#include "sanaq/tables/header_rows.h"
#include "sanaq/tables/headings.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_body.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/lost_letters.h"
#include "sanaq/tables/named_records.h"
#include "sanaq/tables/nobody_rows.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/tables/read_columns.h"
#include "sanaq/tables/reading_context.h"
#include "sanaq/tables/second_table.h"
#include "sanaq/tables/sheet_reports.h"
#include "sanaq/tables/two_digit_years.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;
using record::Column;
using record::Field;

// Cells often stand beside the header row (a column of remarks that has no header): then they are a
// column. Once in a while they are a slip, and the row is refused.
std::size_t table_width(const std::vector<std::string>& header, const SampledRows& below) {
  const std::size_t header_width = filled_width(header);
  std::vector<std::size_t> wider;
  for (const auto& row : below) {
    const std::size_t width = filled_width(row);
    if (width > header_width) wider.push_back(width);
  }
  constexpr std::size_t one_in = 10;
  const bool is_slip = wider.size() < 2 || wider.size() * one_in <= below.size();
  if (wider.empty() || (header_width > 0 && is_slip)) return header_width;
  return *std::max_element(wider.begin(), wider.end());
}

// One thread finds the cells while two others encode those found before; the codes are the same as
// with one.
void read_rows(RowSource& rows, ListBody& body, IngestedList& list, bool is_alone,
               base::Progress& progress) {
  constexpr std::int64_t rows_at_once = 4096;
  constexpr std::int64_t reported_every = 4 * rows_at_once, released_every = 16 * rows_at_once;
  constexpr std::size_t kept_bytes_max = std::size_t{64} << 20;
  progress.start(message("reading {}", list.records.lists[0].name), rows.total());
  std::array<std::future<void>, 2> encoding;
  const auto end_encoding = [&] {
    for (auto& half : encoding) {
      if (half.valid()) half.get();
    }
  };
  const auto encode = [&] {
    end_encoding();
    body.queue_waiting_rows();
    if (is_alone) return body.encode(0, 1);
    for (std::size_t half = 0; half < 2; ++half)
      encoding[half] = std::async(std::launch::async, [&, half] { body.encode(half, 2); });
  };
  std::vector<std::string_view> cells;
  while (rows.next(cells)) {
    if (rows.row() <= list.header_row) continue;
    body.add(cells, rows.row(), list);
    const bool must_release =
        rows.kept_bytes() > kept_bytes_max || list.rows_read % released_every == 0;
    if (!must_release && !body.is_full() && list.rows_read % rows_at_once != 0) continue;
    encode();
    if (must_release) {
      end_encoding();
      rows.release();
    }
    if (list.rows_read % reported_every != 0 && !must_release) continue;
    progress.advance_to(rows.done());
    progress.throw_if_stopped();
  }
  encode();
  end_encoding();
  progress.finish();
}

void report_header(const FoundHeader& header, const ColumnPlan& plan, IngestedList& list) {
  if (header.last == 0 && header.is_guess) {
    list.warnings.push_back(
        message("the first row looks like a record, so the file is read as one without a header "
                "row; its columns are called #1, #2, ...; to take a row as the header write "
                "under this list:  header_row = 1"));
  } else if (header.first != header.last) {
    list.warnings.push_back(message("the header stands in two rows, {} and {}, and is read as one",
                                    header.first, header.last));
  }
  for (const PlannedColumn& column : plan.columns) {
    if (column.field) {
      list.mapping.emplace(record::field_name(*column.field), column.header);
    } else {
      list.unmapped_headers.push_back(column.header);
    }
  }
  // That no column of names was found is said before all else.
  list.warnings.insert(list.warnings.begin(), plan.warnings.begin(), plan.warnings.end());
}

// Is the column asked for by its header, its field, or the field that it is a part of?
bool is_asked_for(const std::string& header, std::optional<Field> field,
                  const std::set<std::string>& only) {
  if (only.count(header) > 0) return true;
  if (!field) return false;
  if (only.count(std::string(record::field_name(*field))) > 0) return true;
  const std::optional<Field> whole = whole_of(*field);
  return whole && only.count(std::string(record::field_name(*whole))) > 0;
}

std::vector<bool> wanted_columns(const ListSource& source,
                                 const std::vector<PlannedColumn>& planned) {
  std::vector<bool> is_wanted;
  for (const PlannedColumn& column : planned)
    is_wanted.push_back(!source.only_columns || column.field == Field::id ||
                        is_asked_for(column.header, column.field, *source.only_columns));
  return is_wanted;
}

void drop_other_columns(const std::set<std::string>& only, std::vector<Column>& columns) {
  std::erase_if(columns, [&](const Column& column) {
    return !is_asked_for(column.header, column.field, only);
  });
}

void read_cells(IngestedList& list, const ReadingContext& context,
                const std::set<std::string>* only) {
  record::RecordTable& table = list.records;
  CellReports reports{list.bad_cells, list.doubtful_cells};
  const text::NobodyWords nobody(context.source.nobody_words);
  move_words_of_nobody(table.columns, nobody);
  for (Column& column : table.columns) read_column(column, table.rows, context, reports);
  empty_parts_of_nobody(table.columns, nobody);
  warn_of_capital_words(table.columns, list.warnings);
  read_births_by_ages(table.columns, context, reports);
  add_combined_columns(table.columns, table.rows, context, reports, only);
}

void finish_report(IngestedList& list) {
  const auto in_row_order = [](const auto& left, const auto& right) {
    return left.row < right.row;
  };
  for (auto* cells : {&list.bad_cells, &list.doubtful_cells}) {
    std::stable_sort(cells->begin(), cells->end(), in_row_order);
    for (record::BadCell& cell : *cells) cell.list = list.records.lists[0].name;
  }
  std::stable_sort(list.refused.begin(), list.refused.end(), in_row_order);
}

}  // namespace

IngestedList ingest_bytes(const ListSource& source, std::string_view bytes,
                          base::Progress& progress) {
  const std::unique_ptr<OpenedList> opened = open_list(source, bytes);
  const std::string file = base::file_name(source.path);
  const SampledRows sample = sample_of(*opened->rows);
  const FoundHeader header = find_header(source, sample);
  const auto header_end = static_cast<std::ptrdiff_t>(header.last);
  const SampledRows below(sample.begin() + header_end, sample.end());
  const ColumnPlan plan =
      plan_columns(source, header.cells, table_width(header.cells, below), below);

  IngestedList list;
  list.encoding = opened->encoding;
  list.delimiter = opened->delimiter;
  list.header_row = header.last;
  list.warnings = opened->warnings;
  const bool is_alone = (source.threads > 0 ? source.threads : base::processor_count()) == 1;
  std::future<std::string> version =
      std::async(is_alone ? std::launch::deferred : std::launch::async,
                 [&] { return base::sha256_hex(bytes); });
  list.records.lists.push_back({source.name, file, "", source.one_per_person});
  report_header(header, plan, list);
  const std::vector<bool> is_wanted = wanted_columns(source, plan.columns);
  ListBody body(source, plan.columns, is_wanted, header, bytes.size(), file);
  read_rows(*opened->rows, body, list, is_alone, progress);
  list.records.lists[0].version = version.get();
  if (list.rows_read == list.blank_rows) {
    throw Error(Kind::bad_input,
                message("{}: there are no rows under the header row {}", file, list.header_row));
  }
  list.records.columns = body.release_columns();
  tell_lost_letters(header.cells, list.header_row, list.records, list.encoding, list.warnings);
  refuse_headings({sample.begin(), sample.begin() + header_end}, list);
  list.records.list_of.assign(list.records.rows.size(), 0);
  name_records(list, source.with_identities);
  const SheetNotes* const notes = opened->rows->notes();
  if (notes != nullptr) spread_merged_cells(*notes, plan.columns, list);
  find_counters(list);
  report_table_beside(list);
  if (source.only_columns) drop_other_columns(*source.only_columns, list.records.columns);
  const ReadingContext context = {source, opened->is_spreadsheet,
                                  notes != nullptr && notes->since_1904};
  read_cells(list, context, source.only_columns ? &*source.only_columns : nullptr);
  if (notes != nullptr) report_notes(*notes, plan.columns, list);
  finish_report(list);
  return list;
}

IngestedList ingest(const ListSource& source, base::Progress& progress) {
  const base::MappedFile file(source.path);
  return ingest_bytes(source, file.bytes(), progress);
}

}  // namespace sanaq::tables
