#include "sanaq/link/compared_rows.h"

#include <charconv>
#include <cmath>
#include <string>

#include "sanaq/text/fold.h"
#include "sanaq/text/name.h"

namespace sanaq::link {
namespace {

int number_of(std::string_view text) {
  int value = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? value : -1;
}

bool is_date(std::string_view field) {
  return field.starts_with("birth") || field.starts_with("death") || field.starts_with("date");
}

// A year alone or an ISO date. Births differ between persons; those who died in one event share
// their dates.
FieldVerdict compare_dates(std::string_view field, const std::string& left,
                           const std::string& right) {
  const bool tells_persons_apart = field.starts_with("birth");
  const bool whole = left.size() >= 8 && right.size() >= 8;
  if (left == right)
    return {whole ? "same" : "same as far as known",
            tells_persons_apart ? (whole ? 13.0 : 5.5) : (whole ? 3.0 : 1.0)};
  if (left.size() < right.size() ? right.starts_with(left) : left.starts_with(right))
    return {"same as far as known", tells_persons_apart ? 5.0 : 1.0};
  const int left_year = number_of(left.substr(0, 4));
  const int right_year = number_of(right.substr(0, 4));
  if (left_year >= 0 && left_year == right_year)
    return {"same year", tells_persons_apart ? 1.5 : -0.5};
  return {"differs", std::abs(left_year - right_year) == 1 ? -2.0 : -4.5};
}

FieldVerdict compare_ages(const std::string& left, const std::string& right) {
  const int gap = std::abs(number_of(left) - number_of(right));
  if (gap == 0) return {"same", 4.5};
  if (gap == 1) return {"a year off", 2.5};
  return gap <= 3 ? FieldVerdict{"near", -0.5} : FieldVerdict{"differs", -4.0};
}

}  // namespace

double probability_at(double weight_bits, double prior) {
  return 1 / (1 + (1 - prior) / prior * std::exp2(-weight_bits));
}

std::string_view level_name(text::NameLevel level) {
  switch (level) {
    case text::NameLevel::same:
      return "same";
    case text::NameLevel::same_sound:
      return "same sound";
    case text::NameLevel::one_letter_off:
      return "one letter off";
    case text::NameLevel::part_missing:
      return "part missing";
    case text::NameLevel::near:
      return "near";
    case text::NameLevel::differs:
      return "differs";
  }
  return "differs";
}

FieldVerdict compare_kinds(bool differ) {
  return differ ? FieldVerdict{"differs", -6} : FieldVerdict{"same", 0};
}

FieldVerdict compare_field(std::string_view field, std::string_view left_cell,
                           std::string_view right_cell) {
  const std::string left = text::fold(left_cell);
  const std::string right = text::fold(right_cell);
  if (left.empty() || right.empty()) return {"missing", 0};
  if (is_date(field)) return compare_dates(field, left, right);
  if (field == "age") return compare_ages(left, right);
  if (field == "sex")
    return left == right ? FieldVerdict{"same", 0.9} : FieldVerdict{"differs", -4.5};
  if (left == right) return {"same", field.starts_with("place") ? 2.0 : 3.0};
  const std::string key = text::sound_key(left);
  if (!key.empty() && key == text::sound_key(right))
    return {"same sound", field.starts_with("place") ? 1.5 : 2.0};
  return {"differs", field.starts_with("place") ? -0.5 : -1.5};
}

}  // namespace sanaq::link
