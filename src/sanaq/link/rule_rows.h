// Which rules find the pairs of one record with those of its block: many pairs at once, one in each
// lane of the vector unit. Keys with several values for a record are asked about one by one.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/link/block_rules.h"
#include "sanaq/link/level_rows.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

[[nodiscard]] bool has_several_values(const Rule& rule, const std::vector<Key>& keys);

// What all threads share. The ids of one record's keys are side by side.
class RuleKeys {
 public:
  RuleKeys(const std::vector<Rule>& rules, const std::vector<Key>& keys, const PairSpace& space,
           std::size_t feature_count);

  struct Test {
    std::uint64_t needs = 0;  // columns that must be equal, as bits
    Rule slow{};              // keys that have several values for a record
    std::uint32_t without = 0;
  };
  [[nodiscard]] const std::vector<Test>& tests() const { return tests_; }
  [[nodiscard]] const std::vector<Key>& keys() const { return *keys_; }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] const std::uint32_t* ids(std::uint32_t record) const {
    return ids_.data() + static_cast<std::size_t>(record) * width_;
  }
  // Returns true if one of the rules finds the pair.
  [[nodiscard]] bool has_rule_for(std::uint32_t left, std::uint32_t right) const;
  // Returns a number that is not 0 if two records with the same number are not a possible pair,
  // since their list has nobody twice.
  [[nodiscard]] bool has_apart() const { return has_apart_; }
  [[nodiscard]] std::uint32_t apart(std::uint32_t record) const {
    const std::uint32_t list = space_->list_of[record];
    return space_->one_per_person[list] ? list + 1 : 0;
  }

 private:
  void fill(const std::vector<std::size_t>& columns);

  const std::vector<Key>* keys_;
  const PairSpace* space_;
  std::vector<Test> tests_;
  std::size_t width_ = 0;
  std::vector<std::uint32_t> ids_;
  bool has_apart_ = false;
};

// Each thread needs its own.
class RuleRows {
 public:
  explicit RuleRows(const RuleKeys& rules) : rules_(&rules), columns_(rules.width()) {}

  void lay_out(std::span<const std::uint32_t> records);
  // Returns, for row `row` and rows first, ..., last - 1 in blocks of `rule`, the fields that some
  // rule which finds the pair leaves out; dropped_pair if an earlier rule finds it, or it is not a
  // possible pair.
  std::span<std::uint32_t> find(std::size_t rule, const RowRun& run);

 private:
  void ask(std::size_t rule, const RowRun& run);

  const RuleKeys* rules_;
  std::span<const std::uint32_t> records_;
  std::vector<std::uint32_t> apart_, own_;  // own_: the records
  std::vector<std::vector<std::uint32_t>> columns_;
  std::vector<std::vector<std::uint32_t>> slow_;  // by test: places that meet its other keys
  std::vector<std::uint32_t> fields_;
};

}  // namespace sanaq::link
