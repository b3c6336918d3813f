#include "sanaq/link/blocking.h"

#include <gtest/gtest.h>

#include <set>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(Blocking, VisitsEveryPairOfTheRulesOnce) {
  const record::RecordTable table = a_town(60, 20);
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  const auto rules =
      parse_rules({"surname", "given_name,birth_year"}, table, as_they_stand(table), columns, keys);
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen, expected;
  base::Progress silent;
  visit_pairs(rules, keys, std::vector<bool>(table.record_count(), true), columns.features.size(),
              silent, [&](std::uint32_t left, std::uint32_t right, std::uint32_t) {
                EXPECT_TRUE(seen.insert(std::minmax(left, right)).second) << "a pair came twice";
              });
  for (std::uint32_t left = 0; left < table.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < table.record_count(); ++right) {
      if (meets(rules[0], keys, left, right) || meets(rules[1], keys, left, right))
        expected.emplace(left, right);
    }
  }
  EXPECT_EQ(seen, expected);
  EXPECT_GE(seen.size(), 20u);
}

TEST(Blocking, LeavesOutRecordsThatMayNotBeLinked) {
  const record::RecordTable table = a_town(20, 20);
  const Columns columns = columns_of(table);
  std::vector<bool> may(table.record_count(), true);
  may[0] = false;
  base::Progress silent;
  visit_pairs({{"*", {}, 0}}, {}, may, columns.features.size(), silent,
              [&](std::uint32_t left, std::uint32_t right, std::uint32_t) {
                EXPECT_NE(std::min(left, right), 0u);
              });
}

}  // namespace
}  // namespace sanaq::link
