#include "sanaq/casefile/statement.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {

TEST(Statement, ComesFromTheLedgerWithItsEntry) {
  ledger::Statement from;
  from.subject = "event:1";
  from.property = "dead";
  from.value = "11";
  from.visibility = "nonsense";
  from.place = {"3f9a", 7};
  const auto all = statements_in_ledger({from});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].origin.entry, "3f9a:7");
  EXPECT_EQ(all[0].visibility, "sealed");  // what is no word closes
  from.visibility = "";
  EXPECT_EQ(statements_in_ledger({from})[0].visibility, "restricted");
}

TEST(Statement, OnlyWhatIsPublicMayLeave) {
  std::vector<Statement> all(3, test::said("event:1", "dead", "11"));
  all[1].visibility = "public";
  all[2].visibility = "sealed";
  ASSERT_EQ(public_part(all).size(), 1U);
  EXPECT_EQ(public_part(all)[0].visibility, "public");
}

TEST(Statement, ASubjectIsAKindAndAnId) {
  EXPECT_EQ(kind_of("custody:a:b"), "custody");
  EXPECT_EQ(id_of("custody:a:b"), "a:b");
  EXPECT_EQ(kind_of("nothing"), "");
  EXPECT_EQ(several_in(" a | b||c "), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(several_in(" | ").empty());
}

}  // namespace sanaq::casefile
