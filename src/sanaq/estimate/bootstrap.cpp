#include "sanaq/estimate/bootstrap.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

double total_of(const LoglinearData& data, const ChosenUnlisted& choose) {
  return data.counts.sum() + choose(data);
}

void set_counts(LoglinearData& data, const Eigen::VectorXd& counts) {
  data.counts = counts;
  data.log_factorials = 0;
  for (const double count : counts) data.log_factorials += num::log_gamma(count + 1);
}

// As many persons as there are, drawn one cell after the other by binomials.
LoglinearData resampled(const LoglinearData& data, num::Rng& rng) {
  LoglinearData drawn = data;
  Eigen::VectorXd counts = Eigen::VectorXd::Zero(data.counts.size());
  double left = data.counts.sum();
  auto persons = std::llround(left);
  for (Eigen::Index cell = 0; cell < counts.size() && persons > 0; ++cell) {
    const double share = left > 0 ? std::min(1.0, data.counts[cell] / left) : 0;
    const std::int64_t here = share >= 1 ? persons : rng.binomial(persons, share);
    counts[cell] = static_cast<double>(here);
    persons -= here;
    left -= data.counts[cell];
  }
  set_counts(drawn, counts);
  return drawn;
}

// One person of each kind left out in turn, as often as there are such persons.
double acceleration_of(const LoglinearData& data, double total, const ChosenUnlisted& choose) {
  std::vector<std::pair<double, double>> without;  // persons, total
  double mean = 0;
  for (Eigen::Index cell = 0; cell < data.counts.size(); ++cell) {
    if (data.counts[cell] <= 0) continue;
    LoglinearData left = data;
    Eigen::VectorXd counts = data.counts;
    counts[cell] -= 1;
    set_counts(left, counts);
    const double value = total_of(left, choose);
    without.emplace_back(data.counts[cell], std::isfinite(value) ? value : total);
    mean += data.counts[cell] * without.back().second / data.counts.sum();
  }
  double cubes = 0, squares = 0;
  for (const auto& [persons, value] : without) {
    cubes += persons * std::pow(mean - value, 3);
    squares += persons * std::pow(mean - value, 2);
  }
  return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

}  // namespace

double Bootstrap::limit(double probability) const {
  const double z = bias + num::normal_quantile(probability);
  const double bent = 1 - acceleration * z;
  const double level = bent > 0 ? num::normal_cdf(bias + z / bent) : (z > 0 ? 1.0 : 0.0);
  const double place = level * static_cast<double>(totals.size()) - 0.5;
  const auto at = static_cast<std::size_t>(
      std::clamp(std::floor(place), 0.0, static_cast<double>(totals.size()) - 1));
  const std::size_t next = std::min(at + 1, totals.size() - 1);
  if (!std::isfinite(totals[next])) return totals[at];
  const double share = std::clamp(place - static_cast<double>(at), 0.0, 1.0);
  return totals[at] + share * (totals[next] - totals[at]);
}

Interval Bootstrap::interval(double level) const {
  return {"bootstrap", level, limit((1 - level) / 2), limit((1 + level) / 2)};
}

Bootstrap bootstrap(const LoglinearData& data, double total, int resamples,
                    const ChosenUnlisted& choose, std::uint64_t seed, int threads,
                    const base::Progress& progress) {
  base::check(resamples > 0, "a bootstrap has resamples");
  Bootstrap result;
  result.totals.resize(static_cast<std::size_t>(resamples));
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, result.totals.size(), [&](std::size_t at) {
      progress.throw_if_stopped();
      num::Rng rng(seed, "estimate.bootstrap", at);
      result.totals[at] = total_of(resampled(data, rng), choose);
    });
  });
  std::sort(result.totals.begin(), result.totals.end());
  const auto below = std::count_if(result.totals.begin(), result.totals.end(),
                                   [&](double value) { return value < total; });
  const auto alike = std::count_if(result.totals.begin(), result.totals.end(),
                                   [&](double value) { return value == total; });
  const double count = static_cast<double>(resamples);
  const double share = (static_cast<double>(below) + 0.5 * static_cast<double>(alike)) / count;
  result.bias = num::normal_quantile(std::clamp(share, 0.5 / count, 1 - 0.5 / count));
  result.acceleration = acceleration_of(data, total, choose);
  return result;
}

}  // namespace sanaq::estimate
