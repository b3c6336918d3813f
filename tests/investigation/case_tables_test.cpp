#include "sanaq/investigation/case_tables.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/casefile/view.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

settings::Config config_with(const std::string& kind, const std::string& file) {
  settings::Config config;
  config.tables.push_back({kind, file});
  return config;
}

TEST(CaseTables, ReadsWhatPeopleWriteWithTitlesAboveAndDatesInTheirWay) {
  const help::Scratch scratch;
  scratch.write("t.csv",
                "\xEF\xBB\xBFСобытия, вымышленные;;\nEvent;Title;Start;Source;Extra\n\n"
                "e1;The rally;16.12.2011;a leaflet;x\ne2;Another;03/25/2011;a leaflet\n"
                "e3;Third;04/03/2011;a leaflet\n");
  const CaseTables read = read_case_tables(scratch.path(), config_with("event", "t.csv"));
  const casefile::View view(read.file.said);
  EXPECT_EQ(view.value("event:e1", "start"), "2011-12-16");
  EXPECT_EQ(view.value("event:e1", "title"), "The rally");
  EXPECT_EQ(view.statements()[0].origin.row, 4);
  EXPECT_EQ(view.statements()[0].origin.hash.size(), 64U);
  ASSERT_EQ(read.warnings.size(), 1U);  // Extra
}

TEST(CaseTables, ABadDateIsReportedWithRowAndColumn) {
  const help::Scratch scratch;
  scratch.write("t.csv", "event,start,source\ne1,31.02.2011,s\n");
  const CaseTables read = read_case_tables(scratch.path(), config_with("event", "t.csv"));
  ASSERT_EQ(read.bad_cells.size(), 1U);
  EXPECT_EQ(read.bad_cells[0].list, "t.csv");
  EXPECT_EQ(read.bad_cells[0].row, 2);
  EXPECT_EQ(read.bad_cells[0].column, "start");
}

TEST(CaseTables, AVocabularyOfTheInvestigationIsRead) {
  const help::Scratch scratch;
  scratch.write("vocabulary.csv",
                "table,code,en,ru,kk\nMT5,030199,dragging,волочение,сүйреу\nMT41,02,likely,,\n");
  scratch.write("t.csv", "act,method,source\na,волочение,s\n");
  const CaseTables read = read_case_tables(scratch.path(), config_with("act", "t.csv"));
  EXPECT_EQ(casefile::View(read.file.said).value("act:a", "method"), "030199");
  EXPECT_EQ(read.bad_cells.size(), 1U);  // the swapped label
}

TEST(CaseTables, TheLedgerIsHeardAndChangesItsHash) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const CaseTables before = read_case_tables(scratch.path(), {});
  ledger::Statement statement;
  statement.subject = "custody:c";
  statement.property = "sentence";
  statement.value = "18m";
  {
    ledger::Writer writer(scratch.path(), {"A. Tester", std::nullopt, {}});
    writer.append("statement", ledger::body_of(statement));
  }
  const CaseTables after = read_case_tables(scratch.path(), {});
  ASSERT_EQ(after.file.said.size(), 1U);
  EXPECT_EQ(after.file.said[0].value, "1y6m");
  EXPECT_NE(after.ledger_hash, before.ledger_hash);
}

TEST(CaseTables, TwoPeopleUnderOneCustodyAreReported) {
  const help::Scratch scratch;
  scratch.write("c.csv", "custody,person,source\nc1,A. Sample,s\nc1,a. sample,t\nc1,B. Other,s\n");
  const CaseTables read = read_case_tables(scratch.path(), config_with("custody", "c.csv"));
  ASSERT_EQ(read.bad_cells.size(), 1U);
  EXPECT_EQ(read.bad_cells[0].row, 4);
}

TEST(CaseTables, AChangeIsAsVisibleAsItsCustodyAndAnUnknownCustodyIsReported) {
  const help::Scratch scratch;
  scratch.write("c.csv", "custody,person,source,visibility\nc1,A. Sample,s,public\n");
  scratch.write("x.csv", "custody,date,kind,sentence,source\nc1,2013,cut,5y,s\nno,2013,cut,5y,s\n");
  settings::Config config = config_with("custody", "c.csv");
  config.tables.push_back({"custody_change", "x.csv"});
  const CaseTables read = read_case_tables(scratch.path(), config);
  EXPECT_TRUE(read.file.said[1].is_public());
  EXPECT_FALSE(read.file.said.back().is_public());
  ASSERT_EQ(read.bad_cells.size(), 1U);
  EXPECT_EQ(read.bad_cells[0].value, "no");
}

TEST(CaseTables, ASlipOfTheHandInAnIdIsReportedWithTheEntry) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  scratch.write("c.csv", "custody,person,arrested,source\nc12,A. Sample,2011-12-16,s\n");
  {
    ledger::Writer writer(scratch.path(), {"A. Tester", std::nullopt, {}});
    ledger::Statement statement;
    statement.subject = "custody:c21";
    statement.property = "released";
    statement.value = "2012-01-01";
    writer.append("statement", ledger::body_of(statement));
  }
  const CaseTables read = read_case_tables(scratch.path(), config_with("custody", "c.csv"));
  ASSERT_EQ(read.bad_cells.size(), 1U);
  EXPECT_EQ(read.bad_cells[0].list, "ledger");
  EXPECT_EQ(read.bad_cells[0].column, "custody:c21 released");
  EXPECT_GT(read.bad_cells[0].row, 0);
}

TEST(CaseTables, ASexThatIsNoneAndAnEventThatIsNotThereAreReported) {
  const help::Scratch scratch;
  scratch.write("p.csv", "person,property,value,source\nA. Sample,sex,мж,s\nB. Other,sex,жен.,s\n");
  const CaseTables people = read_case_tables(scratch.path(), config_with("person", "p.csv"));
  ASSERT_EQ(people.bad_cells.size(), 1U);
  EXPECT_EQ(people.bad_cells[0].row, 2);
  EXPECT_EQ(people.bad_cells[0].column, "value");
  scratch.write("a.csv", "act,victim,event,source\na1,A. Sample,e7,s\n");
  EXPECT_EQ(read_case_tables(scratch.path(), config_with("act", "a.csv")).bad_cells.size(), 1U);
}

TEST(CaseTables, WhatIsReportedNamesTheWordsInTheLanguageOfTheReader) {
  const help::Scratch scratch;
  scratch.write("d.csv", "demand,text,status,source\nd,Release them,done,s\n");
  const auto config = config_with("demand", "d.csv");
  const CaseTables russian = read_case_tables(scratch.path(), config, "ru");
  ASSERT_EQ(russian.bad_cells.size(), 1U);
  EXPECT_NE(russian.bad_cells[0].advice.english().find("выполнено"), std::string::npos);
  EXPECT_EQ(read_case_tables(scratch.path(), config).file.said, russian.file.said);
}

}  // namespace
}  // namespace sanaq::investigation
