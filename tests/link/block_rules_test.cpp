#include "sanaq/link/block_rules.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/base/error.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(BlockRules, AllKeysOfARuleMustAgreeAndAnEmptyCellMeetsNothing) {
  const record::RecordTable table =
      a_table({"surname", "birth", "town"}, {{"abela", "1985-02-03", "korem"},
                                             {"abela", "1985-11-30", "lisat"},
                                             {"abelo", "1985-01-01", ""},
                                             {"dunon", "1990-01-02", ""}});
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  const auto rules = parse_rules({"surname,birth_year", "surname[1:4]", "town", "*"}, table,
                                 as_they_stand(table), columns, keys);
  ASSERT_EQ(rules.size(), 4u);
  EXPECT_TRUE(meets(rules[0], keys, 0, 1));
  EXPECT_FALSE(meets(rules[0], keys, 0, 3));
  EXPECT_TRUE(meets(rules[1], keys, 0, 2));
  EXPECT_FALSE(meets(rules[2], keys, 2, 3));
  EXPECT_TRUE(meets(rules[3], keys, 0, 3));
}

TEST(BlockRules, AColumnThatIsNotThereAndLettersThatAreNoneAreRefused) {
  const record::RecordTable table = a_town(10, 2);
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  for (const char* rule : {"postcode", "surname[3:1]", "surname[a:b]"}) {
    EXPECT_THROW((void)parse_rules({rule}, table, as_they_stand(table), columns, keys), base::Error)
        << rule;
  }
}

TEST(BlockRules, DaysWithDigitsExchangedShareAKey) {
  const record::RecordTable table = a_table({"surname", "birth"}, {{"abela", "1967-04-18"},
                                                                   {"abela", "1976-04-18"},
                                                                   {"abela", "1967-05-04"},
                                                                   {"abela", "1967-04-05"},
                                                                   {"abela", "1967"},
                                                                   {"dunon", "1976"}});
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  const auto rules = parse_rules({"birth_digits"}, table, as_they_stand(table), columns, keys);
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_TRUE(meets(rules[0], keys, 0, 1));
  EXPECT_TRUE(meets(rules[0], keys, 2, 3));
  EXPECT_FALSE(meets(rules[0], keys, 0, 2));
  EXPECT_FALSE(meets(rules[0], keys, 4, 5));  // a year is no day
  const std::vector<Key> made = make_keys(columns);
  EXPECT_TRUE(std::any_of(made.begin(), made.end(),
                          [](const Key& key) { return key.name == "birth_digits"; }));
}

TEST(BlockRules, AKeyOfOneValueARecordHoldsNoMoreThanThat) {
  Key key;
  for (const std::vector<std::uint32_t>& of_record :
       {std::vector<std::uint32_t>{7}, std::vector<std::uint32_t>{}, std::vector<std::uint32_t>{9}})
    key.add_values(of_record, false);
  EXPECT_TRUE(key.start.empty());
  EXPECT_FALSE(key.has_several_values());
  EXPECT_EQ(key.values(0).front(), 7u);
  EXPECT_TRUE(key.values(1).empty());
  EXPECT_EQ(key.values(2).size(), 1u);
}

TEST(BlockRules, AKeyOfSeveralValuesGivesThemAll) {
  Key key;
  key.add_values(std::vector<std::uint32_t>{2, 5}, true);
  key.add_values({}, true);
  EXPECT_TRUE(key.has_several_values());
  ASSERT_EQ(key.values(0).size(), 2u);
  EXPECT_EQ(key.values(0)[1], 5u);
  EXPECT_TRUE(key.values(1).empty());
}

}  // namespace
}  // namespace sanaq::link
