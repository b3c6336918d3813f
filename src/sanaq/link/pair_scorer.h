// The weights of many pairs: the same as pair_log_ratio, with every logarithm computed once.
#pragma once
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Computes pair_log_ratio for many pairs. Each thread needs its own.
class PairScorer {
 public:
  PairScorer(const PairModel& model, Comparer& comparer);
  [[nodiscard]] double log_ratio(const std::int8_t* levels, std::uint32_t left,
                                 std::uint32_t right);
  [[nodiscard]] double log_ratio(std::uint64_t levels, std::uint32_t left, std::uint32_t right);
  // An upper bound of log_ratio, by the pattern of levels and how frequent equal values are. is_all
  // says that it is the value itself, up to rounding. If it is less than `least`, it is not worked
  // out further.
  struct Most {
    double log_ratio = 0;
    bool is_all = true;
  };
  [[nodiscard]] Most most(std::uint64_t levels, std::uint32_t left, std::uint32_t right,
                          double least = -std::numeric_limits<double>::infinity());
  // What `most` needs of a pattern, for asking about its pairs one after another.
  struct OfPattern {
    double log_ratio = 0;
    double most = 0;             // the same with the rarest values
    std::uint32_t by_value = 0;  // fields for which the frequency of the value counts, as bits
    bool is_all = true;
  };
  [[nodiscard]] OfPattern of_pattern(std::uint64_t levels, std::size_t group);
  [[nodiscard]] double most_of(const OfPattern& of, std::uint32_t left) const;
  // Returns a lower bound of `most` for pairs of this pattern. `group` is that of their two lists
  // (pair_space.h).
  [[nodiscard]] double least(std::uint64_t levels, std::size_t group);
  // Returns an upper bound of how far `most` of a pair of this pattern is above that of `before`,
  // which must have the same records.
  [[nodiscard]] double rise_over(PairScorer& before, std::uint64_t levels, std::size_t group);
  // Returns for each feature the level of two different values that weighs most, whatever the other
  // fields are; no_level if there is none.
  [[nodiscard]] std::vector<std::uint64_t> best_of_different() const;

 private:
  [[nodiscard]] OfPattern of_pattern(const std::int8_t* levels, std::size_t group);
  [[nodiscard]] double difference_ratio(const std::int8_t* levels);
  [[nodiscard]] double rarest_of_level(std::size_t field, std::size_t level) const;
  struct Below {
    const Parent* parent = nullptr;
    Kind kind = Kind::text;
    std::vector<double> by_level;
  };
  struct Field {
    Kind kind = Kind::text;
    bool has_text_weight = false;
    std::vector<std::vector<double>> changes;  // by group of lists and level (changes_of_group)
    std::vector<double> by_level;              // if no parent agrees; for equality: log of m alone
    std::vector<double> log_share;             // of each value, as a denominator
    double least_log_share = 0, most_log_share = -std::numeric_limits<double>::infinity();
    std::vector<Below> below;
  };
  [[nodiscard]] static std::uint64_t best_of(const Field& field,
                                             const std::vector<double>& by_level);
  [[nodiscard]] double field_ratio(const Field& field, std::size_t f, const std::int8_t* levels,
                                   std::uint32_t left, std::uint32_t right);

  const PairModel* model_;
  Comparer* comparer_;
  std::uint32_t counted_;  // fields whose differences are counted
  std::vector<Field> fields_;
  std::unordered_map<std::uint32_t, std::vector<double>> differences_;  // by the filled fields
  bool has_groups_ = false;
  std::vector<FlatTable<OfPattern>> patterns_;  // by group of lists; one if groups do not differ
};

}  // namespace sanaq::link
