// What other thresholds would make of components that were searched: persons, links made and lost.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/link/component.h"
#include "sanaq/link/two_units.h"

namespace sanaq::link {

// Returns `count` thresholds, ascending: evenly by their log odds, from .001 to .999.
[[nodiscard]] std::vector<double> thresholds_told(int count);

// Partitions of the units of one component, by the group of each. Adds to `told` what `other` would
// change of `settled`; `sizes` has the number of records of each unit.
void add_difference(std::span<const std::size_t> settled, std::span<const std::size_t> other,
                    std::span<const std::uint32_t> sizes, AtThreshold& told);

class OtherThresholds {
 public:
  // `thresholds` ascend; `settled` is the one that the register follows. `sizes` has the number of
  // records of each unit and must outlive this object.
  OtherThresholds(const std::vector<double>& thresholds, double settled,
                  const std::vector<std::uint32_t>& sizes);

  // Components must have been sampled; they are left settled at some threshold.
  void look_at(Component& component, const Surroundings& around);
  void look_at(TwoUnits& component, const Surroundings& around);

  void add_to(std::vector<AtThreshold>& told) const;

 private:
  using Partition = std::vector<std::size_t>;
  void tell(std::size_t from, std::size_t to, const Partition& settled, const Partition& at_from,
            const Partition& at_to, const std::vector<std::uint32_t>& sizes, Component& component,
            const Surroundings& around);

  double settled_;
  const std::vector<std::uint32_t>& sizes_;
  std::vector<AtThreshold> told_;
};

}  // namespace sanaq::link
