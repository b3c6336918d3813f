// A table of named columns for other programs: what a linking or an estimate says, in columns as
// Arrow and data frames have them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sanaq::record {

// Texts, each distinct one kept once. A code is an index into texts.
struct CodedTexts {
  std::vector<std::uint32_t> codes;  // one entry for each row
  std::vector<std::string> texts;    // UTF-8
  bool operator==(const CodedTexts&) const = default;
};

struct PlainColumn {
  std::string name;  // unique in the table
  // One entry for each row.
  std::variant<CodedTexts, std::vector<std::int64_t>, std::vector<double>> values;
  bool operator==(const PlainColumn&) const = default;
};

// All columns have as many rows as the table.
struct PlainTable {
  std::size_t rows = 0;
  std::vector<PlainColumn> columns;
  bool operator==(const PlainTable&) const = default;

  // Returns nullptr if there is no column of this name.
  [[nodiscard]] const PlainColumn* find(const std::string& name) const;
};

}  // namespace sanaq::record
