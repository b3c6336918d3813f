#include "sanaq/estimate/two_classes.h"

#include <bit>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/estimate/cholesky.h"
#include "sanaq/estimate/column_products.h"
#include "sanaq/estimate/lane_targets.h"
#include "sanaq/estimate/lanes.h"
#include "sanaq/estimate/walsh.h"
#include "sanaq/num/logspace.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double class_step_max = 1.5;
constexpr double decrement_end = 1e-8;
constexpr double rounding = 1e-14;  // of the log posterior, relative
constexpr double lambda_first = 1e-3, lambda_free = 1e-4;
constexpr int iterations_max = 300;

Index lists_of(const VectorXd& y) { return std::countr_zero(static_cast<unsigned>(y.size())); }

// log(1 + exp(x)) without overflow.
double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

bool is_single(Index mask) { return mask != 0 && (mask & (mask - 1)) == 0; }

// The model at one point: means, and what the derivatives need.
struct Point {
  VectorXd log_mean, mean, second_share;  // by cell; second_share = P(class 2 | s)
  VectorXd p, q;
  double w = 0;
};

struct Derivatives {
  VectorXd gradient;
  MatrixXd hessian;  // Gauss and Newton's, lower triangle; what is above it means nothing
  MatrixXd bend;  // sum_s (y_s - mu_s) C_s'' by the classes' columns (b.., v, d..), both triangles
  // Kept so that their memory is taken once a fit.
  MatrixXd columns, weighted, apart, class_block, damped;
};

// Of each cell: what joining two classes with these log parts adds to the log mean (which is added
// to what is there), the mean, and the second class's share.
SANAQ_FOR_EVERY_PROCESSOR void join_classes(std::size_t blocks, const LooseLanes* first,
                                            const LooseLanes* second, LooseLanes* log_mean,
                                            LooseLanes* mean, LooseLanes* second_share) {
  for (std::size_t at = 0; at < blocks; ++at) {
    const Lanes a = first[at], b = second[at];
    const Lanes small = exp_lanes(-magnitude(a - b)), inverse = 1 / (1 + small);
    second_share[at] = b >= a ? inverse : small * inverse;
    const Lanes joined = log_mean[at] + (larger(a, b) + log_lanes(1 + small));
    log_mean[at] = joined;
    mean[at] = exp_lanes(joined);
  }
}

std::span<const double> in_span(const VectorXd& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}
LooseLanes* in_lanes(VectorXd& values) { return reinterpret_cast<LooseLanes*>(values.data()); }

class Problem {
 public:
  Problem(const VectorXd& y, const RandomInteractions& model)
      : y_(y), lists_(lists_of(y)), cells_(y.size()) {
    const InteractionPrior prior = interaction_prior(static_cast<int>(lists_), model);
    precision = VectorXd(size());
    mean = VectorXd::Zero(size());
    precision.head(cells_) = prior.precision;
    mean.head(cells_) = prior.mean;
    precision[0] = intercept_precision;
    scale_ = VectorXd(cells_);
    scale_[0] = 1;
    for (Index t = 1; t < cells_; ++t) scale_[t] = -0.5 * scale_[t & (t - 1)];
    for (Index list = 0; list < lists_; ++list) {
      precision[Index{1} << list] = 1 / (main_sd * main_sd);
      mean[Index{1} << list] = main_mean;
      precision[cells_ + 1 + list] = 1 / (class_shift_sd * class_shift_sd);
      mean[cells_ + 1 + list] = class_shift_mean;
    }
    precision[cells_] = 1 / (class_log_odds_sd * class_log_odds_sd);
    mean[cells_] = class_log_odds_mean;
  }

  [[nodiscard]] Index size() const { return cells_ + 1 + lists_; }

  [[nodiscard]] Point at(const VectorXd& parameters) const {
    Point point;
    point.log_mean = scale_.cwiseProduct(parameters.head(cells_));
    for (Index list = 0; list < lists_; ++list) point.log_mean[Index{1} << list] = 0;
    walsh_transform({point.log_mean.data(), static_cast<std::size_t>(cells_)});
    const VectorXd b = main_effects(parameters), d = parameters.tail(lists_);
    point.p = b.unaryExpr([](double x) { return num::inverse_logit(x); });
    point.q = (b + d).unaryExpr([](double x) { return num::inverse_logit(x); });
    point.w = num::inverse_logit(parameters[cells_]);
    point.second_share = VectorXd(cells_);
    point.mean = VectorXd(cells_);
    // log(1 + exp(.)) of each list once: not listed and listed, in the first class and the second.
    VectorXd first(cells_), second(cells_);
    first[0] = -softplus(parameters[cells_]);
    second[0] = -softplus(-parameters[cells_]);
    for (Index list = 0; list < lists_; ++list) {
      first[0] -= softplus(b[list]);
      second[0] -= softplus(b[list] + d[list]);
    }
    // log p - log (1 - p) of a list is its b: each cell differs by that from the one without it.
    for (Index s = 1; s < cells_; ++s) {
      const Index without = s & (s - 1);
      const auto list = static_cast<Index>(std::countr_zero(static_cast<unsigned>(s)));
      first[s] = first[without] + b[list];
      second[s] = second[without] + b[list] + d[list];
    }
    join_classes(static_cast<std::size_t>(cells_ / lane_count), in_lanes(first), in_lanes(second),
                 in_lanes(point.log_mean), in_lanes(point.mean), in_lanes(point.second_share));
    return point;
  }

  [[nodiscard]] double log_posterior(const VectorXd& parameters, const Point& point) const {
    const VectorXd off = parameters - mean;
    return y_.dot(point.log_mean) - point.mean.sum() - 0.5 * off.cwiseAbs2().dot(precision);
  }

  // Gradient, the lower triangle of the Gauss-Newton Hessian, and what the classes' second
  // derivatives take off it. The interactions' block is one Walsh transform; the classes' columns
  // are written out.
  void derivatives(const VectorXd& parameters, const Point& point, Derivatives& out) const {
    class_columns(point, out.columns);
    out.weighted = out.columns.array().colwise() * point.mean.array();
    VectorXd residual = y_ - point.mean;
    class_bend(point, residual, out);
    const VectorXd class_gradient = out.columns.transpose() * residual;
    weighted_products(out.columns, point.mean, out.class_block);
    VectorXd transformed = point.mean;
    walsh_transform({transformed.data(), static_cast<std::size_t>(cells_)});
    walsh_transform({residual.data(), static_cast<std::size_t>(cells_)});
    out.hessian.resize(size(), size());
    walsh_products(in_span(transformed), in_span(scale_), out.hessian);
    out.gradient.resize(size());
    out.gradient.head(cells_) = scale_.cwiseProduct(residual);
    place_class_columns(class_gradient, out);
    out.gradient -= precision.cwiseProduct(parameters - mean);
    out.hessian.diagonal() += precision;
  }

  // Newton's own matrix: lower triangle. It need not be positive definite.
  void newton(const Derivatives& at, MatrixXd& matrix) const {
    matrix = at.hessian;
    for (Index column = 0; column < at.bend.cols(); ++column) {
      for (Index other = 0; other < at.bend.cols(); ++other) {
        if (place(other) >= place(column))
          matrix(place(other), place(column)) -= at.bend(other, column);
      }
    }
  }

  VectorXd precision, mean;

 private:
  // C_s = log(e^A + e^B) with B's share r: C'' = (1-r) A'' + r B'' + r (1-r) (A' - B')(A' - B')'.
  // A' - B' is q_i - p_i by b_i, -1 by v, q_i - s_i by d_i; A'' and B'' are diagonal but for (b,
  // d).
  void class_bend(const Point& point, const VectorXd& residual, Derivatives& out) const {
    out.apart.resize(cells_, 2 * lists_ + 1);
    out.apart.col(lists_).setConstant(-1);
    for (Index list = 0; list < lists_; ++list) {
      out.apart.col(list).setConstant(point.q[list] - point.p[list]);
      for (Index s = 0; s < cells_; ++s)
        out.apart(s, lists_ + 1 + list) = point.q[list] - static_cast<double>((s >> list) & 1);
    }
    const VectorXd second = residual.cwiseProduct(point.second_share);
    const VectorXd mixed = second.cwiseProduct((1 - point.second_share.array()).matrix());
    MatrixXd& bend = out.bend;
    weighted_products(out.apart, mixed, bend);
    const double all = residual.sum(), of_second = second.sum(), of_first = all - of_second;
    bend(lists_, lists_) -= all * point.w * (1 - point.w);
    for (Index list = 0; list < lists_; ++list) {
      const Index d = lists_ + 1 + list;
      const double there = of_second * point.q[list] * (1 - point.q[list]);
      bend(list, list) -= of_first * point.p[list] * (1 - point.p[list]) + there;
      bend(d, d) -= there;
      bend(d, list) -= there;
      bend(list, d) -= there;
    }
  }

  [[nodiscard]] VectorXd main_effects(const VectorXd& parameters) const {
    VectorXd b(lists_);
    for (Index list = 0; list < lists_; ++list) b[list] = parameters[Index{1} << list];
    return b;
  }

  [[nodiscard]] Index place(Index column) const {  // of a class column among the parameters
    return column < lists_ ? Index{1} << column : cells_ + (column - lists_);
  }

  // d/db_i = (1-r)(s_i - p_i) + r (s_i - q_i); d/dv = r - w; d/dd_i = r (s_i - q_i)
  void class_columns(const Point& point, MatrixXd& columns) const {
    columns.resize(cells_, 2 * lists_ + 1);
    columns.col(lists_) = point.second_share.array() - point.w;
    for (Index list = 0; list < lists_; ++list) {
      for (Index s = 0; s < cells_; ++s) {
        const double r = point.second_share[s], listed = static_cast<double>((s >> list) & 1);
        columns(s, lists_ + 1 + list) = r * (listed - point.q[list]);
        columns(s, list) = (1 - r) * (listed - point.p[list]) + columns(s, lists_ + 1 + list);
      }
    }
  }

  void place_class_columns(const VectorXd& class_gradient, Derivatives& out) const {
    MatrixXd& hessian = out.hessian;
    for (Index column = 0; column < out.weighted.cols(); ++column) {
      const Index at = place(column);
      out.gradient[at] = class_gradient[column];
      double* const against = out.weighted.data() + column * cells_;
      walsh_transform({against, static_cast<std::size_t>(cells_)});
      for (Index t = 0; t < cells_; ++t) {
        if (!is_single(t)) hessian(std::max(t, at), std::min(t, at)) = scale_[t] * against[t];
      }
      for (Index other = 0; other <= column; ++other) {
        const Index to = place(other);
        hessian(std::max(to, at), std::min(to, at)) = out.class_block(column, other);
      }
    }
  }

  const VectorXd& y_;
  Index lists_, cells_;
  VectorXd scale_;
};

void cap_class_steps(VectorXd& step, Index lists, Index cells) {
  double largest = step.tail(lists + 1).cwiseAbs().maxCoeff();
  for (Index list = 0; list < lists; ++list)
    largest = std::max(largest, std::abs(step[Index{1} << list]));
  if (largest > class_step_max) step *= class_step_max / largest;
  base::check(step.size() == cells + 1 + lists,
              "one parameter a cell, one for the classes' share, one shift a list");
}

// Newton's step where his matrix is positive definite, else Gauss and Newton's.
VectorXd damped_step(const Problem& problem, Derivatives& here, double lambda, Cholesky& factor) {
  const VectorXd damping = lambda * here.hessian.diagonal();
  problem.newton(here, here.damped);
  here.damped.diagonal() += damping;
  if (!factor.compute(here.damped)) {
    here.damped = here.hessian;
    here.damped.diagonal() += damping;
    base::check(factor.compute(here.damped),
                "Gauss and Newton's matrix with a proper prior is positive definite");
  }
  return factor.solve(here.gradient);
}

// b such that (1-w) sigma(b) + w sigma(b+d) = share, by halving: it increases in b.
double main_effect_for(double share, double shift, double w) {
  double low = -40, high = 40;
  for (int halving = 0; halving < 80; ++halving) {
    const double middle = (low + high) / 2;
    const double here =
        (1 - w) * num::inverse_logit(middle) + w * num::inverse_logit(middle + shift);
    (here < share ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

std::vector<double> two_class_start(const VectorXd& y, const TwoClassStart& start) {
  const Index lists = lists_of(y);
  const double total = y.sum(), w = num::inverse_logit(start.log_odds);
  std::vector<double> parameters(static_cast<std::size_t>(y.size() + 1 + lists), 0.0);
  parameters[0] = std::log(total);
  for (Index list = 0; list < lists; ++list) {
    double listed = 0;
    for (Index s = 0; s < y.size(); ++s) listed += ((s >> list) & 1) != 0 ? y[s] : 0;
    parameters[std::size_t{1} << list] =
        main_effect_for((listed + 0.5) / (total + 1), start.shift, w);
    parameters[static_cast<std::size_t>(y.size() + 1 + list)] = start.shift;
  }
  parameters[static_cast<std::size_t>(y.size())] = start.log_odds;
  return parameters;
}

InteractionFit fit_two_classes(const VectorXd& y, const RandomInteractions& model,
                               const std::vector<double>& start) {
  const Problem problem(y, model);
  base::check(static_cast<Index>(start.size()) == problem.size(),
              "a two-class fit starts from a whole set of parameters");
  VectorXd parameters = Eigen::Map<const VectorXd>(start.data(), problem.size());
  Point point = problem.at(parameters);
  double value = problem.log_posterior(parameters, point);
  Derivatives here;
  problem.derivatives(parameters, point, here);
  Cholesky factor;
  double lambda = lambda_first;
  bool is_last = false;
  for (int iteration = 0; iteration < iterations_max && lambda < 1e12 && !is_last; ++iteration) {
    VectorXd step = damped_step(problem, here, lambda, factor);
    const double rise = here.gradient.dot(step), noise = rounding * std::abs(value);
    is_last = lambda < lambda_free && rise < decrement_end + noise;
    cap_class_steps(step, lists_of(y), y.size());
    const VectorXd candidate = parameters + step;
    Point candidate_point = problem.at(candidate);
    const double candidate_value = problem.log_posterior(candidate, candidate_point);
    if (!(candidate_value > value - (is_last ? noise : 0))) {
      if (rise < noise || step.cwiseAbs().maxCoeff() < 1e-10) break;
      lambda = std::max(lambda, lambda_free) * 6;
      continue;
    }
    parameters = candidate;
    point = std::move(candidate_point);
    value = candidate_value;
    problem.derivatives(parameters, point, here);
    lambda *= 0.1;
  }
  InteractionFit fit;
  fit.parameters.assign(parameters.begin(), parameters.end());
  fit.log_posterior = value;
  base::check(factor.compute(here.hessian),
              "Gauss and Newton's matrix with a proper prior is positive definite");
  const double log_precision = problem.precision.tail(problem.size() - 1).array().log().sum();
  fit.log_evidence =
      value - sum_log_factorial(y) + 0.5 * log_precision - 0.5 * factor.log_determinant();
  return fit;
}

}  // namespace sanaq::estimate
