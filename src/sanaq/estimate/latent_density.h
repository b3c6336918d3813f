// The posterior of latent classes with the total, the concentration and all memberships summed out,
// and its gradient.
//
// Manrique-Vallier 2016 (Biometrics 72): K classes with weights pi by truncated stick-breaking, V_k
// ~ Beta(1, alpha), alpha ~ Gamma(1/4, rate 1/4); in class k a person is on list j with probability
// lambda_kj ~ Beta(1, 1), independently of the other lists; p(N) proportional to 1/N. Coordinates:
// eta_kj = logit lambda_kj, and s_k = t_k + log(1 - P_k) with pi = softmax(t) and P_k the chance of
// class k to be on no list. docs/method/latent-classes.md derives what is here.
//
// Persons whom some lists did not cover form groups g, each with a total N_g of its own: those
// lists are left out of their cells and of their P_kg; everything else is shared.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/lanes.h"

namespace sanaq::estimate {

struct LatentCell {
  std::uint32_t listed = 0, covered = 0;
  double count = 0;
};
struct LatentGroup {
  std::uint32_t covered = 0;
  double observed = 0;
  std::size_t cells_begin = 0, cells_end = 0;  // in LatentData::cells
};
struct LatentData {
  std::size_t lists = 0;
  std::uint32_t all_lists = 0;
  double observed = 0;
  std::vector<LatentCell> cells;    // only cells with persons, group by group
  std::vector<LatentGroup> groups;  // only groups with persons, by covered mask
};
[[nodiscard]] LatentData latent_data(const CaptureTable& table);

inline constexpr double concentration_shape = 0.25, concentration_rate = 0.25;

// The values at one point of each chain. The comments give the lengths of the vectors; there are K
// classes and L lists.
struct LatentPoint {
  LaneVector s;            // K
  LaneVector eta;          // K L, by class
  LaneVector log_seen;     // K: log(1 - P_k); s - log_seen is t
  LaneVector log_share;    // K: log softmax(s)
  LaneVector share;        // K: softmax(s)
  LaneVector unseen_odds;  // K: P_k / (1 - P_k); -d log_seen / d eta_kj is -unseen_odds lambda_kj
  LaneVector lambda;       // K L
  LaneVector
      odds;  // a group: p0 / (1 - p0), p0 the chance to be on none of the lists that cover it
  LaneVector gradient;  // K + K L: of the log posterior, first by s, then by eta
  Lanes log_likelihood{}, log_prior{};
};
[[nodiscard]] LatentPoint latent_point(const LatentData& data, std::size_t classes);

// Computes the density. It keeps scratch memory, so that each thread needs its own.
class LatentDensity {
 public:
  LatentDensity(const LatentData& data, std::size_t classes);
  void evaluate(LatentPoint& point);  // computes everything else from s and eta
  // Does the same without log_likelihood and log_prior, which are left unchanged.
  void evaluate_gradient(LatentPoint& point);

 private:
  template <std::size_t fixed, bool with_density>
  void run(LatentPoint& point);
  void note_lists(std::size_t first, std::size_t end);  // of one stretch of cells

  const LatentData& data_;
  std::size_t classes_, parts_;  // a part: up to three lists
  // For each cell and part, which of the eight patterns of the part the cell has.
  std::vector<std::uint8_t> pattern_;
  // Cells are processed in stretches: for each stretch and each list, which of its cells are on it.
  std::vector<std::uint32_t> on_list_, on_list_end_;
  LaneVector miss_, joint_, members_, product_, base_, inverse_seen_, stick_, rest_, most_,
      weight_gradient_, listed_sum_, missed_sum_, small_, total_;
};

}  // namespace sanaq::estimate
