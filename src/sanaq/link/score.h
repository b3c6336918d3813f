// What agreement is worth: log(m/u) of each field, with the frequency of the value and the
// dependence between fields.
#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

#include "sanaq/link/differences.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_space.h"

namespace sanaq::link {

// Another field with which this one goes together among different persons, and what chance
// agreement of this field is where that one agrees exactly (a street and its postcode).
struct Parent {
  std::size_t field = 0;
  std::vector<double> u;
  // The level of equality of the parent for which this holds; -1: whichever. Among those of a rare
  // value (one small country) the child may agree far more often than elsewhere.
  int level = -1;
  [[nodiscard]] bool holds(Kind kind, int parent_level) const {
    return is_exact(kind, parent_level) && (level < 0 || level == parent_level);
  }
};

// m and u of the levels of one field. The first parent that agrees exactly replaces u. A whole name
// that is the only field has room text's own weight: with nothing beside it there is nothing to
// learn from.
struct FieldModel {
  std::vector<double> m, u;
  std::vector<Parent> parents{};
  // Of whole names: the share of records that have the sounds of a match's two names, on average
  // over matches of each level (name_sounds.h); empty: names weigh alike.
  std::vector<double> sharing{};
  // On several lists: m and u by group of lists (pair_space.h), since languages and scripts,
  // initials and patronymics, years and ages are the lists' habits; empty: alike for all.
  struct OfGroup {
    std::vector<double> m, u;
  };
  std::vector<OfGroup> by_group{};
};

// Which fields tell twins from one person (twins.h); is_known: there are such.
struct Twins {
  bool is_known = false;
  std::size_t name = 0, given = 0, family = 0, birth = 0;  // the number of features: there is none
  std::vector<double>
      m;  // of the given name's levels, where births are alike and not equal; or empty
  double share_within = 0;                 // of pairs of one list, those that differ in it alone
  std::vector<std::uint32_t> word_counts;  // records with each word of a whole name
};

struct PairModel {
  std::vector<FieldModel> fields;
  double prior_match = 0;  // share that match of all pairs, of two lists where there are several
  double prior_within =
      0;  // of the pairs of one list, where there are several lists; else the same
  Differences differences{};
  std::shared_ptr<const PairSpace> space{};  // of the records, where a field has groups
  Twins twins{};
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

// Natural log of m/u of a level among those of its class (level_class): which class a pair is of
// weighs nothing. Equality: of m alone, for the value's own frequency to be set against.
[[nodiscard]] double level_log_ratio(Kind kind, const std::vector<double>& m,
                                     const std::vector<double>& u, std::size_t level);

// What each level weighs more on these lists than on any, as a natural log. A value's own frequency
// is that of all lists: equality weighs less where strangers are more often equal than on others.
[[nodiscard]] std::vector<double> changes_of_group(Kind kind, const FieldModel& field,
                                                   const FieldModel::OfGroup& group);

[[nodiscard]] double exact_log_share(Kind kind, const std::vector<double>& u);
// Of names at this level: how much rarer, in natural logs, these are than those of matches usually
// are. `sharing`: records beside one of the two.
[[nodiscard]] double rarity_log_ratio(const FieldModel& field, const Feature& feature,
                                      std::size_t level, double sharing);
// A name's share of the records, with so many people of the same name as nobody knows.
[[nodiscard]] double sharing_share(const Feature& feature, double sharing);
// The same with the share of the level's own bin of frequencies, where no value is known.
[[nodiscard]] double comparable_log_ratio(Kind kind, const std::vector<double>& m,
                                          const std::vector<double>& u, std::size_t level);

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
  [[nodiscard]] double log_ratio(std::uint64_t levels, std::uint32_t left, std::uint32_t right);
  // What log_ratio gives, at most: by the pattern of levels and how frequent equal values are.
  // is_all: that is all there is to it, up to rounding. Where it is less than `least`, how much
  // less is not worked out.
  struct Most {
    double log_ratio = 0;
    bool is_all = true;
  };
  [[nodiscard]] Most most(std::uint64_t levels, std::uint32_t left, std::uint32_t right,
                          double least = -std::numeric_limits<double>::infinity());
  // What `most` asks of a pattern, for pairs of it to be asked one after another.
  struct OfPattern {
    double log_ratio = 0;
    double most = 0;             // the same with the rarest values
    std::uint32_t by_value = 0;  // fields whose value's share counts, as bits
    bool is_all = true;
  };
  [[nodiscard]] OfPattern of_pattern(std::uint64_t levels, std::size_t group);
  [[nodiscard]] double most_of(const OfPattern& of, std::uint32_t left) const;
  // What `most` gives of pairs of this pattern at least. `group`: of their two lists
  // (pair_space.h).
  [[nodiscard]] double least(std::uint64_t levels, std::size_t group);
  // By how much, at most, `most` of a pair of this pattern is above that of `before`, which knows
  // the same records.
  [[nodiscard]] double rise_over(PairScorer& before, std::uint64_t levels, std::size_t group);
  // By feature: of two different values the level that weighs most, whatever the other fields are;
  // no_level where there is no such level.
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
    std::vector<double> by_level;   // without a parent that agrees; equality: log of m alone
    std::vector<double> log_share;  // of each value, as a denominator
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
  std::vector<FlatTable<OfPattern>> patterns_;  // by group of lists; of one where none differ
};

}  // namespace sanaq::link
