#include "sanaq/estimate/latent_density.h"

#include <bit>
#include <map>

#include "sanaq/estimate/lane_targets.h"

namespace sanaq::estimate {

LatentData latent_data(const CaptureTable& table) {
  LatentData data;
  data.lists = table.lists.size();
  data.all_lists = data.lists == 32 ? ~0U : (1U << data.lists) - 1;
  std::map<std::uint32_t, std::vector<LatentCell>> groups;
  for (const Cell& cell : table.cells) {
    if (cell.count == 0) continue;
    const std::uint32_t covered = data.all_lists & ~cell.not_covered;
    groups[covered].push_back({cell.listed, covered, static_cast<double>(cell.count)});
  }
  for (const auto& [covered, cells] : groups) {
    LatentGroup group{covered, 0, data.cells.size(), data.cells.size() + cells.size()};
    for (const LatentCell& cell : cells) group.observed += cell.count;
    data.observed += group.observed;
    data.groups.push_back(group);
    data.cells.insert(data.cells.end(), cells.begin(), cells.end());
  }
  return data;
}

LatentPoint latent_point(const LatentData& data, std::size_t classes) {
  LatentPoint point;
  point.s.resize(classes);
  point.eta.resize(classes * data.lists);
  point.log_seen.resize(classes);
  point.log_share.resize(classes);
  point.share.resize(classes);
  point.unseen_odds.resize(classes);
  point.lambda.resize(classes * data.lists);
  point.odds.resize(data.groups.size());
  point.gradient.resize(classes * (data.lists + 1));
  return point;
}

namespace {

constexpr std::size_t part_lists = 3, part_patterns = 1U << part_lists;

}  // namespace

LatentDensity::LatentDensity(const LatentData& data, std::size_t classes)
    : data_(data),
      classes_(classes),
      parts_((data.lists + part_lists - 1) / part_lists),
      miss_(classes * data.lists),
      joint_(classes),
      members_(classes),
      product_(parts_ * part_patterns * classes),
      base_(classes),
      inverse_seen_(classes),
      stick_(classes),
      rest_(classes),
      most_(classes),
      weight_gradient_(classes),
      listed_sum_(classes * data.lists),
      missed_sum_(classes * data.lists) {
  for (const LatentCell& cell : data.cells) {
    for (std::size_t part = 0; part < parts_; ++part) {
      pattern_.push_back(
          static_cast<std::uint8_t>((cell.listed >> (part_lists * part)) & (part_patterns - 1)));
    }
    for (std::uint32_t j = 0; j < data.lists; ++j) {
      if (((cell.listed >> j) & 1U) != 0) listed_.push_back(j);
    }
    listed_end_.push_back(static_cast<std::uint32_t>(listed_.size()));
  }
}

namespace {

// Raw views of one evaluation, so that the loops below may be compiled for several processors.
struct Task {
  const LatentData& data;
  std::size_t classes, lists, parts;
  const std::uint8_t* pattern;
  const std::uint32_t *listed, *listed_end;
  Lanes *lambda, *miss, *joint, *members, *product, *base, *inverse_seen, *stick, *rest, *most,
      *weight_gradient, *listed_sum, *missed_sum;
  LatentPoint& point;
};

// lambda, 1 - lambda, log(1 - P_k), P_k / (1 - P_k), and the log prior of the lambdas on the scale
// of eta.
SANAQ_INLINE void list_probabilities(Task& task) {
  Lanes log_prior = lanes(0);
  for (std::size_t k = 0; k < task.classes; ++k) {
    Lanes product = lanes(1), unseen = lanes(1), seen = lanes(0);
    for (std::size_t j = 0; j < task.lists; ++j) {
      const std::size_t at = k * task.lists + j;
      const Lanes eta = task.point.eta[at], size = magnitude(eta);
      const Lanes small = exp_lanes(-size), inverse = 1 / (1 + small);
      const Lanes less = small * inverse;
      task.lambda[at] = eta >= 0 ? inverse : less;
      task.miss[at] = eta >= 0 ? less : inverse;
      log_prior -= size;
      product *= 1 + small;
      seen +=
          task.lambda[at] * unseen;  // never 1 - product: it would lose the digits of rare listing
      unseen *= task.miss[at];
    }
    log_prior -= 2 * log_lanes(product);
    task.inverse_seen[k] = 1 / seen;
    task.point.unseen_odds[k] = unseen * task.inverse_seen[k];
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
    task.point.share[k] = exp_lanes(task.point.s[k] - top);
    sum += task.point.share[k];
  }
  const Lanes log_sum = top + log_lanes(sum), inverse = 1 / sum;
  for (std::size_t k = 0; k < task.classes; ++k) {
    task.point.share[k] *= inverse;
    task.base[k] = task.inverse_seen[k] * task.point.share[k];
    task.point.log_share[k] = task.point.s[k] - log_sum;
  }
}

// The chance of each pattern of each part in each class: what a cell multiplies. A list that did
// not cover the group counts 1.
SANAQ_INLINE void part_products(Task& task, std::uint32_t covered) {
  const std::size_t classes = task.classes;
  for (std::size_t part = 0; part < task.parts; ++part) {
    Lanes* const product = task.product + part * part_patterns * classes;
    for (std::size_t k = 0; k < classes; ++k) product[k] = lanes(1);
    std::size_t filled = 1;
    for (std::size_t j = part * part_lists; j < task.lists && j < (part + 1) * part_lists; ++j) {
      const bool covers = ((covered >> j) & 1U) != 0;
      for (std::size_t i = 0; i < filled; ++i) {
        Lanes* const without = product + i * classes;
        Lanes* const with = without + filled * classes;
        for (std::size_t k = 0; covers && k < classes; ++k) {
          with[k] = without[k] * task.lambda[k * task.lists + j];
          without[k] *= task.miss[k * task.lists + j];
        }
      }
      filled *= 2;
    }
  }
}

// Of each class: a_k (1 - P_kg) into stick, a_k P_kg into rest, which are free here; their sums.
SANAQ_INLINE void seen_and_unseen(Task& task, std::uint32_t covered, Lanes& seen_sum,
                                  Lanes& unseen_sum) {
  for (std::size_t k = 0; k < task.classes; ++k) {
    Lanes unseen = lanes(1), seen = lanes(0);
    for (std::size_t j = 0; j < task.lists; ++j) {
      if (((covered >> j) & 1U) == 0) continue;
      seen += task.lambda[k * task.lists + j] * unseen;
      unseen *= task.miss[k * task.lists + j];
    }
    task.stick[k] = task.base[k] * seen;
    task.rest[k] = task.base[k] * unseen;
    seen_sum += task.stick[k];
    unseen_sum += task.rest[k];
  }
}

// The cell's part of the log likelihood. Its persons are shared out among the classes: into
// members, and into listed_sum for the lists that they are on.
SANAQ_INLINE Lanes add_cell(Task& task, std::size_t c) {
  const std::size_t classes = task.classes;
  const std::uint8_t* const pattern = task.pattern + c * task.parts;
  Lanes total = lanes(0);
  const Lanes* const first = task.product + pattern[0] * classes;
  for (std::size_t k = 0; k < classes; ++k) task.joint[k] = task.base[k] * first[k];
  for (std::size_t part = 1; part < task.parts; ++part) {
    const Lanes* const product = task.product + (part * part_patterns + pattern[part]) * classes;
    for (std::size_t k = 0; k < classes; ++k) task.joint[k] *= product[k];
  }
  for (std::size_t k = 0; k < classes; ++k) total += task.joint[k];
  const double count = task.data.cells[c].count;
  const Lanes scale = count / larger(total, lanes(1e-300));
  for (std::size_t k = 0; k < classes; ++k) {
    task.joint[k] *= scale;
    task.members[k] += task.joint[k];
  }
  for (std::size_t at = c == 0 ? 0 : task.listed_end[c - 1]; at < task.listed_end[c]; ++at) {
    Lanes* const on = task.listed_sum + task.listed[at] * classes;
    for (std::size_t k = 0; k < classes; ++k) on[k] += task.joint[k];
  }
  return count * log_lanes(total);
}

// The cells' and the group's part of likelihood and gradient: weight_gradient is for t; the slope
// in eta_kj with t held is listed_sum - lambda_kj missed_sum.
SANAQ_INLINE void add_group(Task& task, std::size_t g) {
  const LatentGroup& group = task.data.groups[g];
  part_products(task, group.covered);
  Lanes seen_sum = lanes(0), unseen_sum = lanes(0);
  seen_and_unseen(task, group.covered, seen_sum, unseen_sum);
  for (std::size_t k = 0; k < task.classes; ++k) task.members[k] = lanes(0);
  Lanes log_likelihood = -group.observed * log_lanes(seen_sum);
  for (std::size_t c = group.cells_begin; c < group.cells_end; ++c)
    log_likelihood += add_cell(task, c);
  task.point.log_likelihood += log_likelihood;
  task.point.odds[g] = unseen_sum / seen_sum;
  const Lanes scale = group.observed / seen_sum;
  for (std::size_t k = 0; k < task.classes; ++k) {
    task.weight_gradient[k] += task.members[k] - scale * task.stick[k];
    task.members[k] += scale * task.rest[k];
  }
  for (std::size_t j = 0; j < task.lists; ++j) {
    if (((group.covered >> j) & 1U) == 0) continue;
    for (std::size_t k = 0; k < task.classes; ++k)
      task.missed_sum[j * task.classes + k] += task.members[k];
  }
}

// sum_{k<K} log(pi_k / R_k) - (a + K - 1) log(b - log pi_K), R_k the weight of class k and all
// after it, by t = s - log_seen. R_k is kept as e^most times a sum of at most K, so that only short
// chains of operations wait for one another.
SANAQ_INLINE void add_weight_prior(Task& task) {
  const std::size_t last = task.classes - 1;
  const Lanes last_t = task.point.s[last] - task.point.log_seen[last];
  task.most[last] = last_t;
  for (std::size_t k = last; k-- > 0;)
    task.most[k] = larger(task.point.s[k] - task.point.log_seen[k], task.most[k + 1]);
  Lanes log_prior = task.point.log_prior, sum = lanes(1), sums = lanes(1);
  for (std::size_t k = last; k-- > 0;) {
    const Lanes t = task.point.s[k] - task.point.log_seen[k];
    const Lanes small = exp_lanes(-magnitude(t - task.most[k + 1]));
    const Lanes own = t >= task.most[k + 1] ? lanes(1) : small;
    const Lanes after = t >= task.most[k + 1] ? sum * small : sum;
    sum = own + after;
    const Lanes inverse = 1 / sum;
    task.stick[k] = own * inverse;
    task.rest[k] = after * inverse;
    sums *= sum;
    log_prior += t - task.most[k];
  }
  const double power = concentration_shape + static_cast<double>(last);
  const Lanes depth = concentration_rate - (last_t - task.most[0] - log_lanes(sum));
  task.point.log_prior = log_prior - log_lanes(sums) - power * log_lanes(depth);
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
    task.point.gradient[k] = task.weight_gradient[k];
    const Lanes pull = task.weight_gradient[k] * task.point.unseen_odds[k] + 2;
    for (std::size_t j = 0; j < task.lists; ++j) {
      const std::size_t at = k * task.lists + j;
      const std::size_t by_list = j * task.classes + k;
      task.point.gradient[task.classes + at] =
          task.listed_sum[by_list] + 1 - task.lambda[at] * (task.missed_sum[by_list] + pull);
    }
  }
}

SANAQ_FOR_EVERY_PROCESSOR void evaluate_task(Task& task) {
  for (std::size_t k = 0; k < task.classes; ++k) task.weight_gradient[k] = lanes(0);
  for (std::size_t i = 0; i < task.classes * task.lists; ++i)
    task.listed_sum[i] = task.missed_sum[i] = lanes(0);
  task.point.log_likelihood = lanes(0);
  list_probabilities(task);
  shares(task);
  for (std::size_t g = 0; g < task.data.groups.size(); ++g) add_group(task, g);
  add_weight_prior(task);
  finish_gradient(task);
}

}  // namespace

void LatentDensity::evaluate(LatentPoint& point) {
  Task task{data_,
            classes_,
            data_.lists,
            parts_,
            pattern_.data(),
            listed_.data(),
            listed_end_.data(),
            point.lambda.data(),
            miss_.data(),
            joint_.data(),
            members_.data(),
            product_.data(),
            base_.data(),
            inverse_seen_.data(),
            stick_.data(),
            rest_.data(),
            most_.data(),
            weight_gradient_.data(),
            listed_sum_.data(),
            missed_sum_.data(),
            point};
  evaluate_task(task);
}

}  // namespace sanaq::estimate
