#include "sanaq/link/rule_rows.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

// What the rules say of one pair, one after another.
std::uint32_t fields_of(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                        const PairSpace& space, std::size_t features, std::size_t rule,
                        std::uint32_t left, std::uint32_t right) {
  if (left == right || !space.may_meet(left, right)) return dropped_pair;
  std::uint32_t fields = fields_without(rules[rule], keys, features);
  for (std::size_t other = 0; other < rules.size(); ++other) {
    if (other == rule || !meets(rules[other], keys, left, right)) continue;
    if (other < rule) return dropped_pair;
    fields |= fields_without(rules[other], keys, features);
  }
  return fields;
}

// Rules of whole values, of a key with several values a record (sounds of names), and of all pairs.
TEST(RuleRows, AreWhatTheRulesSayOfEachPair) {
  Rows rows;
  num::Rng rng(5, "tests.link.rule_rows");
  for (int row = 0; row < 130; ++row)
    rows.push_back(
        {std::string(row % 2 == 0 ? "Serik " : "Marat ") + (row % 3 == 0 ? "Ozenov" : "Kudarov"),
         row % 9 == 0 ? "" : "town" + std::to_string(rng.below(4)),
         "19" + std::to_string(60 + rng.below(3)) + "-01-01"});
  record::RecordTable table = a_table({"name", "town", "birth"}, rows);
  table.lists.push_back({.name = "other", .file = "other.csv", .version = ""});
  table.lists[1].one_per_person = true;
  for (std::size_t row = 0; row < rows.size(); row += 3) table.list_of[row] = 1;
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  std::vector<Rule> rules = parse_rules({"town,birth", "name_key,birth_year", "town", "*"}, table,
                                        as_they_stand(table), columns, keys);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  const std::size_t features = columns.features.size();
  const RuleKeys of_rules(rules, keys, space, features);
  RuleRows found(of_rules);
  const std::vector<std::uint32_t> records = as_they_stand(table);
  found.lay_out(records);
  for (std::uint32_t right = 0; right < records.size(); ++right) {
    const RuleKeys but_all({rules[0], rules[1]}, keys, space, features);
    EXPECT_EQ(but_all.has_rule_for(7, right),
              meets(rules[0], keys, 7, right) || meets(rules[1], keys, 7, right));
  }
  std::size_t dropped = 0, kept = 0;
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    for (std::size_t row = 0; row + 1 < records.size(); ++row) {
      const auto fields = found.find(rule, {row, row + 1, records.size()});
      ASSERT_EQ(fields.size(), records.size() - row - 1);
      for (std::size_t at = 0; at < fields.size(); ++at) {
        const auto right = static_cast<std::uint32_t>(row + 1 + at);
        ASSERT_EQ(fields[at], fields_of(rules, keys, space, features, rule,
                                        static_cast<std::uint32_t>(row), right))
            << rule << ": " << row << ' ' << right;
        ++(fields[at] == dropped_pair ? dropped : kept);
      }
    }
  }
  EXPECT_GT(dropped, 2000u);
  EXPECT_GT(kept, 2000u);
}

}  // namespace
}  // namespace sanaq::link
