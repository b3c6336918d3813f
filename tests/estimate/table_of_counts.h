// A capture table from 2^L counts by mask, for tests.
#pragma once
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::estimate {

inline CaptureTable table_of_counts(const std::vector<std::int64_t>& counts) {
  CaptureTable table;
  for (int list = 0; list < std::countr_zero(counts.size()); ++list) {
    table.lists.push_back(std::string(1, static_cast<char>('A' + list)));
  }
  for (std::uint32_t mask = 1; mask < counts.size(); ++mask) {
    if (counts[mask] > 0) table.cells.push_back({mask, 0, counts[mask]});
  }
  return table;
}

}  // namespace sanaq::estimate
