// A condition of Splink, and the cells of two rows.
#include "sanaq/link/sql_condition.h"

#include <map>

#include "input.h"
#include "sanaq/link/plain_test.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto parts = fuzz::pieces_of(fuzz::bytes_of(data, size), 3);
  return fuzz::answered_in_words([&] {
    const auto cell = [&](const std::string&, link::Side side) -> std::optional<std::string_view> {
      const std::string_view text = parts[side == link::Side::left ? 1 : 2];
      if (text.empty()) return std::nullopt;
      return text;
    };
    for (const link::SqlDialect dialect : {link::SqlDialect::duckdb, link::SqlDialect::spark}) {
      const auto condition = link::SqlCondition::parse(parts[0], dialect);
      if (!condition) continue;
      (void)condition->holds(cell);
      (void)condition->plain_equality();
      (void)condition->equalities();
      (void)link::plain_tests(*condition);
      if (condition->is_blocking_rule())
        (void)condition->blocking_key(
            [&](const std::string& column) { return cell(column, link::Side::left); });
    }
  });
}
