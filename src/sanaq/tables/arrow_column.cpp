#include "sanaq/tables/arrow_column.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstring>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/tables/arrow_decimal.h"
#include "sanaq/tables/arrow_extension.h"
#include "sanaq/tables/arrow_time.h"

namespace sanaq::tables {
namespace {

bool bit_at(const void* bits, std::int64_t at) {
  return ((static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8)) & 1U) != 0;
}

bool is_null(const ArrowArray& array, std::int64_t at) {
  return array.null_count != 0 && array.n_buffers > 0 && array.buffers[0] != nullptr &&
         !bit_at(array.buffers[0], at);
}

template <typename Value>
Value value_at(const ArrowArray& array, std::int64_t at, int buffer = 1) {
  Value value;
  std::memcpy(&value, static_cast<const Value*>(array.buffers[buffer]) + at, sizeof value);
  return value;
}

// utf8 and large_utf8: the ends of the texts, and their bytes.
template <typename Offset>
class TextColumn final : public ArrowColumn {
 public:
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena&) const override {
    if (is_null(array, row)) return {};
    const auto begin = value_at<Offset>(array, row), end = value_at<Offset>(array, row + 1);
    if (begin == end) return {};
    return {static_cast<const char*>(array.buffers[2]) + begin,
            static_cast<std::size_t>(end - begin)};
  }
};

// utf8_view: sixteen bytes each, the text itself if it has at most twelve.
class ViewColumn final : public ArrowColumn {
 public:
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena&) const override {
    if (is_null(array, row)) return {};
    constexpr std::int64_t view_bytes = 16;
    constexpr std::int32_t inside_max = 12;
    const char* const view = static_cast<const char*>(array.buffers[1]) + row * view_bytes;
    std::array<std::int32_t, 4> parts{};  // length, the first four bytes, buffer, where in it
    std::memcpy(parts.data(), view, sizeof parts);
    const auto size = static_cast<std::size_t>(parts[0]);
    if (parts[0] <= inside_max) return {view + 4, size};
    return {static_cast<const char*>(array.buffers[2 + parts[2]]) + parts[3], size};
  }
};

template <typename Value>
class NumberColumn final : public ArrowColumn {
 public:
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena& arena) const override {
    if (is_null(array, row)) return {};
    const auto value = value_at<Value>(array, row);
    std::array<char, 32> text{};
    char* end = text.data();
    if constexpr (std::is_floating_point_v<Value>) {
      if (std::isnan(value)) return {};
      constexpr Value whole_max = 9007199254740992;  // 2^53
      end = value == std::trunc(value) && std::abs(value) <= whole_max
                ? fmt::format_to(text.data(), "{}", static_cast<std::int64_t>(value))
                : fmt::format_to(text.data(), "{}", value);
    } else {
      end = fmt::format_to(text.data(), "{}", value);
    }
    return arena.keep({text.data(), static_cast<std::size_t>(end - text.data())});
  }
};

class TruthColumn final : public ArrowColumn {
 public:
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena&) const override {
    if (is_null(array, row)) return {};
    return bit_at(array.buffers[1], row) ? "true" : "false";
  }
};

class NullColumn final : public ArrowColumn {
 public:
  [[nodiscard]] std::string_view cell(const ArrowArray&, std::int64_t, TextArena&) const override {
    return {};
  }
};

// Days and times since 1970.
template <typename Value>
class TimeColumn final : public ArrowColumn {
 public:
  TimeColumn(ArrowTime time) : time_(std::move(time)) {}
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena& arena) const override {
    if (is_null(array, row)) return {};
    return arena.keep(time_.text(value_at<Value>(array, row)));
  }

 private:
  ArrowTime time_;
};

class DecimalColumn final : public ArrowColumn {
 public:
  explicit DecimalColumn(ArrowDecimal decimal) : decimal_(decimal) {}
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena& arena) const override {
    if (is_null(array, row)) return {};
    const auto* const values = static_cast<const std::uint8_t*>(array.buffers[1]);
    return arena.keep(decimal_.text(values + static_cast<std::size_t>(row) * decimal_.bytes()));
  }

 private:
  ArrowDecimal decimal_;
};

template <typename Index>
class DictionaryColumn final : public ArrowColumn {
 public:
  explicit DictionaryColumn(std::unique_ptr<ArrowColumn> values) : values_(std::move(values)) {}
  [[nodiscard]] std::string_view cell(const ArrowArray& array, std::int64_t row,
                                      TextArena& arena) const override {
    if (is_null(array, row)) return {};
    const ArrowArray& dictionary = *array.dictionary;
    return values_->cell(dictionary,
                         static_cast<std::int64_t>(value_at<Index>(array, row)) + dictionary.offset,
                         arena);
  }

 private:
  std::unique_ptr<ArrowColumn> values_;
};

std::unique_ptr<ArrowColumn> text_column(std::string_view format) {
  if (format == "u") return std::make_unique<TextColumn<std::int32_t>>();
  if (format == "U") return std::make_unique<TextColumn<std::int64_t>>();
  if (format == "vu") return std::make_unique<ViewColumn>();
  return nullptr;
}

// Calls make<T>() for the whole number type of a format; none for any other format.
template <template <typename> typename Column, typename... Given>
std::unique_ptr<ArrowColumn> of_whole_numbers(char format, Given&&... given) {
  switch (format) {
    case 'c':
      return std::make_unique<Column<std::int8_t>>(std::forward<Given>(given)...);
    case 'C':
      return std::make_unique<Column<std::uint8_t>>(std::forward<Given>(given)...);
    case 's':
      return std::make_unique<Column<std::int16_t>>(std::forward<Given>(given)...);
    case 'S':
      return std::make_unique<Column<std::uint16_t>>(std::forward<Given>(given)...);
    case 'i':
      return std::make_unique<Column<std::int32_t>>(std::forward<Given>(given)...);
    case 'I':
      return std::make_unique<Column<std::uint32_t>>(std::forward<Given>(given)...);
    case 'l':
      return std::make_unique<Column<std::int64_t>>(std::forward<Given>(given)...);
    case 'L':
      return std::make_unique<Column<std::uint64_t>>(std::forward<Given>(given)...);
    default:
      return nullptr;
  }
}

std::unique_ptr<ArrowColumn> time_column(std::string_view format) {
  const std::optional<ArrowTime> time = ArrowTime::of_format(format);
  if (!time) return nullptr;
  if (time->has_32_bits()) return std::make_unique<TimeColumn<std::int32_t>>(*time);
  return std::make_unique<TimeColumn<std::int64_t>>(*time);
}

std::unique_ptr<ArrowColumn> number_column(std::string_view format) {
  if (format == "f") return std::make_unique<NumberColumn<float>>();
  if (format == "g") return std::make_unique<NumberColumn<double>>();
  if (format == "b") return std::make_unique<TruthColumn>();
  if (format == "n") return std::make_unique<NullColumn>();
  if (const auto decimal = ArrowDecimal::of_format(format))
    return std::make_unique<DecimalColumn>(*decimal);
  return format.size() == 1 ? of_whole_numbers<NumberColumn>(format[0]) : nullptr;
}

// nullptr for a type that cannot be a cell.
std::unique_ptr<ArrowColumn> plain_column(std::string_view format) {
  for (const auto make : {text_column, number_column, time_column}) {
    if (auto column = make(format)) return column;
  }
  return nullptr;
}

}  // namespace

std::unique_ptr<ArrowColumn> arrow_column(const ArrowSchema& schema) {
  const std::string_view format = schema.format;
  const auto refused = [&](const std::string& type) {
    return base::Error(
        base::Kind::bad_input,
        base::message("column {}: its type is {}, of which no cell can be read; make it text, "
                      "numbers or dates first",
                      schema.name == nullptr ? "" : schema.name, type));
  };
  if (hides_its_value(schema)) throw refused(extension_name(schema));
  if (schema.dictionary == nullptr) {
    if (auto column = plain_column(format)) return column;
    throw refused(arrow_type_name(format));
  }
  if (schema.dictionary->dictionary != nullptr) throw refused("dictionary of a dictionary");
  std::unique_ptr<ArrowColumn> values = plain_column(schema.dictionary->format);
  if (!values) throw refused("dictionary of " + arrow_type_name(schema.dictionary->format));
  auto column = format.size() == 1
                    ? of_whole_numbers<DictionaryColumn>(format[0], std::move(values))
                    : nullptr;
  if (!column) throw refused("dictionary by " + arrow_type_name(format));
  return column;
}

std::string arrow_type_name(std::string_view format) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> names = {{
      {"+l", "list"},
      {"+L", "large_list"},
      {"+vl", "list_view"},
      {"+vL", "large_list_view"},
      {"+w", "fixed_size_list"},
      {"+s", "struct"},
      {"+m", "map"},
      {"+u", "union"},
      {"+r", "run_end_encoded"},
      {"z", "binary"},
      {"Z", "large_binary"},
      {"vz", "binary_view"},
      {"w:", "fixed_size_binary"},
      {"d:", "decimal"},
      {"tt", "time"},
      {"tD", "duration"},
      {"ti", "interval"},
      {"e", "float16"},
      {"ts", "timestamp"},
      {"td", "date"},
  }};
  for (const auto& [beginning, name] : names) {
    if (format.starts_with(beginning)) return std::string(name);
  }
  return std::string(format);
}

}  // namespace sanaq::tables
