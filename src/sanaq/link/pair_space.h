// The possible pairs: which two records may be one person at all, and of which two lists they are.
//
// A list that is declared free of duplicates has nobody twice, so that two of its records are not a
// possible pair. Marks are hashes of the records' identities: what is drawn by them does not change
// if another record does.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

struct PairSpace {
  std::vector<std::uint64_t> marks;    // one entry for each record: 64 evenly spread bits
  std::vector<std::uint32_t> list_of;  // one entry for each record
  std::vector<bool> one_per_person;    // one entry for each list

  [[nodiscard]] bool may_meet(std::uint32_t left, std::uint32_t right) const {
    return list_of[left] != list_of[right] || !one_per_person[list_of[left]];
  }
  [[nodiscard]] std::size_t record_count() const { return list_of.size(); }
  [[nodiscard]] double pair_count() const;  // pairs of records that may be one person

  // Returns true if both are of one list and there are several lists.
  [[nodiscard]] bool is_within(std::uint32_t left, std::uint32_t right) const {
    return list_count() > 1 && list_of[left] == list_of[right];
  }

  // Pairs of lists are groups to learn from: each is a group if they are few; else group 0 has the
  // pairs of two lists and group 1 those of one.
  static constexpr std::size_t groups_most = 64;
  [[nodiscard]] std::uint32_t group(std::uint32_t left, std::uint32_t right) const {
    return list_count() == 1 ? 0 : group_of_lists(list_of[left], list_of[right]);
  }
  [[nodiscard]] std::uint32_t group_of_lists(std::size_t a, std::size_t b) const {
    return list_pair_count() <= groups_most ? static_cast<std::uint32_t>(list_pair_of_lists(a, b))
                                            : (a == b ? 1U : 0U);
  }
  [[nodiscard]] std::vector<double> pairs_by_group() const;
  [[nodiscard]] std::vector<bool> groups_within() const;  // by group: is it within one of several

  // Pairs of lists are numbered, including each list with itself.
  [[nodiscard]] std::size_t list_count() const { return one_per_person.size(); }
  [[nodiscard]] std::size_t list_pair_count() const {
    return list_count() * (list_count() + 1) / 2;
  }
  [[nodiscard]] static std::size_t list_pair_of_lists(std::size_t a, std::size_t b) {
    return a < b ? b * (b + 1) / 2 + a : a * (a + 1) / 2 + b;
  }
  [[nodiscard]] std::size_t list_pair(std::uint32_t left, std::uint32_t right) const {
    return list_pair_of_lists(list_of[left], list_of[right]);
  }
  // Returns the number of pairs of records of each two lists.
  [[nodiscard]] std::vector<double> pairs_by_lists() const;
  // Returns the records of each list, ascending.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> records_by_list() const;
};

// `order` is the order of the records (indices into the table).
[[nodiscard]] PairSpace make_pair_space(const record::RecordTable& table,
                                        const std::vector<std::uint32_t>& order);

// Returns the mark below which this share of all 64-bit marks is.
[[nodiscard]] std::uint64_t mark_limit(double share);

}  // namespace sanaq::link
