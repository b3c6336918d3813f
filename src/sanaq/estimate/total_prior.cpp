#include "sanaq/estimate/total_prior.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

constexpr double normal_90 = 1.6448536269514722;

// The log-normal distribution of a survey.
struct OfLog {
  double centre = 0, sd = 1;
};

OfLog of_log(const TotalPrior& prior) {
  return {(std::log(prior.low) + std::log(prior.high)) / 2,
          (std::log(prior.high) - std::log(prior.low)) / (2 * normal_90)};
}

}  // namespace

double log_prior_ratio(const std::optional<TotalPrior>& prior, double total) {
  if (!prior || total <= 0) return 0;
  if (prior->is_range) return total < prior->low || total > prior->high ? -INFINITY : 0;
  const auto [centre, sd] = of_log(*prior);
  const double off = (std::log(total) - centre) / sd;
  return -0.5 * off * off - std::log(sd);
}

KeptDraws keep_by_weight(std::vector<double> weight, std::uint64_t seed) {
  KeptDraws result;
  const auto count = static_cast<double>(weight.size());
  const double top = *std::max_element(weight.begin(), weight.end());
  if (std::isinf(top)) {  // nothing suits: the draws as they are, and none effective
    result.kept.resize(weight.size());
    std::iota(result.kept.begin(), result.kept.end(), std::size_t{0});
    return result;
  }
  double sum = 0, squares = 0;
  for (double& value : weight) {
    value = std::exp(value - top);
    sum += value;
    squares += value * value;
  }
  num::Rng rng(seed, "estimate.total_prior");
  double passed = 0, next = rng.uniform() * sum / count;
  for (std::size_t at = 0; at < weight.size(); ++at) {
    passed += weight[at];
    for (; next < passed && result.kept.size() < weight.size(); next += sum / count)
      result.kept.push_back(at);
  }
  while (result.kept.size() < weight.size()) result.kept.push_back(result.kept.back());
  result.effective = sum * sum / squares;
  return result;
}

KeptDraws draws_under_prior(const std::vector<double>& totals,
                            const std::optional<TotalPrior>& prior, std::uint64_t seed) {
  const auto count = static_cast<double>(totals.size());
  KeptDraws result;
  if (!prior || totals.empty()) {
    result.kept.resize(totals.size());
    std::iota(result.kept.begin(), result.kept.end(), std::size_t{0});
    result.effective = count;
    return result;
  }
  std::vector<double> weight;
  for (const double total : totals) weight.push_back(log_prior_ratio(prior, total));
  return keep_by_weight(std::move(weight), seed);
}

TotalPrior prior_from_unlisted_share(const UnlistedShare& share, double observed) {
  base::check(0 <= share.low && share.low < share.high && share.high < 1,
              "a share of persons on no list lies between 0 and 1");
  return {observed / (1 - share.low), observed / (1 - share.high), share.is_range};
}

double prior_conflict(const TotalPrior& prior, const std::vector<double>& totals) {
  base::check(!totals.empty(), "there are draws of the total");
  double at_least_low = 0, at_most_high = 0, prior_below = 0;
  const auto [centre, sd] = of_log(prior);
  for (const double total : totals) {
    at_least_low += total >= prior.low ? 1 : 0;
    at_most_high += total <= prior.high ? 1 : 0;
    prior_below += num::normal_cdf((std::log(total) - centre) / sd);
  }
  const double count = static_cast<double>(totals.size());
  return std::min(1.0, 2 *
                           (prior.is_range ? std::min(at_least_low, at_most_high)
                                           : std::min(prior_below, count - prior_below)) /
                           count);
}

TotalPrior twice_as_wide(const TotalPrior& prior) {
  const double middle = std::sqrt(prior.low * prior.high), ratio = prior.high / prior.low;
  return {middle / ratio, middle * ratio, prior.is_range};
}

}  // namespace sanaq::estimate
