// The columns that are compared: what kind each is, its distinct values in an order of their own,
// and the fields they repeat.
//
// Everything is found from the content (notes on linking, section 2). Values are sorted, so codes
// do not depend on the order of rows.
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

// One compared field. Code 0 is missing; counts[code] records have the value.
struct Feature {
  std::string column;  // FIELD where known, else the header
  Kind kind = Kind::text;
  std::vector<std::uint32_t> codes;  // one a record
  std::vector<std::string> values;   // folded; values[0] == ""
  std::vector<std::uint32_t> counts;
  std::int64_t filled = 0;
  double equal_share = 0;  // of all pairs of records where it is filled, those with equal values
  std::int64_t filled_whole = 0;  // with a value that can be equal: of dates, whole days
  // How often two people have the same value by chance, where its frequency does not tell: of a
  // number that people have of their own, beside a list without names. 0: the frequency tells.
  double chance_share = 0;
  std::vector<bool> lists_with;  // on which lists it is filled; empty: there is but one list
  // Where it is the only column that lists share (across_lists.h): of each value how often somebody
  // has it, and u of the levels of equality; else empty.
  std::vector<double> value_share, chance_within;
  std::vector<double>
      letter_share;  // of names: how often the same letters; value_share: the same sound
  std::vector<double>
      m_across;  // and m of names, by what pairs across lists show beyond those within
  std::vector<std::u32string> letters;     // of the values
  std::vector<std::uint64_t> letter_sets;  // which letters a value has, by their code modulo 64
  std::vector<std::vector<std::uint32_t>> tokens;  // ids of the words of the values, sorted (text)
  std::vector<std::string>
      sounds;  // sound keys where the column has letters beyond ASCII, else empty
  std::vector<std::optional<record::PartialDate>> dates;
  std::vector<PreparedName> names;                    // kind name
  std::shared_ptr<const NameSounds> sounds_of_names;  // kind name
  std::vector<text::NicknameGroups> nicknames;  // of the values of given names (text), else empty
  std::vector<std::uint32_t> shared;    // ids in the dictionary of its swap group; empty: no group
  std::vector<std::size_t> swaps_with;  // features whose values are also found here
};

// Can two records with this value be equal on it: a year alone can only not contradict.
[[nodiscard]] bool is_whole_value(const Feature& feature, std::size_t code);

// Of the values that records have.
[[nodiscard]] double entropy_bits(const Feature& feature);

// At most 14 features: the ones that tell most.
struct Columns {
  std::vector<Feature> features;
  std::vector<bool> is_linkable;  // one a record
  bool has_names_only = false;
  double matches_across = 0;  // what lists with one column in common show (across_lists.h); or 0
};

}  // namespace sanaq::link
