// The prior of the search for persons: on which lists a person is, and how often, learnt from the
// current register.
//
// There are theta_S persons with capture pattern S (a set of lists). On a list that may have
// somebody twice, a person on it has c records with probability rho(c). The weight of a partition
// of the records is
//
//   product over persons of theta_S * product over such lists of c! rho(c)
//
// so that two records of lists A and B are one person with prior odds theta_AB / (theta_A theta_B).
// With one list this is the prior of sizes, k! pi(k) K for each person. The numbers of rare
// patterns are drawn towards those of independent lists, given how many lists a person is on
// (Witten and Bell 1991: as strongly as there are patterns).
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace sanaq::link {

// A set of lists, as bits; the 64th list and all after it share the last bit.
using ListSet = std::uint64_t;
[[nodiscard]] ListSet list_bit(std::uint32_t list);

// Counts the patterns of the persons of a register.
class CaptureCounts {
 public:
  explicit CaptureCounts(const std::vector<bool>& one_per_person)
      : one_per_person_(&one_per_person) {}
  // Adds a person; `lists` has the list of each of his records, in any order.
  void add(std::span<const std::uint32_t> lists);
  void add(const CaptureCounts& other);

 private:
  friend class CapturePrior;
  const std::vector<bool>* one_per_person_;
  std::unordered_map<ListSet, std::int64_t> persons_;
  std::vector<std::int64_t> repeats_;  // [c]: persons with c records on a list with repeats
};

class CapturePrior {
 public:
  // Makes the prior before any person is known, from the number of records of each list, whether
  // each is free of duplicates, and how many pairs of records match: in all, and within lists.
  CapturePrior(std::vector<double> list_sizes, std::vector<bool> one_per_person, double matches,
               double matches_within);
  void learn(const CaptureCounts& counts);

  // Returns log theta of a pattern.
  [[nodiscard]] double log_persons(ListSet lists) const;
  // Returns the sum of log c! rho(c) over the lists with repeats. `lists` has one entry for each
  // record, in any order.
  [[nodiscard]] double log_repeats(std::span<const std::uint32_t> lists) const;

 private:
  void set_pattern_model(double persons, const std::vector<double>& persons_on_list);
  [[nodiscard]] double log_usual(ListSet lists) const;  // log share, if lists were independent
  [[nodiscard]] double log_sizes(std::size_t lists) const;
  [[nodiscard]] double log_repeat(std::size_t records) const;

  std::vector<double> sizes_;
  std::vector<bool> one_per_person_;
  double log_stay_ = 0, log_go_ = 0;                // lists a person is on: geometric
  std::vector<double> log_learnt_;                  // the same, learnt
  double log_repeat_stay_ = 0, log_repeat_go_ = 0;  // records on a list that may repeat: geometric
  std::vector<double> log_repeats_learnt_;
  std::vector<double> log_odds_;       // of standing on each list
  std::vector<double> log_symmetric_;  // log of the elementary symmetric polynomials of the odds
  double log_total_ = 0;               // persons
  double log_backing_ = 0;             // log of the persons that the usual patterns count for
  double log_norm_ = 0;
  std::unordered_map<ListSet, double> log_theta_;
};

}  // namespace sanaq::link
