#include "sanaq/estimate/interactions.h"

#include <bit>
#include <cmath>
#include <limits>

#include "sanaq/base/check.h"
#include "sanaq/estimate/cholesky.h"
#include "sanaq/estimate/dependent_lists.h"
#include "sanaq/estimate/walsh.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double log_mean_step_max = 1.5;
constexpr double newton_decrement_end = 1e-8;
constexpr int iterations_max = 200;

std::span<double> view(VectorXd& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

// prod_{i in t} (s_i - 1/2) = c_t (-1)^popcount(t & s), c_t = (-1/2)^|t|: the design is a scaled
// Walsh matrix.
VectorXd walsh_scale(Index cells) {
  VectorXd scale(cells);
  scale[0] = 1;
  for (Index t = 1; t < cells; ++t) scale[t] = -0.5 * scale[t & (t - 1)];
  return scale;
}

struct Problem {
  const VectorXd& y;
  VectorXd scale, precision, mean;

  [[nodiscard]] VectorXd log_means(const VectorXd& parameters) const {
    VectorXd value = scale.cwiseProduct(parameters);
    walsh_transform(view(value));
    return value;
  }
  [[nodiscard]] double log_posterior(const VectorXd& parameters, const VectorXd& log_mean) const {
    const VectorXd off = parameters - mean;
    return y.dot(log_mean) - log_mean.array().exp().sum() - 0.5 * off.cwiseAbs2().dot(precision);
  }
  [[nodiscard]] VectorXd gradient(const VectorXd& parameters, const VectorXd& means) const {
    VectorXd residual = y - means;
    walsh_transform(view(residual));
    return scale.cwiseProduct(residual) - precision.cwiseProduct(parameters - mean);
  }
  // Its lower triangle. (J' diag(mu) J)_{tu} = c_t c_u sum_s mu_s (-1)^popcount((t xor u) & s)
  [[nodiscard]] MatrixXd hessian(const VectorXd& means) const {
    VectorXd transformed = means;
    walsh_transform(view(transformed));
    MatrixXd matrix(y.size(), y.size());
    walsh_products({transformed.data(), static_cast<std::size_t>(y.size())},
                   {scale.data(), static_cast<std::size_t>(y.size())}, matrix);
    matrix.diagonal() += precision;
    return matrix;
  }
};

Problem make_problem(const VectorXd& y, const RandomInteractions& model) {
  const int lists = std::countr_zero(static_cast<unsigned>(y.size()));
  InteractionPrior prior = interaction_prior(lists, model);
  prior.precision[0] = intercept_precision;
  for (int list = 0; list < lists; ++list) {
    prior.precision[Index{1} << list] = 1 / (main_sd * main_sd);
    prior.mean[Index{1} << list] = main_mean;
  }
  return {y, walsh_scale(y.size()), std::move(prior.precision), std::move(prior.mean)};
}

VectorXd saturated_start(const Problem& problem) {
  VectorXd value = (problem.y.array() + 0.5).log().matrix();
  walsh_transform(view(value));
  return value.cwiseQuotient(problem.scale) / static_cast<double>(problem.y.size());
}

// The longest step, at most `step`, by which no log mean moves more than is safe and f does not
// fall.
double damped(const Problem& problem, VectorXd& parameters, VectorXd& log_mean, double value,
              const VectorXd& step) {
  const VectorXd change = problem.log_means(step);
  double length = std::min(1.0, log_mean_step_max / std::max(change.cwiseAbs().maxCoeff(), 1e-300));
  for (int halving = 0; halving < 40; ++halving, length /= 2) {
    const VectorXd candidate = parameters + length * step;
    const VectorXd candidate_log_mean = log_mean + length * change;
    const double candidate_value = problem.log_posterior(candidate, candidate_log_mean);
    if (candidate_value >= value - 1e-12 * std::abs(value)) {
      parameters = candidate;
      log_mean = candidate_log_mean;
      return candidate_value;
    }
  }
  return value;
}

}  // namespace

InteractionPrior interaction_prior(int lists, const RandomInteractions& model) {
  const Index cells = Index{1} << lists;
  InteractionPrior prior{VectorXd::Zero(cells), VectorXd::Zero(cells)};
  for (Index t = 0; t < cells; ++t) {
    const int order = std::popcount(static_cast<unsigned>(t));
    if (order < 2) continue;
    const double sd = order == 2 ? model.sd : model.higher_order * model.sd;
    prior.precision[t] = 1 / (sd * sd);
    prior.mean[t] = order == 2 ? model.mean : 0;
  }
  for (const std::uint32_t pair : model.dependent) {
    prior.precision[pair] = 1 / (dependent_sd * dependent_sd);
    prior.mean[pair] = dependent_mean;
  }
  return prior;
}

double sum_log_factorial(const VectorXd& y) {
  double sum = 0;
  for (const double count : y) sum += num::log_gamma(count + 1);
  return sum;
}

InteractionFit fit_one_class(const VectorXd& y, const RandomInteractions& model,
                             const std::vector<double>& start) {
  const Problem problem = make_problem(y, model);
  VectorXd parameters = start.empty()
                            ? saturated_start(problem)
                            : VectorXd(Eigen::Map<const VectorXd>(start.data(), y.size()));
  VectorXd log_mean = problem.log_means(parameters);
  double value = problem.log_posterior(parameters, log_mean);
  Cholesky factor;
  bool is_last = false;
  for (int iteration = 0; iteration < iterations_max; ++iteration) {
    const VectorXd means = log_mean.array().exp().matrix();
    base::check(factor.compute(problem.hessian(means)), "the one-class posterior is concave");
    // The evidence depends on the Hessian to first order: one more step after the end makes it
    // exact to the last digits.
    if (is_last) break;
    const VectorXd gradient = problem.gradient(parameters, means);
    const VectorXd step = factor.solve(gradient);
    is_last = gradient.dot(step) < newton_decrement_end;
    value = damped(problem, parameters, log_mean, value, step);
  }
  InteractionFit fit;
  fit.parameters.assign(parameters.begin(), parameters.end());
  fit.log_posterior = value;
  const double log_precision = problem.precision.tail(y.size() - 1).array().log().sum();
  fit.log_evidence =
      value - sum_log_factorial(y) + 0.5 * log_precision - 0.5 * factor.log_determinant();
  return fit;
}

}  // namespace sanaq::estimate
