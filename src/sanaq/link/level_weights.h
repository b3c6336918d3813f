// What a level of agreement is worth: log(m/u), with the frequency of the value.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

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

// Natural log of how often two strangers' values are equal, of those that can be.
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

// The sum over the equality levels.
[[nodiscard]] double exact_share(const std::vector<double>& levels);

// How often somebody has a value that so many records have; once more than known, so that a value
// seen once is not held to be impossible otherwise.
[[nodiscard]] double frequency_share(const Feature& feature, std::uint32_t code);

}  // namespace sanaq::link
