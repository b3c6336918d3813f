#include "sanaq/estimate/joined_lists.h"

#include <algorithm>

#include "sanaq/estimate/automatic.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/chordal.h"
#include "sanaq/estimate/covered_average.h"
#include "sanaq/estimate/loglinear_fit.h"

namespace sanaq::estimate {
namespace {

std::uint32_t without_bit(std::uint32_t bits, std::size_t place) {
  const std::uint32_t low = bits & ((1U << place) - 1);
  return low | ((bits >> place >> 1) << place);
}

Cell joined(const Cell& cell, std::size_t keep, std::size_t drop) {
  const std::uint32_t both = (1U << keep) | (1U << drop);
  Cell result = cell;
  if ((cell.listed & both) != 0) {
    result.listed |= 1U << keep;
    result.not_covered &= ~both;
  } else if ((cell.not_covered & both) != 0) {
    result.not_covered |= 1U << keep;
  }
  result.listed = without_bit(result.listed, drop);
  result.not_covered = without_bit(result.not_covered, drop);
  return result;
}

}  // namespace

std::size_t lists_max_of(Method method, bool is_partly_covered) {
  switch (method) {
    case Method::automatic:
    case Method::all:
      return is_partly_covered ? covered_lists_max : average_lists_max;
    case Method::decomposable:
      return chordal_vertices_max;
    case Method::loglinear:
    case Method::sparse:
    case Method::thresholded:
      return loglinear_lists_max;
    case Method::latent_class:
    case Method::chao:
    case Method::chapman:
      break;
  }
  return lists_max;
}

CaptureTable join_smallest_lists(const CaptureTable& table, std::size_t most) {
  CaptureTable result = table;
  while (result.lists.size() > most) {
    const std::vector<std::int64_t> persons = persons_of_each_list(result);
    std::vector<std::pair<std::int64_t, std::size_t>> sizes;
    for (std::size_t list = 0; list < persons.size(); ++list)
      sizes.emplace_back(persons[list], list);
    std::sort(sizes.begin(), sizes.end());
    const std::size_t keep = std::min(sizes[0].second, sizes[1].second),
                      drop = std::max(sizes[0].second, sizes[1].second);
    result.lists[keep] += " + " + result.lists[drop];
    result.lists.erase(result.lists.begin() + static_cast<std::ptrdiff_t>(drop));
    for (Cell& cell : result.cells) cell = joined(cell, keep, drop);
  }
  return ordered(result);
}

}  // namespace sanaq::estimate
