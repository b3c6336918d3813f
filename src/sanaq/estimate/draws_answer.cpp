#include "sanaq/estimate/draws_answer.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/num/chains.h"

namespace sanaq::estimate {

double tail_of(const std::string& name, double level) {
  return name == "back-tested" ? lower_tail(level) : (1 - level) / 2;
}

Estimate estimate_from_draws(std::vector<double> draws, const std::string& name, double level) {
  base::check(!draws.empty(), "there are draws");
  std::sort(draws.begin(), draws.end());
  double mean = 0;
  for (const double value : draws) mean += value / static_cast<double>(draws.size());
  const auto quantile = [&](double at) { return std::round(num::quantile_sorted(draws, at)); };
  const double tail = tail_of(name, level);
  return {quantile(0.5), mean, {name, level, quantile(tail), quantile(1 - tail)}};
}

void fill_from_draws(std::vector<double> totals, const std::string& name, double level,
                     Summary& summary) {
  const double observed = static_cast<double>(summary.observed);
  summary.estimate = estimate_from_draws(totals, name, level);
  std::vector<double> unlisted;
  for (const double total : totals) unlisted.push_back(total - observed);
  summary.unlisted = estimate_from_draws(std::move(unlisted), name, level);
  summary.intervals.clear();
  for (const double each : {0.9, 0.95})
    summary.intervals.push_back(estimate_from_draws(totals, name, each).interval);
  summary.total_draws = std::move(totals);
  summary.diagnostics.draws = static_cast<std::int64_t>(summary.total_draws.size());
}

}  // namespace sanaq::estimate
