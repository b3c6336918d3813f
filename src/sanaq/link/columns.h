// The columns that are compared: the kind of each, its distinct values, sorted, and the fields that
// they repeat.
//
// Everything is found from the content (notes on linking, section 2). Values are sorted, so that
// codes do not depend on the order of rows.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/link/name_sounds.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::link {

enum class Kind { name, text, date, code, number, category, email };

// One compared field. Code 0 means missing; counts[code] is the number of records with the value.
struct Feature {
  std::string column;  // the FIELD if there is one, else the header
  Kind kind = Kind::text;
  std::vector<std::uint32_t> codes;  // one entry for each record
  std::vector<std::string> values;   // folded; values[0] == ""
  std::vector<std::uint32_t> counts;
  std::int64_t filled = 0;
  double equal_share = 0;  // share of pairs with equal values, of all pairs where it is filled
  std::int64_t filled_whole =
      0;  // records whose value can be equal to another: for dates, whole days
  // How often two people have the same value by chance, if its frequency does not tell: for a
  // number that belongs to a person, when a list has no names. 0 means that the frequency tells.
  double chance_share = 0;
  std::vector<bool> lists_with;  // [list]: is it filled there; empty if there is one list
  // If it is the only column that lists share (across_lists.h): for each value how often somebody
  // has it, and u of the levels of equality; else empty.
  std::vector<double> value_share, chance_within;
  // For names: how often the letters are the same. value_share is then for the same sound.
  std::vector<double> letter_share;
  // For names: m, from the excess of pairs across lists over those within.
  std::vector<double> m_across;
  std::vector<std::u32string> letters;     // of the values
  std::vector<std::uint64_t> letter_sets;  // which letters a value has, by their code modulo 64
  std::vector<std::vector<std::uint32_t>> tokens;  // ids of the words of the values, sorted (text)
  // Sound keys of the values if the column has letters beyond ASCII, else empty.
  std::vector<std::string> sounds;
  std::vector<std::optional<record::PartialDate>> dates;
  std::vector<PreparedName> names;                    // kind name
  std::shared_ptr<const NameSounds> sounds_of_names;  // kind name
  std::vector<text::NicknameGroups> nicknames;        // for given names (text), else empty
  std::vector<std::uint32_t> shared;    // ids in its swap group's dictionary; empty if it has none
  std::vector<std::size_t> swaps_with;  // features whose values are also found here
};

// Returns whether two records with this value can be equal on it: a year alone can only fail to
// contradict.
[[nodiscard]] bool is_whole_value(const Feature& feature, std::size_t code);

// Returns the entropy of the values that records have, in bits.
[[nodiscard]] double entropy_bits(const Feature& feature);

// The compared features: at most 14, the most informative ones.
struct Columns {
  std::vector<Feature> features;
  std::vector<bool> is_linkable;  // one entry for each record
  bool has_names_only = false;
  double matches_across = 0;  // from lists with one column in common (across_lists.h), else 0
};

}  // namespace sanaq::link
