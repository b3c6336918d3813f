#include "sanaq/estimate/list_effect_bound.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <cmath>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::estimate {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int steps_max = 200;
constexpr double longest_step = 3;   // of any log expected count
constexpr double short_step = 1e-3;  // Newton's method ends from there
constexpr double finished = 1e-8;    // the last step
constexpr double endless = 30;       // a parameter beyond runs away

// Rows: the cells that can be seen, 1 .. 2^L - 1. Columns: the constant, the lists, then one for
// each j of `from`, max(0, lists of the cell - j).
MatrixXd design(int lists, const std::vector<int>& from) {
  const Index cells = (Index{1} << lists) - 1;
  MatrixXd rows = MatrixXd::Zero(cells, 1 + lists + static_cast<Index>(from.size()));
  for (Index cell = 0; cell < cells; ++cell) {
    const auto mask = static_cast<std::uint32_t>(cell + 1);
    rows(cell, 0) = 1;
    for (int list = 0; list < lists; ++list) rows(cell, 1 + list) = (mask >> list) & 1U;
    for (std::size_t j = 0; j < from.size(); ++j)
      rows(cell, 1 + lists + static_cast<Index>(j)) = std::max(0, std::popcount(mask) - from[j]);
  }
  return rows;
}

double log_likelihood(const MatrixXd& rows, const VectorXd& counts, const VectorXd& at) {
  const VectorXd logs = rows * at;
  return counts.dot(logs) - logs.array().exp().sum();
}

struct Fit {
  VectorXd parameters;
  bool is_finished = false;
};

// Newton's method on the Poisson likelihood, which is concave, with steps halved until it rises.
Fit fit(const MatrixXd& rows, const VectorXd& counts) {
  Fit found{VectorXd::Zero(rows.cols()), false};
  found.parameters[0] = std::log(counts.sum() / static_cast<double>(counts.size()));
  double height = log_likelihood(rows, counts, found.parameters);
  for (int step = 0; step < steps_max && !found.is_finished; ++step) {
    const VectorXd means = (rows * found.parameters).array().exp();
    const VectorXd slope = rows.transpose() * (counts - means);
    const MatrixXd bend = rows.transpose() * means.asDiagonal() * rows;
    VectorXd move = bend.ldlt().solve(slope);
    if (!move.allFinite()) return found;
    const double longest = (rows * move).cwiseAbs().maxCoeff();
    if (longest > longest_step) move *= longest_step / longest;
    double higher = log_likelihood(rows, counts, found.parameters + move);
    // A short step needs no check, and rounding would stop it.
    for (int half = 0; half < 40 && longest > short_step && !(higher >= height); ++half) {
      move /= 2;
      higher = log_likelihood(rows, counts, found.parameters + move);
    }
    found.parameters += move;
    height = higher;
    found.is_finished = longest < finished;
    if (found.parameters.tail(found.parameters.size() - 1).cwiseAbs().maxCoeff() > endless) break;
  }
  return found;
}

}  // namespace

std::optional<double> chao_with_list_effects(const CaptureTable& table) {
  const std::size_t lists = table.lists.size();
  if (lists < 2 || lists > bound_lists_max || partly_covered(table)) return std::nullopt;
  const auto persons = persons_on_lists(table);
  if (persons[1] == 0 || persons[2] == 0) return std::nullopt;
  VectorXd counts = VectorXd::Zero((Index{1} << lists) - 1);
  for (const Cell& cell : table.cells)
    counts[static_cast<Index>(cell.listed) - 1] += static_cast<double>(cell.count);
  std::vector<int> from;
  for (int j = 2; j < static_cast<int>(lists); ++j) from.push_back(j);
  for (;;) {
    const Fit found = fit(design(static_cast<int>(lists), from), counts);
    const VectorXd differ = found.parameters.tail(static_cast<Index>(from.size()));
    const auto negative =
        std::find_if(differ.begin(), differ.end(), [](double value) { return value < 0; });
    if (negative == differ.end()) {
      if (!found.is_finished) return std::nullopt;
      return static_cast<double>(table.observed()) + std::exp(found.parameters[0]);
    }
    from.erase(from.begin() + (negative - differ.begin()));
  }
}

}  // namespace sanaq::estimate
