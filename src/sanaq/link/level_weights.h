// The weight of a level of agreement: log(m/u), with the frequency of the value.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Returns true if two values at this level differ: they are not equal, or are names that do not
// sound the same.
[[nodiscard]] bool is_different(Kind kind, int level);
// Returns the share of matches that differ, by m.
[[nodiscard]] double differing_share(Kind kind, const std::vector<double>& m);
// Bit masks of the fields that both records have, and of those in which they differ.
struct FieldMasks {
  std::uint32_t filled = 0, differing = 0;
};
[[nodiscard]] FieldMasks field_masks(const std::vector<Feature>& features,
                                     const std::int8_t* levels);

// The odds of the room text are those of a pair worth looking at, including similar names and
// relatives, not those of any two records: they combine prior and evidence, and from this many bits
// on a pair is taken for one person. Any two records of real lists are similar far more rarely than
// the pairs those odds were made on, so each bit counts as three.
inline constexpr double text_bits_of_one_person = 1, text_bits_scale = 3;
[[nodiscard]] bool has_text_weight(const std::vector<Feature>& features, std::size_t field);

// Returns the natural log of m/u of a level among those of its class (level_class), since the class
// of a pair has no weight. For equality it is that of m alone, to be compared with the value's own
// frequency.
[[nodiscard]] double level_log_ratio(Kind kind, const std::vector<double>& m,
                                     const std::vector<double>& u, std::size_t level);

// Returns what each level weighs more on these lists than on lists in general, as a natural log.
// The frequency of a value is that of all lists, so equality weighs less if strangers on these are
// equal more often than on others.
[[nodiscard]] std::vector<double> changes_of_group(Kind kind, const FieldModel& field,
                                                   const FieldModel::OfGroup& group);

// Returns the natural log of how often two strangers' values are equal, among those that can be.
[[nodiscard]] double exact_log_share(Kind kind, const std::vector<double>& u);
// Returns how much rarer names at this level are, in natural logs, than those of matches usually
// are. `sharing` is the number of records besides one of the two.
[[nodiscard]] double rarity_log_ratio(const FieldModel& field, const Feature& feature,
                                      std::size_t level, double sharing);
// Returns a name's share of the records. Two more are counted than share its sounds: the person's
// own other records, and people whom no list has.
[[nodiscard]] double sharing_share(const Feature& feature, double sharing);
// Returns the same with the share of the level's own bin of frequencies, if no value is known.
[[nodiscard]] double comparable_log_ratio(Kind kind, const std::vector<double>& m,
                                          const std::vector<double>& u, std::size_t level);

// Returns the sum over the levels of equality.
[[nodiscard]] double exact_share(const std::vector<double>& levels);

// Returns how often somebody has a value, from the number of records that have it. One is added, so
// that a value seen once is not taken to be impossible otherwise.
[[nodiscard]] double frequency_share(const Feature& feature, std::uint32_t code);

}  // namespace sanaq::link
