#include "sanaq/estimate/registers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "sanaq/base/quiet_progress.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/settled_lists.h"
#include "sanaq/num/chains.h"

namespace sanaq::estimate {
namespace {

using base::message;
using Values = std::vector<double>;

constexpr int draws_each = 1000;
constexpr double below_documented_max = 0.5;  // of draws with fewer persons than are documented
constexpr double documented_off_max = 0.05;   // from all sampled registers, relative

using Key = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::int64_t>>;

Key key_of(const CaptureTable& table) {
  Key key;
  for (const Cell& cell : table.cells) key.emplace_back(cell.not_covered, cell.listed, cell.count);
  return key;
}

double variance_of_log(const Values& totals) {
  double sum = 0, squares = 0;
  for (const double total : totals) {
    sum += std::log(total);
    squares += std::log(total) * std::log(total);
  }
  const double n = static_cast<double>(totals.size());
  return std::max(0.0, squares / n - sum / n * (sum / n));
}

struct Mixture {
  Values totals;      // draws of all registers together
  Values unlisted;    // the same, less the persons of their register
  Values documented;  // persons of each register
  double within = 0;  // mean variance of log N inside a register
  std::size_t registers = 0;
};

// Sampled registers often give one table twice: each different table is estimated once.
Mixture mix(std::span<const CaptureTable> sampled, const SettledLists& settled,
            const Options& options, const Values& model_log_weight, base::Progress& progress) {
  std::map<Key, std::size_t> times;
  std::map<Key, CaptureTable> tables;
  for (const CaptureTable& table : sampled) {
    const CaptureTable counted = with_settled(settled, table);
    const Key key = key_of(counted);
    ++times[key];
    tables.emplace(key, counted);
  }
  Options each = with_settled(settled, options);
  each.is_part = true;
  each.draws = draws_each;
  each.model_log_weight = model_log_weight;
  each.checks_on_own_lists = false;
  each.alternatives = false;
  Mixture mixture;
  progress.start(message("estimating on each sampled register"),
                 static_cast<std::int64_t>(tables.size()));
  base::QuietProgress quiet(progress);
  std::int64_t done = 0;
  for (const auto& [key, table] : tables) {
    progress.throw_if_stopped();
    const Summary summary = estimate(table, each, quiet);
    progress.advance_to(++done);
    if (summary.total_draws.empty()) continue;
    const double observed = static_cast<double>(table.observed());
    for (std::size_t again = 0; again < times[key]; ++again) {
      for (const double total : summary.total_draws) {
        mixture.totals.push_back(total);
        mixture.unlisted.push_back(total - observed);
      }
      mixture.documented.push_back(observed);
      mixture.within += variance_of_log(summary.total_draws);
      ++mixture.registers;
    }
  }
  progress.finish();
  if (mixture.registers > 0) mixture.within /= static_cast<double>(mixture.registers);
  return mixture;
}

Estimate estimate_of(const Values& ascending, const Interval& as) {
  double mean = 0;
  for (const double value : ascending) mean += value / static_cast<double>(ascending.size());
  const double tail = tail_of(as.name, as.level);
  return {std::round(num::quantile_sorted(ascending, 0.5)),
          mean,
          {as.name, as.level, std::round(num::quantile_sorted(ascending, tail)),
           std::round(num::quantile_sorted(ascending, 1 - tail))}};
}

// The published register has `summary.observed` persons; the sampled ones may have others. What
// stands on one page must not contradict itself, and where it does not add up the page says why.
void say_how_numbers_meet(const Mixture& mixture, Summary& summary) {
  const auto [fewest, most] =
      std::minmax_element(mixture.documented.begin(), mixture.documented.end());
  const double documented = static_cast<double>(summary.observed);
  const auto below = std::count_if(mixture.totals.begin(), mixture.totals.end(),
                                   [&](double total) { return total < documented; });
  const double share = static_cast<double>(below) / static_cast<double>(mixture.totals.size());
  if (share > below_documented_max) {
    summary.reasons.push_back(
        message("in {} % of the draws from sampled registers there are fewer persons in all than "
                "the {} documented: the published register and the estimate contradict each other",
                std::lround(100 * share), summary.observed));
  } else if (documented > *most * (1 + documented_off_max) ||
             documented < *fewest * (1 - documented_off_max)) {
    summary.reasons.push_back(
        message("{} persons are documented, but the sampled registers have from {} to {}: the "
                "published register and the estimate contradict each other",
                summary.observed, std::llround(*fewest), std::llround(*most)));
  } else if (documented + summary.unlisted->median != summary.estimate->median) {
    summary.warnings.push_back(
        message("the {} persons documented are those of the published register; the sampled ones "
                "have from {} to {}, so that documented and unlisted need not add up to the total",
                summary.observed, std::llround(*fewest), std::llround(*most)));
  }
}

}  // namespace

void say_why_figures_do_not_add_up(std::int64_t fewest, std::int64_t most, Summary& summary) {
  if (!summary.estimate || !summary.unlisted) return;
  const std::int64_t total = std::llround(summary.estimate->median),
                     unlisted = std::llround(summary.unlisted->median);
  if (summary.observed + unlisted == total) return;
  summary.warnings.push_back(
      message("{} documented and {} on no list do not add up to {}: in the sampled registers {} to "
              "{} persons are documented, and each number is the middle of its own draws",
              summary.observed, unlisted, total, fewest, most));
}

Summary estimate_over_registers(const CaptureTable& best, std::span<const CaptureTable> sampled,
                                const Options& options, base::Progress& progress,
                                const std::function<void()>& meanwhile) {
  check_dependent_lists(options, best.lists);
  Mixture mixture;
  Summary summary = estimate(best, options, progress, [&](const Summary& so_far) {
    if (!sampled.empty() && so_far.estimate && !so_far.total_draws.empty())
      mixture = mix(sampled, settle_lists(best), options, so_far.model_log_weight, progress);
    if (meanwhile) meanwhile();
  });
  if (sampled.empty() || !summary.estimate) return summary;
  if (summary.total_draws.empty()) {
    summary.warnings.push_back(
        message("this method gives no draws: doubt about links is not in its interval"));
    return summary;
  }
  if (mixture.registers == 0) return summary;
  const double everything = variance_of_log(mixture.totals);
  summary.register_count = static_cast<std::int64_t>(mixture.registers);
  summary.link_share = everything > 0 ? std::clamp(1 - mixture.within / everything, 0.0, 1.0) : 0;
  summary.warnings.push_back(
      message("averaged over {} sampled registers: {} % of the doubt comes from the links",
              summary.register_count, std::lround(100 * *summary.link_share)));
  std::sort(mixture.totals.begin(), mixture.totals.end());
  std::sort(mixture.unlisted.begin(), mixture.unlisted.end());
  summary.estimate = estimate_of(mixture.totals, summary.estimate->interval);
  summary.unlisted = estimate_of(mixture.unlisted, summary.estimate->interval);
  for (Interval& interval : summary.intervals) {
    if (interval.name == summary.estimate->interval.name)
      interval = estimate_of(mixture.totals, interval).interval;
  }
  say_how_numbers_meet(mixture, summary);
  summary.total_draws = std::move(mixture.totals);
  return summary;
}

}  // namespace sanaq::estimate
