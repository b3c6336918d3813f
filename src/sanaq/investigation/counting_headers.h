// Headers of columns that only count the rows, over several lists.
#pragma once
#include <string>
#include <vector>

namespace sanaq::investigation {

struct OwnHeaders {
  std::vector<std::string> counters;  // that only count the rows
  std::vector<std::string> unmapped;  // all that are no field
};

// Those that count in each list that has them: linking leaves them out.
[[nodiscard]] std::vector<std::string> headers_that_count(const std::vector<OwnHeaders>& lists);

}  // namespace sanaq::investigation
