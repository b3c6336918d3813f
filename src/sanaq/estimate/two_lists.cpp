#include "sanaq/estimate/two_lists.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/num/hypergeometric.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr std::int64_t times_observed_max = 1000;  // an upper limit is searched for up to there

double real(std::int64_t value) { return static_cast<double>(value); }

TwoLists persons_in(const CaptureTable& table) {
  TwoLists persons;
  for (const Cell& cell : table.cells) {
    (cell.listed == 3   ? persons.both
     : cell.listed == 1 ? persons.first_only
                        : persons.second_only) += cell.count;
  }
  return persons;
}

}  // namespace

std::optional<double> lincoln_petersen(const TwoLists& persons) {
  if (persons.both == 0) return std::nullopt;
  return real(persons.both + persons.first_only) * real(persons.both + persons.second_only) /
         real(persons.both);
}

double chapman(const TwoLists& persons) {
  return real(persons.both + persons.first_only + 1) *
             real(persons.both + persons.second_only + 1) / real(persons.both + 1) -
         1;
}

Interval transformed_logit_interval(const TwoLists& persons, double level) {
  base::check(level > 0 && level < 1, "a level is between 0 and 1");
  const double both = real(persons.both) + 0.5;
  const double first = real(persons.first_only) + 0.5, second = real(persons.second_only) + 0.5;
  const double observed = real(persons.both + persons.first_only + persons.second_only);
  const double deviation = std::sqrt(1 / both + 1 / first + 1 / second + both / (first * second));
  const double factor = std::exp(num::normal_quantile((1 + level) / 2) * deviation);
  const double unlisted = first * second / both;
  return {"model", level, std::max(observed, observed - 0.5 + unlisted / factor),
          observed - 0.5 + unlisted * factor};
}

Interval two_lists_interval(const TwoLists& persons, double level) {
  Interval interval = transformed_logit_interval(persons, level);
  if (persons.first_only > 0 && persons.second_only > 0) return interval;
  const std::int64_t first = persons.both + persons.first_only,
                     second = persons.both + persons.second_only;
  const double least = std::log((1 - level) / 2);
  // The probability falls as there are more persons.
  std::int64_t can = std::max(first, second), cannot = times_observed_max * can + 1;
  while (cannot - can > 1) {
    const std::int64_t middle = can + (cannot - can) / 2;
    const bool is_possible =
        num::log_at_least_in_both({middle, first, second, 1}, persons.both) >= least;
    (is_possible ? can : cannot) = middle;
  }
  interval.high = std::min(interval.high, real(can));
  return interval;
}

void say_independence_is_untested(Summary& summary) {
  summary.reasons.push_back(
      message("with two lists nobody can test whether they are independent: if being on one makes "
              "being on the other likelier, the true number is higher, if less likely, lower; find "
              "a third list"));
}

Summary estimate_two_lists(const CaptureTable& table, const Options& options) {
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = Method::chapman;
  summary.seed = options.seed;
  if (table.lists.size() != 2) {
    summary.reasons.push_back(
        message("Chapman's method is for two lists, this table has {}: choose another method",
                table.lists.size()));
    return summary;
  }
  say_independence_is_untested(summary);
  if (partly_covered(table)) {
    summary.reasons.push_back(
        message("Chapman's method needs two lists that both covered everybody: estimate only for "
                "those whom both covered"));
    return summary;
  }
  const TwoLists persons = persons_in(table);
  for (base::Message& reason : reasons_in_table(table))
    summary.reasons.push_back(std::move(reason));
  if (persons.both == 0) return summary;
  const Interval interval = two_lists_interval(persons, 0.95);
  const double total = chapman(persons), observed = real(summary.observed);
  summary.estimate = Estimate{total, total, interval};
  summary.unlisted =
      Estimate{total - observed,
               total - observed,
               {interval.name, interval.level, interval.low - observed, interval.high - observed}};
  summary.intervals = {two_lists_interval(persons, 0.9), interval};
  summary.models = {{"Chapman", 0, 1, total},
                    {"Lincoln-Petersen", 0, 0, *lincoln_petersen(persons)}};
  return summary;
}

}  // namespace sanaq::estimate
