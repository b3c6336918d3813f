#include "sanaq/casefile/bad_cell.h"

#include <charconv>

namespace sanaq::casefile {

record::BadCell bad_cell_of(const Statement& said, base::Message reason, base::Message advice) {
  if (!said.origin.file.empty())
    return {said.origin.file, said.origin.row,   said.property,    std::nullopt,
            said.value,       std::move(reason), std::move(advice)};
  std::int64_t number = 0;
  const std::string& entry = said.origin.entry;
  if (const std::size_t colon = entry.rfind(':'); colon != std::string::npos)
    std::from_chars(entry.data() + colon + 1, entry.data() + entry.size(), number);
  return {"ledger",         number,     said.subject + " " + said.property,
          std::nullopt,     said.value, std::move(reason),
          std::move(advice)};
}

}  // namespace sanaq::casefile
