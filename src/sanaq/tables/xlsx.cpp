#include "sanaq/tables/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/refused_sheet.h"
#include "sanaq/tables/sheet_number.h"
#include "sanaq/tables/text_arena.h"
#include "sanaq/tables/workbook.h"
#include "sanaq/tables/xlsx_parts.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;
using office::XmlReader;

// What the cells of all sheets lean on.
struct Book {
  office::Archive archive;
  std::string file;
  WorkbookPart workbook;
  SharedTexts texts;
  Styles styles;
  std::int32_t origin = 0;  // the day before day 1
};

std::string iso_day(std::int32_t number) {
  const record::Day day = record::day_from_number(number);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

// 18.17.4.1: day 60 of the first system is the 29 February 1900 that never was, so that the days
// before it are one less far from the origin.
std::int32_t day_of_serial(std::int32_t origin, double serial, bool since_1904) {
  constexpr double day_that_never_was = 60;
  const auto whole = static_cast<std::int32_t>(std::floor(serial));
  return origin + whole + (!since_1904 && serial < day_that_never_was ? 1 : 0);
}

// The letters of a reference such as AB12; 0 where there are none, columns_max + 1 beyond a sheet.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char letter : reference) {
    if (letter < 'A' || letter > 'Z') continue;
    column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
    if (column > columns_max) return columns_max + 1;
  }
  return column;
}

// Of a reference such as AB12.
CellPlace place_of(std::string_view reference) {
  const std::size_t digits = reference.find_first_of("0123456789");
  const std::size_t row = digits == reference.npos ? 0 : whole_number(reference.substr(digits));
  return {row > sheet_rows_max ? 0 : static_cast<std::int64_t>(row), column_of(reference)};
}

// 18.3: rows and cells. A cell or row without a reference follows the one before it.
class XlsxRows final : public RowSource {
 public:
  // `part`: none where the workbook names a sheet that is not there; it has no rows.
  XlsxRows(const Book& book, std::optional<std::size_t> part) : book_(book), part_(part) {
    rewind();
  }

  bool next(std::vector<std::string_view>& cells) override {
    cells.clear();
    if (given_ == filled_ && !find_filled_row()) return false;
    // Empty rows before a filled one are given; behind the last there are none.
    if (++given_ == filled_) cells.assign(row_cells_.begin(), row_cells_.end());
    return true;
  }
  [[nodiscard]] std::int64_t row() const override { return static_cast<std::int64_t>(given_); }
  [[nodiscard]] std::int64_t done() const override {
    return xml_ ? static_cast<std::int64_t>(xml_->position()) : 0;
  }
  [[nodiscard]] std::int64_t total() const override {
    return part_ ? static_cast<std::int64_t>(book_.archive.parts()[*part_].bytes) : 0;
  }
  void rewind() override {
    xml_.reset();
    if (part_) xml_.emplace(read_part_xml(book_.archive, *part_, book_.file));
    given_ = filled_ = row_ = elements_ = 0;
    arena_.clear();
    notes_ = {};
    notes_.since_1904 = book_.workbook.since_1904;
  }
  [[nodiscard]] const SheetNotes* notes() const override { return &notes_; }
  void release() override {
    if (given_ == filled_) arena_.clear();
  }
  [[nodiscard]] std::size_t kept_bytes() const override { return arena_.kept_bytes(); }

 private:
  // Reads on to the next row that holds something: filled_ and row_cells_.
  bool find_filled_row() {
    if (!xml_) return false;
    for (;;) {
      switch (xml_->next()) {
        case XmlReader::Piece::start:
          start(xml_->name());
          break;
        case XmlReader::Piece::text:
          if (is_value_) value_ += xml_->text();
          text_.characters(xml_->text());
          if (value_.size() > cell_bytes_max || text_.text().size() > cell_bytes_max)
            refuse_large_cell(book_.file);
          break;
        case XmlReader::Piece::end:
          text_.end(xml_->name());
          if (xml_->name() == "v") is_value_ = false;
          if (xml_->name() == "c") end_cell();
          if (xml_->name() == "sheetData") {
            read_merged();
            xml_.reset();
            return false;
          }
          if (xml_->name() != "row" || row_cells_.empty()) break;
          filled_ = row_;
          note_row();
          return true;
        case XmlReader::Piece::done:
          xml_.reset();
          return false;
      }
    }
  }

  void start(std::string_view name) {
    if (++elements_ > elements_between_cells_max) refuse_foreign();
    if (name == "row") {
      start_row();
    } else if (name == "c") {
      start_cell();
    }
    is_value_ = name == "v";
    has_formula_ = has_formula_ || name == "f";
    text_.start(name);
  }
  void end_cell() {
    const std::string_view text = cell_text();
    // An empty text is a result, and has the type of a text.
    if (has_formula_ && type_ != "str" && text.empty()) notes_.without_result.push_back(place());
    if (type_ == "e") notes_.errors.push_back(place());
    if (!text.empty()) is_row_struck_ = is_row_struck_ && book_.styles.is_struck(style_);
    put(text);
  }
  [[nodiscard]] CellPlace place() const { return {static_cast<std::int64_t>(row_), column_}; }
  void note_row() {
    const auto row = static_cast<std::int64_t>(row_);
    if (is_row_hidden_) notes_.hidden_rows.push_back(row);
    if (is_row_struck_) notes_.struck_rows.push_back(row);
  }
  // 18.3.1.55, behind the rows: which cells are one. What follows is not ours.
  void read_merged() {
    for (elements_ = 0; elements_ < elements_between_cells_max; ++elements_) {
      const XmlReader::Piece piece = xml_->next();
      if (piece == XmlReader::Piece::done) return;
      if (piece == XmlReader::Piece::end && xml_->name() == "mergeCells") return;
      if (piece != XmlReader::Piece::start || xml_->name() != "mergeCell") continue;
      const std::string range(xml_->attribute("ref"));
      const std::size_t colon = range.find(':');
      if (colon == range.npos) continue;
      const MergedRange merged = {place_of(std::string_view(range).substr(0, colon)),
                                  place_of(std::string_view(range).substr(colon + 1))};
      if (merged.first.row > 0 && merged.last.row > merged.first.row)
        notes_.merged.push_back(merged);
    }
  }
  void start_row() {
    elements_ = 0;
    const std::string_view said = xml_->attribute("r");
    const std::size_t before = row_;
    row_ = said.empty() ? before + 1 : whole_number(said);
    column_ = row_bytes_ = 0;
    row_cells_.clear();
    const std::string_view hidden = xml_->attribute("hidden");
    is_row_hidden_ = hidden == "1" || hidden == "true";
    is_row_struck_ = true;
    if (row_ > sheet_rows_max) refuse_beyond();
    if (row_ <= before) {
      throw Error(Kind::bad_input, message("{}: row {} stands behind row {}; open the file in a "
                                           "spreadsheet program and save it again",
                                           book_.file, row_, before));
    }
  }
  void start_cell() {
    elements_ = 0;
    const std::size_t column = column_of(xml_->attribute("r"));
    column_ = column == 0 ? column_ + 1 : column;
    if (row_ < 1 || column_ > columns_max) refuse_beyond();
    type_ = xml_->attribute("t");
    style_ = whole_number(xml_->attribute("s"));
    value_.clear();
    text_.clear();
    has_formula_ = false;
  }
  // Stays valid until release().
  [[nodiscard]] std::string_view cell_text() {
    if (type_ == "s") {
      const std::size_t number = whole_number(value_, book_.texts.size());
      if (number >= book_.texts.size()) refuse_damaged_sheet(book_.file);
      return book_.texts[number];
    }
    if (type_ == "inlineStr") return arena_.keep(decoded_xstring(text_.text()));
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "d") return arena_.keep(std::string_view(value_).substr(0, value_.find('T')));
    if (type_ == "str") return arena_.keep(decoded_xstring(value_));
    if (type_ == "e") return arena_.keep(value_);
    double number = 0;
    const char* const end = value_.data() + value_.size();
    if (const auto read = std::from_chars(value_.data(), end, number);
        read.ec != std::errc{} || read.ptr != end)
      return arena_.keep(value_);
    // 2958465 is 9999-12-31, the last day that a spreadsheet knows.
    if (book_.styles.is_date(style_) && number >= 1 && number < 2958466) {
      note_time(number - std::floor(number));
      return arena_.keep(iso_day(day_of_serial(book_.origin, number, book_.workbook.since_1904)));
    }
    return arena_.keep(number_text(number));
  }
  // A program that writes midnights a little short of them writes every date a day early.
  void note_time(double part_of_day) {
    constexpr double last_minute = 1 - 1.0 / (24 * 60);
    DayTimes& times = notes_.times[column_];
    ++times.days;
    times.in_last_minute += part_of_day >= last_minute ? 1 : 0;
  }
  void put(std::string_view text) {
    if (text.empty()) return;
    if (column_ == 0) refuse_damaged_sheet(book_.file);  // a cell outside a row
    row_bytes_ += text.size();
    if (row_bytes_ > line_bytes_max) refuse_large_row(book_.file);
    if (row_cells_.size() < column_) row_cells_.resize(column_);
    row_cells_[column_ - 1] = text;
  }
  [[noreturn]] void refuse_foreign() const {
    throw Error(Kind::bad_input,
                message("{}: more than {} elements stand between two of its cells, as no "
                        "spreadsheet program writes them; open the file in one and save it again",
                        book_.file, elements_between_cells_max));
  }
  [[noreturn]] void refuse_beyond() const {
    throw Error(Kind::bad_input,
                message("{}: a cell stands beyond the {} rows and {} columns of a sheet; open the "
                        "file in a spreadsheet program and save it again, or save it as CSV",
                        book_.file, sheet_rows_max, columns_max));
  }

  const Book& book_;
  std::optional<std::size_t> part_;
  std::optional<XmlReader> xml_;
  TextArena arena_;
  std::vector<std::string_view> row_cells_;
  RichText text_;
  std::string type_, value_;
  std::size_t style_ = 0;
  std::size_t given_ = 0;   // row that was given last
  std::size_t filled_ = 0;  // the filled row that was found last
  std::size_t row_ = 0;     // that is read, from 1
  std::size_t column_ = 0;  // from 1
  std::size_t row_bytes_ = 0;
  std::size_t elements_ = 0;  // since the last row or cell began
  bool is_value_ = false, has_formula_ = false;
  bool is_row_hidden_ = false, is_row_struck_ = false;
  SheetNotes notes_;
};

class XlsxWorkbook final : public Workbook {
 public:
  XlsxWorkbook(std::string_view bytes, const std::string& file)
      : book_{office::Archive(bytes, file), file, {}, {}, {}, 0} {
    book_.workbook = read_workbook(book_.archive, file);
    book_.texts = SharedTexts(book_.archive, book_.workbook.strings, file);
    book_.styles = Styles(book_.archive, book_.workbook.styles, file);
    book_.origin = book_.workbook.since_1904 ? record::day_number(1904, 1, 1)
                                             : record::day_number(1899, 12, 30);
    for (const WorkbookPart::Listed& sheet : book_.workbook.sheets) names_.push_back(sheet.name);
  }
  const std::vector<std::string>& names() override { return names_; }
  bool holds_table(std::size_t sheet) override {
    // Many sheets may name one part: it is looked into once.
    const auto [found, is_new] = holds_.emplace(book_.workbook.sheets.at(sheet).part, false);
    if (is_new) {
      const std::unique_ptr<RowSource> all = rows(sheet);
      std::vector<std::string_view> cells;
      int filled = 0;
      while (filled < 2 && all->next(cells)) filled += cells.empty() ? 0 : 1;
      found->second = filled > 1;
    }
    return found->second;
  }
  bool is_hidden(std::size_t sheet) override { return book_.workbook.sheets.at(sheet).is_hidden; }
  std::unique_ptr<RowSource> rows(std::size_t sheet) override {
    const std::string& part = book_.workbook.sheets.at(sheet).part;
    return std::make_unique<XlsxRows>(book_,
                                      part.empty() ? std::nullopt : book_.archive.find(part));
  }

 private:
  Book book_;
  std::vector<std::string> names_;
  std::map<std::string, bool> holds_;  // by part
};

}  // namespace

std::unique_ptr<Workbook> open_xlsx(std::string_view bytes, const std::string& file) {
  return std::make_unique<XlsxWorkbook>(bytes, file);
}

}  // namespace sanaq::tables
