#include "sanaq/tables/ingest.h"

#include <algorithm>
#include <array>
#include <future>
#include <optional>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/record/identity.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/columns.h"
#include "sanaq/tables/dictionary.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/lost_letters.h"
#include "sanaq/tables/no_person_rows.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/tables/read_columns.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;
using record::Column;
using record::Field;

// The first rows as they are, to find the header row and the width.
std::vector<std::vector<std::string>> sample_of(RowSource& rows) {
  std::vector<std::vector<std::string>> sample;
  std::vector<std::string_view> cells;
  std::size_t bytes = 0;
  while (sample.size() < sampled_rows && bytes < sampled_bytes && rows.next(cells)) {
    sample.emplace_back();
    for (const std::string_view cell : cells) {
      sample.back().emplace_back(trimmed(cell));
      bytes += sizeof(std::string) + cell.size();
    }
    rows.release();
  }
  rows.rewind();
  return sample;
}

std::size_t filled_width(const std::vector<std::string>& row) {
  std::size_t width = row.size();
  while (width > 0 && row[width - 1].empty()) --width;
  return width;
}

// Cells often stand beside the header row (a column of remarks that has no header): then they are a
// column. Once in a while they are a slip, and the row is refused.
std::size_t table_width(const std::vector<std::vector<std::string>>& sample,
                        std::size_t header_row) {
  const std::size_t header_width = filled_width(sample[header_row]);
  std::vector<std::size_t> wider;
  for (std::size_t at = header_row + 1; at < sample.size(); ++at) {
    const std::size_t width = filled_width(sample[at]);
    if (width > header_width) wider.push_back(width);
  }
  constexpr std::size_t one_in = 10;
  if (wider.size() < 2 || wider.size() * one_in < sample.size() - header_row) return header_width;
  return *std::max_element(wider.begin(), wider.end());
}

// The rows under the header, sorted into records, blank rows and refused rows.
class Body {
 public:
  // `is_wanted`: of each planned column, whether its cells are kept.
  Body(const std::vector<PlannedColumn>& planned, const std::vector<bool>& is_wanted,
       const std::vector<std::string>& header, std::uint64_t file_bytes, std::string file)
      : header_(header), width_(planned.size()), file_bytes_(file_bytes), file_(std::move(file)) {
    for (std::size_t at = 0; at < planned.size(); ++at) {
      if (!is_wanted[at]) continue;
      columns_.push_back({planned[at].header, planned[at].field, {}, {}, {}});
      places_.push_back(at);
    }
    dictionaries_.resize(columns_.size());
  }

  void add(std::vector<std::string_view>& cells, std::int64_t row, IngestedList& list) {
    ++list.rows_read;
    std::size_t width = 0;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      cells[at] = trimmed(cells[at]);
      if (cells[at].empty()) continue;
      width = at + 1;
      ++filled_;
      text_bytes_ += cells[at].size();
    }
    if (width == 0) {
      ++list.blank_rows;
    } else if (width > width_) {
      list.refused.push_back(
          {row, message("it has more cells than the header row, so that nobody can say which cell "
                        "is what; quote the cells that hold the delimiter")});
    } else if (repeats_header(cells)) {
      list.refused.push_back({row, message("it repeats the header row")});
    } else if (auto why = why_no_person(cells, row == list.header_row + 1)) {
      list.refused.push_back({row, std::move(*why)});
    } else {
      cells.resize(width_);
      for (const std::size_t place : places_) waiting_.push_back(cells[place]);
      list.records.rows.push_back(row);
      ++rows_;
    }
  }

  // As many rows wait as are worth encoding at once.
  [[nodiscard]] bool is_full() const {
    constexpr std::size_t cells_at_once = std::size_t{1} << 20;
    return waiting_.size() >= cells_at_once;
  }

  // What the cells took so far, against what the file has of bytes. No row may be encoded
  // meanwhile. Throws Error{bad_input} beyond limits.h.
  void check_limits() const {
    const std::uint64_t cells = rows_ * columns_.size();
    if (cells > cells_freely && filled_ < cells / filled_one_in) {
      throw Error(Kind::bad_input,
                  message("{}: a table of {} columns that is nearly empty: {} of {} million cells "
                          "hold something; take out the columns that have nothing under them",
                          file_, columns_.size(), filled_, cells / 1'000'000));
    }
    std::uint64_t distinct_bytes = 0;
    for (const Dictionary& dictionary : dictionaries_) distinct_bytes += dictionary.value_bytes();
    const bool is_large =
        distinct_bytes > distinct_bytes_freely && distinct_bytes > distinct_ratio_max * file_bytes_;
    const bool is_long =
        text_bytes_ > text_bytes_freely && text_bytes_ > text_ratio_max * file_bytes_;
    if (!is_large && !is_long) return;
    throw Error(Kind::bad_input,
                message("{}: the texts of its cells come to more than {} MB, from a file of {} kB; "
                        "no list is like that, so look at it in a spreadsheet program",
                        file_, (is_large ? distinct_bytes : text_bytes_) >> 20, file_bytes_ >> 10));
  }

  // The rows that wait are the next to be encoded; what was to be encoded must be.
  void take_waiting() {
    check_limits();
    encoding_.clear();
    waiting_.swap(encoding_);
  }

  // Columns first, first + step, ..., some rows at a time: each dictionary stays in the cache for
  // the while.
  void encode(std::size_t first, std::size_t step) {
    constexpr std::size_t rows_at_once = 128;
    const std::size_t width = columns_.size(), rows = width == 0 ? 0 : encoding_.size() / width;
    for (std::size_t row = 0; row < rows; row += rows_at_once) {
      for (std::size_t at = first; at < width; at += step)
        dictionaries_[at].codes_of(encoding_.data() + row * width + at, width,
                                   std::min(rows_at_once, rows - row), columns_[at].codes);
    }
  }

  [[nodiscard]] std::vector<Column> take_columns() {
    for (std::size_t at = 0; at < columns_.size(); ++at)
      columns_[at].values = dictionaries_[at].take_values();
    return std::move(columns_);
  }

 private:
  [[nodiscard]] bool repeats_header(const std::vector<std::string_view>& cells) const {
    if (header_.size() < 2) return false;
    for (std::size_t at = 0; at < header_.size(); ++at) {
      if ((at < cells.size() ? cells[at] : std::string_view()) != header_[at]) return false;
    }
    return true;
  }

  const std::vector<std::string>& header_;
  std::size_t width_;
  std::uint64_t file_bytes_;
  std::string file_;
  std::uint64_t rows_ = 0, filled_ = 0, text_bytes_ = 0;
  std::vector<Column> columns_;
  std::vector<std::size_t> places_;  // of each column in a row
  std::vector<Dictionary> dictionaries_;
  std::vector<std::string_view> waiting_, encoding_;  // cells of whole rows, of the columns
};

// One thread finds the cells while two others encode those found before; the codes are the same as
// with one.
void read_rows(RowSource& rows, Body& body, IngestedList& list, bool is_alone,
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
    body.take_waiting();
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

void report_mapping(const ColumnPlan& plan, IngestedList& list) {
  for (const PlannedColumn& column : plan.columns) {
    if (column.field) {
      list.mapping.emplace(record::field_name(*column.field), column.header);
    } else {
      list.unmapped_headers.push_back(column.header);
    }
  }
  list.warnings.insert(list.warnings.end(), plan.warnings.begin(), plan.warnings.end());
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

void read_cells(IngestedList& list, bool is_spreadsheet, const std::set<std::string>* only) {
  record::RecordTable& table = list.records;
  for (Column& column : table.columns)
    read_column(column, table.rows, is_spreadsheet, list.bad_cells);
  add_combined_columns(table.columns, table.rows, list.bad_cells, only);
  std::stable_sort(list.bad_cells.begin(), list.bad_cells.end(),
                   [](const BadCell& left, const BadCell& right) { return left.row < right.row; });
  for (BadCell& cell : list.bad_cells) cell.list = table.lists[0].name;
}

}  // namespace

IngestedList ingest_bytes(const ListSource& source, std::string_view bytes,
                          base::Progress& progress) {
  const std::unique_ptr<OpenedList> opened = open_list(source, bytes);
  const std::string file = base::file_name(source.path);
  const std::vector<std::vector<std::string>> sample = sample_of(*opened->rows);
  const std::size_t header_row = header_row_for(source, sample);
  std::vector<std::string> header = sample[header_row];
  header.resize(filled_width(header));
  const ColumnPlan plan = plan_columns(source, header, table_width(sample, header_row));

  IngestedList list;
  list.encoding = opened->encoding;
  list.delimiter = opened->delimiter;
  list.header_row = static_cast<std::int64_t>(header_row) + 1;
  list.warnings = opened->warnings;
  const bool is_alone = (source.threads > 0 ? source.threads : base::processor_count()) == 1;
  std::future<std::string> version =
      std::async(is_alone ? std::launch::deferred : std::launch::async,
                 [&] { return base::sha256_hex(bytes); });
  list.records.lists.push_back({source.name, file, "", source.one_per_person});
  report_mapping(plan, list);
  Body body(plan.columns, wanted_columns(source, plan.columns), header, bytes.size(), file);
  read_rows(*opened->rows, body, list, is_alone, progress);
  list.records.lists[0].version = version.get();
  if (list.rows_read == list.blank_rows) {
    throw Error(Kind::bad_input,
                message("{}: there are no rows under the header row {}", file, list.header_row));
  }
  list.records.columns = body.take_columns();
  tell_lost_letters(header, list.header_row, list.records, list.encoding, list.warnings);
  list.records.list_of.assign(list.records.rows.size(), 0);
  name_records(list, source.with_identities);
  if (source.only_columns) drop_other_columns(*source.only_columns, list.records.columns);
  read_cells(list, opened->is_spreadsheet, source.only_columns ? &*source.only_columns : nullptr);
  return list;
}

IngestedList ingest(const ListSource& source, base::Progress& progress) {
  const base::MappedFile file(source.path);
  return ingest_bytes(source, file.bytes(), progress);
}

}  // namespace sanaq::tables
