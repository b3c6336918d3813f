// What agreement is worth: log(m/u) of each field, with the frequency of the value and the
// dependence between fields.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "sanaq/link/differences.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {

// Another field with which this one goes together among different persons, and what chance
// agreement of this field is where that one agrees exactly (a street and its postcode).
struct Parent {
  std::size_t field = 0;
  std::vector<double> u;
};

// m and u of the levels of one field. The first parent that agrees exactly replaces u. A whole name
// that is the only field has room text's own weight: with nothing beside it there is nothing to
// learn from.
struct FieldModel {
  std::vector<double> m, u;
  std::vector<Parent> parents{};
};

struct PairModel {
  std::vector<FieldModel> fields;
  double prior_match = 0;  // share of all pairs that match
  Differences differences{};
};

// Do two values at this level differ: not equal, or names that do not sound the same.
[[nodiscard]] bool is_different(Kind kind, int level);
// Of matches, the share that differ: what m says.
[[nodiscard]] double differing_share(Kind kind, const std::vector<double>& m);
// Bit masks of the fields that both records have, and of those in which they differ.
struct FieldMasks {
  std::uint32_t filled = 0, differing = 0;
};
[[nodiscard]] FieldMasks field_masks(const std::vector<Feature>& features,
                                     const std::int8_t* levels);

// Room text's odds are those of a pair worth looking at, look-alikes and kin among them, not of any
// two records: they stand for prior and evidence together, and are held to be one person from this
// many bits on. Any two records of real lists are look-alikes far more seldom than the pairs those
// odds were made on, so each bit counts for three.
inline constexpr double text_bits_of_one_person = 1, text_bits_scale = 3;
[[nodiscard]] bool has_text_weight(const std::vector<Feature>& features, std::size_t field);

// The field's agreement as a natural log of m/u; 0 where a side is missing. levels: all fields of
// the pair.
[[nodiscard]] double field_log_ratio(const PairModel& model, Comparer& comparer,
                                     const std::int8_t* levels, std::size_t field,
                                     std::uint32_t left, std::uint32_t right);
[[nodiscard]] double pair_log_ratio(const PairModel& model, Comparer& comparer,
                                    const std::int8_t* levels, std::uint32_t left,
                                    std::uint32_t right);
[[nodiscard]] double exact_share(
    const std::vector<double>& levels);  // sum over the equality levels

// pair_log_ratio for many pairs: every logarithm is worked out once. One for each thread.
class PairScorer {
 public:
  PairScorer(const PairModel& model, Comparer& comparer);
  [[nodiscard]] double log_ratio(const std::int8_t* levels, std::uint32_t left,
                                 std::uint32_t right);

 private:
  struct Below {
    std::size_t field = 0;  // the parent
    Kind kind = Kind::text;
    std::vector<double> by_level;
  };
  struct Field {
    Kind kind = Kind::text;
    bool has_text_weight = false;
    std::vector<double> by_level;   // without a parent that agrees; equality: log of m alone
    std::vector<double> log_share;  // of each value, as a denominator
    std::vector<Below> below;
  };
  [[nodiscard]] double field_ratio(const Field& field, std::size_t f, const std::int8_t* levels,
                                   std::uint32_t left, std::uint32_t right);

  const PairModel* model_;
  Comparer* comparer_;
  std::vector<Field> fields_;
  std::unordered_map<std::uint32_t, std::vector<double>> differences_;  // by the filled fields
};

}  // namespace sanaq::link
