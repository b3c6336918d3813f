// A condition of Splink, and the cells of two rows.
#include "sanaq/splink/sql_condition.h"

#include <map>

#include "input.h"
#include "sanaq/splink/plain_condition.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto parts = fuzz::pieces_of(fuzz::bytes_of(data, size), 3);
  return fuzz::answered_in_words([&] {
    const auto cell = [&](const std::string&,
                          splink::Side side) -> std::optional<std::string_view> {
      const std::string_view text = parts[side == splink::Side::left ? 1 : 2];
      if (text.empty()) return std::nullopt;
      return text;
    };
    for (const splink::SqlDialect dialect :
         {splink::SqlDialect::duckdb, splink::SqlDialect::spark}) {
      const auto condition = splink::SqlCondition::parse(parts[0], dialect);
      if (!condition) continue;
      (void)condition->holds(cell);
      (void)condition->plain_equality();
      (void)condition->equalities();
      (void)splink::plain_tests(*condition);
      if (condition->is_blocking_rule())
        (void)condition->blocking_key(
            [&](const std::string& column) { return cell(column, splink::Side::left); });
    }
  });
}
