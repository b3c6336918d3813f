#include "sanaq/splink/sql_value.h"

#include <array>
#include <charconv>
#include <cmath>

#include "sanaq/splink/sql_cell_lists.h"

namespace sanaq::splink {
namespace {

int order_of(double left, double right) {
  if (std::isnan(left) || std::isnan(right))
    return static_cast<int>(std::isnan(left)) - static_cast<int>(std::isnan(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

// The first difference decides; of two that begin alike the shorter comes first.
std::optional<int> compare_lists(const SqlList& left, const SqlList& right) {
  for (std::size_t at = 0; at < std::min(left.size(), right.size()); ++at) {
    const bool no_left = is_null(left[at]), no_right = is_null(right[at]);
    const std::optional<int> order = no_left || no_right
                                         ? static_cast<int>(no_left) - static_cast<int>(no_right)
                                         : compare(left[at], right[at]);
    if (!order || *order != 0) return order;
  }
  return order_of(static_cast<double>(left.size()), static_cast<double>(right.size()));
}

template <typename Part>
bool is(const SqlValue& value) {
  return std::holds_alternative<Part>(value);
}

}  // namespace

SqlValue of(std::optional<double> number) { return number ? SqlValue(*number) : SqlValue(); }

SqlValue of(SqlList values) { return std::make_shared<const SqlList>(std::move(values)); }

std::optional<double> sql_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string sql_number_text(double number) {
  std::array<char, 400> text{};
  if (number == 0) return "0";  // whatever its sign
  // Digits and a point where that is not much longer, as databases write numbers.
  const bool is_plain = std::abs(number) >= 1e-4 && std::abs(number) < 1e15;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                 is_plain ? std::chars_format::fixed : std::chars_format::general)
                       .ptr;
  return {text.data(), end};
}

std::optional<double> as_number(const SqlValue& value) {
  if (const double* number = std::get_if<double>(&value)) return *number;
  if (const std::string* text = std::get_if<std::string>(&value)) return sql_number(*text);
  return std::nullopt;
}

std::optional<std::string> as_text(const SqlValue& value) {
  if (const std::string* text = std::get_if<std::string>(&value)) return *text;
  if (const double* number = std::get_if<double>(&value)) return sql_number_text(*number);
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const SqlMoment* moment = std::get_if<SqlMoment>(&value)) return moment_text(*moment);
  return std::nullopt;
}

std::optional<SqlMoment> as_moment(const SqlValue& value) {
  if (const SqlMoment* moment = std::get_if<SqlMoment>(&value)) return *moment;
  if (const std::string* text = std::get_if<std::string>(&value)) return moment_in_cell(*text);
  return std::nullopt;
}

std::shared_ptr<const SqlList> as_list(const SqlValue& value) {
  if (const auto* list = std::get_if<std::shared_ptr<const SqlList>>(&value)) return *list;
  if (const std::string* text = std::get_if<std::string>(&value))
    return std::make_shared<const SqlList>(list_in_cell(*text));
  return nullptr;
}

std::optional<int> compare(const SqlValue& left, const SqlValue& right) {
  if (is_null(left) || is_null(right)) return std::nullopt;
  if (is<std::string>(left) && is<std::string>(right))
    return std::get<std::string>(left).compare(std::get<std::string>(right));
  if (is<bool>(left) && is<bool>(right))
    return static_cast<int>(std::get<bool>(left)) - static_cast<int>(std::get<bool>(right));
  if (is<SqlMoment>(left) || is<SqlMoment>(right)) {
    const auto a = as_moment(left), b = as_moment(right);
    return a && b ? std::optional(order_of(a->seconds, b->seconds)) : std::nullopt;
  }
  if (is<std::shared_ptr<const SqlList>>(left) || is<std::shared_ptr<const SqlList>>(right)) {
    const auto a = as_list(left), b = as_list(right);
    return a && b ? compare_lists(*a, *b) : std::nullopt;
  }
  const auto a = as_number(left), b = as_number(right);
  return a && b ? std::optional(order_of(*a, *b)) : std::nullopt;
}

}  // namespace sanaq::splink
