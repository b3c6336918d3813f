#include "sanaq/tables/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>

#include "sanaq/record/partial_date.h"
#include "sanaq/tables/xml_part.h"

namespace sanaq::tables {
namespace {

constexpr std::size_t rows_max = std::size_t{1} << 20;
constexpr std::size_t columns_max = std::size_t{1} << 14;

// Attributes of the element that is about to start, by name, and the names of the open elements.
class Walker : public orcus::sax_handler {
 public:
  void attribute(const orcus::sax::parser_attribute& attribute) {
    // The relation r:id is kept apart from id, whatever the prefix.
    const std::string name =
        (!attribute.ns.empty() && attribute.name == "id" ? "r:" : "") + std::string(attribute.name);
    attributes_[name] = std::string(attribute.value);
  }

 protected:
  [[nodiscard]] std::string value_of(const std::string& name) const {
    const auto found = attributes_.find(name);
    return found == attributes_.end() ? "" : found->second;
  }
  [[nodiscard]] std::size_t number_of(const std::string& name) const {
    const std::string text = value_of(name);
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }
  void forget_attributes() { attributes_.clear(); }

 private:
  std::map<std::string, std::string> attributes_;
};

// 18.2: the sheets in their order, and whether days count from 1904.
struct WorkbookPart : Walker {
  struct Listed {
    std::string name;
    std::string relation;
  };
  std::vector<Listed> sheets;
  bool since_1904 = false;
  void start_element(const orcus::sax::parser_element& element) {
    if (element.name == "sheet") sheets.push_back({value_of("name"), value_of("r:id")});
    if (element.name == "workbookPr")
      since_1904 = value_of("date1904") == "1" || value_of("date1904") == "true";
    forget_attributes();
  }
};

struct RelationsPart : Walker {
  std::map<std::string, std::string> targets;
  std::string strings = "xl/sharedStrings.xml";
  std::string styles = "xl/styles.xml";
  void start_element(const orcus::sax::parser_element& element) {
    if (element.name == "Relationship") {
      std::string target = value_of("Target");
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      const std::string type = value_of("Type");
      if (type.ends_with("/sharedStrings")) strings = target;
      if (type.ends_with("/styles")) styles = target;
      targets[value_of("Id")] = target;
    }
    forget_attributes();
  }
};

// Text of <si> and <is>: all <t> in it, but not the reading aids of East Asian text in <rPh>.
class RichText {
 public:
  void start(std::string_view name) {
    if (name == "rPh") ++aid_depth_;
    is_text_ = name == "t" && aid_depth_ == 0;
  }
  void end(std::string_view name) {
    if (name == "rPh") --aid_depth_;
    if (name == "t") is_text_ = false;
  }
  void characters(std::string_view text) {
    if (is_text_) text_ += text;
  }
  [[nodiscard]] std::string take() {
    std::string text = std::move(text_);
    text_.clear();
    return text;
  }

 private:
  std::string text_;
  int aid_depth_ = 0;
  bool is_text_ = false;
};

struct StringsPart : Walker {
  std::vector<std::string> texts;
  RichText text;
  void start_element(const orcus::sax::parser_element& element) {
    text.start(element.name);
    forget_attributes();
  }
  void end_element(const orcus::sax::parser_element& element) {
    text.end(element.name);
    if (element.name == "si") texts.push_back(text.take());
  }
  void characters(std::string_view letters, bool) { text.characters(letters); }
};

// 18.8: of all that makes a cell pretty one thing, whether its format shows a date.
struct StylesPart : Walker {
  std::set<std::size_t> date_formats;
  std::vector<std::size_t> format_of_style;
  bool is_in_cell_formats = false;
  void start_element(const orcus::sax::parser_element& element) {
    if (element.name == "numFmt" && shows_date(value_of("formatCode")))
      date_formats.insert(number_of("numFmtId"));
    if (element.name == "cellXfs") is_in_cell_formats = true;
    if (element.name == "xf" && is_in_cell_formats)
      format_of_style.push_back(number_of("numFmtId"));
    forget_attributes();
  }
  void end_element(const orcus::sax::parser_element& element) {
    if (element.name == "cellXfs") is_in_cell_formats = false;
  }
  [[nodiscard]] bool is_date(std::size_t style) const {
    if (style >= format_of_style.size()) return false;
    const std::size_t id = format_of_style[style];
    // Built-in formats (18.8.30): 14 to 17 and 22 are dates, 27 to 36 and 50 to 58 those of East
    // Asia.
    return date_formats.count(id) != 0 || (id >= 14 && id <= 17) || id == 22 ||
           (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  }
};

std::string iso_day(std::int32_t number) {
  const record::Day day = record::day_from_number(number);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

// 18.3: rows and cells. A cell or row without a reference follows the one before it.
class SheetPart : public Walker {
 public:
  SheetPart(const StringsPart& strings, const StylesPart& styles, std::int32_t origin)
      : strings_(strings), styles_(styles), origin_(origin) {}

  void start_element(const orcus::sax::parser_element& element) {
    if (element.name == "row") {
      row_ = value_of("r").empty() ? row_ + 1 : number_of("r");
      column_ = 0;
    } else if (element.name == "c") {
      start_cell();
    }
    is_value_ = element.name == "v";
    text_.start(element.name);
    forget_attributes();
  }
  void end_element(const orcus::sax::parser_element& element) {
    text_.end(element.name);
    if (element.name == "v") is_value_ = false;
    if (element.name == "c") put(cell_text());
  }
  void characters(std::string_view letters, bool) {
    if (is_value_) value_ += letters;
    text_.characters(letters);
  }
  [[nodiscard]] std::vector<std::vector<std::string>> take_rows() { return std::move(rows_); }

 private:
  void start_cell() {
    std::size_t column = 0;
    for (const char letter : value_of("r")) {
      if (letter >= 'A' && letter <= 'Z')
        column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
    }
    column_ = column == 0 ? column_ + 1 : column;
    type_ = value_of("t");
    style_ = number_of("s");
    value_.clear();
    (void)text_.take();
  }
  [[nodiscard]] std::string cell_text() {
    if (type_ == "s") {
      std::size_t index = strings_.texts.size();
      std::from_chars(value_.data(), value_.data() + value_.size(), index);
      return index < strings_.texts.size() ? strings_.texts[index]
                                           : throw std::runtime_error("a string that is not there");
    }
    if (type_ == "inlineStr") return text_.take();
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "d") return value_.substr(0, value_.find('T'));
    if (type_ == "str" || type_ == "e") return value_;
    double number = 0;
    const char* const end = value_.data() + value_.size();
    if (const auto read = std::from_chars(value_.data(), end, number);
        read.ec != std::errc{} || read.ptr != end)
      return value_;
    // 2958465 is 9999-12-31, the last day that a spreadsheet knows.
    if (styles_.is_date(style_) && number >= 1 && number < 2958466)
      return iso_day(origin_ + static_cast<std::int32_t>(std::floor(number)));
    return number_text(number);
  }
  void put(std::string text) {
    if (row_ < 1 || row_ > rows_max || column_ < 1 || column_ > columns_max)
      throw std::runtime_error("a cell beyond the sheet");
    if (text.empty()) return;
    if (rows_.size() < row_) rows_.resize(row_);
    std::vector<std::string>& row = rows_[row_ - 1];
    if (row.size() < column_) row.resize(column_);
    row[column_ - 1] = std::move(text);
  }

  const StringsPart& strings_;
  const StylesPart& styles_;
  std::int32_t origin_;
  std::vector<std::vector<std::string>> rows_;
  RichText text_;
  std::string type_, value_;
  std::size_t style_ = 0;
  std::size_t row_ = 0;     // from 1
  std::size_t column_ = 0;  // from 1
  bool is_value_ = false;
};

}  // namespace

bool shows_date(std::string_view format_code) {
  bool is_quoted = false;
  for (std::size_t at = 0; at < format_code.size(); ++at) {
    const char letter = format_code[at];
    if (letter == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (letter == '\\' || letter == '_' || letter == '*')
      ++at;  // the next character stands for itself
    if (letter == '[') at = std::min(format_code.find(']', at), format_code.size() - 1);
    if (letter == 'y' || letter == 'Y' || letter == 'd' || letter == 'D') return true;
  }
  return false;
}

std::vector<Sheet> read_xlsx(std::string_view bytes) {
  const Package package(bytes);
  WorkbookPart workbook;
  const std::string workbook_xml = package.part("xl/workbook.xml");
  if (workbook_xml.empty()) throw std::runtime_error("no workbook");
  walk_xml(workbook_xml, workbook);
  RelationsPart relations;
  walk_xml(package.part("xl/_rels/workbook.xml.rels"), relations);
  StringsPart strings;
  walk_xml(package.part(relations.strings), strings);
  StylesPart styles;
  walk_xml(package.part(relations.styles), styles);
  const std::int32_t origin =
      workbook.since_1904 ? record::day_number(1904, 1, 1) : record::day_number(1899, 12, 30);
  std::vector<Sheet> sheets;
  for (const WorkbookPart::Listed& listed : workbook.sheets) {
    SheetPart sheet(strings, styles, origin);
    walk_xml(package.part(relations.targets[listed.relation]), sheet);
    sheets.push_back({listed.name, sheet.take_rows()});
  }
  return sheets;
}

}  // namespace sanaq::tables
