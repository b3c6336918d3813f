#include "sanaq/tables/ods.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "sanaq/tables/xml_part.h"

namespace sanaq::tables {
namespace {

// LibreOffice fills a sheet up to its edge by repeating; more cells than this are an attack or a
// mistake.
constexpr std::size_t cells_max = std::size_t{1} << 28;
constexpr std::size_t columns_max = std::size_t{1} << 14;

std::size_t count_of(std::string_view digits) {
  std::size_t count = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return std::max<std::size_t>(count, 1);
}

// Attributes come before their element's start.
class OdsHandler : public orcus::sax_handler {
 public:
  void attribute(const orcus::sax::parser_attribute& attribute) {
    if (attribute.name == "name" && attribute.ns == "table") name_ = attribute.value;
    if (attribute.name == "number-rows-repeated" || attribute.name == "number-columns-repeated")
      repeated_ = count_of(attribute.value);
    if (attribute.name == "value-type") type_ = attribute.value;
    if (attribute.name == "value" && attribute.ns == "office") value_ = attribute.value;
    if (attribute.name == "date-value") date_ = attribute.value;
    if (attribute.name == "c" && attribute.ns == "text") spaces_ = count_of(attribute.value);
  }
  void start_element(const orcus::sax::parser_element& element) {
    if (element.ns == "table") start_table_part(element.name);
    if (element.ns == "office" && element.name == "annotation") ++remark_depth_;
    if (element.ns == "text" && is_cell_open_ && remark_depth_ == 0) start_text_part(element.name);
    forget_attributes();
  }
  void end_element(const orcus::sax::parser_element& element) {
    if (element.ns == "office" && element.name == "annotation") --remark_depth_;
    if (element.ns == "text" && element.name == "p" && remark_depth_ == 0)
      is_paragraph_open_ = false;
    if (element.ns != "table") return;
    if (element.name == "table-cell" || element.name == "covered-table-cell") end_cell();
    if (element.name == "table-row") end_row();
  }
  void characters(std::string_view text, bool) {
    if (is_paragraph_open_ && remark_depth_ == 0) text_ += text;
  }
  [[nodiscard]] std::vector<Sheet> take_sheets() { return std::move(sheets_); }

 private:
  void start_table_part(std::string_view name) {
    if (name == "table") {
      sheets_.push_back({name_, {}});
      empty_rows_ = 0;
    } else if (name == "table-row") {
      row_.clear();
      empty_cells_ = 0;
      row_repeated_ = repeated_;
    } else if (name == "table-cell" || name == "covered-table-cell") {
      is_cell_open_ = true;
      cell_repeated_ = repeated_;
      cell_type_ = type_;
      cell_value_ = type_ == "date" ? date_ : value_;
      text_.clear();
      paragraphs_ = 0;
    }
  }
  void start_text_part(std::string_view name) {
    if (name == "p") {
      if (paragraphs_++ > 0) text_ += '\n';
      is_paragraph_open_ = true;
    } else if (name == "s") {
      text_.append(std::min<std::size_t>(spaces_, 1000), ' ');
    } else if (name == "tab") {
      text_ += '\t';
    } else if (name == "line-break") {
      text_ += '\n';
    }
  }
  [[nodiscard]] std::string cell_text() const {
    if (cell_type_ == "date") return cell_value_.substr(0, cell_value_.find('T'));
    const bool is_number =
        cell_type_ == "float" || cell_type_ == "currency" || cell_type_ == "percentage";
    double value = 0;
    const char* const end = cell_value_.data() + cell_value_.size();
    if (is_number && std::from_chars(cell_value_.data(), end, value).ec == std::errc{})
      return number_text(value);
    return text_;
  }
  void end_cell() {
    is_cell_open_ = false;
    const std::string text = cell_text();
    if (text.empty()) {
      empty_cells_ += cell_repeated_;
      return;
    }
    check_room(row_.size() + empty_cells_ + cell_repeated_, columns_max);
    row_.resize(row_.size() + empty_cells_);
    empty_cells_ = 0;
    row_.insert(row_.end(), cell_repeated_, text);
  }
  void end_row() {
    if (sheets_.empty()) throw std::runtime_error("a row outside a table");
    if (row_.empty()) {
      empty_rows_ += row_repeated_;
      return;
    }
    cells_ += empty_rows_ + row_repeated_ * row_.size();
    check_room(cells_, cells_max);
    std::vector<std::vector<std::string>>& rows = sheets_.back().rows;
    rows.resize(rows.size() + empty_rows_);
    empty_rows_ = 0;
    rows.insert(rows.end(), row_repeated_, row_);
  }
  static void check_room(std::size_t wanted, std::size_t most) {
    if (wanted > most) throw std::runtime_error("more cells than a spreadsheet has");
  }
  void forget_attributes() {
    name_.clear();
    type_.clear();
    value_.clear();
    date_.clear();
    repeated_ = 1;
    spaces_ = 1;
  }

  std::vector<Sheet> sheets_;
  std::vector<std::string> row_;
  std::string name_, type_, value_, date_, cell_type_, cell_value_, text_;
  std::size_t repeated_ = 1;
  std::size_t row_repeated_ = 1;
  std::size_t cell_repeated_ = 1;
  std::size_t spaces_ = 1;
  std::size_t empty_rows_ = 0;   // kept back: they count only when a filled row follows
  std::size_t empty_cells_ = 0;  // the same in a row
  std::size_t cells_ = 0;
  int paragraphs_ = 0;
  int remark_depth_ = 0;
  bool is_cell_open_ = false;
  bool is_paragraph_open_ = false;
};

}  // namespace

std::vector<Sheet> read_ods(std::string_view bytes) {
  const std::string content = Package(bytes).part("content.xml");
  if (content.empty()) throw std::runtime_error("no content.xml");
  OdsHandler handler;
  walk_xml(content, handler);
  return handler.take_sheets();
}

}  // namespace sanaq::tables
