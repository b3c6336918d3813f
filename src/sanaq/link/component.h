// One connected piece of the graph of candidate pairs, and the register of its records: searched,
// then sampled.
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

// What groups of records gain by becoming one, without the prior of patterns: remembered by what
// the groups hold. One for each thread.
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
  const std::vector<double>* prior_of_two = nullptr;  // of two records by their lists; or null
};

// What the prior says of making one person of two; lists: one a record, in any order.
[[nodiscard]] double log_prior_of_joining(const CapturePrior& prior,
                                          std::span<const std::uint32_t> lists,
                                          std::span<const std::uint32_t> other_lists);

class Component {
 public:
  // units: ascending; edges: pairs of units with a candidate pair between them.
  Component(std::vector<std::uint32_t> units,
            const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

  void merge(const Surroundings& around,
             double limit);                  // best first while the gain is above the limit
  void improve(const Surroundings& around);  // each unit moves to where it fits best
  // Gibbs: each unit is drawn anew, by its mark and `stream`, random bits of this sweep: what is
  // drawn elsewhere in the component does not matter. Then pairs of units change places.
  void sweep(const Surroundings& around, std::uint64_t stream);
  void keep();  // counts the state of the last sweep
  // Of few units all partitions are counted instead; false: there are too many.
  bool count_all(const Surroundings& around);
  void draw(num::Rng& rng);  // after count_all: groups drawn by their probability
  // The register of least expected loss, from what was kept.
  void settle(const Surroundings& around, double threshold);

  [[nodiscard]] const std::vector<std::uint32_t>& units() const { return units_; }
  [[nodiscard]] const std::vector<std::size_t>& group_of() const {
    return group_of_;
  }  // one a unit
  [[nodiscard]] double pair_probability(std::uint32_t left_unit, std::uint32_t right_unit) const;
  [[nodiscard]] double group_probability(std::size_t group) const;
  void count_patterns(CaptureCounts& counts) const;
  // Of two units: what they gain by being one person, without the prior; minus infinity: they may
  // not be.
  [[nodiscard]] double fit_of_two(const Surroundings& around) const;

 private:
  struct Group {
    std::vector<std::size_t> units;      // ascending
    std::vector<std::uint32_t> records;  // unit by unit
    std::vector<std::uint32_t> lists;    // of the records
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
  // Where a unit that was taken out may go: near groups and the one it came from, without empty
  // ones.
  [[nodiscard]] std::vector<std::size_t> choices(const Group& alone, std::size_t home) const;
  // Nobody is published whose records belong together less probably than not.
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
  std::vector<std::vector<std::pair<std::size_t, double>>>
      chance_;  // [smaller unit]: larger unit, sum of conditional probabilities, both ways
  std::vector<std::vector<std::size_t>> kept_;
  std::optional<AllPartitions> all_;
};

}  // namespace sanaq::link
