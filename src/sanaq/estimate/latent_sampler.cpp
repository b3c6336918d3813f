#include "sanaq/estimate/latent_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sanaq/estimate/lane_targets.h"
#include "sanaq/num/logspace.h"

namespace sanaq::estimate {

namespace {

constexpr double share_sd = 0.7, seen_sd = 0.5;  // of the anchors
constexpr double acceptance_wanted = 0.8;
constexpr int leapfrogs_max = 45;
constexpr double power_first = 0.1;
constexpr double carried_part = 0.3;  // of the redraws from the prior
// Along the common direction of a class's etas the data hold as much less as 0.6 times its chance
// to be seen.
constexpr double common_held = 0.6;
constexpr std::size_t lane_total = static_cast<std::size_t>(lane_count);

}  // namespace

LatentSampler::LatentSampler(const LatentData& data, std::size_t classes, std::uint64_t seed,
                             std::uint64_t block)
    : table_(data),
      data_(data),
      classes_(classes),
      lists_(data.lists),
      density_(data_, classes),
      here_(latent_point(data, classes)),
      trial_(latent_point(data, classes)),
      share_anchor_(classes),
      seen_anchor_(classes),
      share_scale_(classes),
      eta_scale_(classes),
      common_(classes),
      momentum_(classes * (data.lists + 1)),
      clocks_(classes),
      shared_(seed, "estimate.latent_class.shared", block) {
  for (std::uint64_t lane = 0; lane < lane_total; ++lane) {
    rngs_.emplace_back(seed, "estimate.latent_class", block * lane_total + lane);
  }
  start_from_prior();
}

void LatentSampler::start_from_prior() {
  trial_ = here_;
  for (std::size_t lane = 0; lane < lane_total; ++lane) propose_tail(lane, 0, false);
  density_.evaluate(trial_);
  here_ = trial_;
}

void LatentSampler::go_on_from(const LatentSampler& other) {
  here_.s = other.here_.s;
  here_.eta = other.here_.eta;
  density_.evaluate(here_);
  step_ = other.step_;
}

// Puts into `trial_` the weights of classes `first` and after, and their lambdas, drawn from the
// prior given those before: alpha ~ Gamma(a + first, rate b - log R_first), 1 - V = U^(1/alpha).
void LatentSampler::propose_tail(std::size_t lane, std::size_t first, bool keep_first) {
  num::Rng& rng = rngs_[lane];
  const auto t_of = [&](std::size_t k) { return here_.s[k][lane] - here_.log_seen[k][lane]; };
  double all = t_of(classes_ - 1), remaining = all;
  for (std::size_t k = classes_ - 1; k-- > 0;) {
    all = num::log_add(all, t_of(k));
    if (k == first) remaining = all;
  }
  if (first == 0) remaining = all;
  const double rate = concentration_rate - (remaining - all);
  const double log_alpha =
      rng.log_gamma_draw(concentration_shape + static_cast<double>(first)) - std::log(rate);
  double log_weight = remaining;
  for (std::size_t k = first; k < classes_; ++k) {
    double t = log_weight;
    if (k + 1 < classes_) {
      const double log_rest = -std::exp(std::log(rng.exponential()) - log_alpha);
      t += num::log1m_exp(std::min(log_rest, -1e-300));
      log_weight += log_rest;
    }
    if (k > first || !keep_first) {
      double unseen = 1, seen = 0;
      for (std::size_t j = 0; j < lists_; ++j) {
        const double lambda = rng.uniform();
        trial_.eta[k * lists_ + j][lane] = num::logit(lambda);
        seen += lambda * unseen;
        unseen *= 1 - lambda;
      }
      trial_.log_seen[k][lane] = std::log(seen);
    }
    trial_.s[k][lane] = t + trial_.log_seen[k][lane];
  }
}

// Puts into `trial_` a draw from the prior in which one class keeps its lambdas, and may change its
// place: it is taken by weight and put first, last, or anywhere. The last place matters, for it
// takes all that the sticks leave over: with a large alpha a class can be large there and nowhere
// else, and small moves do not lead out of it. Returns by how much more the way back is probable.
double LatentSampler::propose_carried(std::size_t lane) {
  num::Rng& rng = rngs_[lane];
  const double ends = rng.uniform();
  const auto anywhere = static_cast<std::size_t>(rng.below(classes_));
  const std::size_t to = ends < 0.4 ? 0 : ends < 0.8 ? classes_ - 1 : anywhere;
  const auto log_chance = [&](std::size_t place) {
    return std::log(0.2 / static_cast<double>(classes_) +
                    (place == 0 || place == classes_ - 1 ? 0.4 : 0));
  };
  double all = -INFINITY, first_clock = INFINITY;
  std::size_t from = 0;
  for (std::size_t k = 0; k < classes_; ++k) {
    const double t = here_.s[k][lane] - here_.log_seen[k][lane];
    all = num::log_add(all, t);
    const double clock = std::log(rng.exponential()) - t;
    if (clock < first_clock) {
      first_clock = clock;
      from = k;
    }
  }
  propose_tail(lane, 0, false);
  const double weight = trial_.s[to][lane] - trial_.log_seen[to][lane] - all;
  const double weight_before = here_.s[from][lane] - here_.log_seen[from][lane] - all;
  for (std::size_t j = 0; j < lists_; ++j)
    trial_.eta[to * lists_ + j][lane] = here_.eta[from * lists_ + j][lane];
  trial_.s[to][lane] += here_.log_seen[from][lane] - trial_.log_seen[to][lane];
  return weight - weight_before + log_chance(from) - log_chance(to);
}

void LatentSampler::redraw_tail() {
  if (classes_ < 2) return;
  trial_ = here_;
  std::array<double, lane_total> log_ratio{};
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    if (rngs_[lane].uniform() < carried_part) {
      log_ratio[lane] = propose_carried(lane);
      continue;
    }
    const auto first = static_cast<std::size_t>(rngs_[lane].below(classes_ - 1));
    const bool keep = first == 0 || rngs_[lane].uniform() < 0.3;
    propose_tail(lane, first, keep);
  }
  density_.evaluate(trial_);
  LaneBits accepted{};
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    const double rise = trial_.log_likelihood[lane] - here_.log_likelihood[lane] + log_ratio[lane];
    accepted[lane] = std::log(rngs_[lane].uniform()) < rise ? -1 : 0;
  }
  keep_where(accepted);
}

namespace {

// From uniform draws to the logarithms of when clocks ring, whose rates are the weights t = s -
// log_seen of the classes.
SANAQ_FOR_EVERY_PROCESSOR void set_clocks(std::size_t classes, const Lanes* s,
                                          const Lanes* log_seen, Lanes* clocks,
                                          Lanes& log_all_weights) {
  Lanes most = s[0] - log_seen[0], sum = lanes(0);
  for (std::size_t k = 1; k < classes; ++k) most = larger(most, s[k] - log_seen[k]);
  for (std::size_t k = 0; k < classes; ++k) {
    const Lanes t = s[k] - log_seen[k];
    sum += exp_lanes(t - most);
    clocks[k] = log_lanes(-log_lanes(clocks[k])) - t;
  }
  log_all_weights = most + log_lanes(sum);
}

}  // namespace

// Clocks that ring at the rate of each class's weight give a size-biased order, which has exactly
// the probability prod pi_k / R_k; what is left of the prior decides.
void LatentSampler::relabel() {
  std::array<std::pair<double, std::size_t>, 64> order;
  std::array<double, 64> moved;
  for (std::size_t k = 0; k < classes_; ++k) {
    for (std::size_t lane = 0; lane < lane_total; ++lane) clocks_[k][lane] = rngs_[lane].uniform();
  }
  Lanes log_all_weights{};
  set_clocks(classes_, here_.s.data(), here_.log_seen.data(), clocks_.data(), log_all_weights);
  const double power = concentration_shape + static_cast<double>(classes_ - 1);
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    for (std::size_t k = 0; k < classes_; ++k) {
      const double clock = clocks_[k][lane];
      order[k] = {clock, k};
    }
    std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(classes_));
    const auto depth = [&](std::size_t k) {
      const double t = here_.s[k][lane] - here_.log_seen[k][lane];
      return concentration_rate - (t - log_all_weights[lane]);
    };
    const double log_ratio =
        power * std::log(depth(classes_ - 1) / depth(order[classes_ - 1].second));
    if (!(std::log(rngs_[lane].uniform()) < log_ratio)) continue;
    const auto reorder = [&](LaneVector& values, std::size_t stride, std::size_t offset) {
      for (std::size_t k = 0; k < classes_; ++k)
        moved[k] = values[order[k].second * stride + offset][lane];
      for (std::size_t k = 0; k < classes_; ++k) values[k * stride + offset][lane] = moved[k];
    };
    reorder(here_.s, 1, 0);
    reorder(here_.log_seen, 1, 0);
    reorder(here_.log_share, 1, 0);
    for (std::size_t j = 0; j < lists_; ++j) reorder(here_.eta, lists_, j);
  }
}

// The scales follow the sizes of the classes by way of `share_anchor_`, and the way in which all
// lists of a class grow rarer together, which the data hardly hold where most of the class is on no
// list, by way of `seen_anchor_`. Both are drawn anew and join the target: so the trajectory stays
// reversible though labels wander.
void LatentSampler::draw_scales() {
  // The lanes in the inner loops: each has its own stream, so that none waits for another.
  for (std::size_t k = 0; k < classes_; ++k) {
    for (std::size_t lane = 0; lane < lane_total; ++lane) {
      share_anchor_[k][lane] = here_.log_share[k][lane] + share_sd * rngs_[lane].normal();
      seen_anchor_[k][lane] = here_.log_seen[k][lane] + seen_sd * rngs_[lane].normal();
    }
    for (std::size_t lane = 0; lane < lane_total; ++lane) {
      const double persons = data_.observed * std::exp(std::min(share_anchor_[k][lane], 0.0));
      const double held = std::min(1.0, common_held * std::exp(seen_anchor_[k][lane]));
      share_scale_[k][lane] = 1 / std::sqrt(0.35 + 0.6 * persons);
      eta_scale_[k][lane] = 1 / std::sqrt(0.3 + 0.13 * persons);
      common_[k][lane] = (std::sqrt((0.3 + 0.13 * persons) / (0.3 + 0.13 * persons * held)) - 1) /
                         static_cast<double>(lists_);
    }
  }
  for (Lanes& value : momentum_) {
    for (std::size_t lane = 0; lane < lane_total; ++lane) value[lane] = rngs_[lane].normal();
  }
}

namespace {

// What the anchors add to the energy, and the momentum.
SANAQ_FOR_EVERY_PROCESSOR void add_anchors(std::size_t classes, const Lanes* share_anchor,
                                           const Lanes* log_share, const Lanes* seen_anchor,
                                           const Lanes* log_seen, Lanes& sum) {
  for (std::size_t k = 0; k < classes; ++k) {
    const Lanes share_gap = share_anchor[k] - log_share[k], seen_gap = seen_anchor[k] - log_seen[k];
    sum += share_gap * share_gap * (0.5 / (share_sd * share_sd)) +
           seen_gap * seen_gap * (0.5 / (seen_sd * seen_sd));
  }
}

SANAQ_FOR_EVERY_PROCESSOR void add_squares(std::size_t count, const Lanes* values, Lanes& sum) {
  for (std::size_t i = 0; i < count; ++i) sum += 0.5 * values[i] * values[i];
}

SANAQ_FOR_EVERY_PROCESSOR void take_where(const LaneBits& accepted, std::size_t count,
                                          const Lanes* offered, Lanes* kept) {
  for (std::size_t i = 0; i < count; ++i) kept[i] = accepted ? offered[i] : kept[i];
}

// Values are told up to a constant: the largest of each lane becomes 0.
SANAQ_FOR_EVERY_PROCESSOR void keep_near_zero(std::size_t count, Lanes* values) {
  Lanes top = values[0];
  for (std::size_t i = 1; i < count; ++i) top = larger(top, values[i]);
  for (std::size_t i = 0; i < count; ++i) values[i] -= top;
}

}  // namespace

void LatentSampler::energy(Lanes& sum) const {
  sum = -(trial_.log_likelihood + trial_.log_prior);
  add_anchors(classes_, share_anchor_.data(), trial_.log_share.data(), seen_anchor_.data(),
              trial_.log_seen.data(), sum);
  add_squares(momentum_.size(), momentum_.data(), sum);
}

namespace {

struct Motion {
  std::size_t classes, lists;
  const Lanes *share_anchor, *seen_anchor, *share_scale, *eta_scale, *common;
  Lanes* momentum;
  LatentPoint& point;
};

// Momentum by the gradient of the target with its anchors.
SANAQ_FOR_EVERY_PROCESSOR void push(const Motion& motion, double step) {
  const LatentPoint& point = motion.point;
  Lanes gaps = lanes(0);
  for (std::size_t k = 0; k < motion.classes; ++k)
    gaps += motion.share_anchor[k] - point.log_share[k];
  constexpr double tightness = 1 / (share_sd * share_sd);
  for (std::size_t k = 0; k < motion.classes; ++k) {
    const Lanes pull =
        (motion.share_anchor[k] - point.log_share[k] - gaps * point.share[k]) * tightness;
    motion.momentum[k] += step * motion.share_scale[k] * (point.gradient[k] + pull);
    const Lanes seen_pull = (motion.seen_anchor[k] - point.log_seen[k]) *
                            (1 / (seen_sd * seen_sd)) * point.unseen_odds[k];
    const Lanes* const gradient = point.gradient.data() + motion.classes + k * motion.lists;
    const Lanes* const lambda = point.lambda.data() + k * motion.lists;
    Lanes* const momentum = motion.momentum + motion.classes + k * motion.lists;
    const Lanes scale = step * motion.eta_scale[k];
    Lanes sum = lanes(0);
    for (std::size_t j = 0; j < motion.lists; ++j) {
      const Lanes slope = scale * (gradient[j] + seen_pull * lambda[j]);
      sum += slope;
      momentum[j] += slope;
    }
    sum *= motion.common[k];
    for (std::size_t j = 0; j < motion.lists; ++j) momentum[j] += sum;
  }
}

SANAQ_FOR_EVERY_PROCESSOR void move(const Motion& motion, double step) {
  for (std::size_t k = 0; k < motion.classes; ++k) {
    motion.point.s[k] += step * motion.share_scale[k] * motion.momentum[k];
    Lanes* const eta = motion.point.eta.data() + k * motion.lists;
    const Lanes* const momentum = motion.momentum + motion.classes + k * motion.lists;
    Lanes sum = lanes(0);
    for (std::size_t j = 0; j < motion.lists; ++j) sum += momentum[j];
    sum *= motion.common[k];
    const Lanes scale = step * motion.eta_scale[k];
    for (std::size_t j = 0; j < motion.lists; ++j) eta[j] += scale * (momentum[j] + sum);
  }
}

}  // namespace

void LatentSampler::trajectory() {
  const int leapfrogs = 1 + static_cast<int>(shared_.below(leapfrogs_max));
  const double jitter =
      shared_.uniform() < 0.15 ? 0.25 + 0.3 * shared_.uniform() : 0.75 + 0.4 * shared_.uniform();
  const double step = step_ * jitter;
  draw_scales();
  trial_ = here_;
  density_.evaluate(trial_);
  Lanes before{}, after{};
  energy(before);
  const Motion motion{classes_,
                      lists_,
                      share_anchor_.data(),
                      seen_anchor_.data(),
                      share_scale_.data(),
                      eta_scale_.data(),
                      common_.data(),
                      momentum_.data(),
                      trial_};
  push(motion, step / 2);
  for (int leap = 1; leap <= leapfrogs; ++leap) {
    move(motion, step);
    // The density is needed at the end of the way only.
    if (leap < leapfrogs) {
      density_.evaluate_gradient(trial_);
    } else {
      density_.evaluate(trial_);
    }
    push(motion, leap < leapfrogs ? step : step / 2);
  }
  energy(after);
  const Lanes fall = before - after;
  LaneBits accepted{};
  acceptance_ = 0;
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    const double chance = std::isfinite(fall[lane]) ? std::min(1.0, std::exp(fall[lane])) : 0;
    accepted[lane] = rngs_[lane].uniform() < chance ? -1 : 0;
    acceptance_ += chance / lane_count;
  }
  keep_where(accepted);
  keep_near_zero(classes_, here_.s.data());
}

void LatentSampler::keep_where(const LaneBits& accepted) {
  const auto take = [&](LaneVector& kept, const LaneVector& offered) {
    take_where(accepted, kept.size(), offered.data(), kept.data());
  };
  take(here_.s, trial_.s);
  take(here_.eta, trial_.eta);
  take(here_.log_seen, trial_.log_seen);
  take(here_.log_share, trial_.log_share);
  take(here_.odds, trial_.odds);
  here_.log_likelihood = accepted ? trial_.log_likelihood : here_.log_likelihood;
}

// N_g - n_g is negative binomial given the rest: a Poisson draw with a gamma mean.
double LatentSampler::draw_total(std::size_t lane) {
  double total = data_.observed;
  for (std::size_t g = 0; g < data_.groups.size(); ++g) {
    const double mean = rngs_[lane].gamma(data_.groups[g].observed) * here_.odds[g][lane];
    // Beyond 2^53 a whole number is not kept anyway.
    total += mean < 0x1p53 ? static_cast<double>(rngs_[lane].poisson(mean)) : mean;
  }
  return total;
}

std::vector<double> LatentSampler::cell_means(std::size_t lane) const {
  std::vector<double> means, log_listed, log_missed;
  for (const Lanes& eta : here_.eta) {
    log_listed.push_back(std::log(num::inverse_logit(eta[lane])));
    log_missed.push_back(std::log(num::inverse_logit(-eta[lane])));
  }
  for (const LatentGroup& group : data_.groups) {
    std::vector<double> weights;
    double seen = 0;
    for (std::uint32_t mask = 1; mask <= data_.all_lists; ++mask) {
      if ((mask & ~group.covered) != 0) continue;
      double weight = 0;
      for (std::size_t k = 0; k < classes_; ++k) {
        double log_part = here_.log_share[k][lane] - here_.log_seen[k][lane];
        for (std::size_t j = 0; j < lists_; ++j) {
          if (((group.covered >> j) & 1U) == 0) continue;
          log_part += (((mask >> j) & 1U) != 0 ? log_listed : log_missed)[k * lists_ + j];
        }
        weight += std::exp(log_part);
      }
      weights.push_back(weight);
      seen += weight;
    }
    for (const double weight : weights) means.push_back(group.observed * weight / seen);
  }
  return means;
}

void LatentSampler::sweep() {
  redraw_tail();
  relabel();
  trajectory();
}

// The likelihood to a power is that of a table with so much fewer persons.
void LatentSampler::raise_likelihood_to(double power) {
  for (std::size_t c = 0; c < data_.cells.size(); ++c)
    data_.cells[c].count = power * table_.cells[c].count;
  for (std::size_t g = 0; g < data_.groups.size(); ++g)
    data_.groups[g].observed = power * table_.groups[g].observed;
  data_.observed = power * table_.observed;
  density_.evaluate(here_);
}

void LatentSampler::anneal(int sweeps, const base::Progress& progress) {
  double log_step = std::log(step_);
  for (int i = 0; i < sweeps; ++i) {
    progress.throw_if_stopped();
    raise_likelihood_to(std::pow(power_first, 1 - static_cast<double>(i) / sweeps));
    sweep();
    log_step += (acceptance_ - acceptance_wanted) * std::pow(std::min(i, 100) + 10, -0.6);
    log_step = std::clamp(log_step, std::log(1e-4), std::log(1.5));
    step_ = std::exp(log_step);
  }
  raise_likelihood_to(1);
}

void LatentSampler::warm_up(int sweeps, const base::Progress& progress) {
  double log_step = std::log(step_), mean_log_step = log_step;
  const int averaged_from = sweeps / 2;
  for (int i = 0; i < sweeps; ++i) {
    progress.throw_if_stopped();
    sweep();
    log_step += (acceptance_ - acceptance_wanted) * std::pow(i + 10, -0.6);
    log_step = std::clamp(log_step, std::log(1e-4), std::log(1.5));
    // Averaged over the later half: Ruppert and Polyak's rule.
    if (i >= averaged_from) mean_log_step += (log_step - mean_log_step) / (i - averaged_from + 1);
    step_ = std::exp(log_step);
  }
  step_ = std::exp(mean_log_step);
}

LatentDraws LatentSampler::sample(int sweeps) {
  LatentDraws draws;
  draws.total.resize(lane_total);
  draws.log_likelihood.resize(lane_total);
  for (int i = 0; i < sweeps; ++i) {
    sweep();
    for (std::size_t lane = 0; lane < lane_total; ++lane) {
      draws.total[lane].push_back(draw_total(lane));
      draws.log_likelihood[lane].push_back(here_.log_likelihood[lane]);
    }
  }
  return draws;
}

}  // namespace sanaq::estimate
