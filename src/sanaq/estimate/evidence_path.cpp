#include "sanaq/estimate/evidence_path.h"

#include <algorithm>
#include <cmath>

#include "sanaq/num/logspace.h"

namespace sanaq::estimate {
namespace {

using Values = std::vector<double>;

constexpr std::size_t starts_every = 4;
constexpr std::size_t points_a_step = 12;  // where the spline is looked at between two points
constexpr double step_of_width = 0.35;     // the longest step, as a part of the posterior's width
constexpr double parts_max = 4;            // into which a step is cut at once
constexpr int rounds_max = 40;
constexpr double log_weight_ignored = 30;  // models so much lighter than the heaviest
constexpr double same_optimum = 1e-6;      // difference of two fits' log posteriors

double no_difference(double log_posterior) {
  return same_optimum * (1 + 1e-9 * std::abs(log_posterior));
}

class Path {
 public:
  explicit Path(const FittedModel& model) : model_(model) {}

  void begin(Values grid) {
    path_.unlisted = std::move(grid);
    path_.fits.resize(path_.unlisted.size());
    const std::size_t last = path_.unlisted.size() - 1;
    bool is_concave = false;
    for (std::size_t at = 0; at <= last; at += starts_every) {
      const auto starts = model_.starts(path_.unlisted[at]);
      is_concave = starts.size() == 1;
      for (const Values& start : starts) consider(at, start);
      if (is_concave) break;
    }
    for (std::size_t at = 1; at <= last; ++at) consider_from(at, at - 1);
    for (std::size_t at = last; !is_concave && at > 0; --at) consider_from(at - 1, at);
    is_concave_ = is_concave;
  }

  // Adds the numbers, which lie inside the path and are not on it.
  void insert(const Values& numbers) {
    for (const double number : numbers) {
      const auto place = std::lower_bound(path_.unlisted.begin(), path_.unlisted.end(), number);
      const auto at = static_cast<std::size_t>(place - path_.unlisted.begin());
      path_.unlisted.insert(place, number);
      path_.fits.insert(path_.fits.begin() + static_cast<std::ptrdiff_t>(at), InteractionFit());
      consider_from(at, at - 1);
      if (!is_concave_) settle(at);
    }
  }

  // Fits that know no neighbour, at the point nearest to `log_number`; true where one is better.
  bool start_afresh(double log_number) {
    if (is_concave_) return false;
    const Values x = shifted_logs(path_.unlisted);
    std::size_t at = 0;
    while (at + 1 < x.size() && x[at + 1] + x[at] < 2 * log_number) ++at;
    bool is_better = false;
    for (const Values& start : model_.starts(path_.unlisted[at]))
      is_better = consider(at, start) || is_better;
    if (!is_better) return false;
    for (std::size_t to = at; to > 0 && consider_from(to - 1, to);) --to;
    for (std::size_t to = at; to + 1 < x.size() && consider_from(to + 1, to);) ++to;
    return true;
  }

  [[nodiscard]] const EvidencePath& path() const { return path_; }
  [[nodiscard]] EvidencePath take() { return std::move(path_); }

 private:
  // True where the fit is better than what was there.
  bool consider(std::size_t at, const Values& start) {
    InteractionFit fit = model_.fit(path_.unlisted[at], start);
    InteractionFit& best = path_.fits[at];
    const bool is_first = best.parameters.empty();
    const double known = best.log_posterior;
    if (!is_first && !(fit.log_posterior > known)) return false;
    best = std::move(fit);
    return is_first || best.log_posterior > known + no_difference(known);
  }
  bool consider_from(std::size_t at, std::size_t neighbour) {
    return consider(at, Values(path_.fits[neighbour].parameters));
  }

  // A new point was fitted from below, and is now from above. Where the two differ the better
  // branch is followed to the other side as far as it is the better one.
  void settle(std::size_t at) {
    InteractionFit from_above = model_.fit(path_.unlisted[at], path_.fits[at + 1].parameters);
    const double below = path_.fits[at].log_posterior, above = from_above.log_posterior;
    if (above > below) path_.fits[at] = std::move(from_above);
    if (above > below + no_difference(below)) {
      for (std::size_t to = at; to > 0 && consider_from(to - 1, to);) --to;
    } else if (above < below - no_difference(below)) {
      for (std::size_t to = at; to + 1 < path_.fits.size() && consider_from(to + 1, to);) ++to;
    }
  }

  const FittedModel& model_;
  EvidencePath path_;
  bool is_concave_ = false;
};

// The numbers at which a path's spline is looked at: some between each two points.
Values looked_at(const Values& unlisted) {
  Values points;
  for (std::size_t at = 0; at + 1 < unlisted.size(); ++at) {
    const double low = unlisted[at] + 0.5, ratio = (unlisted[at + 1] + 0.5) / low;
    points.push_back(unlisted[at]);
    for (std::size_t part = 1; part < points_a_step; ++part) {
      const double share = static_cast<double>(part) / static_cast<double>(points_a_step);
      const double value = std::floor(low * std::pow(ratio, share));
      if (value > points.back() && value < unlisted[at + 1]) points.push_back(value);
    }
  }
  points.push_back(unlisted.back());
  return points;
}

// Where the running sum of the masses passes `level`, between the cell's edges.
double log_quantile(const Values& edge, const Values& mass, double level) {
  double below = 0;
  std::size_t cell = 0;
  while (cell + 1 < mass.size() && below + mass[cell] < level) below += mass[cell++];
  const double share = mass[cell] > 0 ? std::clamp((level - below) / mass[cell], 0.0, 1.0) : 0.5;
  const double low = std::log(std::max(edge[cell], 0.0) + 0.5),
               high = std::log(edge[cell + 1] + 0.5);
  return low + share * (high - low);
}

// Numbers that cut the steps which are long for what lies in them.
Values cuts(const EvidencePath& path, const PathRegion& region) {
  Values numbers;
  const double longest = std::max(region.width, 1e-12) * step_of_width;
  const Values x = shifted_logs(path.unlisted);
  for (std::size_t at = 0; at + 1 < x.size(); ++at) {
    if (x[at + 1] < region.low || x[at] > region.high) continue;
    const double step = x[at + 1] - x[at];
    const double parts = std::min(parts_max, std::ceil(step / longest - 0.1));
    double last = path.unlisted[at];
    for (double part = 1; part < parts; ++part) {
      const double value = std::floor(std::exp(x[at] + step * part / parts));
      if (value <= last || value >= path.unlisted[at + 1]) continue;
      numbers.push_back(value);
      last = value;
    }
  }
  return numbers;
}

}  // namespace

Values EvidencePath::log_evidence() const {
  Values values;
  for (const InteractionFit& fit : fits) values.push_back(fit.log_evidence);
  return values;
}

Values EvidencePath::log_evidence_at(const Values& points) const {
  return spline(shifted_logs(unlisted), log_evidence(), shifted_logs(points));
}

PathRegion region_of(const EvidencePath& path, const PathOptions& options) {
  const Values points = looked_at(path.unlisted), edge = grid_edges(points);
  Values evidence = path.log_evidence_at(points), mass = evidence;
  for (std::size_t at = 0; at < points.size(); ++at) {
    evidence[at] += std::log(edge[at + 1] - edge[at]);
    mass[at] = evidence[at] + (options.log_weight ? options.log_weight(points[at]) : 0);
  }
  PathRegion region;
  region.log_weight = num::log_sum_exp(mass);
  // A prior without any of the points in it: where the lists alone would have it.
  if (!std::isfinite(region.log_weight)) {
    mass = evidence;
    region.log_weight = num::log_sum_exp(mass);
  }
  for (double& value : mass) value = std::exp(value - region.log_weight);
  region.low = log_quantile(edge, mass, 0.01);
  region.high = log_quantile(edge, mass, 0.99);
  region.width = log_quantile(edge, mass, 0.95) - log_quantile(edge, mass, 0.05);
  return region;
}

std::vector<GridRegion> regions_that_matter(const std::vector<EvidencePath>& paths,
                                            const PathOptions& options) {
  std::vector<PathRegion> all;
  double heaviest = -INFINITY;
  for (const EvidencePath& path : paths) {
    all.push_back(region_of(path, options));
    heaviest = std::max(heaviest, all.back().log_weight);
  }
  std::vector<GridRegion> regions;
  for (const PathRegion& region : all) {
    if (region.log_weight > heaviest - log_weight_ignored)
      regions.push_back({region.low - region.width, region.high + region.width});
  }
  return regions;
}

EvidencePath evidence_path(const FittedModel& model, const PathOptions& options) {
  Path path(model);
  path.begin(coarse_grid(options.top, options.coarse_points));
  for (int round = 0; round < rounds_max; ++round) {
    const PathRegion region = region_of(path.path(), options);
    const Values numbers = cuts(path.path(), region);
    path.insert(numbers);
    if (numbers.empty() && !path.start_afresh((region.low + region.high) / 2)) break;
  }
  return path.take();
}

}  // namespace sanaq::estimate
