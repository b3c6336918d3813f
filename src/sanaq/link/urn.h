// How well a record fits a group of records: the urn of one person's values, field by field.
//
//   R_f(r, C) = eps_f + (1 - eps_f) (theta_f + sum over s in C of kappa_f(r, s)) / (theta_f + n_f)
//
// where kappa is what the pair's own m/u says, scaled so that a group of one record gives exactly
// m/u.
//
// If the record differs from all records of the group that have the field, the error is its own: of
// two records either may be wrong, but of one against several that agree it is the one. With m the
// share of matches that differ, a record alone is wrong with probability 1 - sqrt(1 - m), and
//
//   R_f = mean of m/u * (c + (1 - c) / n_f),  c = (1 - sqrt(1 - m)) / m
//
// A person does not have variants of a name to draw from: initials that fit a stranger's say little
// if the person's whole name on another list does not fit. If a name speaks for one record of the
// group and against another, each counts by how much it tells, with l its log of m/u:
//
//   log R_f = sum of |l| l / sum of |l|
#pragma once
#include <span>
#include <unordered_map>
#include <vector>

#include "sanaq/link/comparer.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// It remembers pairs of records, so that each thread needs its own.
class Urn {
 public:
  Urn(const PairModel& model, Comparer& comparer);
  // Returns the natural log of how much more probable record r is as a further row of this person
  // than as anybody's; 0 for an empty group.
  [[nodiscard]] double fit(std::uint32_t record, std::span<const std::uint32_t> group);
  // Returns the same for the records as one person against each of them alone, taken in the given
  // order.
  [[nodiscard]] double together(std::span<const std::uint32_t> records);

 private:
  [[nodiscard]] double tau(std::uint32_t record, std::span<const std::uint32_t> group) const;
  [[nodiscard]] std::size_t group_of(std::uint32_t left, std::uint32_t right) const;
  const float* kappas(std::uint32_t left, std::uint32_t right);
  // What the records of a group say about one field.
  struct Said {
    double kappas = 0, count = 0, slips = 0;
    double telling = 0, told = 0;  // for names: sums of |l| and of |l| l
    bool agrees = false, is_denied = false;
  };
  void hear(std::size_t f, double kappa, Said& said) const;
  [[nodiscard]] double log_ratio(std::size_t f, const Said& said) const;
  [[nodiscard]] double ratio_alone(std::size_t f, double kappa) const;

  const PairModel* model_;
  Comparer* comparer_;
  std::size_t field_count_;
  std::uint32_t counted_;  // fields whose differences are counted
  std::vector<double> eps_, theta_;
  std::vector<bool> is_name_;
  std::vector<std::vector<double>> own_slips_;  // c above, by group of lists and field
  std::unordered_map<std::uint32_t, std::vector<double>> differences_;  // by the filled fields
  FlatTable<std::uint32_t> place_;
  std::vector<float> memory_;
};

}  // namespace sanaq::link
