#include "sanaq/persons/mendings.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::persons {
namespace {

base::Progress silent;

// An invented list as it is now, with its history.
struct AList {
  void take(const std::string& csv) {
    tables::ListSource source;
    source.name = "list";
    source.path = "list.csv";
    records = tables::ingest_bytes(source, csv, silent).records;
    add_version(history, std::to_string(++version), "list.csv", records.identities, version);
  }
  [[nodiscard]] Mending mend(std::uint32_t record, const std::string& column,
                             const std::string& value) const {
    const record::Column& of = *find_column(records, column);
    return mendings_of({mending_statement("list", records.identities[record], column,
                                          of.values[of.codes[record]], value, "why")})
        .at(0);
  }
  record::RecordTable records;
  ListHistory history;
  int version = 0;
};

const std::string rows = "name,birth,Remark\nAibar Tanbaev,1970,x\nAlibek Munarov,,x\n";

TEST(Mendings, HoldOnTheCellThatTheyReplace) {
  AList list;
  list.take(rows);
  const AppliedMendings applied =
      apply_mendings({list.mend(0, "birth", "1971"), list.mend(1, "birth", "1980"),
                      list.mend(0, "Remark", "y"), list.mend(0, "birth", "")},
                     list.records, list.history);
  ASSERT_EQ(applied.held.size(), 3U);
  EXPECT_EQ(applied.held[0].mending.value, "1980");
  EXPECT_EQ(applied.held[0].was, "");
  EXPECT_EQ(applied.held[1].header, "Remark");
  EXPECT_EQ(applied.held[2].mending.value, "");  // the last one on this cell
  EXPECT_EQ(applied.held[2].was, "1970");
  EXPECT_TRUE(applied.for_review.empty());
}

TEST(Mendings, GoWithTheirRowAndWaitWhereTheCellIsAnotherNow) {
  AList list;
  list.take(rows);
  const std::vector<Mending> mendings = {list.mend(0, "birth", "1971"),
                                         list.mend(1, "birth", "1980")};
  // The first row's name is corrected, so that it has another identity; its birth is the same.
  list.take("name,birth,Remark\nAibar Tanbayev,1970,x\nAlibek Munarov,1979,x\n");
  AppliedMendings applied = apply_mendings(mendings, list.records, list.history);
  ASSERT_EQ(applied.held.size(), 1U);
  EXPECT_EQ(applied.held[0].record, 0U);
  ASSERT_EQ(applied.for_review.size(), 1U);
  EXPECT_EQ(applied.for_review[0].why, WhyNotMended::changed);
  EXPECT_EQ(applied.for_review[0].record, 1U);
  // The list says now what the mending said.
  list.take("name,birth,Remark\nAibar Tanbayev,1970,x\nAlibek Munarov,1980,x\n");
  applied = apply_mendings(mendings, list.records, list.history);
  EXPECT_TRUE(applied.for_review.empty());
  // The row is gone, then the column.
  list.take("name,birth,Remark\nAibar Tanbayev,1970,x\nSergei Stepnov,1950,z\nOlzhas X,1951,z\n");
  applied = apply_mendings(mendings, list.records, list.history);
  ASSERT_EQ(applied.for_review.size(), 1U);
  EXPECT_EQ(applied.for_review[0].why, WhyNotMended::removed);
  AList narrow;
  narrow.take("id,name,birth\n1,Aibar Tanbaev,1970\n");
  const Mending of_birth = narrow.mend(0, "birth", "1971");
  narrow.take("id,name\n1,Aibar Tanbaev\n");
  applied = apply_mendings({of_birth}, narrow.records, narrow.history);
  ASSERT_EQ(applied.for_review.size(), 1U);
  EXPECT_EQ(applied.for_review[0].why, WhyNotMended::no_column);
}

TEST(Mendings, ANewerOneOnTheCellEndsTheWaiting) {
  AList list;
  list.take("id,name,birth\n1,Aibar Tanbaev,1970\n");
  const Mending before = list.mend(0, "birth", "1971");
  list.take("id,name,birth\n1,Aibar Tanbaev,1972\n");
  const AppliedMendings applied =
      apply_mendings({before, list.mend(0, "birth", "1973")}, list.records, list.history);
  EXPECT_EQ(applied.held.size(), 1U);
  EXPECT_TRUE(applied.for_review.empty());
}

TEST(Mendings, ARecordOfAnotherListIsNotItsOwn) {
  AList list;
  list.take(rows);
  Mending stranger = list.mend(0, "birth", "1971");
  stranger.identity = std::string(32, 'a');
  const AppliedMendings applied = apply_mendings({stranger}, list.records, list.history);
  EXPECT_TRUE(applied.held.empty());
  EXPECT_EQ(applied.was_known, std::vector<bool>{false});
}

TEST(Mendings, WhatHasNotTheFormMendsNothingAndIsNoStatementOfTheCaseFile) {
  const ledger::Statement good =
      mending_statement("list", std::string(32, 'a'), "birth", "1970", "1971", "why");
  std::vector<ledger::Statement> bad(7, good);
  bad[0].subject = "person:" + std::string(32, 'a');
  bad[1].subject = "record:xyz";
  bad[2].cells.clear();
  bad[3].cells[0].fields = {"death"};
  bad[4].cells.push_back(bad[4].cells[0]);
  bad[5].property = "mend/";
  bad[6].property = "mend/id";
  bad[6].cells[0].fields = {"id"};
  EXPECT_EQ(mendings_of({good}).size(), 1U);
  EXPECT_TRUE(mendings_of(bad).empty());
  EXPECT_TRUE(without_mendings(bad).empty());
  ledger::Statement other;
  other.subject = "event:1";
  other.property = "mended";
  EXPECT_EQ(without_mendings({good, other}).size(), 1U);
  EXPECT_EQ(mendings_digest({}), "");
  EXPECT_NE(mendings_digest(mendings_of({good})), "");
}

}  // namespace
}  // namespace sanaq::persons
