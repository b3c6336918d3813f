#include "sanaq/estimate/complete_lists.h"

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/connection.h"

namespace sanaq::estimate {
namespace {

using base::message;

// Lists on which everybody is who is documented, as a mask.
std::uint32_t complete_lists(const CaptureTable& table) {
  std::uint32_t complete = 0;
  const auto persons = persons_of_each_list(table);
  for (std::size_t list = 0; list < persons.size(); ++list)
    complete |= persons[list] == table.observed() ? 1U << list : 0;
  return complete;
}

CaptureTable without_lists(CaptureTable table, std::uint32_t lists) {
  for (Cell& cell : table.cells) {
    cell.listed &= ~lists;
    cell.not_covered |= lists;
  }
  std::erase_if(table.cells, [](const Cell& cell) { return cell.listed == 0; });
  return ordered(covering_lists(table));
}

// None where the other lists cannot say anything.
std::optional<Summary> of_the_others(const CaptureTable& others, Options options,
                                     base::Progress& progress) {
  if (others.lists.size() < 2 || on_two_lists_or_more(others) == 0 ||
      groups_that_cover(others).size() > 1)
    return std::nullopt;
  options.method = Method::automatic;
  options.alternatives = options.checks_on_own_lists = false;
  options.total_prior.reset();
  options.unlisted_prior.reset();
  options.is_part = true;
  return estimate(others, options, progress);
}

}  // namespace

void say_complete_lists(const CaptureTable& table, const Options& options, base::Progress& progress,
                        Summary& summary) {
  const std::uint32_t complete = complete_lists(table);
  if (complete == 0) return;
  const auto others = of_the_others(without_lists(table, complete), options, progress);
  const double documented = static_cast<double>(table.observed());
  if (!others || !others->estimate || others->estimate->interval.low <= documented) {
    summary.warnings.push_back(
        message("everybody who is documented is on {}: if it was made from the other lists, it "
                "tells nothing of those on no list; leave it out",
                names_of(complete, table)));
    return;
  }
  summary.reasons.push_back(message(
      "everybody who is documented is on {}, though the other lists alone say {} ({} to "
      "{}): it seems to be made from them; leave it out",
      names_of(complete, table), std::llround(others->estimate->median),
      std::llround(others->estimate->interval.low), std::llround(others->estimate->interval.high)));
}

}  // namespace sanaq::estimate
