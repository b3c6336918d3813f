// A cell of a list in whose place something else stands, as somebody entered it.
#pragma once
#include <cstdint>
#include <string>

namespace sanaq::tables {

struct MendedCell {
  std::uint32_t record = 0;  // in the order of the list's rows
  std::string header;        // of its column
  std::string text;          // "" if nobody knows
};

}  // namespace sanaq::tables
