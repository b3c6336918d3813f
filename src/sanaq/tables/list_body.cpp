#include "sanaq/tables/list_body.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/no_person_rows.h"

namespace sanaq::tables {

using base::Error;
using base::Kind;
using base::message;
using record::Column;

ListBody::ListBody(const ListSource& source, const std::vector<PlannedColumn>& planned,
                   const FoundHeader& header, std::uint64_t file_bytes, std::string file)
    : source_(source),
      header_(header),
      width_(planned.size()),
      header_width_(filled_width(header.cells)),
      file_bytes_(file_bytes),
      file_(std::move(file)) {
  for (std::size_t at = 0; at < planned.size(); ++at) {
    if (!planned[at].is_read()) continue;
    columns_.push_back({planned[at].header, planned[at].field, {}, {}, {}});
    places_.push_back(at);
  }
  dictionaries_.resize(columns_.size());
}

void ListBody::add(std::vector<std::string_view>& cells, std::int64_t row, IngestedList& list) {
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
  } else if (is_skipped(row)) {
    list.refused.push_back({row, message("the settings say that it is no record (skip_rows)")});
  } else if (width > width_) {
    list.refused.push_back(
        {row, message("it has more cells than the header row, so that nobody can say which cell "
                      "is what; quote the cells that hold the delimiter")});
  } else if (repeats_header(cells)) {
    list.refused.push_back({row, message("it repeats the header row")});
  } else if (auto why = why_no_person(cells, row == header_.last + 1)) {
    list.refused.push_back({row, std::move(*why)});
  } else {
    cells.resize(width_);
    for (const std::size_t place : places_) waiting_.push_back(cells[place]);
    list.records.rows.push_back(row);
    ++rows_;
  }
}

bool ListBody::is_full() const {
  constexpr std::size_t cells_at_once = std::size_t{1} << 20;
  return waiting_.size() >= cells_at_once;
}

// What the cells took so far, against what the file has of bytes. No row may be encoded meanwhile.
void ListBody::check_limits() const {
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

void ListBody::queue_waiting_rows() {
  check_limits();
  encoding_.clear();
  waiting_.swap(encoding_);
}

void ListBody::encode(std::size_t first, std::size_t step) {
  constexpr std::size_t rows_at_once = 128;
  const std::size_t width = columns_.size(), rows = width == 0 ? 0 : encoding_.size() / width;
  for (std::size_t row = 0; row < rows; row += rows_at_once) {
    for (std::size_t at = first; at < width; at += step)
      dictionaries_[at].codes_of(encoding_.data() + row * width + at, width,
                                 std::min(rows_at_once, rows - row), columns_[at].codes);
  }
}

std::vector<Column> ListBody::release_columns() {
  for (std::size_t at = 0; at < columns_.size(); ++at)
    columns_[at].values = dictionaries_[at].release_values();
  return std::move(columns_);
}

bool ListBody::repeats_header(const std::vector<std::string_view>& cells) const {
  if (header_width_ < 2) return false;
  for (std::size_t at = 0; at < header_width_; ++at) {
    if ((at < cells.size() ? cells[at] : std::string_view()) != header_.cells[at]) return false;
  }
  return true;
}

bool ListBody::is_skipped(std::int64_t row) const {
  return !source_.skip_rows.empty() && std::find(source_.skip_rows.begin(), source_.skip_rows.end(),
                                                 row) != source_.skip_rows.end();
}

}  // namespace sanaq::tables
