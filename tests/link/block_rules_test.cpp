#include "sanaq/link/block_rules.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/base/error.h"

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

}  // namespace
}  // namespace sanaq::link
