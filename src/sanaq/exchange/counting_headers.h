// Headers of columns that only count the rows, over several lists.
#pragma once
#include <string>
#include <vector>

namespace sanaq::exchange {

struct OwnHeaders {
  std::vector<std::string> counters;  // headers of columns that only count the rows
  std::vector<std::string> unmapped;  // headers of all columns that are no field
};

// Returns the headers that count the rows in every list that has them; linking leaves them out.
[[nodiscard]] std::vector<std::string> headers_that_count(const std::vector<OwnHeaders>& lists);

}  // namespace sanaq::exchange
