#include "sanaq/estimate/latent_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sanaq/num/logspace.h"

namespace sanaq::estimate {

namespace {

constexpr double anchor_sd = 0.7;
constexpr double acceptance_wanted = 0.8;
constexpr int leapfrogs_max = 30;
constexpr std::size_t lane_total = static_cast<std::size_t>(lane_count);

}  // namespace

LatentSampler::LatentSampler(const LatentData& data, std::size_t classes, std::uint64_t seed,
                             std::uint64_t block)
    : data_(data),
      classes_(classes),
      lists_(data.lists),
      density_(data, classes),
      here_(latent_point(data, classes)),
      trial_(latent_point(data, classes)),
      anchor_(classes),
      scale_(classes * (data.lists + 1)),
      momentum_(classes * (data.lists + 1)),
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

void LatentSampler::redraw_tail() {
  if (classes_ < 2) return;
  trial_ = here_;
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    const auto first = static_cast<std::size_t>(rngs_[lane].below(classes_ - 1));
    const bool keep = first == 0 || rngs_[lane].uniform() < 0.3;
    propose_tail(lane, first, keep);
  }
  density_.evaluate(trial_);
  LaneBits accepted{};
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    const double rise = trial_.log_likelihood[lane] - here_.log_likelihood[lane];
    accepted[lane] = std::log(rngs_[lane].uniform()) < rise ? -1 : 0;
  }
  keep_where(accepted);
}

// Clocks that ring at the rate of each class's weight give a size-biased order, which has exactly
// the probability prod pi_k / R_k; what is left of the prior decides.
void LatentSampler::relabel() {
  std::array<std::pair<double, std::size_t>, 64> clocks;
  std::array<double, 64> moved;
  const double power = concentration_shape + static_cast<double>(classes_ - 1);
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    num::Rng& rng = rngs_[lane];
    double all = -INFINITY;
    for (std::size_t k = 0; k < classes_; ++k) {
      const double t = here_.s[k][lane] - here_.log_seen[k][lane];
      all = num::log_add(all, t);
      clocks[k] = {std::log(rng.exponential()) - t, k};
    }
    const auto end = clocks.begin() + static_cast<std::ptrdiff_t>(classes_);
    std::sort(clocks.begin(), end);
    const auto depth = [&](std::size_t k) {
      return concentration_rate - (here_.s[k][lane] - here_.log_seen[k][lane] - all);
    };
    const double log_ratio =
        power * std::log(depth(classes_ - 1) / depth(clocks[classes_ - 1].second));
    if (!(std::log(rng.uniform()) < log_ratio)) continue;
    const auto reorder = [&](LaneVector& values, std::size_t stride, std::size_t offset) {
      for (std::size_t k = 0; k < classes_; ++k)
        moved[k] = values[clocks[k].second * stride + offset][lane];
      for (std::size_t k = 0; k < classes_; ++k) values[k * stride + offset][lane] = moved[k];
    };
    reorder(here_.s, 1, 0);
    reorder(here_.log_seen, 1, 0);
    reorder(here_.log_share, 1, 0);
    for (std::size_t j = 0; j < lists_; ++j) reorder(here_.eta, lists_, j);
  }
}

// The scales follow the sizes of the classes by way of `anchor_`, which is drawn anew and joins the
// target: so the trajectory stays reversible though labels wander.
void LatentSampler::draw_scales() {
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    for (std::size_t k = 0; k < classes_; ++k) {
      const double anchor = here_.log_share[k][lane] + anchor_sd * rngs_[lane].normal();
      anchor_[k][lane] = anchor;
      const double persons = data_.observed * std::exp(std::min(anchor, 0.0));
      scale_[k][lane] = 1 / std::sqrt(0.35 + 0.6 * persons);
      const double eta_scale = 1 / std::sqrt(0.3 + 0.13 * persons);
      for (std::size_t j = 0; j < lists_; ++j) scale_[classes_ + k * lists_ + j][lane] = eta_scale;
    }
    for (auto& value : momentum_) value[lane] = rngs_[lane].normal();
  }
}

void LatentSampler::energy(Lanes& sum) const {
  sum = -(trial_.log_likelihood + trial_.log_prior);
  for (std::size_t k = 0; k < classes_; ++k) {
    const Lanes gap = anchor_[k] - trial_.log_share[k];
    sum += gap * gap * (0.5 / (anchor_sd * anchor_sd));
  }
  for (const Lanes& value : momentum_) sum += 0.5 * value * value;
}

void LatentSampler::kick(double step) {
  Lanes gaps = lanes(0);
  for (std::size_t k = 0; k < classes_; ++k) gaps += anchor_[k] - trial_.log_share[k];
  constexpr double tightness = 1 / (anchor_sd * anchor_sd);
  for (std::size_t k = 0; k < classes_; ++k) {
    const Lanes share = exp_lanes(trial_.log_share[k]);
    const Lanes pull = (anchor_[k] - trial_.log_share[k] - gaps * share) * tightness;
    momentum_[k] += step * scale_[k] * (trial_.gradient[k] + pull);
  }
  for (std::size_t i = classes_; i < momentum_.size(); ++i)
    momentum_[i] += step * scale_[i] * trial_.gradient[i];
}

void LatentSampler::drift(double step) {
  for (std::size_t k = 0; k < classes_; ++k) trial_.s[k] += step * scale_[k] * momentum_[k];
  for (std::size_t i = 0; i < trial_.eta.size(); ++i)
    trial_.eta[i] += step * scale_[classes_ + i] * momentum_[classes_ + i];
}

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
  kick(step / 2);
  for (int leap = 1; leap <= leapfrogs; ++leap) {
    drift(step);
    density_.evaluate(trial_);
    kick(leap < leapfrogs ? step : step / 2);
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
  // s is defined up to a constant: keep it near 0.
  for (std::size_t lane = 0; lane < lane_total; ++lane) {
    double top = here_.s[0][lane];
    for (std::size_t k = 1; k < classes_; ++k) top = std::max(top, here_.s[k][lane]);
    for (auto& value : here_.s) value[lane] -= top;
  }
}

void LatentSampler::keep_where(const LaneBits& accepted) {
  const auto take = [&](LaneVector& kept, const LaneVector& offered) {
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = accepted ? offered[i] : kept[i];
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
  std::vector<double> means;
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
          const double eta = here_.eta[k * lists_ + j][lane];
          log_part += std::log(num::inverse_logit(((mask >> j) & 1U) != 0 ? eta : -eta));
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

void LatentSampler::warm_up(int sweeps) {
  double log_step = std::log(step_), mean_log_step = log_step;
  for (int i = 0; i < sweeps; ++i) {
    sweep();
    log_step += (acceptance_ - acceptance_wanted) * std::pow(i + 10, -0.6);
    log_step = std::clamp(log_step, std::log(1e-4), std::log(1.5));
    // Averaged over the later half: Ruppert and Polyak's rule.
    if (i >= sweeps / 2) mean_log_step += (log_step - mean_log_step) / (i - sweeps / 2 + 1);
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
