#include "sanaq/estimate/capture_table.h"

#include <algorithm>
#include <bit>

#include "sanaq/base/error.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr std::int64_t shared_persons_min = 10;

[[noreturn]] void refuse(base::Message what) {
  throw base::Error(base::Kind::bad_input, std::move(what));
}

void check_cell(const Cell& cell, std::uint32_t all_lists) {
  if (cell.count < 0)
    refuse(message("a capture table cannot count {} persons: a count is 0 or more", cell.count));
  if (cell.listed == 0) {
    refuse(
        message("a capture table has no cell of persons on no list: that is what is estimated; "
                "leave the row out"));
  }
  if (((cell.listed | cell.not_covered) & ~all_lists) != 0) {
    refuse(message("a cell of the capture table names a list that the table does not have"));
  }
  if ((cell.listed & cell.not_covered) != 0) {
    refuse(
        message("a cell of the capture table has persons on a list that did not cover them: "
                "correct what the list covers"));
  }
}

}  // namespace

std::int64_t CaptureTable::observed() const {
  std::int64_t sum = 0;
  for (const Cell& cell : cells) sum += cell.count;
  return sum;
}

void check_table(const CaptureTable& table) {
  if (table.lists.size() < 2) {
    refuse(message("an estimate needs two lists at least, better three; this table has {}",
                   table.lists.size()));
  }
  if (table.lists.size() > lists_max) {
    refuse(message("a capture table has at most {} lists; this one has {}: join some", lists_max,
                   table.lists.size()));
  }
  const std::uint32_t all_lists = table.lists.size() == 32 ? ~0U : (1U << table.lists.size()) - 1;
  for (const Cell& cell : table.cells) check_cell(cell, all_lists);
  if (table.observed() == 0)
    refuse(message("nobody is on any list: there is nothing to estimate from"));
}

CaptureTable ordered(const CaptureTable& table) {
  CaptureTable result{table.lists, table.cells};
  auto& cells = result.cells;
  std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
    return a.not_covered != b.not_covered ? a.not_covered < b.not_covered : a.listed < b.listed;
  });
  std::vector<Cell> summed;
  for (const Cell& cell : cells) {
    if (cell.count == 0) continue;
    if (!summed.empty() && summed.back().listed == cell.listed &&
        summed.back().not_covered == cell.not_covered) {
      summed.back().count += cell.count;
    } else {
      summed.push_back(cell);
    }
  }
  cells = std::move(summed);
  return result;
}

CaptureTable covering_lists(const CaptureTable& table) {
  std::uint32_t covers_somebody = 0;
  for (const Cell& cell : table.cells) covers_somebody |= cell.count > 0 ? ~cell.not_covered : 0;
  CaptureTable kept;
  std::vector<std::size_t> places;
  for (std::size_t list = 0; list < table.lists.size(); ++list) {
    if (((covers_somebody >> list) & 1U) == 0) continue;
    kept.lists.push_back(table.lists[list]);
    places.push_back(list);
  }
  for (const Cell& cell : table.cells) {
    if (cell.count == 0) continue;
    Cell packed{0, 0, cell.count};
    for (std::size_t at = 0; at < places.size(); ++at) {
      packed.listed |= ((cell.listed >> places[at]) & 1U) << at;
      packed.not_covered |= ((cell.not_covered >> places[at]) & 1U) << at;
    }
    kept.cells.push_back(packed);
  }
  return kept;
}

bool partly_covered(const CaptureTable& table) {
  return std::any_of(table.cells.begin(), table.cells.end(),
                     [](const Cell& cell) { return cell.not_covered != 0 && cell.count > 0; });
}

std::vector<std::int64_t> persons_on_lists(const CaptureTable& table) {
  std::vector<std::int64_t> persons(table.lists.size() + 1);
  for (const Cell& cell : table.cells)
    persons[static_cast<std::size_t>(std::popcount(cell.listed))] += cell.count;
  return persons;
}

std::vector<std::int64_t> persons_of_each_list(const CaptureTable& table) {
  std::vector<std::int64_t> sizes(table.lists.size());
  for (const Cell& cell : table.cells) {
    for (std::size_t list = 0; list < sizes.size(); ++list)
      sizes[list] += ((cell.listed >> list) & 1U) != 0 ? cell.count : 0;
  }
  return sizes;
}

std::vector<std::int64_t> overlap(const CaptureTable& table) {
  const std::size_t lists = table.lists.size();
  std::vector<std::int64_t> both(lists * lists);
  for (const Cell& cell : table.cells) {
    for (std::size_t i = 0; i < lists; ++i) {
      for (std::size_t j = 0; j < lists; ++j) {
        if (((cell.listed >> i) & (cell.listed >> j) & 1U) != 0) both[i * lists + j] += cell.count;
      }
    }
  }
  return both;
}

std::vector<base::Message> reasons_in_table(const CaptureTable& table) {
  const std::int64_t shared = table.observed() - persons_on_lists(table)[1];
  if (shared == 0 || shared >= shared_persons_min) return {};
  return {message("only {} persons are on two lists or more: too few for a number", shared)};
}

}  // namespace sanaq::estimate
