// Numbers that count: ages, years.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/levels.h"
#include "sanaq/record/age_span.h"
#include "sanaq/record/field.h"

namespace sanaq::link {
namespace {

// 40-45 and 42 agree as far as they are known, which tells about as much as a year off; nothing
// where both are known to the year.
std::optional<bool> spans_agree(const std::string& left, const std::string& right) {
  constexpr std::string_view span_signs = "-+";
  const bool is_span =
      left.find_first_of(span_signs) != left.npos || right.find_first_of(span_signs) != right.npos;
  if (!is_span) return std::nullopt;
  const auto a = record::age_from_text(left), b = record::age_from_text(right);
  if (!a || !b) return std::nullopt;
  return a->from <= b->to && b->from <= a->to;
}

int number_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  enum { near = near_level, off_by_one, one_edit, differs };
  const std::u32string& a = feature.letters[left];
  const std::u32string& b = feature.letters[right];
  if (feature.column == record::field_name(record::Field::age)) {
    if (const auto agree = spans_agree(feature.values[left], feature.values[right]))
      return *agree ? off_by_one : differs;
  }
  const int edits = osa_distance(a, b, 1);
  if (edits == 1 && std::min(a.size(), b.size()) >= 3) return near;
  const long gap = std::labs(std::strtol(feature.values[left].c_str(), nullptr, 10) -
                             std::strtol(feature.values[right].c_str(), nullptr, 10));
  if (gap == 1) return off_by_one;
  return edits == 1 ? one_edit : differs;
}

}  // namespace

const KindOfLevels& number_kind() {
  static const KindOfLevels kind{
      "number",
      with_exact({"one digit off", "off by one, or agrees as far as known", "one edit", "differs"}),
      {0.40, 0.20, 0.10, 0.30},
      number_level};
  return kind;
}

}  // namespace sanaq::link
