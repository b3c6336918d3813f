// The slow twin: a plain Gibbs sampler of the latent classes over cell counts, as Manrique-Vallier
// 2016 writes it, with the sticks and alpha in the open, and one extra move: neighbouring classes
// change places.
#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {

class LatentGibbs {
 public:
  LatentGibbs(std::vector<std::int64_t> counts, std::size_t lists, std::size_t classes,
              std::uint64_t chain)
      : counts_(std::move(counts)),
        lists_(lists),
        classes_(classes),
        rng_(99, "gibbs", chain),
        lambda_(classes * lists),
        log_weight_(classes) {
    for (double& value : lambda_) value = rng_.uniform();
    for (std::size_t k = 0; k < classes; ++k) log_weight_[k] = -0.7 * static_cast<double>(k + 1);
    for (const std::int64_t count : counts_) observed_ += count;
  }

  // One iteration; the total.
  double iterate() {
    draw_unlisted();
    allocate();
    draw_lists();
    draw_weights();
    for (int swap = 0; swap < 10; ++swap) try_swap();
    return static_cast<double>(observed_ + counts_[0]);
  }

 private:
  double cell(std::size_t k, std::size_t mask) const {
    double product = std::exp(log_weight_[k]);
    for (std::size_t j = 0; j < lists_; ++j)
      product *= ((mask >> j) & 1U) != 0 ? lambda_[k * lists_ + j] : 1 - lambda_[k * lists_ + j];
    return product;
  }
  void draw_unlisted() {
    double unlisted = 0, listed = 0;
    for (std::size_t k = 0; k < classes_; ++k) {
      for (std::size_t mask = 0; mask < counts_.size(); ++mask)
        (mask == 0 ? unlisted : listed) += cell(k, mask);
    }
    counts_[0] = rng_.poisson(rng_.gamma(static_cast<double>(observed_)) * unlisted / listed);
  }
  void allocate() {
    members_.assign(classes_, 0);
    on_list_.assign(classes_ * lists_, 0);
    for (std::size_t mask = 0; mask < counts_.size(); ++mask) {
      std::vector<double> weights(classes_);
      double left_weight = 0;
      for (std::size_t k = 0; k < classes_; ++k) left_weight += weights[k] = cell(k, mask);
      std::int64_t left = counts_[mask];
      for (std::size_t k = 0; k < classes_ && left > 0; ++k) {
        const bool last = k + 1 == classes_ || left_weight <= weights[k];
        const std::int64_t here = last ? left : rng_.binomial(left, weights[k] / left_weight);
        left_weight -= weights[k];
        left -= here;
        members_[k] += here;
        for (std::size_t j = 0; j < lists_; ++j)
          on_list_[k * lists_ + j] += ((mask >> j) & 1U) != 0 ? here : 0;
      }
    }
  }
  void draw_lists() {
    for (std::size_t k = 0; k < classes_; ++k) {
      for (std::size_t j = 0; j < lists_; ++j) {
        const std::int64_t on = on_list_[k * lists_ + j];
        lambda_[k * lists_ + j] =
            rng_.beta(1.0 + static_cast<double>(on), 1.0 + static_cast<double>(members_[k] - on));
      }
    }
  }
  void draw_weights() {
    const double alpha =
        rng_.gamma(0.25 + static_cast<double>(classes_ - 1)) / (0.25 - log_weight_.back());
    std::int64_t after = 0;
    for (const std::int64_t count : members_) after += count;
    double log_rest = 0;
    for (std::size_t k = 0; k + 1 < classes_; ++k) {
      after -= members_[k];
      const double log_a = rng_.log_gamma_draw(1.0 + static_cast<double>(members_[k]));
      const double log_b = rng_.log_gamma_draw(alpha + static_cast<double>(after));
      const double sum = num::log_add(log_a, log_b);
      log_weight_[k] = log_rest + log_a - sum;
      log_rest += log_b - sum;
    }
    log_weight_.back() = log_rest;
    alpha_ = alpha;
  }
  double log_prior_of_weights() const {
    double log_remaining = 0, sum = 0;
    for (std::size_t k = 0; k + 1 < classes_; ++k) {
      sum -= log_remaining;
      log_remaining = 0;
      double rest = -INFINITY;
      for (std::size_t i = k + 1; i < classes_; ++i) rest = num::log_add(rest, log_weight_[i]);
      log_remaining = rest;
    }
    return sum + (alpha_ - 1) * log_weight_.back();
  }
  void try_swap() {
    const std::size_t a = static_cast<std::size_t>(rng_.below(classes_)),
                      b = static_cast<std::size_t>(rng_.below(classes_));
    const double before = log_prior_of_weights();
    std::swap(log_weight_[a], log_weight_[b]);
    if (std::log(rng_.uniform()) >= log_prior_of_weights() - before) {
      std::swap(log_weight_[a], log_weight_[b]);
      return;
    }
    for (std::size_t j = 0; j < lists_; ++j)
      std::swap(lambda_[a * lists_ + j], lambda_[b * lists_ + j]);
  }

  std::vector<std::int64_t> counts_;
  std::size_t lists_, classes_;
  num::Rng rng_;
  std::vector<double> lambda_, log_weight_;
  std::vector<std::int64_t> members_, on_list_;
  std::int64_t observed_ = 0;
  double alpha_ = 1;
};

}  // namespace sanaq::estimate
