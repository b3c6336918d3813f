#include "sanaq/exchange/row_words.h"

#include <gtest/gtest.h>

#include "persons/a_linked_register.h"

namespace sanaq::exchange {
namespace {

record::RecordTable table_of(const std::vector<persons::AnInventedList>& lists) {
  return tables::combine(persons::ingested(lists));
}

TEST(RowWords, ARecordIsCalledAsDecideTakesItAndSaidInItsRowsOwnWords) {
  const record::RecordTable records = table_of(persons::invented_lists());
  const RowWords words(records);
  EXPECT_EQ(words.reference(0), "hospital:1");
  EXPECT_EQ(words.named_line(0), "hospital:1 Aibar Tanbaev (birth 1970-02-03)");
  EXPECT_EQ(words.reference(2), "morgue:2");  // without ids, by its row
  EXPECT_EQ(words.line(2), "Tanbayev A. (birth 1970)");
  EXPECT_EQ(words.line(5), "(birth 1981-05-06)");
}

TEST(RowWords, AnIdThatSeveralHaveIsReplacedByTheRow) {
  const record::RecordTable records =
      table_of({{"list", "id,name\n7,Aibar Tanbaev\n7,Alibek Munarov\n"}});
  const RowWords words(records);
  EXPECT_EQ(words.reference(0), "list:#2");
  EXPECT_EQ(words.reference(1), "list:#3");
}

TEST(RowWords, ANameInPartsIsOneName) {
  const record::RecordTable records =
      table_of({{"list", "given,family,patronymic\nAibar,Tanbaev,\n,Munarov,Serikuly\n"}});
  EXPECT_EQ(name_as_written(records, 0), "Tanbaev Aibar");
  EXPECT_EQ(name_as_written(records, 1), "Munarov Serikuly");
}

TEST(RowWords, AYearAloneStandsAsItIsWritten) {
  const record::RecordTable records =
      table_of({{"list", "name,birth_year,birth_month\nAibar Tanbaev,1970,\nSerik,1971,3\n"}});
  const RowWords words(records);
  EXPECT_EQ(words.line(0), "Aibar Tanbaev (birth 1970)");
  EXPECT_EQ(words.line(1), "Serik (birth 1971-3)");
}

TEST(RowWords, WhatTheCellsAreIsSaidInTheReadersLanguage) {
  const record::RecordTable records = table_of(persons::invented_lists());
  EXPECT_EQ(RowWords(records).line(0, base::Catalog("ru")), "Aibar Tanbaev (рождение 1970-02-03)");
}

TEST(RowWords, TheDigestChangesWithTheRowsWordsAndWithNothingElse) {
  const std::string header = "id,name,birth,remark\n", row = "1,Aibar Tanbaev,1970-02-03,a scar\n";
  const record::RecordTable before = table_of({{"list", header + row}});
  const std::string digest = shown_digest(before, 0);
  EXPECT_EQ(digest.size(), 32U);
  // Another row above, columns elsewhere, another list beside.
  const record::RecordTable moved =
      table_of({{"other", "id,name,eyes\n1,Alibek Munarov,brown\n"},
                {"list",
                 "remark,birth,id,name\n,1977-01-02,2,Alibek Munarov\n"
                 "a scar,1970-02-03,1,Aibar Tanbaev\n"}});
  EXPECT_EQ(shown_digest(moved, 2), digest);
  EXPECT_NE(shown_digest(moved, 1), digest);
  for (const char* other :
       {"1,Aibar Tanbayev,1970-02-03,a scar\n", "1,Aibar Tanbaev,1970-02-04,a scar\n",
        "1,Aibar Tanbaev,1970-02-03,two scars\n", "1,Aibar Tanbaev,1970-02-03,\n"})
    EXPECT_NE(shown_digest(table_of({{"list", header + other}}), 0), digest) << other;
  EXPECT_NE(shown_digest(table_of({{"another", header + row}}), 0), digest);
}

TEST(RowWords, AColumnOfTheUsersOwnIsShownUnderItsHeader) {
  const record::RecordTable records = table_of(persons::invented_lists());
  EXPECT_EQ(shown_cells(records, 0),
            (ShownCells{{"name", "Aibar Tanbaev"}, {"birth", "1970-02-03"}, {"remark", "=1+1"}}));
}

}  // namespace
}  // namespace sanaq::exchange
