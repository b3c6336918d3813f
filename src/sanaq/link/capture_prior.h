// On which lists a person stands, and how often: the prior of the search for persons, learnt from
// the register as it stands.
//
// Persons of one capture pattern S (a set of lists) are theta_S; on a list that may have somebody
// twice, a person of it has c records with probability rho(c). A partition of the records weighs
//
//   product over persons of theta_S * product over such lists of c! rho(c)
//
// so that two records of lists A and B are one person with prior odds theta_AB / (theta_A theta_B).
// With one list this is the prior of sizes, k! pi(k) K for each person. Patterns that are seldom
// seen are drawn towards those of lists that know nothing of each other, given how many lists a
// person is on (Witten and Bell 1991: as strongly as there are patterns).
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace sanaq::link {

// A set of lists, as bits; lists from the 64th on share the last bit.
using ListSet = std::uint64_t;
[[nodiscard]] ListSet list_bit(std::uint32_t list);

// What persons of a register show of themselves.
class CaptureCounts {
 public:
  explicit CaptureCounts(const std::vector<bool>& one_per_person)
      : one_per_person_(&one_per_person) {}
  // A person with records on these lists, in any order, one for each record.
  void add(std::span<const std::uint32_t> lists);
  void add(const CaptureCounts& other);

 private:
  friend class CapturePrior;
  const std::vector<bool>* one_per_person_;
  std::unordered_map<ListSet, std::int64_t> persons_;
  std::vector<std::int64_t> repeats_;  // [c]: persons with c records on a list that may repeat
};

class CapturePrior {
 public:
  // Before any person is known: sizes of lists (records), whether each has nobody twice, and how
  // many pairs of records match, of all and of the same list.
  CapturePrior(std::vector<double> list_sizes, std::vector<bool> one_per_person, double matches,
               double matches_within);
  void learn(const CaptureCounts& counts);

  // log theta of a pattern.
  [[nodiscard]] double log_persons(ListSet lists) const;
  // Sum of log c! rho(c) over the lists that may repeat; `lists`: one a record, in any order.
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
