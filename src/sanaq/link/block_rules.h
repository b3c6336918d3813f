// Blocking keys and rules: which records are worth comparing, in the words of design.md 9.
//
// A rule is one or several keys; it finds two records if they agree on all of them. An empty cell
// agrees with nothing. A key of a whole name has several values for a record (one for each part
// that is worth blocking on), and agrees if one of them does.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/parallel.h"

namespace sanaq::link {

struct Key {
  std::string name;  // "family", "family_key", "birth_year", "code[1:4]"
  // The feature it is made from, or features.size() if it is made from none.
  std::size_t feature = 0;
  // The values of record r are ids[start[r]] .. ids[start[r + 1] - 1], ascending. If no record has
  // several, `start` is empty, and ids[r] is the value of record r, or no_value.
  std::vector<std::uint32_t> start;
  std::vector<std::uint32_t> ids;
  bool is_whole = false;  // whether the key is the value itself

  static constexpr std::uint32_t no_value = ~std::uint32_t{0};
  [[nodiscard]] std::span<const std::uint32_t> values(std::uint32_t record) const {
    if (!start.empty()) return {ids.data() + start[record], start[record + 1] - start[record]};
    return {ids.data() + record, ids[record] == no_value ? std::size_t{0} : std::size_t{1}};
  }
  [[nodiscard]] bool has_several_values() const { return !start.empty(); }
  // Appends the values of the next record, ascending. `several` says whether some record has more
  // than one, and is the same in every call.
  void add_values(std::span<const std::uint32_t> of_record, bool several);
};

struct Rule {
  std::string name;
  std::vector<std::size_t> keys;  // indices; if there are none, all pairs
  double pairs = 0;
  // The share of records that are compared with all others of their blocks. If it is below 1, the
  // rule is a sample of its pairs, used for learning, and each pair stands for weight() of them.
  double probes = 1;
  [[nodiscard]] double weight() const { return 1 / (1 - (1 - probes) * (1 - probes)); }
};

// Return the keys from which the program chooses.
[[nodiscard]] std::vector<Key> make_keys(const Columns& columns);
[[nodiscard]] std::vector<Key> make_keys(const Columns& columns, Workers& workers,
                                         base::Progress& progress);

// Returns the rules that the user wrote, and adds the keys they need. Throws Error{usage} for a
// column that does not exist or a rule that cannot be read. `records` is the order of records.
[[nodiscard]] std::vector<Rule> parse_rules(const std::vector<std::string>& rules,
                                            const record::RecordTable& table,
                                            const std::vector<std::uint32_t>& records,
                                            const Columns& columns, std::vector<Key>& keys);

// Returns a rule by its name, with keys that exist or can be made; nullopt if a column is missing.
[[nodiscard]] std::optional<Rule> known_rule(const std::string& name,
                                             const record::RecordTable& table,
                                             const std::vector<std::uint32_t>& records,
                                             const Columns& columns, std::vector<Key>& keys);

// Returns the features that a rule does not use, as bits.
[[nodiscard]] std::uint32_t fields_without(const Rule& rule, const std::vector<Key>& keys,
                                           std::size_t feature_count);

// Returns true if the two records have a value of the key in common.
[[nodiscard]] bool agrees(const Key& key, std::uint32_t left, std::uint32_t right);

// Returns true if the pair agrees on all keys of the rule.
[[nodiscard]] bool meets(const Rule& rule, const std::vector<Key>& keys, std::uint32_t left,
                         std::uint32_t right);

}  // namespace sanaq::link
