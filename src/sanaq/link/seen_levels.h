// Expected matches by level of one field, from which its m is learnt.
//
// Only pairs that a rule without the field found are counted, since a rule with it has chosen their
// agreement. Two cares: such rules find matches of some lists more often than of others, so that
// each two lists are weighed by all the matches they have; and m is learnt from pairs that the
// other fields alone hold to be likely, since among strangers who have little in common what EM
// counts of a class of matches is what the model put there. Where two lists have few such pairs,
// less likely ones count too.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace sanaq::link {

class SeenLevels {
 public:
  SeenLevels(std::size_t groups, std::size_t levels);
  // Matches of two lists (group of pair_space.h) that have the field on both sides.
  void add_any(std::uint32_t group, double matches) { any_[group] += matches; }
  // Of these, those that a rule without the field found. `by_others`: log odds by the other fields;
  // `squares`: matches times what each pair of a sample stands for.
  void add(std::uint32_t group, std::uint64_t level, double by_others, double matches,
           double squares);

  // [group][level]: adds up to as many matches as the sample is worth (Kish 1965, effective size).
  [[nodiscard]] std::vector<std::vector<double>> by_group() const;
  // [level]: of all groups, each weighed by all its matches; adds up to what all were worth.
  [[nodiscard]] std::vector<double> weighed() const;

 private:
  struct Seen {
    std::vector<double> levels;
    double squares = 0;
    [[nodiscard]] double total() const;
    [[nodiscard]] double worth() const { return squares > 0 ? total() * total() / squares : 0; }
  };
  static constexpr std::size_t tiers = 3;

  std::vector<double> any_;                    // by group
  std::array<std::vector<Seen>, tiers> seen_;  // by tier and group
};

}  // namespace sanaq::link
