// A condition cut into words, numbers, quoted names and texts, and signs.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/splink/sql_dialect.h"

namespace sanaq::splink {

struct SqlToken {
  enum class Kind { word, number, name, text, sign, end } kind = Kind::end;
  std::string text;
};

// The last is Kind::end. DuckDB has "names" and 'texts', a quote within them doubled; Spark has
// `names`, and 'texts' or "texts" with backslashes. None where a quote is not closed.
[[nodiscard]] std::optional<std::vector<SqlToken>> sql_tokens(std::string_view sql,
                                                              SqlDialect dialect);

}  // namespace sanaq::splink
