#include "sanaq/estimate/settled_lists.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/contained_lists.h"
#include "sanaq/estimate/probability_text.h"

namespace sanaq::estimate {
namespace {

using base::message;

void leave_out(std::size_t list, SettledLists& settled) {
  const std::size_t gone = *settled.place[list];
  settled.lists.erase(settled.lists.begin() + static_cast<std::ptrdiff_t>(gone));
  settled.place[list].reset();
  for (auto& place : settled.place) {
    if (place && *place > gone) --*place;
  }
}

void join(std::size_t keep, std::size_t drop, SettledLists& settled) {
  settled.lists.erase(settled.lists.begin() + static_cast<std::ptrdiff_t>(drop));
  for (auto& place : settled.place) {
    if (place && *place == drop) place = keep;
    if (place && *place > drop) --*place;
  }
}

// Of the pairs that are one list, that with the least probability.
std::optional<Meeting> one_list_twice(const CaptureTable& table) {
  const double pairs = pairs_of(table.lists.size());
  std::optional<Meeting> found;
  double least = std::log(improbable);
  for (const Meeting& lists : meetings_of_pairs(table)) {
    const auto inside = containment(lists, pairs);
    if (!inside || !inside->is_twice || inside->log_probability >= least) continue;
    least = inside->log_probability;
    found = lists;
  }
  return found;
}

void say_joined(const CaptureTable& table, const Meeting& lists, SettledLists& settled) {
  settled.warnings.push_back(
      message("{} of the {} persons on {} or {} are on both; by chance this has probability {}: "
              "they count as one list",
              lists.on_both, lists.on_first + lists.on_second - lists.on_both,
              names_of(lists.first, table), names_of(lists.second, table),
              probability_text(containment(lists, pairs_of(table.lists.size()))->log_probability)));
}

}  // namespace

SettledLists settle_lists(const CaptureTable& table) {
  SettledLists settled;
  settled.given = settled.lists = table.lists;
  for (std::size_t list = 0; list < table.lists.size(); ++list) settled.place.emplace_back(list);
  const auto persons = persons_of_each_list(table);
  for (std::size_t list = 0; list < persons.size(); ++list) {
    if (persons[list] > 0) continue;
    leave_out(list, settled);
    settled.warnings.push_back(message("nobody is on {}: it was left out", table.lists[list]));
  }
  CaptureTable counted = with_settled(settled, table);
  while (const auto twice = one_list_twice(counted)) {
    say_joined(counted, *twice, settled);
    join(static_cast<std::size_t>(std::countr_zero(twice->first)),
         static_cast<std::size_t>(std::countr_zero(twice->second)), settled);
    counted = with_settled(settled, table);
  }
  return settled;
}

CaptureTable with_settled(const SettledLists& settled, const CaptureTable& table) {
  base::check(table.lists == settled.given, "a table has the lists that were settled");
  if (settled.lists.size() == settled.given.size()) return ordered(table);
  CaptureTable counted{settled.lists, {}};
  for (const Cell& cell : table.cells) {
    Cell one{0, 0, cell.count};
    std::uint32_t covered = 0;
    for (std::size_t list = 0; list < table.lists.size(); ++list) {
      if (!settled.place[list]) continue;
      const std::uint32_t bit = 1U << *settled.place[list];
      one.listed |= ((cell.listed >> list) & 1U) != 0 ? bit : 0;
      covered |= ((cell.not_covered >> list) & 1U) != 0 ? 0 : bit;
    }
    if (one.listed == 0) continue;
    one.not_covered =
        ((settled.lists.size() >= 32 ? 0 : 1U << settled.lists.size()) - 1) & ~covered;
    counted.cells.push_back(one);
  }
  return ordered(counted);
}

Options with_settled(const SettledLists& settled, Options options) {
  const auto name_of = [&](const std::string& list) {
    const auto found = std::find(settled.given.begin(), settled.given.end(), list);
    if (found == settled.given.end()) return list;
    const auto place = settled.place[static_cast<std::size_t>(found - settled.given.begin())];
    return place ? settled.lists[*place] : list;
  };
  std::vector<DependentLists> pairs;
  for (const DependentLists& pair : options.dependent_lists) {
    DependentLists named{name_of(pair.first), name_of(pair.second)};
    if (named.first != named.second) pairs.push_back(std::move(named));
  }
  options.dependent_lists = std::move(pairs);
  return options;
}

}  // namespace sanaq::estimate
