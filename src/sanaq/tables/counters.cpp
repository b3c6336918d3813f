#include "sanaq/tables/counters.h"

#include <charconv>
#include <optional>

#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {
namespace {

std::optional<std::int64_t> number_in(const std::string& cell) {
  std::string_view digits = cell;
  while (!digits.empty() && (digits.back() == '.' || digits.back() == ')')) digits.remove_suffix(1);
  if (digits.starts_with("№")) digits.remove_prefix(std::string_view("№").size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
    return std::nullopt;
  return number;
}

}  // namespace

bool counts_rows(const record::Column& column) {
  constexpr std::int64_t cells_min = 5;
  constexpr std::int64_t first_max = 100'000;  // numbers of papers are longer
  constexpr std::int64_t looked_at = 64;       // most columns are found out by their first cells
  std::int64_t filled = 0, steps = 0;
  std::optional<std::int64_t> before;
  for (const std::uint32_t code : column.codes) {
    if (code == 0) continue;
    const auto number = number_in(column.values[code]);
    if (filled == 0 && (!number || *number > first_max)) return false;
    if (filled > 0 && before && number && *number == *before + 1) ++steps;
    before = number;
    if (++filled == looked_at && steps * 2 < looked_at) return false;
  }
  return filled >= cells_min && steps * 10 >= (filled - 1) * 9;
}

void find_counters(IngestedList& list) {
  for (const record::Column& column : list.records.columns) {
    if (column.field || !counts_rows(column)) continue;
    list.counter_headers.push_back(column.header);
    list.warnings.push_back(base::message(
        "the column {} only counts the rows: it says nothing of who somebody is, and is left out "
        "of linking",
        column.header));
  }
}

}  // namespace sanaq::tables
