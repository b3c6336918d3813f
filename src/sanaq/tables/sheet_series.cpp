#include "sanaq/tables/sheet_series.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/tables/header_rows.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;

struct Sheet {
  std::unique_ptr<RowSource> rows;
  std::int64_t header_first = 0, header_last = 0;
  std::vector<std::size_t> place;  // of each of its columns, in the whole
  std::int64_t row_count = 0;      // rows that it has
};

class SheetSeries final : public RowSource {
 public:
  SheetSeries(std::vector<Sheet> sheets, std::vector<std::string> header)
      : sheets_(std::move(sheets)), header_(std::move(header)) {
    rewind();
  }

  bool next(std::vector<std::string_view>& cells) override {
    for (; at_ < sheets_.size(); ++at_) {
      Sheet& sheet = sheets_[at_];
      while (sheet.rows->next(own_)) {
        const std::int64_t row = sheet.rows->row();
        if (at_ > 0 && row <= sheet.header_last) continue;
        cells.clear();
        if (at_ == 0 && row == sheet.header_last) {
          cells.assign(header_.begin(), header_.end());
        } else if (at_ == 0) {
          cells.assign(own_.begin(), own_.end());
        } else {
          put_in_place(sheet, cells);
        }
        row_ = before_ + row;
        return true;
      }
      before_ += sheet.row_count;
    }
    return false;
  }
  [[nodiscard]] std::int64_t row() const override { return row_; }
  [[nodiscard]] std::int64_t done() const override {
    std::int64_t done = 0;
    for (std::size_t at = 0; at < sheets_.size() && at <= at_; ++at)
      done += sheets_[at].rows->done();
    return done;
  }
  [[nodiscard]] std::int64_t total() const override {
    std::int64_t total = 0;
    for (const Sheet& sheet : sheets_) total += sheet.rows->total();
    return total;
  }
  void rewind() override {
    for (Sheet& sheet : sheets_) sheet.rows->rewind();
    at_ = 0;
    row_ = before_ = 0;
  }
  void release() override {
    for (Sheet& sheet : sheets_) sheet.rows->release();
  }
  [[nodiscard]] std::size_t kept_bytes() const override {
    std::size_t bytes = 0;
    for (const Sheet& sheet : sheets_) bytes += sheet.rows->kept_bytes();
    return bytes;
  }
  [[nodiscard]] const SheetNotes* notes() const override {
    notes_ = {};
    std::int64_t before = 0;
    for (const Sheet& sheet : sheets_) {
      if (const SheetNotes* own = sheet.rows->notes()) add(*own, sheet, before);
      before += sheet.row_count;
    }
    return &notes_;
  }

 private:
  void put_in_place(const Sheet& sheet, std::vector<std::string_view>& cells) const {
    for (std::size_t at = 0; at < own_.size(); ++at) {
      // A cell beside the header keeps its place beside it, so that it is refused as it would be
      // on a sheet of its own.
      const std::size_t place =
          at < sheet.place.size() ? sheet.place[at] : header_.size() + at - sheet.place.size();
      if (cells.size() <= place) cells.resize(place + 1);
      if (!own_[at].empty()) cells[place] = own_[at];
    }
  }
  void add(const SheetNotes& own, const Sheet& sheet, std::int64_t before) const {
    const auto moved = [&](CellPlace place) {
      const std::size_t column = place.column == 0 ? 0 : place.column - 1;
      place.row += before;
      if (column < sheet.place.size()) place.column = sheet.place[column] + 1;
      return place;
    };
    notes_.since_1904 = notes_.since_1904 || own.since_1904;
    for (const std::int64_t row : own.hidden_rows) notes_.hidden_rows.push_back(row + before);
    for (const std::int64_t row : own.struck_rows) notes_.struck_rows.push_back(row + before);
    for (const CellPlace& place : own.without_result) notes_.without_result.push_back(moved(place));
    for (const CellPlace& place : own.errors) notes_.errors.push_back(moved(place));
    for (const MergedRange& range : own.merged)
      notes_.merged.push_back({moved(range.first), moved(range.last)});
    for (const auto& [column, times] : own.times) {
      DayTimes& all = notes_.times[moved({0, column}).column];
      all.days += times.days;
      all.in_last_minute += times.in_last_minute;
    }
  }

  std::vector<Sheet> sheets_;
  std::vector<std::string> header_;
  std::vector<std::string_view> own_;
  mutable SheetNotes notes_;
  std::size_t at_ = 0;  // the sheet that is read
  std::int64_t row_ = 0, before_ = 0;
};

std::int64_t count_rows(RowSource& rows) {
  std::vector<std::string_view> cells;
  std::int64_t count = 0;
  while (rows.next(cells)) {
    count = rows.row();
    rows.release();
  }
  rows.rewind();
  return count;
}

// Where the whole has this header; a new column at its end where it has not.
std::size_t place_of(const std::string& header, std::vector<std::string>& whole,
                     std::vector<bool>& is_taken) {
  for (std::size_t at = 0; at < whole.size(); ++at) {
    if (is_taken[at] || text::fold(whole[at]) != text::fold(header)) continue;
    is_taken[at] = true;
    return at;
  }
  whole.push_back(header);
  is_taken.push_back(true);
  return whole.size() - 1;
}

}  // namespace

std::unique_ptr<RowSource> one_after_another(const ListSource& source,
                                             std::vector<NamedSheet> named,
                                             std::vector<base::Message>& warnings) {
  std::vector<Sheet> sheets;
  std::vector<std::string> header;
  std::int64_t before = 0;
  for (NamedSheet& one : named) {
    const FoundHeader found = find_header(source, sample_of(*one.rows));
    if (found.cells.empty() || (found.is_guess && !sheets.empty())) {
      throw base::Error(
          base::Kind::bad_input,
          message("list {}: the sheet {} has no header row that is known, so that its "
                  "columns cannot be laid under those of {}; give it the same header",
                  source.name, one.name, named.front().name));
    }
    Sheet sheet{std::move(one.rows), found.first, found.last, {}, 0};
    if (sheets.empty()) {
      header = found.cells;
    } else {
      std::vector<bool> is_taken(header.size(), false);
      const std::size_t known = header.size();
      for (const std::string& cell : found.cells)
        sheet.place.push_back(place_of(cell, header, is_taken));
      for (std::size_t at = known; at < header.size(); ++at)
        warnings.push_back(message("the sheet {} has a column {} that the first sheet has not",
                                   one.name, header[at]));
      warnings.push_back(
          message("the rows of the sheet {} are numbered on: its row 1 is row {} here", one.name,
                  before + 1));
    }
    sheet.row_count = count_rows(*sheet.rows);
    before += sheet.row_count;
    sheets.push_back(std::move(sheet));
  }
  for (std::size_t at = 0; at < header.size(); ++at)
    if (sheets[0].place.size() <= at) sheets[0].place.push_back(at);
  return std::make_unique<SheetSeries>(std::move(sheets), std::move(header));
}

}  // namespace sanaq::tables
