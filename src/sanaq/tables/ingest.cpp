#include "sanaq/tables/ingest.h"

#include <algorithm>
#include <array>
#include <future>
#include <set>

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

// What the first rows tell before any record is read.
struct Layout {
  SampledRows above;  // the header and what stands above it
  FoundHeader header;
  ColumnPlan plan;
};

Layout layout_of(const ListSource& source, RowSource& rows) {
  SampledRows above = sample_of(rows);
  FoundHeader header = find_header(source, above);
  const auto end = above.begin() + static_cast<std::ptrdiff_t>(header.last);
  const SampledRows below(end, above.end());
  above.erase(end, above.end());
  ColumnPlan plan = plan_columns(source, header.cells, below);
  return {std::move(above), std::move(header), std::move(plan)};
}

// One thread finds the cells while two others encode those found before; the codes are the same as
// with one.
void read_rows(const ListSource& source, RowSource& rows, ListBody& body, IngestedList& list,
               bool is_alone, base::Progress& progress) {
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
    if (list.rows_read == source.rows_most) break;
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

// The list before its rows are read: what its file is, and which columns it has.
IngestedList list_with(const ListSource& source, const OpenedList& opened, const Layout& layout) {
  IngestedList list;
  list.encoding = opened.encoding;
  list.delimiter = opened.delimiter;
  list.header_row = layout.header.last;
  list.warnings = opened.warnings;
  list.records.lists.push_back(
      {source.name, base::file_name(source.path), "", source.one_per_person});
  report_header(layout.header, layout.plan, list);
  return list;
}

// All rows, their cells as written; the file is hashed meanwhile.
void read_records(const ListSource& source, std::string_view bytes, RowSource& rows,
                  const Layout& layout, IngestedList& list, base::Progress& progress) {
  const std::string& file = list.records.lists[0].file;
  const bool is_alone = (source.threads > 0 ? source.threads : base::processor_count()) == 1;
  std::future<std::string> version =
      std::async(is_alone ? std::launch::deferred : std::launch::async,
                 [&] { return source.rows_most > 0 ? "" : base::sha256_hex(bytes); });
  ListBody body(source, layout.plan.columns, layout.header, bytes.size(), file);
  read_rows(source, rows, body, list, is_alone, progress);
  list.records.lists[0].version = version.get();
  if (list.rows_read == list.blank_rows) {
    throw Error(Kind::bad_input,
                message("{}: there are no rows under the header row {}", file, list.header_row));
  }
  list.records.columns = body.release_columns();
}

void drop_columns_not_asked_for(const ColumnPlan& plan, std::vector<Column>& columns) {
  std::set<std::string_view> others;
  for (const PlannedColumn& column : plan.columns) {
    if (!column.is_asked_for) others.insert(column.header);
  }
  std::erase_if(columns, [&](const Column& column) { return others.count(column.header) > 0; });
}

void read_cells(IngestedList& list, const ReadingContext& context,
                const std::vector<MendedCell>& mended) {
  record::RecordTable& table = list.records;
  CellReports reports{list.bad_cells, list.doubtful_cells};
  const text::NobodyWords nobody(context.source.nobody_words);
  move_words_of_nobody(table.columns, nobody);
  for (Column& column : table.columns) read_column(column, table.rows, context, reports, mended);
  empty_parts_of_nobody(table.columns, nobody);
  warn_of_capital_words(table.columns, list.warnings);
  read_births_by_ages(table.columns, context, reports);
  const auto& only = context.source.only_columns;
  add_combined_columns(table.columns, table.rows, context, reports, only ? &*only : nullptr);
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
  const Layout layout = layout_of(source, *opened->rows);
  IngestedList list = list_with(source, *opened, layout);
  read_records(source, bytes, *opened->rows, layout, list, progress);
  tell_lost_letters(layout.header.cells, list.header_row, list.records, list.encoding,
                    list.warnings);
  refuse_headings(layout.above, list);
  list.records.list_of.assign(list.records.rows.size(), 0);
  name_records(list, source.with_identities);
  std::vector<MendedCell> mended;
  if (source.mend) mended = source.mend(list.records);
  const SheetNotes* const notes = opened->rows->notes();
  if (notes != nullptr) spread_merged_cells(*notes, layout.plan.columns, list);
  find_counters(list);
  report_table_beside(list);
  drop_columns_not_asked_for(layout.plan, list.records.columns);
  read_cells(list, {source, opened->is_spreadsheet, notes != nullptr && notes->since_1904}, mended);
  if (notes != nullptr) report_notes(*notes, layout.plan.columns, list);
  finish_report(list);
  return list;
}

IngestedList ingest(const ListSource& source, base::Progress& progress) {
  const base::MappedFile file(source.path);
  return ingest_bytes(source, file.bytes(), progress);
}

}  // namespace sanaq::tables
