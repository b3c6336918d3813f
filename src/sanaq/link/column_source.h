// A column as it comes from the table: a text for each code, before sorting.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/record/field.h"

namespace sanaq::link {

struct Source {
  std::string name;
  std::optional<record::Field> field;
  std::vector<std::uint32_t> codes;  // one entry for each record
  std::vector<std::string> texts;    // texts[code]
};

}  // namespace sanaq::link
