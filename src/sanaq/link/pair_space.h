// The pairs that there are: which two records may be one person at all, and of which two lists.
//
// A list that is declared free of duplicates has nobody twice, so that two of its records are no
// pair. Marks are hashes of the records' identities: what is drawn by them does not move when
// another record changes.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

struct PairSpace {
  std::vector<std::uint64_t> marks;    // one a record: 64 evenly spread bits
  std::vector<std::uint32_t> list_of;  // one a record
  std::vector<bool> one_per_person;    // one a list

  [[nodiscard]] bool may_meet(std::uint32_t left, std::uint32_t right) const {
    return list_of[left] != list_of[right] || !one_per_person[list_of[left]];
  }
  [[nodiscard]] std::size_t record_count() const { return list_of.size(); }
  [[nodiscard]] double pair_count() const;  // pairs of records that may be one person

  // Of one list, where there are several.
  [[nodiscard]] bool is_within(std::uint32_t left, std::uint32_t right) const {
    return list_count() > 1 && list_of[left] == list_of[right];
  }

  // Pairs of lists as groups to learn from: each its own where they are few, else 0 for pairs of
  // two lists and 1 for pairs of one.
  static constexpr std::size_t groups_most = 64;
  [[nodiscard]] std::uint32_t group(std::uint32_t left, std::uint32_t right) const {
    return list_count() == 1 ? 0 : group_of_lists(list_of[left], list_of[right]);
  }
  [[nodiscard]] std::uint32_t group_of_lists(std::size_t a, std::size_t b) const {
    return list_pair_count() <= groups_most ? static_cast<std::uint32_t>(list_pair_of_lists(a, b))
                                            : (a == b ? 1U : 0U);
  }
  [[nodiscard]] std::vector<double> pairs_by_group() const;
  [[nodiscard]] std::vector<bool> groups_within() const;  // by group: pairs of one list of several

  // Pairs of lists are numbered, a list with itself among them.
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
  // Pairs of records of each two lists.
  [[nodiscard]] std::vector<double> pairs_by_lists() const;
  // Records of each list, ascending.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> records_by_list() const;
};

// `order`: the order in which records are to stand (indices into the table).
[[nodiscard]] PairSpace make_pair_space(const record::RecordTable& table,
                                        const std::vector<std::uint32_t>& order);

// Of all 64-bit marks, those below this are so large a share.
[[nodiscard]] std::uint64_t mark_limit(double share);

}  // namespace sanaq::link
