// What the cells of an Office Open XML workbook (ECMA-376 part 1, 18) refer to: the list of sheets,
// the texts that cells share, and which styles show a date.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/office/archive.h"
#include "sanaq/office/xml_reader.h"

namespace sanaq::tables {

// 18.2: the sheets in their order, and whether days count from 1904.
struct WorkbookPart {
  struct Listed {
    std::string name;
    std::string part;  // "" if the workbook names none
    bool is_hidden = false;
  };
  std::vector<Listed> sheets;
  std::string strings = "xl/sharedStrings.xml";
  std::string styles = "xl/styles.xml";
  bool since_1904 = false;
};
// Throws Error{bad_input}, naming the file, if it is not a workbook, or has more sheets than
// sheets_max.
[[nodiscard]] WorkbookPart read_workbook(const office::Archive& archive, const std::string& file);

// Decodes ECMA-376 part 1, 22.9.2.19 (ST_Xstring): "_x000D_" is the letter with that number in
// UTF-16, and "_x005F_" is an underscore before a text that only looks like such an escape. What is
// not a letter stays as it is.
[[nodiscard]] std::string decoded_xstring(std::string_view text);

// Collects the text of <si> and <is>: all <t> in it, except the reading aids of East Asian text in
// <rPh>.
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
  [[nodiscard]] const std::string& text() const { return text_; }
  void clear() {
    text_.clear();
    aid_depth_ = 0;
    is_text_ = false;
  }

 private:
  std::string text_;
  int aid_depth_ = 0;
  bool is_text_ = false;
};

// The shared texts by their number (18.4).
class SharedTexts {
 public:
  SharedTexts() = default;
  // Throws Error{bad_input}, naming the file, beyond limits.h.
  SharedTexts(const office::Archive& archive, const std::string& part, const std::string& file);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    const std::uint64_t start = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(all_).substr(start, ends_[number] - start);
  }

 private:
  std::string all_;
  std::vector<std::uint64_t> ends_;
};

// Only two things about the format of a cell (18.8): whether it shows a date, and whether it is
// struck through.
class Styles {
 public:
  Styles() = default;
  Styles(const office::Archive& archive, const std::string& part, const std::string& file);
  [[nodiscard]] bool is_date(std::size_t style) const;
  [[nodiscard]] bool is_struck(std::size_t style) const;

 private:
  std::set<std::size_t> date_formats_, struck_fonts_;
  std::vector<std::size_t> format_of_style_, font_of_style_;
};

// Returns true if a number format ("dd.mm.yyyy", but not "0.00" or "[Red]#,##0") shows a date.
[[nodiscard]] bool shows_date(std::string_view format_code);

// Returns the whole number, or `otherwise` if there is none.
[[nodiscard]] std::size_t whole_number(std::string_view digits, std::size_t otherwise = 0);

// Returns a reader of one part, whose errors name the file.
[[nodiscard]] office::XmlReader read_part_xml(const office::Archive& archive, std::size_t part,
                                              const std::string& file);

}  // namespace sanaq::tables
