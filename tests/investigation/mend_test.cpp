#include "sanaq/investigation/mend.h"

#include <gtest/gtest.h>

#include "investigation/a_mended_town.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/review_queue.h"

namespace sanaq::investigation {
namespace {

using record::Field;

TEST(Mend, ACellIsReadAsItWasMendedAndTheFileStays) {
  AMendedTown town;
  const Outcome before = town.linked();
  const MendingShown shown = town.shown("morgue:m1", "birth", "1971");
  EXPECT_NE(shown.row.find("Aibar Tanbaev"), std::string::npos);
  EXPECT_EQ(shown.was, "1970-02-03");
  EXPECT_EQ(shown.reading.english(), "it is read as a day from 1971-01-01 to 1971-12-31");
  EXPECT_FALSE(shown.unreadable);
  (void)town.mend("morgue:m1", "birth", "1971");
  const Outcome after = town.linked();
  EXPECT_EQ(AMendedTown::cell(after, "morgue:m1", Field::birth), "1971");
  EXPECT_EQ(after.records.identities, before.records.identities);
  EXPECT_NE(after.keys.ingest, before.keys.ingest);
  EXPECT_EQ(base::read_file(town.folder + "/lists/morgue.csv"), help::morgue_rows);
  ASSERT_EQ(after.mendings_held.size(), 1U);
  EXPECT_EQ(after.mendings_held[0].was, "1970-02-03");
  EXPECT_EQ(after.records.rows[after.mendings_held[0].record], 2);
  EXPECT_TRUE(after.case_file.said.size() == before.case_file.said.size());
}

TEST(Mend, SaysHowTheNewTextIsRead) {
  AMendedTown town;
  EXPECT_EQ(town.shown("hospital:1", "birth", "03.02.1971").reading.english(),
            "it is read as the day 1971-02-03");
  EXPECT_EQ(town.shown("hospital:1", "birth", "").reading.english(), "it is read as: nobody knows");
  EXPECT_EQ(town.shown("hospital:1", "place", "Market").reading.english(),
            "it is read as it is written");
  EXPECT_TRUE(town.shown("hospital:1", "birth", "31.02.1971").unreadable);
  EXPECT_EQ(town.shown("hospital:#2", "date", " 2011-12-18 ").now, "2011-12-18");
}

TEST(Mend, WhatCannotBeMendedIsRefusedByItsKind) {
  AMendedTown town;
  const auto kind = [&](const std::string& record, const std::string& column,
                        const std::string& value, std::optional<std::string> was = std::nullopt) {
    return AMendedTown::kind_of([&] { (void)town.shown(record, column, value, was); });
  };
  EXPECT_EQ(kind("hospital:99", "birth", "1971"), base::Kind::not_found);
  EXPECT_EQ(kind("hospital:1", "brith", "1971"), base::Kind::not_found);
  EXPECT_EQ(kind("hospital:1", "id", "7"), base::Kind::usage);
  EXPECT_EQ(kind("hospital:1", "birth", "1970-02-03"), base::Kind::usage);
  EXPECT_EQ(kind("hospital:1", "place", "a\nb"), base::Kind::usage);
  EXPECT_EQ(kind("hospital:1", "place", "\xFF"), base::Kind::usage);
  EXPECT_EQ(kind("hospital:1", "birth", "1971", "1969"), base::Kind::conflict);
  EXPECT_EQ(town.shown("hospital:1", "birth", "1971", "1970-02-03").now, "1971");
  try {
    (void)town.shown("hospital:1", "brith", "1971");
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("did you mean birth?"), std::string::npos);
  }
}

TEST(Mend, ASecondOneTakesThePlaceOfTheFirst) {
  AMendedTown town;
  (void)town.mend("morgue:m1", "birth", "1971");
  const MendingShown shown = town.shown("morgue:m1", "birth", "1972", "1971");
  EXPECT_EQ(shown.was, "1971");
  (void)town.mend("morgue:m1", "birth", "1972");
  const Outcome outcome = town.ingested();
  EXPECT_EQ(AMendedTown::cell(outcome, "morgue:m1", Field::birth), "1972");
  EXPECT_EQ(outcome.mendings_held.size(), 1U);
}

TEST(Mend, ACellThatIsAnotherNowWaitsForReviewAndChangesNothing) {
  AMendedTown town;
  const std::string entry = town.mend("hospital:1", "birth", "1971");
  std::string rows = help::hospital_rows;
  rows.replace(rows.find("1970-02-03"), 10, "1970-02-04");
  town.scratch.write("town/lists/hospital.csv", rows);
  const Outcome outcome = town.linked();
  EXPECT_EQ(AMendedTown::cell(outcome, "hospital:1", Field::birth), "1970-02-04");
  ASSERT_EQ(outcome.mendings_for_review.size(), 1U);
  const std::vector<ReviewTask> tasks = review_queue(outcome, {}, town.silent);
  ASSERT_FALSE(tasks.empty());
  EXPECT_EQ(tasks[0].kind, TaskKind::setback);
  EXPECT_EQ(tasks[0].entry, entry);
  EXPECT_EQ(tasks[0].column, "birth");
  EXPECT_EQ(tasks[0].records.size(), 1U);
  const std::string csv = base::read_file(town.folder + "/review.csv");
  EXPECT_NE(csv.find(entry + ";mended: birth = 1971"), std::string::npos) << csv;
}

TEST(Mend, BringsWhatWasDecidedOnItsRowUpAgain) {
  AMendedTown town;
  const Outcome before = town.linked();
  ledger::Decision decision;
  decision.verdict = ledger::Verdict::same;
  for (const char* name : {"hospital:1", "morgue:m1"}) {
    const std::uint32_t record = persons::record_called(before, name);
    decision.records.push_back(before.records.identities[record]);
    decision.cells.push_back(persons::cells_read(before.records, before.list_fields, record));
  }
  {
    ledger::Writer writer(town.folder);
    writer.append("decision", ledger::body_of(decision));
  }
  EXPECT_EQ(town.linked().decisions_applied, 1);
  (void)town.mend("morgue:m1", "date", "2011-12-17");
  const Outcome after = town.linked();
  EXPECT_EQ(after.decisions_applied, 0);
  ASSERT_EQ(after.decisions_for_review.size(), 1U);
  EXPECT_EQ(after.decisions_for_review[0].setback, persons::Setback::changed);
}

TEST(Mend, ATextDecidesNothingOfHowTheOtherCellsAreRead) {
  AMendedTown town;
  // Nothing tells whether these are days before months.
  town.scratch.write("town/lists/hospital.csv",
                     "id,name,birth,date,place\n1,Айбар Танбаев,03/02/1970,2011-12-16,Square\n2,"
                     "Сергей Степнов,05/06/1981,2011-12-16,Hospital\n");
  const std::size_t bad = town.ingested().lists[0].bad_cells.size();
  EXPECT_TRUE(town.shown("hospital:1", "birth", "25/12/1970").unreadable.has_value() ||
              town.ingested().lists[0].bad_cells.size() == bad);
  (void)town.mend("hospital:1", "birth", "1970-12-25");
  const Outcome after = town.ingested();
  const record::Column& birth = *after.records.find(Field::birth);
  EXPECT_EQ(birth.canonical[birth.codes[0]], "1970-12-25");
  EXPECT_EQ(after.lists[0].bad_cells.size(), bad == 0 ? 0 : bad - 1);
}

}  // namespace
}  // namespace sanaq::investigation
