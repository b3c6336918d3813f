// Eight chains that sample the posterior of latent_density.h, from starts drawn from the prior.
//
// One sweep redraws the later sticks and their classes from the prior, relabels by size-biased
// order, makes a trajectory of Hamiltonian Monte Carlo, and draws the total.
// docs/method/latent-classes.md says why each step is there.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/latent_density.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {

struct LatentDraws {
  std::vector<std::vector<double>> total;           // for each chain, one value for each sweep
  std::vector<std::vector<double>> log_likelihood;  // likewise
};

class LatentSampler {
 public:
  // `block` numbers groups of eight chains.
  LatentSampler(const LatentData& data, std::size_t classes, std::uint64_t seed,
                std::uint64_t block);
  LatentSampler(const LatentSampler&) = delete;  // density_ points into data_
  LatentSampler& operator=(const LatentSampler&) = delete;

  // Takes the positions and the step size of another sampler with as many lists and classes, whose
  // table is nearly the same, so that less warming up is needed.
  void go_on_from(const LatentSampler& other);

  // Moves from the prior to the posterior: the likelihood has a power that rises from a tenth to
  // one. A chain that starts with the whole likelihood can stay for thousands of sweeps where there
  // is hardly any of the posterior. Throws Error{stopped} if `progress` says so.
  void anneal(int sweeps, const base::Progress& progress = base::Progress());

  // Tunes the step size and keeps no draws. Throws Error{stopped} if `progress` says so.
  void warm_up(int sweeps, const base::Progress& progress = base::Progress());
  [[nodiscard]] LatentDraws sample(int sweeps);

  // Returns the expected counts of the cells that can be observed, at the chain's position: group
  // by group as in LatentData, by ascending mask.
  [[nodiscard]] std::vector<double> cell_means(std::size_t lane) const;

  [[nodiscard]] double step() const { return step_; }
  [[nodiscard]] double acceptance() const {
    return acceptance_;
  }  // of the last trajectory, over the chains

 private:
  void start_from_prior();
  void redraw_tail();
  void relabel();
  void trajectory();
  [[nodiscard]] double draw_total(std::size_t lane);
  void sweep();
  void propose_tail(std::size_t lane, std::size_t first, bool keep_first);
  [[nodiscard]] double propose_carried(std::size_t lane);
  void draw_scales();
  void energy(Lanes& sum) const;  // of trial_, with its momentum
  void keep_where(const LaneBits& accepted);
  void raise_likelihood_to(double power);

  const LatentData table_;
  LatentData data_;  // the same with counts that are a power's part of them
  std::size_t classes_, lists_;
  LatentDensity density_;
  LatentPoint here_, trial_;
  // For each class: where share and log_seen were when the scales were drawn; the scales of s and
  // of eta; and how much longer the common direction of the class's etas is.
  LaneVector share_anchor_, seen_anchor_, share_scale_, eta_scale_, common_;
  LaneVector momentum_;
  LaneVector clocks_;           // per class, for an order of the classes
  std::vector<num::Rng> rngs_;  // one for each chain
  num::Rng shared_;             // lengths and jitters of trajectories
  double step_ = 0.1, acceptance_ = 0;
};

}  // namespace sanaq::estimate
