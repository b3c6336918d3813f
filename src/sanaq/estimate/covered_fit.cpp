#include "sanaq/estimate/covered_fit.h"

#include <Eigen/Cholesky>
#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/num/logspace.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double step_max = 1.5;
constexpr double rise_end = 1e-9;
constexpr int iterations_max = 300;

double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

// log of each full pattern's share, up to a constant, and its derivatives by the parameters (that
// of a left at 0).
struct Patterns {
  VectorXd eta;
  MatrixXd slope;
};

class Problem {
 public:
  Problem(const CoverageData& data, const RandomInteractions& model, double unlisted)
      : data_(data),
        lists_(data.lists),
        cells_(Index{1} << data.lists),
        two_(model.classes == 2),
        unlisted_(unlisted),
        walsh_(cells_, cells_) {
    for (Index s = 0; s < cells_; ++s) {
      for (Index t = 0; t < cells_; ++t) {
        const auto inside = static_cast<unsigned>(t);
        const int missing = std::popcount(inside & ~static_cast<unsigned>(s));
        walsh_(s, t) = std::pow(0.5, std::popcount(inside)) * (missing % 2 == 0 ? 1 : -1);
      }
    }
    set_prior(model);
  }

  [[nodiscard]] Index size() const { return own() + static_cast<Index>(data_.groups.size()) - 1; }
  [[nodiscard]] Index own() const { return cells_ + (two_ ? 1 + lists_ : 0); }
  [[nodiscard]] Index intercept(std::size_t group) const {
    return group == 0 ? 0 : own() + static_cast<Index>(group) - 1;
  }

  [[nodiscard]] Patterns patterns(const VectorXd& parameters) const {
    Patterns out{VectorXd(cells_), MatrixXd::Zero(cells_, size())};
    VectorXd used = parameters.head(cells_);
    used[0] = 0;
    out.slope.leftCols(cells_) = walsh_;
    out.slope.col(0).setZero();
    if (two_) {
      for (Index list = 0; list < lists_; ++list) used[Index{1} << list] = 0;
    }
    out.eta = walsh_ * used;
    if (two_) add_classes(parameters, out);
    return out;
  }

  // One row an observed cell; the base's unlisted first.
  struct Rows {
    VectorXd count, log_mean;
    MatrixXd slope;
  };
  [[nodiscard]] Rows rows(const VectorXd& parameters) const {
    const Patterns full = patterns(parameters);
    Rows out{VectorXd(row_count()), VectorXd(row_count()), MatrixXd(row_count(), size())};
    Index row = 0;
    for (std::size_t group = 0; group < data_.groups.size(); ++group) {
      const CoverageGroup& those = data_.groups[group];
      for (std::uint32_t cell = 0; cell < static_cast<std::uint32_t>(cells_); ++cell) {
        if ((cell & ~those.covered) != 0 || (cell == 0 && group > 0)) continue;
        out.count[row] = cell == 0 ? unlisted_ : static_cast<double>(those.counts[cell]);
        gather(full, those.covered, cell, out, row);
        out.log_mean[row] += parameters[intercept(group)];
        out.slope(row, intercept(group)) += 1;
        ++row;
      }
    }
    return out;
  }

  [[nodiscard]] double log_posterior(const VectorXd& parameters, const Rows& rows) const {
    const VectorXd off = parameters - mean;
    return rows.count.dot(rows.log_mean) - rows.log_mean.array().exp().sum() -
           0.5 * off.cwiseAbs2().dot(precision);
  }

  [[nodiscard]] double log_factorials() const {
    double sum = num::log_gamma(unlisted_ + 1);
    for (const CoverageGroup& group : data_.groups) {
      for (std::size_t cell = 1; cell < group.counts.size(); ++cell)
        sum += num::log_gamma(static_cast<double>(group.counts[cell]) + 1);
    }
    return sum;
  }

  // log of a group's weight of those on some list that covered it, and of those on none.
  [[nodiscard]] double odds(const Patterns& full, std::uint32_t covered) const {
    double seen = 0, unseen = 0;
    const double top = full.eta.maxCoeff();
    for (Index s = 0; s < cells_; ++s)
      ((static_cast<std::uint32_t>(s) & covered) == 0 ? unseen : seen) +=
          std::exp(full.eta[s] - top);
    return unseen / seen;
  }

  VectorXd precision, mean;

 private:
  void set_prior(const RandomInteractions& model) {
    RandomInteractions with_pairs = model;
    with_pairs.dependent = data_.dependent;
    const InteractionPrior prior = interaction_prior(data_.lists, with_pairs);
    precision = VectorXd::Constant(size(), intercept_precision);
    mean = VectorXd::Zero(size());
    precision.head(cells_) = prior.precision;
    mean.head(cells_) = prior.mean;
    precision[0] = intercept_precision;
    for (Index list = 0; list < lists_; ++list) {
      precision[Index{1} << list] = 1 / (main_sd * main_sd);
      mean[Index{1} << list] = main_mean;
      if (!two_) continue;
      precision[cells_ + 1 + list] = 1 / (class_shift_sd * class_shift_sd);
      mean[cells_ + 1 + list] = class_shift_mean;
    }
    if (!two_) return;
    precision[cells_] = 1 / (class_log_odds_sd * class_log_odds_sd);
    mean[cells_] = class_log_odds_mean;
  }

  [[nodiscard]] Index row_count() const {
    Index count = 1;
    for (const CoverageGroup& group : data_.groups)
      count += (Index{1} << std::popcount(group.covered)) - 1;
    return count;
  }

  void add_classes(const VectorXd& parameters, Patterns& out) const {
    const double v = parameters[cells_], w = num::inverse_logit(v);
    for (Index s = 0; s < cells_; ++s) {
      double first = -softplus(v), second = -softplus(-v);
      for (Index list = 0; list < lists_; ++list) {
        const double b = parameters[Index{1} << list], d = parameters[cells_ + 1 + list];
        const bool listed = ((s >> list) & 1) != 0;
        first -= softplus(listed ? -b : b);
        second -= softplus(listed ? -(b + d) : b + d);
      }
      const double both = num::log_add(first, second), r = std::exp(second - both);
      out.eta[s] += both;
      out.slope(s, cells_) = r - w;
      for (Index list = 0; list < lists_; ++list) {
        const double b = parameters[Index{1} << list], d = parameters[cells_ + 1 + list];
        const double listed = static_cast<double>((s >> list) & 1);
        const double shifted = r * (listed - num::inverse_logit(b + d));
        out.slope(s, cells_ + 1 + list) = shifted;
        out.slope(s, Index{1} << list) = (1 - r) * (listed - num::inverse_logit(b)) + shifted;
      }
    }
  }

  void gather(const Patterns& full, std::uint32_t covered, std::uint32_t cell, Rows& out,
              Index row) const {
    const std::uint32_t free = static_cast<std::uint32_t>(cells_ - 1) & ~covered;
    double top = -INFINITY;
    for (std::uint32_t more = free;; more = (more - 1) & free) {
      top = std::max(top, full.eta[cell | more]);
      if (more == 0) break;
    }
    double sum = 0;
    out.slope.row(row).setZero();
    for (std::uint32_t more = free;; more = (more - 1) & free) {
      const double weight = std::exp(full.eta[cell | more] - top);
      sum += weight;
      out.slope.row(row) += weight * full.slope.row(cell | more);
      if (more == 0) break;
    }
    out.slope.row(row) /= sum;
    out.log_mean[row] = top + std::log(sum);
  }

  const CoverageData& data_;
  Index lists_, cells_;
  bool two_;
  double unlisted_;
  MatrixXd walsh_;
};

MatrixXd hessian_of(const Problem& problem, const Problem::Rows& rows) {
  const VectorXd means = rows.log_mean.array().exp().matrix();
  MatrixXd hessian = rows.slope.transpose() * means.asDiagonal() * rows.slope;
  hessian.diagonal() += problem.precision;
  return hessian;
}

VectorXd gradient_of(const Problem& problem, const Problem::Rows& rows,
                     const VectorXd& parameters) {
  const VectorXd means = rows.log_mean.array().exp().matrix();
  return rows.slope.transpose() * (rows.count - means) -
         problem.precision.cwiseProduct(parameters - problem.mean);
}

}  // namespace

std::int64_t CoverageGroup::observed() const {
  return std::accumulate(counts.begin() + 1, counts.end(), std::int64_t{0});
}

VectorXd covered_start(const CoverageData& data, const RandomInteractions& model, double unlisted,
                       double shift, double log_odds) {
  const Problem problem(data, model, unlisted);
  VectorXd start = problem.mean;
  const double w = num::inverse_logit(log_odds);
  for (int list = 0; list < data.lists; ++list) {
    double listed = 0.5, all = 1 + unlisted;
    for (const CoverageGroup& group : data.groups) {
      if (((group.covered >> list) & 1U) == 0) continue;
      all += static_cast<double>(group.observed());
      for (std::size_t cell = 1; cell < group.counts.size(); ++cell)
        listed += ((cell >> list) & 1U) != 0 ? static_cast<double>(group.counts[cell]) : 0;
    }
    const double share = std::min(0.95, listed / all);
    start[Index{1} << list] = model.classes == 2
                                  ? num::logit(share / (1 + w * (std::exp(shift) - 1)))
                                  : num::logit(share);
    if (model.classes == 2) start[(Index{1} << data.lists) + 1 + list] = shift;
  }
  if (model.classes == 2) start[Index{1} << data.lists] = log_odds;
  const Patterns full = problem.patterns(start);
  for (std::size_t group = 0; group < data.groups.size(); ++group) {
    const double weight =
        num::log_sum_exp({full.eta.data(), static_cast<std::size_t>(full.eta.size())});
    start[problem.intercept(group)] = std::log(static_cast<double>(data.groups[group].observed()) +
                                               (group == 0 ? unlisted : 0) + 0.5) -
                                      weight;
  }
  return start;
}

CoveredFit fit_covered(const CoverageData& data, const RandomInteractions& model, double unlisted,
                       const VectorXd& start) {
  const Problem problem(data, model, unlisted);
  base::check(start.size() == problem.size(), "a fit starts from a whole set of parameters");
  CoveredFit fit;
  fit.parameters = start;
  Problem::Rows rows = problem.rows(start);
  fit.log_posterior = problem.log_posterior(start, rows);
  MatrixXd hessian = hessian_of(problem, rows);
  VectorXd gradient = gradient_of(problem, rows, start);
  double lambda = 1e-4;
  for (int iteration = 0; iteration < iterations_max && lambda < 1e12; ++iteration) {
    MatrixXd damped = hessian;
    damped.diagonal() *= 1 + lambda;
    VectorXd step = damped.llt().solve(gradient);
    const double largest = (rows.slope * step).cwiseAbs().maxCoeff();
    if (largest > step_max) step *= step_max / largest;
    const VectorXd candidate = fit.parameters + step;
    Problem::Rows there = problem.rows(candidate);
    const double value = problem.log_posterior(candidate, there);
    if (!(value > fit.log_posterior)) {
      if (step.cwiseAbs().maxCoeff() < 1e-10) break;
      lambda = std::max(lambda, 1e-8) * 6;
      continue;
    }
    const double rise = value - fit.log_posterior;
    fit.parameters = candidate;
    fit.log_posterior = value;
    rows = std::move(there);
    hessian = hessian_of(problem, rows);
    gradient = gradient_of(problem, rows, candidate);
    if (rise < rise_end && largest <= step_max) break;
    lambda *= 0.1;
  }
  fit.precision = hessian;
  const Eigen::LLT<MatrixXd> factor(hessian);
  base::check(factor.info() == Eigen::Success,
              "Gauss and Newton's matrix with a proper prior is positive definite");
  // The intercepts' flat priors add nothing: one constant for all models.
  const double log_precision = problem.precision.segment(1, problem.own() - 1).array().log().sum();
  fit.log_evidence = fit.log_posterior - problem.log_factorials() + 0.5 * log_precision -
                     factor.matrixLLT().diagonal().array().log().sum();
  return fit;
}

std::vector<double> unlisted_odds(const CoverageData& data, const RandomInteractions& model,
                                  const VectorXd& parameters) {
  const Problem problem(data, model, 0);
  const Patterns full = problem.patterns(parameters);
  std::vector<double> odds;
  for (const CoverageGroup& group : data.groups) odds.push_back(problem.odds(full, group.covered));
  return odds;
}

std::vector<double> cell_means(const CoverageData& data, const RandomInteractions& model,
                               const VectorXd& parameters) {
  const Problem problem(data, model, 0);
  const Problem::Rows rows = problem.rows(parameters);
  std::vector<double> means;
  for (Eigen::Index row = 1; row < rows.log_mean.size(); ++row)
    means.push_back(std::exp(rows.log_mean[row]));  // row 0: the base's unlisted
  return means;
}

}  // namespace sanaq::estimate
