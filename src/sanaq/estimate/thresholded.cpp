#include "sanaq/estimate/thresholded.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/base/system.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/loglinear_answer.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

using base::message;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double main_variance = 1e4, interaction_variance = 1;
constexpr double freedom = 6;  // of the t distribution that proposes
constexpr int newton_steps_max = 100;
constexpr double effective_min = 400;

class Posterior {
 public:
  Posterior(const LoglinearData& data, const Hierarchy& model) : counts_(data.counts) {
    const Index cells = counts_.size(), mains = data.groups + data.lists;
    const Index terms = static_cast<Index>(model.size());
    matrix_ = MatrixXd::Zero(cells, mains + terms);
    precision_ = VectorXd::Constant(mains + terms, 1 / main_variance);
    precision_.tail(terms).setConstant(1 / interaction_variance);
    for (Index cell = 0; cell < cells; ++cell) {
      const std::uint32_t listed = data.listed[static_cast<std::size_t>(cell)];
      matrix_(cell, data.group[static_cast<std::size_t>(cell)]) = 1;
      for (int list = 0; list < data.lists; ++list)
        matrix_(cell, data.groups + list) = (listed >> list) & 1U;
      for (Index t = 0; t < terms; ++t) {
        const std::uint32_t term = model[static_cast<std::size_t>(t)];
        matrix_(cell, mains + t) = (listed & term) == term ? 1 : 0;
      }
    }
    climb();
  }

  [[nodiscard]] double log_density(const VectorXd& at) const {
    const VectorXd logs = matrix_ * at;
    return counts_.dot(logs) - logs.array().exp().sum() - 0.5 * at.cwiseAbs2().dot(precision_);
  }

  // t-distributed about the mode; log of the weight against the posterior beside it.
  [[nodiscard]] std::pair<VectorXd, double> propose(num::Rng& rng) const {
    const double size = std::sqrt(freedom / (2 * rng.gamma(freedom / 2)));
    VectorXd noise(mode_.size());
    for (double& value : noise) value = rng.normal();
    const VectorXd step = size * factor_.matrixU().solve(noise);
    const double distance = size * size * noise.squaredNorm();
    const double dimension = static_cast<double>(mode_.size());
    const double log_proposal = -0.5 * (freedom + dimension) * std::log1p(distance / freedom);
    const VectorXd at = mode_ + step;
    return {at, log_density(at) - log_proposal};
  }

 private:
  void climb() {
    mode_ = VectorXd::Zero(matrix_.cols());
    mode_.head(1).setConstant(std::log(counts_.sum() / static_cast<double>(counts_.size()) + 0.5));
    double value = log_density(mode_);
    for (int step = 0; step < newton_steps_max; ++step) {
      const VectorXd means = (matrix_ * mode_).array().exp().matrix();
      MatrixXd information = matrix_.transpose() * means.asDiagonal() * matrix_;
      information.diagonal() += precision_;
      factor_.compute(information);
      const VectorXd gradient =
          matrix_.transpose() * (counts_ - means) - precision_.cwiseProduct(mode_);
      const VectorXd move = factor_.solve(gradient);
      if (gradient.dot(move) < 1e-12) return;
      double scale = 1;
      while (scale > 1e-9 && !(log_density(mode_ + scale * move) >= value)) scale /= 2;
      mode_ += scale * move;
      value = log_density(mode_);
    }
  }

  VectorXd counts_, precision_, mode_;
  MatrixXd matrix_;
  Eigen::LLT<MatrixXd> factor_;
};

struct Draws {
  std::vector<VectorXd> points;
  std::vector<double> log_weights;
};

Draws draw(const Posterior& posterior, int count, num::Rng& rng) {
  Draws draws;
  for (int at = 0; at < count; ++at) {
    auto [point, weight] = posterior.propose(rng);
    draws.points.push_back(std::move(point));
    draws.log_weights.push_back(weight);
  }
  return draws;
}

// Interactions whose posterior mean is `threshold` standard deviations from 0 or more.
Hierarchy strong(const Draws& draws, const Hierarchy& model, Index mains, const Hierarchy& always) {
  const double top = *std::max_element(draws.log_weights.begin(), draws.log_weights.end());
  Hierarchy kept;
  for (std::size_t term = 0; term < model.size(); ++term) {
    double sum = 0, first = 0, second = 0;
    for (std::size_t at = 0; at < draws.points.size(); ++at) {
      const double weight = std::exp(draws.log_weights[at] - top);
      const double value = draws.points[at][mains + static_cast<Index>(term)];
      sum += weight;
      first += weight * value;
      second += weight * value * value;
    }
    const bool is_known = std::find(always.begin(), always.end(), model[term]) != always.end();
    const double mean = first / sum, variance = std::max(0.0, second / sum - mean * mean);
    if (is_known || std::abs(mean) >= threshold * std::sqrt(variance)) kept.push_back(model[term]);
  }
  return kept;
}

}  // namespace

ThresholdedPosterior thresholded_posterior(const LoglinearData& data, int draws, std::uint64_t seed,
                                           const Hierarchy& always) {
  Hierarchy pairs;
  for (std::uint32_t j = 1; j < static_cast<std::uint32_t>(data.lists); ++j) {
    for (std::uint32_t i = 0; i < j; ++i) pairs.push_back((1U << i) | (1U << j));
  }
  std::sort(pairs.begin(), pairs.end());
  num::Rng rng(seed, "estimate.thresholded");
  const Index mains = data.groups + data.lists;
  ThresholdedPosterior posterior;
  posterior.model = strong(draw(Posterior(data, pairs), draws, rng), pairs, mains, always);
  const Draws last = draw(Posterior(data, posterior.model), draws, rng);
  const KeptDraws kept = keep_by_weight(last.log_weights, seed);
  posterior.effective = kept.effective;
  for (const std::size_t at : kept.kept)
    posterior.unlisted.push_back(last.points[at].head(data.groups).array().exp().sum());
  return posterior;
}

Summary estimate_thresholded(const CaptureTable& table, const Options& options,
                             base::Progress& progress) {
  Summary summary = loglinear_summary(table, options, Method::thresholded);
  if (table.lists.size() > static_cast<std::size_t>(loglinear_lists_max)) return summary;
  if (table.lists.size() < 3) {
    summary.reasons.push_back(
        message("this method needs three lists or more, this table has {}", table.lists.size()));
    return summary;
  }
  progress.throw_if_stopped();
  const double started = base::steady_seconds();
  const LoglinearData data = loglinear_data(table);
  const ThresholdedPosterior posterior =
      thresholded_posterior(data, std::max(options.draws, 10000), options.seed,
                            dependent_masks(options.dependent_lists, table.lists));
  std::vector<double> totals;
  for (const double unlisted : posterior.unlisted)
    totals.push_back(static_cast<double>(summary.observed) + unlisted);
  fill_from_draws(std::move(totals), "model", 0.95, summary);
  summary.models = {{hierarchy_name(posterior.model, data.lists), 0, 1, summary.estimate->median}};
  summary.diagnostics.ess = posterior.effective;
  summary.diagnostics.seconds = base::steady_seconds() - started;
  if (posterior.effective < effective_min) {
    summary.reasons.push_back(
        message("the draws are worth only {} independent ones: the posterior is too unlike what "
                "proposes them",
                std::llround(posterior.effective)));
  }
  summary.warnings.push_back(
      message("pairs of lists whose dependence is not sure are taken as independent: the interval "
              "does not show the doubt about this choice"));
  return summary;
}

}  // namespace sanaq::estimate
