// The columns that are compared: what kind each is, its distinct values in an order of their own,
// and the fields they repeat.
//
// Everything is found from the content (notes on linking, section 2). Values are sorted, so codes
// do not depend on the order of rows.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/link.h"
#include "sanaq/link/names.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

enum class Kind { name, text, date, code, number, category, email };
[[nodiscard]] std::string_view kind_name(Kind kind);

// One compared field. Code 0 is missing; counts[code] records have the value.
struct Feature {
  std::string column;  // FIELD where known, else the header
  Kind kind = Kind::text;
  std::vector<std::uint32_t> codes;  // one a record
  std::vector<std::string> values;   // folded; values[0] == ""
  std::vector<std::uint32_t> counts;
  std::int64_t filled = 0;
  // How often two people have the same value by chance, where its frequency does not tell: of a
  // number that people have of their own, beside a list without names. 0: the frequency tells.
  double chance_share = 0;
  std::vector<std::u32string> letters;     // of the values
  std::vector<std::uint64_t> letter_sets;  // which letters a value has, by their code modulo 64
  std::vector<std::vector<std::uint32_t>> tokens;  // ids of the words of the values, sorted (text)
  std::vector<std::string>
      sounds;  // sound keys where the column has letters beyond ASCII, else empty
  std::vector<std::optional<record::PartialDate>> dates;
  std::vector<PreparedName> names;              // kind name
  std::vector<text::NicknameGroups> nicknames;  // of the values of given names (text), else empty
  std::vector<std::uint32_t> shared;    // ids in the dictionary of its swap group; empty: no group
  std::vector<std::size_t> swaps_with;  // features whose values are also found here
};

// At most 14 features: the ones that tell most.
struct Columns {
  std::vector<Feature> features;
  std::vector<bool> is_linkable;  // one a record
  bool has_names_only = false;
};

// `records`: the order in which records are to stand (indices into the table).
[[nodiscard]] Columns make_columns(const record::RecordTable& table, const Options& options,
                                   const std::vector<std::uint32_t>& records);

// Lower case, missing words emptied; what every comparison and key starts from.
[[nodiscard]] std::string plain_value(const record::Column& column, std::uint32_t code);
[[nodiscard]] std::u32string to_letters(std::string_view utf8);

}  // namespace sanaq::link
