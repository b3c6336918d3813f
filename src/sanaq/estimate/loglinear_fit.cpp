#include "sanaq/estimate/loglinear_fit.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <map>

#include "sanaq/base/check.h"
#include "sanaq/estimate/existence.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int newton_steps_max = 60;
constexpr double decrement_small = 1e-12;
constexpr double mean_suspicious = 1e-5;  // below: the cell may be on its way to vanish

// What is left of a model after its vanishing cells; the first `groups` columns are the logarithms
// of the unlisted.
struct Design {
  MatrixXd matrix;
  VectorXd counts;
  std::vector<Index> cells;  // which of LoglinearData's each row is
};

std::vector<Index> upto(Index count) {
  std::vector<Index> all;
  for (Index i = 0; i < count; ++i) all.push_back(i);
  return all;
}

Design full_design(const LoglinearData& data, const Hierarchy& model) {
  const Index cells = data.counts.size(), terms = static_cast<Index>(model.size());
  Design design{MatrixXd::Zero(cells, data.groups + data.lists + terms), data.counts, upto(cells)};
  for (Index cell = 0; cell < cells; ++cell) {
    const std::uint32_t listed = data.listed[static_cast<std::size_t>(cell)];
    design.matrix(cell, data.group[static_cast<std::size_t>(cell)]) = 1;
    for (int list = 0; list < data.lists; ++list)
      design.matrix(cell, data.groups + list) = (listed >> list) & 1U;
    for (Index t = 0; t < terms; ++t) {
      const std::uint32_t term = model[static_cast<std::size_t>(t)];
      design.matrix(cell, data.groups + data.lists + t) = (listed & term) == term ? 1 : 0;
    }
  }
  return design;
}

Design part(const Design& design, const std::vector<Index>& cells,
            const std::vector<Index>& columns) {
  std::vector<Index> kept;
  for (const Index cell : cells) kept.push_back(design.cells[static_cast<std::size_t>(cell)]);
  return {design.matrix(cells, columns), design.counts(cells), std::move(kept)};
}

// An interaction that nobody shows takes its cells with it: the plainest way to vanish, found
// without a linear programme.
Design without_empty_margins(const Design& design) {
  const VectorXd margins = design.matrix.transpose() * design.counts;
  std::vector<Index> cells, columns;
  for (Index column = 0; column < margins.size(); ++column) {
    if (margins[column] > 0) columns.push_back(column);
  }
  for (Index cell = 0; cell < design.counts.size(); ++cell) {
    bool stays = true;
    for (Index column = 0; column < margins.size(); ++column)
      stays = stays && (margins[column] > 0 || design.matrix(cell, column) == 0);
    if (stays) cells.push_back(cell);
  }
  return part(design, cells, columns);
}

struct Newton {
  VectorXd parameters, means;
  MatrixXd information;
  double log_likelihood = 0;  // without log y!
  bool converged = false;
};

double kernel(const VectorXd& counts, const VectorXd& logs, const VectorXd& means) {
  return counts.dot(logs) - means.sum();
}

// Maximises sum y eta - exp(eta), eta = offset + X beta, with halved steps where a whole one would
// not climb.
Newton newton(const MatrixXd& matrix, const VectorXd& counts, const VectorXd& offset,
              std::optional<VectorXd> start) {
  Newton fit;
  const VectorXd guess = (counts.array() + 0.5).log().matrix() - offset;
  if (start) {
    fit.parameters = *start;
  } else {
    const VectorXd weights = (counts.array() + 0.5).matrix();
    const MatrixXd weighted = matrix.transpose() * weights.asDiagonal();
    fit.parameters = (weighted * matrix).ldlt().solve(weighted * guess);
  }
  VectorXd logs = offset + matrix * fit.parameters;
  fit.means = logs.array().exp().matrix();
  fit.log_likelihood = kernel(counts, logs, fit.means);
  for (int step = 0; step < newton_steps_max; ++step) {
    const VectorXd score = matrix.transpose() * (counts - fit.means);
    fit.information = matrix.transpose() * fit.means.asDiagonal() * matrix;
    const auto factor = fit.information.ldlt();
    const VectorXd move = factor.solve(score);
    const double decrement = score.dot(move);
    if (!std::isfinite(decrement)) return fit;
    if (decrement < decrement_small) {
      fit.converged = decrement > -decrement_small && factor.rcond() > 1e-15;
      return fit;
    }
    double scale = 1;
    for (;; scale /= 2) {
      const VectorXd trial = fit.parameters + scale * move;
      const VectorXd trial_logs = offset + matrix * trial;
      const VectorXd trial_means = trial_logs.array().exp().matrix();
      const double value = kernel(counts, trial_logs, trial_means);
      if (std::isfinite(value) &&
          value >= fit.log_likelihood - 1e-9 * std::abs(fit.log_likelihood)) {
        fit.parameters = trial;
        fit.means = trial_means;
        fit.log_likelihood = value;
        break;
      }
      if (scale < 1e-6) return fit;
    }
  }
  return fit;
}

VectorXd zeros(Index size) { return VectorXd::Zero(size); }

// The design without what vanishes, its columns independent, and whether those of the unlisted kept
// their meaning.
struct Face {
  Design design;
  bool unlisted_identified = true;
};

Face face_of(const Design& design, Index groups) {
  const auto vanishes = vanishing_cells(design.matrix, design.counts);
  std::vector<Index> cells;
  for (Index cell = 0; cell < design.counts.size(); ++cell) {
    if (!vanishes[static_cast<std::size_t>(cell)]) cells.push_back(cell);
  }
  const Design left = part(design, cells, upto(design.matrix.cols()));
  // A column keeps its meaning exactly when the others do not span it: so the others come first.
  std::vector<Index> order;
  for (Index column = groups; column < left.matrix.cols(); ++column) order.push_back(column);
  for (Index column = 0; column < groups; ++column) order.push_back(column);
  std::vector<Index> kept;
  Index groups_kept = 0;
  for (const Index place : independent_columns(left.matrix(Eigen::all, order))) {
    const Index column = order[static_cast<std::size_t>(place)];
    kept.push_back(column);
    groups_kept += column < groups ? 1 : 0;
  }
  std::sort(kept.begin(), kept.end());
  return {part(left, upto(left.counts.size()), kept), groups_kept == groups};
}

// The design that the likelihood can be maximised in, with its maximum.
struct Fitted {
  Face face;
  Newton best;
  bool cells_vanish = false;
};

Fitted fitted_design(const LoglinearData& data, const Hierarchy& model) {
  Fitted fitted{{without_empty_margins(full_design(data, model)), true}, {}, false};
  fitted.best = newton(fitted.face.design.matrix, fitted.face.design.counts,
                       zeros(fitted.face.design.counts.size()), std::nullopt);
  if (fitted.best.converged && fitted.best.means.minCoeff() > mean_suspicious) return fitted;
  const Index cells = fitted.face.design.counts.size();
  fitted.face = face_of(fitted.face.design, data.groups);
  fitted.cells_vanish = fitted.face.design.counts.size() < cells;
  fitted.best = newton(fitted.face.design.matrix, fitted.face.design.counts,
                       zeros(fitted.face.design.counts.size()), std::nullopt);
  return fitted;
}

// Expected counts of all cells; 0 where they vanish.
VectorXd all_means(const LoglinearData& data, const Fitted& fitted) {
  VectorXd means = VectorXd::Zero(data.counts.size());
  for (Index row = 0; row < fitted.best.means.size(); ++row)
    means[fitted.face.design.cells[static_cast<std::size_t>(row)]] = fitted.best.means[row];
  return means;
}

LoglinearFit summarise(const Newton& newton_fit, Index groups) {
  LoglinearFit fit;
  const VectorXd unlisted = newton_fit.parameters.head(groups).array().exp().matrix();
  fit.unlisted = unlisted.sum();
  VectorXd gradient = zeros(newton_fit.parameters.size());
  gradient.head(groups) = unlisted / fit.unlisted;
  fit.log_unlisted_variance = gradient.dot(newton_fit.information.ldlt().solve(gradient));
  return fit;
}

}  // namespace

LoglinearData loglinear_data(const CaptureTable& table) {
  base::check(static_cast<int>(table.lists.size()) <= loglinear_lists_max,
              "log-linear models are for at most 10 lists");
  std::map<std::uint32_t, std::map<std::uint32_t, std::int64_t>> counts;
  for (const Cell& cell : table.cells) {
    if (cell.count > 0) counts[cell.not_covered][cell.listed] += cell.count;
  }
  LoglinearData data;
  data.lists = static_cast<int>(table.lists.size());
  std::vector<double> values;
  for (const auto& [not_covered, seen] : counts) {
    for (std::uint32_t listed = 1; listed < (1U << data.lists); ++listed) {
      if ((listed & not_covered) != 0) continue;
      const auto found = seen.find(listed);
      const std::int64_t count = found == seen.end() ? 0 : found->second;
      data.listed.push_back(listed);
      data.group.push_back(data.groups);
      values.push_back(static_cast<double>(count));
      data.log_factorials += num::log_factorial(count);
    }
    ++data.groups;
  }
  data.counts = Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
  return data;
}

LoglinearFit fit_loglinear(const LoglinearData& data, const Hierarchy& model) {
  const Fitted fitted = fitted_design(data, model);
  LoglinearFit fit;
  if (fitted.face.unlisted_identified && fitted.best.converged) {
    fit = summarise(fitted.best, data.groups);
  } else {
    fit.endless = true;
    fit.identified = fitted.face.unlisted_identified || fitted.cells_vanish;
  }
  fit.parameters = data.groups + data.lists + static_cast<Index>(model.size());
  fit.log_likelihood = fitted.best.log_likelihood - data.log_factorials;
  return fit;
}

VectorXd expected_counts(const LoglinearData& data, const Hierarchy& model) {
  return all_means(data, fitted_design(data, model));
}

ProfileLimits profile_limits(const LoglinearData& data, const Hierarchy& model,
                             const LoglinearFit& fit, double level, double unlisted_max) {
  base::check(data.groups == 1 && !fit.endless, "a profile is of one finite number of unlisted");
  const Face face = fitted_design(data, model).face;
  const MatrixXd others = face.design.matrix.rightCols(face.design.matrix.cols() - 1);
  const VectorXd ones = face.design.matrix.col(0);
  const double allowed = num::chi_squared_quantile(level, 1) / 2;
  const double peak = fit.log_likelihood + data.log_factorials;
  const auto fall = [&](double log_unlisted) {
    return peak -
           newton(others, face.design.counts, log_unlisted * ones, std::nullopt).log_likelihood -
           allowed;
  };
  const auto crossing = [&](double inside, double outside) {
    for (int i = 0; i < 60 && std::abs(outside - inside) > 1e-7; ++i) {
      const double middle = (inside + outside) / 2;
      (fall(middle) < 0 ? inside : outside) = middle;
    }
    return std::exp((inside + outside) / 2);
  };
  const double best = std::log(fit.unlisted),
               step = std::max(0.1, std::sqrt(fit.log_unlisted_variance));
  ProfileLimits limits;
  double below = best - step, above = best + step;
  while (fall(below) < 0 && below > std::log(1e-3)) below -= step;
  if (fall(below) >= 0) limits.low = crossing(std::min(best, below + step), below);
  while (fall(above) < 0 && above < std::log(unlisted_max)) above += step;
  if (fall(above) >= 0) limits.high = crossing(above - step, above);
  return limits;
}

}  // namespace sanaq::estimate
