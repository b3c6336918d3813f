#include "sanaq/tables/sheet_number.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

namespace sanaq::tables {

std::string number_text(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{}", static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

}  // namespace sanaq::tables
