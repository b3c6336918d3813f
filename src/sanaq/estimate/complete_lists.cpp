#include "sanaq/estimate/complete_lists.h"

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/connection.h"
#include "sanaq/estimate/contained_lists.h"
#include "sanaq/estimate/probability_text.h"
#include "sanaq/num/hypergeometric.h"

namespace sanaq::estimate {
namespace {

using base::message;

constexpr double persons_max = 1e12;  // the probabilities hold up to there

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
                                     const EstimateTotal& estimate_total) {
  if (others.lists.size() < 2 || on_two_lists_or_more(others) == 0 ||
      groups_that_cover(others).size() > 1)
    return std::nullopt;
  options.method = Method::automatic;
  options.alternatives = options.checks_on_own_lists = false;
  options.total_prior.reset();
  options.unlisted_prior.reset();
  options.model_log_weight.clear();  // of other lists
  options.is_part = true;
  return estimate_total(others, options);
}

// That all whom the others have are on a complete list of so many, as the others see how many there
// are: the mean over their draws; without draws at the lower limit of their interval. Times the
// pairs of lists, at most 1.
double probability_of_all(const CaptureTable& table, const CaptureTable& others,
                          const Summary& answer) {
  const std::int64_t complete = table.observed(), on_others = others.observed();
  const auto probability = [&](double total) {
    const double all = std::clamp(total, static_cast<double>(complete), persons_max);
    return std::exp(
        num::log_at_least_in_both({std::llround(all), complete, on_others, 1}, on_others));
  };
  double mean = answer.total_draws.empty() ? probability(answer.estimate->interval.low) : 0;
  for (const double total : answer.total_draws)
    mean += probability(total) / static_cast<double>(answer.total_draws.size());
  return std::min(1.0, mean * pairs_of(table.lists.size()));
}

}  // namespace

void say_complete_lists(const CaptureTable& table, const Options& options,
                        const EstimateTotal& estimate_total, Summary& summary) {
  const std::uint32_t complete = complete_lists(table);
  if (complete == 0) return;
  const CaptureTable others = without_lists(table, complete);
  const auto answer = of_the_others(others, options, estimate_total);
  const double probability =
      answer && answer->estimate ? probability_of_all(table, others, *answer) : 1;
  if (probability >= unlikely) {
    summary.warnings.push_back(
        message("everybody who is documented is on {}: if it was made from the other lists, it "
                "tells nothing of those on no list; leave it out",
                names_of(complete, table)));
    return;
  }
  (probability < improbable ? summary.reasons : summary.warnings)
      .push_back(message(
          "everybody who is documented is on {}, which has probability {} where the other lists "
          "alone say {} ({} to {}): if it was made from them, leave it out",
          names_of(complete, table), probability_text(std::log(probability)),
          std::llround(answer->estimate->median), std::llround(answer->estimate->interval.low),
          std::llround(answer->estimate->interval.high)));
}

}  // namespace sanaq::estimate
