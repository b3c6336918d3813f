#include "sanaq/tables/spreadsheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <memory>
#include <orcus/orcus_ods.hpp>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>
#include <set>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::tables {
namespace {

namespace os = orcus::spreadsheet;
using base::Error;
using base::Kind;
using base::message;

std::string iso_day(std::int32_t number) {
  const record::Day day = record::day_from_number(number);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

class SharedStrings : public os::iface::import_shared_strings {
 public:
  size_t append(std::string_view text) override {
    texts_.emplace_back(text);
    return texts_.size() - 1;
  }
  size_t add(std::string_view text) override { return append(text); }
  void set_segment_font(size_t) override {}
  void set_segment_bold(bool) override {}
  void set_segment_italic(bool) override {}
  void set_segment_font_name(std::string_view) override {}
  void set_segment_font_size(double) override {}
  void set_segment_font_color(os::color_elem_t, os::color_elem_t, os::color_elem_t,
                              os::color_elem_t) override {}
  void append_segment(std::string_view text) override { segments_ += text; }
  size_t commit_segments() override {
    texts_.push_back(std::move(segments_));
    segments_.clear();
    return texts_.size() - 1;
  }
  [[nodiscard]] std::string_view at(size_t index) const {
    return index < texts_.size() ? std::string_view(texts_[index]) : std::string_view();
  }

 private:
  std::vector<std::string> texts_;
  std::string segments_;
};

// Of all that makes a cell pretty we keep one thing: whether its format shows a date.
class Styles : public os::iface::import_styles {
 public:
  [[nodiscard]] bool is_date(size_t cell_format) const {
    if (cell_format >= formats_of_cells_.size()) return false;
    const size_t id = formats_of_cells_[cell_format];
    // Built-in formats (ECMA-376 18.8.30): 14-17 and 22 are dates; 27-36 and 50-58 are those of
    // East Asia.
    return date_ids_.count(id) != 0 || (id >= 14 && id <= 17) || id == 22 ||
           (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  }
  void set_number_format_identifier(size_t id) override { number_format_ = id; }
  void set_number_format_code(std::string_view code) override {
    code_shows_date_ = shows_date(code);
  }
  size_t commit_number_format() override {
    if (code_shows_date_) date_ids_.insert(number_format_);
    code_shows_date_ = false;
    return number_format_count_++;
  }
  void set_xf_number_format(size_t index) override { xf_number_format_ = index; }
  size_t commit_cell_xf() override {
    formats_of_cells_.push_back(xf_number_format_);
    xf_number_format_ = 0;
    return formats_of_cells_.size() - 1;
  }
  size_t commit_cell_style_xf() override {
    xf_number_format_ = 0;
    return style_count_++;
  }
  size_t commit_dxf() override {
    xf_number_format_ = 0;
    return dxf_count_++;
  }
  void set_font_count(size_t) override {}
  void set_font_bold(bool) override {}
  void set_font_italic(bool) override {}
  void set_font_name(std::string_view) override {}
  void set_font_size(double) override {}
  void set_font_underline(os::underline_t) override {}
  void set_font_underline_width(os::underline_width_t) override {}
  void set_font_underline_mode(os::underline_mode_t) override {}
  void set_font_underline_type(os::underline_type_t) override {}
  void set_font_underline_color(os::color_elem_t, os::color_elem_t, os::color_elem_t,
                                os::color_elem_t) override {}
  void set_font_color(os::color_elem_t, os::color_elem_t, os::color_elem_t,
                      os::color_elem_t) override {}
  void set_strikethrough_style(os::strikethrough_style_t) override {}
  void set_strikethrough_type(os::strikethrough_type_t) override {}
  void set_strikethrough_width(os::strikethrough_width_t) override {}
  void set_strikethrough_text(os::strikethrough_text_t) override {}
  size_t commit_font() override { return other_count_++; }
  void set_fill_count(size_t) override {}
  void set_fill_pattern_type(os::fill_pattern_t) override {}
  void set_fill_fg_color(os::color_elem_t, os::color_elem_t, os::color_elem_t,
                         os::color_elem_t) override {}
  void set_fill_bg_color(os::color_elem_t, os::color_elem_t, os::color_elem_t,
                         os::color_elem_t) override {}
  size_t commit_fill() override { return other_count_++; }
  void set_border_count(size_t) override {}
  void set_border_style(os::border_direction_t, os::border_style_t) override {}
  void set_border_color(os::border_direction_t, os::color_elem_t, os::color_elem_t,
                        os::color_elem_t, os::color_elem_t) override {}
  void set_border_width(os::border_direction_t, double, orcus::length_unit_t) override {}
  size_t commit_border() override { return other_count_++; }
  void set_cell_hidden(bool) override {}
  void set_cell_locked(bool) override {}
  void set_cell_print_content(bool) override {}
  void set_cell_formula_hidden(bool) override {}
  size_t commit_cell_protection() override { return other_count_++; }
  void set_number_format_count(size_t) override {}
  void set_cell_xf_count(size_t) override {}
  void set_cell_style_xf_count(size_t) override {}
  void set_dxf_count(size_t) override {}
  void set_xf_font(size_t) override {}
  void set_xf_fill(size_t) override {}
  void set_xf_border(size_t) override {}
  void set_xf_protection(size_t) override {}
  void set_xf_style_xf(size_t) override {}
  void set_xf_apply_alignment(bool) override {}
  void set_xf_horizontal_alignment(os::hor_alignment_t) override {}
  void set_xf_vertical_alignment(os::ver_alignment_t) override {}
  void set_cell_style_count(size_t) override {}
  void set_cell_style_name(std::string_view) override {}
  void set_cell_style_xf(size_t) override {}
  void set_cell_style_builtin(size_t) override {}
  void set_cell_style_parent_name(std::string_view) override {}
  size_t commit_cell_style() override { return other_count_++; }

 private:
  std::vector<size_t> formats_of_cells_;  // cell format -> number format id
  std::set<size_t> date_ids_;
  size_t number_format_ = 0;
  size_t xf_number_format_ = 0;
  bool code_shows_date_ = false;
  size_t number_format_count_ = 0;
  size_t style_count_ = 0;
  size_t dxf_count_ = 0;
  size_t other_count_ = 0;
};

// Collects a sheet's cells; numbers wait for their formats, which may come later.
class Cells : public os::iface::import_sheet, public os::iface::import_formula {
 public:
  Cells(std::string name, const SharedStrings& strings) : strings_(strings) {
    sheet_.name = std::move(name);
  }

  os::iface::import_formula* get_formula() override { return this; }
  void set_auto(os::row_t row, os::col_t column, std::string_view text) override {
    put(row, column, std::string(text));
  }
  void set_string(os::row_t row, os::col_t column, os::string_id_t index) override {
    put(row, column, std::string(strings_.at(index)));
  }
  void set_value(os::row_t row, os::col_t column, double value) override {
    put(row, column, number_text(value));
    numbers_[place(row, column)] = value;
  }
  void set_bool(os::row_t row, os::col_t column, bool value) override {
    put(row, column, value ? "TRUE" : "FALSE");
  }
  void set_date_time(os::row_t row, os::col_t column, int year, int month, int day, int, int,
                     double) override {
    put(row, column, fmt::format("{:04}-{:02}-{:02}", year, month, day));
  }
  void set_format(os::row_t row, os::col_t column, size_t format) override {
    formats_[place(row, column)] = format;
  }
  void set_format(os::row_t, os::col_t, os::row_t, os::col_t, size_t) override {}
  void fill_down_cells(os::row_t row, os::col_t column, os::row_t count) override {
    const std::string text = text_at(row, column);
    if (text.empty()) return;
    for (os::row_t below = 1; below <= count; ++below) put(row + below, column, text);
  }
  [[nodiscard]] os::range_size_t get_sheet_size() const override { return {1048576, 16384}; }

  void set_position(os::row_t row, os::col_t column) override {
    formula_row_ = row;
    formula_column_ = column;
    result_.clear();
    has_number_ = false;
  }
  void set_formula(os::formula_grammar_t, std::string_view) override {}
  void set_shared_formula_index(size_t) override {}
  void set_result_string(std::string_view text) override { result_ = std::string(text); }
  void set_result_value(double value) override {
    has_number_ = true;
    number_ = value;
  }
  void set_result_bool(bool value) override { result_ = value ? "TRUE" : "FALSE"; }
  void set_result_empty() override {}
  void commit() override {
    if (has_number_) {
      set_value(formula_row_, formula_column_, number_);
    } else {
      put(formula_row_, formula_column_, result_);
    }
  }

  // `origin` is the day number of serial 0.
  [[nodiscard]] Sheet finished(const Styles& styles, std::int32_t origin) {
    for (const auto& [where, value] : numbers_) {
      const auto format = formats_.find(where);
      if (format == formats_.end() || !styles.is_date(format->second)) continue;
      if (value < 1 || value >= 2958466)
        continue;  // 9999-12-31 is the last day that a spreadsheet knows
      sheet_.rows[where >> 16][where & 0xFFFF] =
          iso_day(origin + static_cast<std::int32_t>(std::floor(value)));
    }
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] static std::uint64_t place(os::row_t row, os::col_t column) {
    return static_cast<std::uint64_t>(row) << 16 | static_cast<std::uint64_t>(column);
  }
  [[nodiscard]] std::string text_at(os::row_t row, os::col_t column) const {
    const auto at = static_cast<std::size_t>(row);
    const auto in_row = static_cast<std::size_t>(column);
    return at < sheet_.rows.size() && in_row < sheet_.rows[at].size() ? sheet_.rows[at][in_row]
                                                                      : "";
  }
  void put(os::row_t row, os::col_t column, std::string text) {
    if (text.empty() || row < 0 || column < 0 || row > 16777216 || column > 0xFFFF) return;
    const auto at = static_cast<std::size_t>(row);
    const auto in_row = static_cast<std::size_t>(column);
    if (at >= sheet_.rows.size()) sheet_.rows.resize(at + 1);
    if (in_row >= sheet_.rows[at].size()) sheet_.rows[at].resize(in_row + 1);
    sheet_.rows[at][in_row] = std::move(text);
  }

  const SharedStrings& strings_;
  Sheet sheet_;
  std::unordered_map<std::uint64_t, double> numbers_;
  std::unordered_map<std::uint64_t, std::size_t> formats_;
  os::row_t formula_row_ = 0;
  os::col_t formula_column_ = 0;
  std::string result_;
  bool has_number_ = false;
  double number_ = 0;
};

class Settings : public os::iface::import_global_settings {
 public:
  void set_origin_date(int year, int month, int day) override {
    origin_ = record::day_number(year, month, day);
  }
  void set_default_formula_grammar(os::formula_grammar_t grammar) override { grammar_ = grammar; }
  [[nodiscard]] os::formula_grammar_t get_default_formula_grammar() const override {
    return grammar_;
  }
  void set_character_set(orcus::character_set_t) override {}
  [[nodiscard]] std::int32_t origin() const { return origin_; }

 private:
  std::int32_t origin_ = record::day_number(1899, 12, 30);
  os::formula_grammar_t grammar_ = os::formula_grammar_t::unknown;
};

class Workbook : public os::iface::import_factory {
 public:
  os::iface::import_global_settings* get_global_settings() override { return &settings_; }
  os::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
  os::iface::import_styles* get_styles() override { return &styles_; }
  os::iface::import_sheet* append_sheet(os::sheet_t, std::string_view name) override {
    sheets_.push_back(std::make_unique<Cells>(std::string(name), strings_));
    names_.emplace_back(name);
    return sheets_.back().get();
  }
  os::iface::import_sheet* get_sheet(std::string_view name) override {
    for (std::size_t at = 0; at < names_.size(); ++at) {
      if (names_[at] == name) return sheets_[at].get();
    }
    return nullptr;
  }
  os::iface::import_sheet* get_sheet(os::sheet_t index) override {
    const auto at = static_cast<std::size_t>(index);
    return at < sheets_.size() ? sheets_[at].get() : nullptr;
  }
  void finalize() override {}
  [[nodiscard]] std::vector<Sheet> finished() {
    std::vector<Sheet> sheets;
    for (const auto& cells : sheets_)
      sheets.push_back(cells->finished(styles_, settings_.origin()));
    return sheets;
  }

 private:
  Settings settings_;
  SharedStrings strings_;
  Styles styles_;
  std::vector<std::unique_ptr<Cells>> sheets_;
  std::vector<std::string> names_;
};

}  // namespace

std::string number_text(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{}", static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

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

std::vector<Sheet> read_spreadsheet(std::string_view bytes, FileKind kind,
                                    const std::string& file) {
  Workbook workbook;
  try {
    if (kind == FileKind::ods) {
      orcus::orcus_ods(&workbook).read_stream(bytes);
    } else {
      orcus::orcus_xlsx(&workbook).read_stream(bytes);
    }
  } catch (const std::exception&) {
    throw Error(
        Kind::bad_input,
        message("{}: this spreadsheet is damaged; open it, save it again, or save it as CSV",
                file));
  }
  return workbook.finished();
}

}  // namespace sanaq::tables
