#include "sanaq/estimate/latent_density.h"

#include <bit>
#include <map>

#include "sanaq/estimate/lane_targets.h"

namespace sanaq::estimate {

LatentData latent_data(const CaptureTable& table) {
  LatentData data;
  data.lists = table.lists.size();
  data.all_lists = data.lists == 32 ? ~0U : (1U << data.lists) - 1;
  std::map<std::uint32_t, double> groups;
  for (const Cell& cell : table.cells) {
    if (cell.count == 0) continue;
    const std::uint32_t covered = data.all_lists & ~cell.not_covered;
    data.cells.push_back({cell.listed, covered, static_cast<double>(cell.count)});
    groups[covered] += static_cast<double>(cell.count);
    data.observed += static_cast<double>(cell.count);
  }
  for (const auto& [covered, observed] : groups) data.groups.push_back({covered, observed});
  return data;
}

LatentPoint latent_point(const LatentData& data, std::size_t classes) {
  LatentPoint point;
  point.s.resize(classes);
  point.eta.resize(classes * data.lists);
  point.log_seen.resize(classes);
  point.log_share.resize(classes);
  point.odds.resize(data.groups.size());
  point.gradient.resize(classes * (data.lists + 1));
  return point;
}

LatentDensity::LatentDensity(const LatentData& data, std::size_t classes)
    : data_(data),
      classes_(classes),
      lambda_(classes * data.lists),
      miss_(classes * data.lists),
      joint_(classes * data.cells.size()),
      base_(classes),
      unseen_(classes),
      share_(classes),
      stick_(classes),
      rest_(classes),
      weight_gradient_(classes),
      eta_gradient_(classes * data.lists) {}

namespace {

// Raw views of one evaluation, so that the loops below may be compiled for several processors.
struct Task {
  const LatentData& data;
  std::size_t classes, lists;
  Lanes *lambda, *miss, *joint, *base, *unseen, *share, *stick, *rest, *weight_gradient,
      *eta_gradient;
  LatentPoint& point;
};

// lambda, 1 - lambda, P_k, log(1 - P_k), and the log prior of the lambdas on the scale of eta.
SANAQ_INLINE void list_probabilities(Task& task) {
  Lanes log_prior = lanes(0);
  for (std::size_t k = 0; k < task.classes; ++k) {
    Lanes product = lanes(1), unseen = lanes(1), seen = lanes(0);
    for (std::size_t j = 0; j < task.lists; ++j) {
      const std::size_t at = k * task.lists + j;
      const Lanes eta = task.point.eta[at], size = magnitude(eta);
      const Lanes small = exp_lanes(-size), inverse = 1 / (1 + small);
      task.lambda[at] = eta >= 0 ? inverse : small * inverse;
      task.miss[at] = eta >= 0 ? small * inverse : inverse;
      log_prior -= size;
      product *= 1 + small;
      seen +=
          task.lambda[at] * unseen;  // never 1 - product: it would lose the digits of rare listing
      unseen *= task.miss[at];
    }
    log_prior -= 2 * log_lanes(product);
    task.unseen[k] = unseen;
    task.base[k] = 1 / seen;
    task.point.log_seen[k] = log_lanes(seen);
  }
  task.point.log_prior = log_prior;
}

// Softmax of s; base becomes a_k, the weight of class k on the scale where the seen part of all
// classes sums to 1.
SANAQ_INLINE void shares(Task& task) {
  Lanes top = task.point.s[0];
  for (std::size_t k = 1; k < task.classes; ++k) top = larger(top, task.point.s[k]);
  Lanes sum = lanes(0);
  for (std::size_t k = 0; k < task.classes; ++k) {
    task.share[k] = exp_lanes(task.point.s[k] - top);
    sum += task.share[k];
  }
  const Lanes log_sum = top + log_lanes(sum), inverse = 1 / sum;
  for (std::size_t k = 0; k < task.classes; ++k) {
    task.share[k] *= inverse;
    task.base[k] *= task.share[k];
    task.point.log_share[k] = task.point.s[k] - log_sum;
  }
}

// The cells' part of likelihood and gradient: weight_gradient is for t, eta_gradient for eta with t
// held.
SANAQ_INLINE void add_cells(Task& task) {
  const std::size_t cells = task.data.cells.size();
  Lanes log_likelihood = lanes(0);
  for (std::size_t c = 0; c < cells; ++c) {
    const LatentCell& cell = task.data.cells[c];
    Lanes total = lanes(0);
    for (std::size_t k = 0; k < task.classes; ++k) {
      Lanes joint = task.base[k];
      for (std::size_t j = 0; j < task.lists; ++j) {
        if (((cell.covered >> j) & 1U) == 0) continue;
        joint *= ((cell.listed >> j) & 1U) != 0 ? task.lambda[k * task.lists + j]
                                                : task.miss[k * task.lists + j];
      }
      task.joint[c * task.classes + k] = joint;
      total += joint;
    }
    log_likelihood += cell.count * log_lanes(total);
    const Lanes scale = cell.count / larger(total, lanes(1e-300));
    for (std::size_t k = 0; k < task.classes; ++k) {
      const Lanes part = scale * task.joint[c * task.classes + k];
      task.weight_gradient[k] += part;
      for (std::size_t j = 0; j < task.lists; ++j) {
        if (((cell.listed >> j) & 1U) != 0) {
          task.eta_gradient[k * task.lists + j] += part * task.miss[k * task.lists + j];
        } else if (((cell.covered >> j) & 1U) != 0) {
          task.eta_gradient[k * task.lists + j] -= part * task.lambda[k * task.lists + j];
        }
      }
    }
  }
  task.point.log_likelihood = log_likelihood;
}

// Minus n_g log(sum_k a_k (1 - P_kg)) of each group, and the odds of being on no list.
SANAQ_INLINE void add_groups(Task& task) {
  for (std::size_t g = 0; g < task.data.groups.size(); ++g) {
    const LatentGroup& group = task.data.groups[g];
    Lanes seen_sum = lanes(0), unseen_sum = lanes(0);
    // stick and rest are free here: a_k (1 - P_kg) and a_k P_kg.
    for (std::size_t k = 0; k < task.classes; ++k) {
      Lanes unseen = lanes(1), seen = lanes(0);
      for (std::size_t j = 0; j < task.lists; ++j) {
        if (((group.covered >> j) & 1U) == 0) continue;
        seen += task.lambda[k * task.lists + j] * unseen;
        unseen *= task.miss[k * task.lists + j];
      }
      task.stick[k] = task.base[k] * seen;
      task.rest[k] = task.base[k] * unseen;
      seen_sum += task.stick[k];
      unseen_sum += task.rest[k];
    }
    task.point.log_likelihood -= group.observed * log_lanes(seen_sum);
    task.point.odds[g] = unseen_sum / seen_sum;
    const Lanes scale = group.observed / seen_sum;
    for (std::size_t k = 0; k < task.classes; ++k) {
      task.weight_gradient[k] -= scale * task.stick[k];
      for (std::size_t j = 0; j < task.lists; ++j) {
        if (((group.covered >> j) & 1U) == 0) continue;
        task.eta_gradient[k * task.lists + j] -=
            scale * task.rest[k] * task.lambda[k * task.lists + j];
      }
    }
  }
}

// sum_{k<K} log(pi_k / R_k) - (a + K - 1) log(b - log pi_K), R_k the weight of class k and all
// after it, by t = s - log_seen.
SANAQ_INLINE void add_weight_prior(Task& task) {
  const std::size_t last = task.classes - 1;
  Lanes remaining = task.point.s[last] - task.point.log_seen[last];
  const Lanes last_t = remaining;
  Lanes log_prior = task.point.log_prior;
  for (std::size_t k = last; k-- > 0;) {
    const Lanes t = task.point.s[k] - task.point.log_seen[k];
    const Lanes small = exp_lanes(-magnitude(t - remaining)), inverse = 1 / (1 + small);
    task.stick[k] = t >= remaining ? inverse : small * inverse;
    task.rest[k] = t >= remaining ? small * inverse : inverse;
    remaining = larger(t, remaining) + log_lanes(1 + small);
    log_prior += t - remaining;
  }
  const double power = concentration_shape + static_cast<double>(last);
  const Lanes depth = concentration_rate - (last_t - remaining);
  task.point.log_prior = log_prior - power * log_lanes(depth);
  const Lanes pull = power / depth;
  // `shared`: sum over earlier sticks of R_m / R_k; `weight`: R_m.
  Lanes shared = lanes(0), weight = lanes(1);
  for (std::size_t m = 0; m < last; ++m) {
    task.weight_gradient[m] += 1 - task.stick[m] * (1 + shared) - pull * weight * task.stick[m];
    shared = task.rest[m] * (1 + shared);
    weight *= task.rest[m];
  }
  task.weight_gradient[last] += pull * (1 - weight) - shared;
}

// From t held to s held: t_k = s_k - log(1 - P_k), whose slope in eta_kj is -P_k / (1 - P_k)
// lambda_kj.
SANAQ_INLINE void finish_gradient(Task& task) {
  for (std::size_t k = 0; k < task.classes; ++k) {
    const Lanes odds = task.unseen[k] * exp_lanes(-task.point.log_seen[k]);
    task.point.gradient[k] = task.weight_gradient[k];
    for (std::size_t j = 0; j < task.lists; ++j) {
      const std::size_t at = k * task.lists + j;
      task.point.gradient[task.classes + at] = task.eta_gradient[at] + task.miss[at] -
                                               task.lambda[at] -
                                               task.weight_gradient[k] * odds * task.lambda[at];
    }
  }
}

SANAQ_FOR_EVERY_PROCESSOR void evaluate_task(Task& task) {
  for (std::size_t k = 0; k < task.classes; ++k) task.weight_gradient[k] = lanes(0);
  for (std::size_t i = 0; i < task.classes * task.lists; ++i) task.eta_gradient[i] = lanes(0);
  list_probabilities(task);
  shares(task);
  add_cells(task);
  add_groups(task);
  add_weight_prior(task);
  finish_gradient(task);
}

}  // namespace

void LatentDensity::evaluate(LatentPoint& point) {
  Task task{data_,
            classes_,
            data_.lists,
            lambda_.data(),
            miss_.data(),
            joint_.data(),
            base_.data(),
            unseen_.data(),
            share_.data(),
            stick_.data(),
            rest_.data(),
            weight_gradient_.data(),
            eta_gradient_.data(),
            point};
  evaluate_task(task);
}

}  // namespace sanaq::estimate
