#include "sanaq/estimate/latent_density.h"

#include <algorithm>
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
constexpr std::size_t usual_classes = 10;  // as in Options
constexpr std::size_t stretch = 32;        // cells of a group whose shares are kept at once

}  // namespace

LatentDensity::LatentDensity(const LatentData& data, std::size_t classes)
    : data_(data),
      classes_(classes),
      parts_((data.lists + part_lists - 1) / part_lists),
      miss_(classes * data.lists),
      joint_(std::min(stretch, data.cells.size()) * classes),
      members_(classes),
      product_(parts_ * part_patterns * classes),
      base_(classes),
      inverse_seen_(classes),
      stick_(classes),
      rest_(classes),
      most_(classes),
      weight_gradient_(classes),
      listed_sum_(classes * data.lists),
      missed_sum_(classes * data.lists),
      small_(classes * data.lists),
      total_(data.cells.size()) {
  for (const LatentCell& cell : data.cells) {
    for (std::size_t part = 0; part < parts_; ++part) {
      pattern_.push_back(
          static_cast<std::uint8_t>((cell.listed >> (part_lists * part)) & (part_patterns - 1)));
    }
  }
  for (const LatentGroup& group : data.groups) {
    for (std::size_t first = group.cells_begin; first < group.cells_end; first += stretch)
      note_lists(first, std::min(first + stretch, group.cells_end));
  }
}

void LatentDensity::note_lists(std::size_t first, std::size_t end) {
  for (std::size_t j = 0; j < data_.lists; ++j) {
    for (std::size_t c = first; c < end; ++c) {
      if (((data_.cells[c].listed >> j) & 1U) != 0)
        on_list_.push_back(static_cast<std::uint32_t>(c - first));
    }
    on_list_end_.push_back(static_cast<std::uint32_t>(on_list_.size()));
  }
}

namespace {

// Raw views of one evaluation, so that the loops below may be compiled for several processors.
//
// `fixed`: as many classes as the default, known when this is compiled, so that what belongs to one
// cell stays in registers; 0: any number. `with_density`: the density too, which a trajectory needs
// at its two ends only. Every operation of a lane is the same, in the same order, in all of them.
template <std::size_t fixed, bool with_density>
struct Task {
  const LatentData& data;
  std::size_t classes_given, lists, parts;
  const std::uint8_t* pattern;
  const std::uint32_t *on_list, *on_list_end;
  Lanes *lambda, *miss, *joint, *members, *product, *base, *inverse_seen, *stick, *rest, *most,
      *weight_gradient, *listed_sum, *missed_sum, *small, *total;
  LatentPoint& point;
  [[nodiscard]] SANAQ_INLINE std::size_t classes() const {
    return fixed > 0 ? fixed : classes_given;
  }
};

// In place. As many at once as hide each other's waiting.
SANAQ_INLINE void exp_all(Lanes* values, std::size_t count) {
  std::size_t at = 0;
  for (; at + 5 <= count; at += 5) exp_of_each<5>(values + at, values + at);
  for (; at < count; ++at) exp_of_each<1>(values + at, values + at);
}
SANAQ_INLINE void log_all(Lanes* values, std::size_t count) {
  std::size_t at = 0;
  for (; at + 5 <= count; at += 5) log_of_each<5>(values + at, values + at);
  for (; at < count; ++at) log_of_each<1>(values + at, values + at);
}

// The log prior of the lambdas on the scale of eta, where e^-|eta| is known.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void add_lambda_prior(Task<fixed, with_density>& task) {
  for (std::size_t k = 0; k < task.classes(); ++k) {
    task.rest[k] = lanes(1);
    for (std::size_t j = 0; j < task.lists; ++j) task.rest[k] *= 1 + task.small[k * task.lists + j];
  }
  log_all(task.rest, task.classes());
  Lanes log_prior = lanes(0);
  for (std::size_t k = 0; k < task.classes(); ++k) {
    for (std::size_t j = 0; j < task.lists; ++j)
      log_prior -= magnitude(task.point.eta[k * task.lists + j]);
    log_prior -= 2 * task.rest[k];
  }
  task.point.log_prior = log_prior;
}

// lambda, 1 - lambda, log(1 - P_k), P_k / (1 - P_k), and the lambdas' log prior.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void list_probabilities(Task<fixed, with_density>& task) {
  const std::size_t all = task.classes() * task.lists;
  for (std::size_t at = 0; at < all; ++at) task.small[at] = -magnitude(task.point.eta[at]);
  exp_all(task.small, all);
  for (std::size_t at = 0; at < all; ++at) {
    const Lanes inverse = 1 / (1 + task.small[at]), less = task.small[at] * inverse;
    task.lambda[at] = task.point.eta[at] >= 0 ? inverse : less;
    task.miss[at] = task.point.eta[at] >= 0 ? less : inverse;
  }
  for (std::size_t k = 0; k < task.classes(); ++k) {
    Lanes unseen = lanes(1), seen = lanes(0);
    for (std::size_t at = k * task.lists; at < (k + 1) * task.lists; ++at) {
      // Never 1 - product: it would lose the digits of rare listing.
      seen += task.lambda[at] * unseen;
      unseen *= task.miss[at];
    }
    task.inverse_seen[k] = 1 / seen;
    task.point.unseen_odds[k] = unseen * task.inverse_seen[k];
    task.point.log_seen[k] = seen;
  }
  log_all(task.point.log_seen.data(), task.classes());
  if constexpr (with_density) add_lambda_prior(task);
}

// Softmax of s; base becomes a_k, the weight of class k on the scale where the seen part of all
// classes sums to 1.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void shares(Task<fixed, with_density>& task) {
  Lanes top = task.point.s[0];
  for (std::size_t k = 1; k < task.classes(); ++k) top = larger(top, task.point.s[k]);
  for (std::size_t k = 0; k < task.classes(); ++k) task.point.share[k] = task.point.s[k] - top;
  exp_all(task.point.share.data(), task.classes());
  Lanes sum = lanes(0);
  for (std::size_t k = 0; k < task.classes(); ++k) sum += task.point.share[k];
  const Lanes log_sum = top + log_lanes(sum), inverse = 1 / sum;
  for (std::size_t k = 0; k < task.classes(); ++k) {
    task.point.share[k] *= inverse;
    task.base[k] = task.inverse_seen[k] * task.point.share[k];
    task.point.log_share[k] = task.point.s[k] - log_sum;
  }
}

// The chance of each pattern of each part in each class: what a cell multiplies. A list that did
// not cover the group counts 1.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void part_products(Task<fixed, with_density>& task, std::uint32_t covered) {
  const std::size_t classes = task.classes();
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
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void seen_and_unseen(Task<fixed, with_density>& task, std::uint32_t covered,
                                  Lanes& seen_sum, Lanes& unseen_sum) {
  for (std::size_t k = 0; k < task.classes(); ++k) {
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

// The cell's persons are shared out among the classes: into joint. Its chance goes into total.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void share_out(Task<fixed, with_density>& task, std::size_t c, Lanes* joint) {
  const std::size_t classes = task.classes();
  const std::uint8_t* const pattern = task.pattern + c * task.parts;
  Lanes held[fixed > 0 ? fixed : 1];
  Lanes* const chance = fixed > 0 ? held : joint;
  Lanes total = lanes(0);
  const Lanes* const first = task.product + pattern[0] * classes;
  for (std::size_t k = 0; k < classes; ++k) chance[k] = task.base[k] * first[k];
  for (std::size_t part = 1; part < task.parts; ++part) {
    const Lanes* const product = task.product + (part * part_patterns + pattern[part]) * classes;
    for (std::size_t k = 0; k < classes; ++k) chance[k] *= product[k];
  }
  for (std::size_t k = 0; k < classes; ++k) total += chance[k];
  if constexpr (with_density) task.total[c] = total;
  const Lanes scale = task.data.cells[c].count / larger(total, lanes(1e-300));
  for (std::size_t k = 0; k < classes; ++k) joint[k] = chance[k] * scale;
}

// Adds the shares of cells to sums by class; `place(i)` is the i-th cell's place in joint.
template <std::size_t fixed, bool with_density, typename Place>
SANAQ_INLINE void add_shares(const Task<fixed, with_density>& task, Lanes* sums, std::size_t count,
                             const Place& place) {
  const std::size_t classes = task.classes();
  Lanes held[fixed > 0 ? fixed : 1];
  Lanes* const sum = fixed > 0 ? held : sums;
  for (std::size_t k = 0; k < classes; ++k) sum[k] = sums[k];
  for (std::size_t i = 0; i < count; ++i) {
    const Lanes* const joint = task.joint + place(i) * classes;
    for (std::size_t k = 0; k < classes; ++k) sum[k] += joint[k];
  }
  for (std::size_t k = 0; k < classes; ++k) sums[k] = sum[k];
}

// A stretch of cells: shared out one by one, for none waits for another's sums; then added to
// members, and to listed_sum for the lists that they are on.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void add_stretch(Task<fixed, with_density>& task, std::size_t first, std::size_t count,
                              std::size_t number, Lanes* members) {
  for (std::size_t i = 0; i < count; ++i)
    share_out(task, first + i, task.joint + i * task.classes());
  add_shares(
      task, members, count, [](std::size_t i) __attribute__((always_inline)) { return i; });
  for (std::size_t j = 0; j < task.lists; ++j) {
    const std::size_t list = number * task.lists + j;
    const std::uint32_t begin = list == 0 ? 0 : task.on_list_end[list - 1];
    const std::uint32_t* const on = task.on_list + begin;
    add_shares(
        task, task.listed_sum + j * task.classes(),
        task.on_list_end[list] - begin, [on](std::size_t i) __attribute__((always_inline)) {
          return on[i];
        });
  }
}

// The group's part of the log likelihood.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE Lanes log_likelihood_of(Task<fixed, with_density>& task, const LatentGroup& group,
                                     const Lanes& seen_sum) {
  log_all(task.total + group.cells_begin, group.cells_end - group.cells_begin);
  Lanes log_likelihood = -group.observed * log_lanes(seen_sum);
  for (std::size_t c = group.cells_begin; c < group.cells_end; ++c)
    log_likelihood += task.data.cells[c].count * task.total[c];
  return log_likelihood;
}

// The cells' and the group's part of likelihood and gradient: weight_gradient is for t; the slope
// in eta_kj with t held is listed_sum - lambda_kj missed_sum.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void add_group(Task<fixed, with_density>& task, std::size_t g, std::size_t& number) {
  const LatentGroup& group = task.data.groups[g];
  part_products(task, group.covered);
  Lanes seen_sum = lanes(0), unseen_sum = lanes(0);
  seen_and_unseen(task, group.covered, seen_sum, unseen_sum);
  Lanes held[fixed > 0 ? fixed : 1];
  Lanes* const members = fixed > 0 ? held : task.members;
  for (std::size_t k = 0; k < task.classes(); ++k) members[k] = lanes(0);
  for (std::size_t first = group.cells_begin; first < group.cells_end; first += stretch)
    add_stretch(task, first, std::min(stretch, group.cells_end - first), number++, members);
  if constexpr (with_density) task.point.log_likelihood += log_likelihood_of(task, group, seen_sum);
  task.point.odds[g] = unseen_sum / seen_sum;
  const Lanes scale = group.observed / seen_sum;
  for (std::size_t k = 0; k < task.classes(); ++k) {
    task.weight_gradient[k] += members[k] - scale * task.stick[k];
    members[k] += scale * task.rest[k];
  }
  for (std::size_t j = 0; j < task.lists; ++j) {
    if (((group.covered >> j) & 1U) == 0) continue;
    for (std::size_t k = 0; k < task.classes(); ++k)
      task.missed_sum[j * task.classes() + k] += members[k];
  }
}

// sum_{k<K} log(pi_k / R_k) - (a + K - 1) log(b - log pi_K), R_k the weight of class k and all
// after it, by t = s - log_seen. R_k is kept as e^most times a sum of at most K, so that only short
// chains of operations wait for one another.
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void add_weight_prior(Task<fixed, with_density>& task) {
  const std::size_t last = task.classes() - 1;
  const Lanes last_t = task.point.s[last] - task.point.log_seen[last];
  task.most[last] = last_t;
  for (std::size_t k = last; k-- > 0;)
    task.most[k] = larger(task.point.s[k] - task.point.log_seen[k], task.most[k + 1]);
  for (std::size_t k = 0; k < last; ++k) {
    task.small[k] = -magnitude(task.point.s[k] - task.point.log_seen[k] - task.most[k + 1]);
  }
  exp_all(task.small, last);
  Lanes log_prior = with_density ? task.point.log_prior : lanes(0);
  Lanes sum = lanes(1), sums = lanes(1);
  for (std::size_t k = last; k-- > 0;) {
    const Lanes t = task.point.s[k] - task.point.log_seen[k];
    const Lanes own = t >= task.most[k + 1] ? lanes(1) : task.small[k];
    const Lanes after = t >= task.most[k + 1] ? sum * task.small[k] : sum;
    sum = own + after;
    const Lanes inverse = 1 / sum;
    task.stick[k] = own * inverse;
    task.rest[k] = after * inverse;
    if constexpr (with_density) {
      sums *= sum;
      log_prior += t - task.most[k];
    }
  }
  const double power = concentration_shape + static_cast<double>(last);
  const Lanes depth = concentration_rate - (last_t - task.most[0] - log_lanes(sum));
  if constexpr (with_density)
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
template <std::size_t fixed, bool with_density>
SANAQ_INLINE void finish_gradient(Task<fixed, with_density>& task) {
  for (std::size_t k = 0; k < task.classes(); ++k) {
    task.point.gradient[k] = task.weight_gradient[k];
    const Lanes pull = task.weight_gradient[k] * task.point.unseen_odds[k] + 2;
    for (std::size_t j = 0; j < task.lists; ++j) {
      const std::size_t at = k * task.lists + j;
      const std::size_t by_list = j * task.classes() + k;
      task.point.gradient[task.classes() + at] =
          task.listed_sum[by_list] + 1 - task.lambda[at] * (task.missed_sum[by_list] + pull);
    }
  }
}

template <std::size_t fixed, bool with_density>
SANAQ_INLINE void evaluate_all(Task<fixed, with_density>& task) {
  for (std::size_t k = 0; k < task.classes(); ++k) task.weight_gradient[k] = lanes(0);
  for (std::size_t i = 0; i < task.classes() * task.lists; ++i)
    task.listed_sum[i] = task.missed_sum[i] = lanes(0);
  if constexpr (with_density) task.point.log_likelihood = lanes(0);
  list_probabilities(task);
  shares(task);
  std::size_t stretch_number = 0;
  for (std::size_t g = 0; g < task.data.groups.size(); ++g) add_group(task, g, stretch_number);
  add_weight_prior(task);
  finish_gradient(task);
}

SANAQ_FOR_EVERY_PROCESSOR void evaluate_task(Task<0, true>& task) { evaluate_all(task); }
SANAQ_FOR_EVERY_PROCESSOR void evaluate_task(Task<0, false>& task) { evaluate_all(task); }
SANAQ_FOR_EVERY_PROCESSOR void evaluate_task(Task<usual_classes, true>& task) {
  evaluate_all(task);
}
SANAQ_FOR_EVERY_PROCESSOR void evaluate_task(Task<usual_classes, false>& task) {
  evaluate_all(task);
}

}  // namespace

template <std::size_t fixed, bool with_density>
void LatentDensity::run(LatentPoint& point) {
  Task<fixed, with_density> task{data_,
                                 classes_,
                                 data_.lists,
                                 parts_,
                                 pattern_.data(),
                                 on_list_.data(),
                                 on_list_end_.data(),
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
                                 small_.data(),
                                 total_.data(),
                                 point};
  evaluate_task(task);
}

void LatentDensity::evaluate(LatentPoint& point) {
  if (classes_ == usual_classes) {
    run<usual_classes, true>(point);
  } else {
    run<0, true>(point);
  }
}

void LatentDensity::evaluate_gradient(LatentPoint& point) {
  if (classes_ == usual_classes) {
    run<usual_classes, false>(point);
  } else {
    run<0, false>(point);
  }
}

}  // namespace sanaq::estimate
