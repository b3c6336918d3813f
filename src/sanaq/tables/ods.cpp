#include "sanaq/tables/ods.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/office/archive.h"
#include "sanaq/office/xml_reader.h"
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

struct Content {
  office::Archive archive;
  std::size_t part = 0;
  std::string file;
};

std::size_t count_of(std::string_view digits) {
  return std::max<std::size_t>(whole_number(digits, 1), 1);
}

// A cell that is spread over several rows, from its own down.
struct SpreadCell {
  std::size_t column = 0, rows = 0, columns = 0;
};

// One row as it is written, and how often it stands there.
struct WrittenRow {
  std::vector<std::string_view> cells;  // valid until clear()
  std::size_t repeated = 1;
  bool is_hidden = false, is_struck = false;
  std::vector<std::size_t> without_result, errors;  // columns, from 1
  std::vector<SpreadCell> spread;
};

// What the automatic styles of the file say of those that are used in it.
struct UsedStyles {
  std::set<std::string, std::less<>> struck, hidden_tables;
  bool since_1904 = false;
};

// Walks the tables of content.xml in their order, and the rows of each.
class OdsScanner {
 public:
  explicit OdsScanner(const Content& content)
      : content_(content), xml_(read_part_xml(content.archive, content.part, content.file)) {}

  // The next table, whose name is name(); false where there is none. What was not read of the one
  // before is passed over.
  bool next_table() {
    for (XmlReader::Piece piece = next(); piece != XmlReader::Piece::done; piece = next()) {
      if (piece == XmlReader::Piece::start && !is_in_table()) read_style();
      if (piece != XmlReader::Piece::start || !is_table_part("table") || is_in_table()) continue;
      table_depth_ = xml_.depth();
      name_ = xml_.attribute("name", "table");
      is_hidden_ = styles_.hidden_tables.contains(xml_.attribute("style-name", "table"));
      return true;
    }
    return false;
  }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_hidden() const { return is_hidden_; }
  [[nodiscard]] bool since_1904() const { return styles_.since_1904; }

  // The next row of the table, also where it is empty; false behind the last.
  bool next_row(WrittenRow& row) {
    row.cells.clear();
    row.without_result.clear();
    row.errors.clear();
    row.spread.clear();
    row.is_struck = true;
    while (is_in_table()) {
      const XmlReader::Piece piece = next();
      if (piece == XmlReader::Piece::done) return false;
      if (piece == XmlReader::Piece::start && is_table_part("table-row") && row_depth_ == 0) {
        row_depth_ = xml_.depth();
        row.repeated = count_of(xml_.attribute("number-rows-repeated", "table"));
        const std::string_view shown = xml_.attribute("visibility", "table");
        row.is_hidden = shown == "collapse" || shown == "filter";
        empty_cells_ = row_bytes_ = 0;
      } else if (piece == XmlReader::Piece::start && is_cell() && row_depth_ != 0) {
        read_cell(row);
      } else if (piece == XmlReader::Piece::end && xml_.depth() < row_depth_) {
        row_depth_ = 0;
        check_repeated(row);
        return true;
      }
    }
    return false;
  }

  void clear() { arena_.clear(); }  // the cells given so far are no longer needed
  [[nodiscard]] std::size_t kept_bytes() const { return arena_.kept_bytes(); }
  [[nodiscard]] std::uint64_t position() const { return xml_.position(); }

 private:
  XmlReader::Piece next() {
    const XmlReader::Piece piece = xml_.next();
    if (piece == XmlReader::Piece::end && xml_.depth() < table_depth_) table_depth_ = 0;
    return piece;
  }
  [[nodiscard]] bool is_in_table() const { return table_depth_ != 0; }
  [[nodiscard]] bool is_table_part(std::string_view name) const {
    return xml_.name() == name && xml_.prefix() == "table";
  }
  [[nodiscard]] bool is_cell() const {
    return is_table_part("table-cell") || is_table_part("covered-table-cell");
  }

  // Outside the tables: ODF 1.2, part 1, 16.2 and 9.4.1.
  void read_style() {
    if (xml_.name() == "style" && xml_.prefix() == "style")
      style_ = xml_.attribute("name", "style");
    const std::string_view line = xml_.attribute("text-line-through-style", "style");
    const std::string_view kind = xml_.attribute("text-line-through-type", "style");
    if (xml_.name() == "text-properties" &&
        ((!line.empty() && line != "none") || (!kind.empty() && kind != "none")))
      styles_.struck.insert(style_);
    if (xml_.name() == "table-properties" && xml_.attribute("display", "table") == "false")
      styles_.hidden_tables.insert(style_);
    if (is_table_part("null-date"))
      styles_.since_1904 = xml_.attribute("date-value", "table").starts_with("1904-01-01");
  }

  // At the start of a cell; ends behind its end.
  void read_cell(WrittenRow& row) {
    std::vector<std::string_view>& cells = row.cells;
    const std::size_t repeated = count_of(xml_.attribute("number-columns-repeated", "table"));
    const std::size_t column = std::min(cells.size() + empty_cells_, columns_max) + 1;
    const std::size_t rows = count_of(xml_.attribute("number-rows-spanned", "table"));
    if (rows > 1)
      row.spread.push_back(
          {column, rows, count_of(xml_.attribute("number-columns-spanned", "table"))});
    const std::string type(xml_.attribute("value-type", "office"));
    const std::string value(xml_.attribute(type == "date" ? "date-value" : "value", "office"));
    const bool is_formula = !xml_.attribute("formula", "table").empty();
    const bool is_error = xml_.attribute("value-type", "calcext") == "error";
    const bool is_struck = styles_.struck.contains(xml_.attribute("style-name", "table"));
    read_text();
    const std::string text = is_error ? text_ : cell_text(type, value);
    if (is_error) row.errors.push_back(column);
    if (text.empty()) {
      if (is_formula && type.empty()) row.without_result.push_back(column);
      empty_cells_ += std::min(repeated, columns_max + 1);
      return;
    }
    row.is_struck = row.is_struck && is_struck;
    if (repeated > columns_max || cells.size() + empty_cells_ + repeated > columns_max) {
      throw Error(Kind::bad_input, message("{}: a row has more than {} cells; save the list as CSV",
                                           content_.file, columns_max));
    }
    row_bytes_ += text.size();
    if (row_bytes_ > line_bytes_max) refuse_large_row(content_.file);
    cells.resize(cells.size() + empty_cells_);
    empty_cells_ = 0;
    cells.insert(cells.end(), repeated, arena_.keep(text));
  }
  // The paragraphs up to the cell's end, without remarks.
  void read_text() {
    text_.clear();
    const std::size_t cell_depth = xml_.depth();
    std::size_t remark_depth = 0, paragraph_depth = 0;
    int paragraphs = 0;
    while (xml_.depth() >= cell_depth) {
      const XmlReader::Piece piece = next();
      if (piece == XmlReader::Piece::text) {
        if (paragraph_depth != 0 && remark_depth == 0) text_ += xml_.text();
      } else if (piece == XmlReader::Piece::start) {
        if (xml_.name() == "annotation" && xml_.prefix() == "office" && remark_depth == 0)
          remark_depth = xml_.depth();
        if (remark_depth != 0 || xml_.prefix() != "text") continue;
        if (xml_.name() == "p" && paragraph_depth == 0) {
          if (paragraphs++ > 0) text_ += '\n';
          paragraph_depth = xml_.depth();
        } else {
          add_blanks(xml_.name());
        }
      } else {
        if (xml_.depth() < remark_depth) remark_depth = 0;
        if (xml_.depth() < paragraph_depth) paragraph_depth = 0;
      }
      if (text_.size() > cell_bytes_max) refuse_large_cell(content_.file);
    }
  }
  void add_blanks(std::string_view name) {
    constexpr std::size_t blanks_max = 1000;
    if (name == "s") text_.append(std::min(count_of(xml_.attribute("c", "text")), blanks_max), ' ');
    if (name == "tab") text_ += '\t';
    if (name == "line-break") text_ += '\n';
  }
  [[nodiscard]] std::string cell_text(const std::string& type, const std::string& value) const {
    if (type == "date") return value.substr(0, value.find('T'));
    const bool is_number = type == "float" || type == "currency" || type == "percentage";
    double number = 0;
    if (is_number &&
        std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc{})
      return number_text(number);
    return text_;
  }

  // A row or cell that is written once and stands a million times: a few hundred bytes would be any
  // number of cells.
  void check_repeated(const WrittenRow& row) {
    if (row.cells.empty()) return;
    cells_ += std::min<std::uint64_t>(row.repeated, sheet_rows_max + 1) * row.cells.size();
    if (cells_ <= repeated_cells_max || cells_ <= position() / written_cell_bytes_min) return;
    throw Error(Kind::bad_input, message("{}: more than {} million cells are written once and "
                                         "repeated; save the list as CSV",
                                         content_.file, repeated_cells_max / 1'000'000));
  }

  const Content& content_;
  XmlReader xml_;
  TextArena arena_;
  std::string name_, text_, style_;
  UsedStyles styles_;
  bool is_hidden_ = false;
  std::size_t table_depth_ = 0;  // of the open table, and of the open row in it; 0: none
  std::size_t row_depth_ = 0;
  std::size_t empty_cells_ = 0;  // kept back: they count only when a filled cell follows
  std::size_t row_bytes_ = 0;
  std::uint64_t cells_ = 0;
};

class OdsRows final : public RowSource {
 public:
  OdsRows(const Content& content, std::size_t sheet) : content_(content), sheet_(sheet) {
    rewind();
  }

  bool next(std::vector<std::string_view>& cells) override {
    cells.clear();
    if (given_ == filled_to_ && !find_filled_row()) return false;
    if (++given_ > empty_to_) cells.assign(row_.cells.begin(), row_.cells.end());
    return true;
  }
  [[nodiscard]] std::int64_t row() const override { return static_cast<std::int64_t>(given_); }
  [[nodiscard]] std::int64_t done() const override {
    return static_cast<std::int64_t>(scanner_->position());
  }
  [[nodiscard]] std::int64_t total() const override {
    return static_cast<std::int64_t>(content_.archive.parts()[content_.part].bytes);
  }
  void rewind() override {
    scanner_ = std::make_unique<OdsScanner>(content_);
    for (std::size_t at = 0; at <= sheet_; ++at) (void)scanner_->next_table();
    given_ = filled_to_ = empty_to_ = 0;
    notes_ = {};
    notes_.since_1904 = scanner_->since_1904();
  }
  [[nodiscard]] const SheetNotes* notes() const override { return &notes_; }
  void release() override {
    if (given_ == filled_to_) scanner_->clear();
  }
  [[nodiscard]] std::size_t kept_bytes() const override { return scanner_->kept_bytes(); }

 private:
  // Empty rows count only when a filled one follows.
  bool find_filled_row() {
    std::size_t empty = 0;
    while (scanner_->next_row(row_)) {
      const std::size_t repeated = std::min(row_.repeated, sheet_rows_max + 1);
      if (row_.cells.empty()) {
        note_cells(given_ + empty + 1);
        empty = std::min(empty + repeated, sheet_rows_max + 1);
        continue;
      }
      if (given_ + empty + repeated > sheet_rows_max) {
        throw Error(Kind::bad_input,
                    message("{}: a cell stands beyond the {} rows and {} columns of a sheet; open "
                            "the file in a spreadsheet program and save it again, or save it as "
                            "CSV",
                            content_.file, sheet_rows_max, columns_max));
      }
      empty_to_ = given_ + empty;
      filled_to_ = empty_to_ + repeated;
      note_cells(empty_to_ + 1);
      for (std::size_t row = empty_to_ + 1; row <= filled_to_; ++row) {
        if (row_.is_hidden) notes_.hidden_rows.push_back(static_cast<std::int64_t>(row));
        if (row_.is_struck) notes_.struck_rows.push_back(static_cast<std::int64_t>(row));
      }
      return true;
    }
    return false;
  }
  void note_cells(std::size_t at) {
    const auto row = static_cast<std::int64_t>(at);
    for (const std::size_t column : row_.without_result)
      notes_.without_result.push_back({row, column});
    for (const std::size_t column : row_.errors) notes_.errors.push_back({row, column});
    for (const SpreadCell& cell : row_.spread) {
      const std::size_t rows = std::min(cell.rows, sheet_rows_max);
      const std::size_t columns = std::min(cell.columns, columns_max);
      notes_.merged.push_back(
          {{row, cell.column},
           {row + static_cast<std::int64_t>(rows) - 1, cell.column + columns - 1}});
    }
  }

  const Content& content_;
  std::size_t sheet_;
  std::unique_ptr<OdsScanner> scanner_;
  WrittenRow row_;
  SheetNotes notes_;
  std::size_t given_ = 0;     // row that was given last
  std::size_t empty_to_ = 0;  // rows up to this one are empty,
  // And up to this one they are row_.
  std::size_t filled_to_ = 0;
};

class OdsWorkbook final : public Workbook {
 public:
  OdsWorkbook(std::string_view bytes, const std::string& file)
      : content_{office::Archive(bytes, file), 0, file} {
    const auto part = content_.archive.find("content.xml");
    if (!part) refuse_damaged_sheet(file);
    content_.part = *part;
    refuse_locked();
    look_into_tables();
  }
  const std::vector<std::string>& names() override { return names_; }
  bool holds_table(std::size_t sheet) override { return holds_.at(sheet); }
  bool is_hidden(std::size_t sheet) override { return is_hidden_.at(sheet); }
  std::unique_ptr<RowSource> rows(std::size_t sheet) override {
    return std::make_unique<OdsRows>(content_, sheet);
  }

 private:
  // ODF 1.2, part 3, 4.8: a password shows in the manifest, and content.xml is no XML.
  void refuse_locked() const {
    const auto manifest = content_.archive.find("META-INF/manifest.xml");
    if (!manifest || content_.archive.parts()[*manifest].bytes > cell_bytes_max) return;
    if (content_.archive.read_whole(*manifest).find("encryption-data") != std::string::npos) {
      throw Error(
          Kind::bad_input,
          message("{}: the file is locked with a password; save it without one", content_.file));
    }
  }
  void look_into_tables() {
    OdsScanner scanner(content_);
    WrittenRow row;
    while (scanner.next_table()) {
      if (names_.size() == sheets_max) {
        throw Error(Kind::bad_input, message("{}: the workbook has more than {} sheets; save the "
                                             "one that is the list as a file of its own",
                                             content_.file, sheets_max));
      }
      names_.push_back(scanner.name());
      is_hidden_.push_back(scanner.is_hidden());
      std::size_t filled = 0;
      while (filled < 2 && scanner.next_row(row)) filled += row.cells.empty() ? 0 : row.repeated;
      holds_.push_back(filled > 1);
      scanner.clear();
    }
  }

  Content content_;
  std::vector<std::string> names_;
  std::vector<bool> holds_, is_hidden_;
};

}  // namespace

std::unique_ptr<Workbook> open_ods(std::string_view bytes, const std::string& file) {
  return std::make_unique<OdsWorkbook>(bytes, file);
}

}  // namespace sanaq::tables
