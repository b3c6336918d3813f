#include "sanaq/disclose/fact_ids.h"

#include <gtest/gtest.h>

#include <set>

#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;

Statement said(const char* subject, const char* value) {
  Statement one;
  one.subject = subject;
  one.property = "victim";
  one.value = value;
  return one;
}

TEST(FactIds, AnIdHangsOnTheSecretAndOnEveryPart) {
  const FactIds ids(std::string(32, 's'));
  std::set<std::uint64_t> all = {ids.of_cell("origin", "birth", "1970"),
                                 ids.of_cell("other", "birth", "1970"),
                                 ids.of_cell("origin", "death", "1970"),
                                 ids.of_cell("origin", "birth", "1971"),
                                 FactIds(std::string(32, 't')).of_cell("origin", "birth", "1970"),
                                 ids.of_cell("originb", "irth", "1970")};
  EXPECT_EQ(all.size(), 6u);
  EXPECT_EQ(ids.of_cell("origin", "birth", "1970"), ids.of_cell("origin", "birth", "1970"));
}

TEST(FactIds, AStatementKeepsItsIdWhateverIsSaidBesideIt) {
  const FactIds ids(std::string(32, 's'));
  const Statement one = said("act:1", "A. Sample"), other = said("act:2", "B. Sample");
  const auto alone = ids.of_statements({one});
  const auto behind = ids.of_statements({other, one});
  EXPECT_EQ(alone[0], behind[1]);
  EXPECT_NE(alone[0], behind[0]);
}

// How somebody nameless is numbered depends on how many there are.
TEST(FactIds, TheNumberOfANamelessPersonIsNoPartOfAnId) {
  const FactIds ids(std::string(32, 's'));
  EXPECT_EQ(ids.of_statements({said("act:1", "person 2")}),
            ids.of_statements({said("act:1", "person 3")}));
  EXPECT_NE(ids.of_statements({said("act:1", "person 2x")}),
            ids.of_statements({said("act:1", "person 3x")}));
}

TEST(FactIds, EqualStatementsAreCounted) {
  const auto ids =
      FactIds("").of_statements({said("act:1", "A. Sample"), said("act:1", "A. Sample")});
  EXPECT_NE(ids[0], ids[1]);
}

TEST(FactIds, EveryPublishedCellThatSaysSomethingHasAnIdOfItsOwn) {
  std::set<std::uint64_t> ids;
  std::size_t cells = 0;
  for (const pages::PublicPerson& person :
       disclose(investigation::test::invented_outcome()).persons) {
    for (const pages::PublicRecord& record : person.records) {
      for (const std::optional<pages::PublicCell>& cell : record.cells) {
        if (!cell || cell->text.empty()) continue;
        ++cells;
        ids.insert(cell->fact);
      }
    }
  }
  EXPECT_GT(cells, 0u);
  EXPECT_EQ(ids.size(), cells);
  EXPECT_FALSE(ids.contains(0));
}

}  // namespace
}  // namespace sanaq::disclose
