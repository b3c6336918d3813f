// One connected component of the graph of candidate pairs, and the register of its records:
// searched, then sampled.
#pragma once
#include <limits>
#include <optional>
#include <tuple>

#include "sanaq/link/all_partitions.h"
#include "sanaq/link/capture_prior.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/urn.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {

// What groups of records gain by becoming one, without the prior of patterns; remembered by the
// groups' content. Each thread needs its own.
class Gains {
 public:
  Gains(const PairModel& model, Comparer& comparer)
      : urn(model, comparer), known(std::size_t{1} << 22) {}
  Urn urn;
  FlatTable<double> known;
};

// What every component needs to know beyond its own records.
struct Surroundings {
  const Constraints* constraints = nullptr;
  const std::vector<std::vector<std::uint32_t>>* records_of_unit = nullptr;
  Gains* gains = nullptr;
  const CapturePrior* prior = nullptr;
  const std::vector<double>* prior_of_two = nullptr;  // for two records by their lists; or nullptr
};

// Returns the log prior odds of making one person of two. Both have the list of each of their
// records, in any order.
[[nodiscard]] double log_prior_of_joining(const CapturePrior& prior,
                                          std::span<const std::uint32_t> lists,
                                          std::span<const std::uint32_t> other_lists);

class Component {
 public:
  // `units` are ascending; `edges` are the pairs of units with a candidate pair between them.
  Component(std::vector<std::uint32_t> units,
            const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

  // Joins groups, best first, as long as the gain is above the limit.
  void merge(const Surroundings& around, double limit);
  void improve(const Surroundings& around);  // moves each unit to where it fits best
  // Makes one Gibbs sweep: each unit is drawn anew, by its mark and `stream`, the random bits of
  // this sweep, so that it does not depend on other draws in the component. Then pairs of units
  // change places.
  void sweep(const Surroundings& around, std::uint64_t stream);
  void keep();  // counts the state of the last sweep
  // Enumerates all partitions instead, if there are few units; returns false if there are too many.
  bool count_all(const Surroundings& around);
  void draw(num::Rng& rng);  // after count_all: draws groups by their probability
  // Sets the groups to the register of least expected loss, from what was kept.
  void settle(const Surroundings& around, double threshold);

  [[nodiscard]] const std::vector<std::uint32_t>& units() const { return units_; }
  // One entry for each unit.
  [[nodiscard]] const std::vector<std::size_t>& group_of() const { return group_of_; }
  [[nodiscard]] double pair_probability(std::uint32_t left_unit, std::uint32_t right_unit) const;
  [[nodiscard]] double group_probability(std::size_t group) const;
  void count_patterns(CaptureCounts& counts) const;
  // For a component of two units: what they gain by being one person, without the prior; minus
  // infinity if they may not be.
  [[nodiscard]] double fit_of_two(const Surroundings& around) const;

 private:
  struct Group {
    std::vector<std::size_t> units;      // ascending
    std::vector<std::uint32_t> records;  // unit by unit
    std::vector<std::uint32_t> lists;    // the list of each record
    ListSet list_set = 0;
    std::uint64_t mark = 0;  // of what it holds
  };
  [[nodiscard]] Group group_of_one(const Surroundings& around, std::size_t unit) const;
  [[nodiscard]] bool may_meet(const Surroundings& around, const Group& a, const Group& b) const;
  [[nodiscard]] double fit(const Surroundings& around, const Group& large,
                           const Group& little) const;
  [[nodiscard]] double gain(const Surroundings& around, const Group& a, const Group& b) const;
  void rebuild(const Surroundings& around, Group& group) const;
  void join(const Surroundings& around, std::size_t into, std::size_t from);
  void take_out(const Surroundings& around, std::size_t unit);
  void put_in(const Surroundings& around, std::size_t unit, std::size_t group);
  [[nodiscard]] std::vector<std::size_t> groups_near(const Group& group) const;
  // Returns where a unit that was taken out may go: near groups and the one it came from, without
  // empty ones.
  [[nodiscard]] std::vector<std::size_t> choices(const Group& alone, std::size_t home) const;
  // Divides persons whose records belong together less probably than not, so that none is
  // published.
  void part_doubtful(const Surroundings& around, double least);
  template <typename Wanted>
  [[nodiscard]] std::optional<std::size_t> drawn_neighbour(std::size_t unit, std::uint64_t stream,
                                                           const Wanted& is_wanted) const;
  void exchange(const Surroundings& around, std::size_t unit, std::uint64_t stream);
  [[nodiscard]] std::size_t free_group(std::size_t home);
  [[nodiscard]] std::uint64_t mark_of_unit(const Surroundings& around, std::size_t unit) const;
  [[nodiscard]] std::size_t place_of(std::uint32_t unit) const;
  void start(const Surroundings& around);
  [[nodiscard]] std::vector<double> scores_of_subsets(const Surroundings& around) const;
  [[nodiscard]] bool is_connected(std::uint32_t mask) const;
  [[nodiscard]] double share_of_sweeps(double sum) const;
  void add_chance(std::size_t left, std::size_t right, double share);

  std::vector<std::uint32_t> units_;
  std::vector<std::vector<std::uint32_t>> near_;
  std::vector<std::size_t> group_of_;
  std::vector<Group> groups_;
  std::vector<Group> alone_;          // of each unit
  std::vector<std::uint64_t> marks_;  // of each unit
  std::vector<std::size_t> free_;     // groups that may be empty
  // [smaller unit]: the larger unit, and the sum of conditional probabilities, both ways.
  std::vector<std::vector<std::pair<std::size_t, double>>> chance_;
  std::vector<std::vector<std::size_t>> kept_;
  std::optional<AllPartitions> all_;
};

}  // namespace sanaq::link
