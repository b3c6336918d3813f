#include "sanaq/casefile/read_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "casefile/a_case.h"
#include "sanaq/base/error.h"

namespace sanaq::casefile {
using test::read;

TEST(ReadTable, EachCellIsAStatementWithItsRow) {
  const auto out =
      read("event", {"event;type;start;source;visibility", "e1;strike;2011-05;a leaflet;public"});
  ASSERT_EQ(out.statements.size(), 2U);
  EXPECT_EQ(out.statements[0].subject, "event:e1");
  EXPECT_EQ(out.statements[1].property, "start");
  EXPECT_EQ(out.statements[1].value, "2011-05");
  EXPECT_EQ(out.statements[1].source, "a leaflet");
  EXPECT_EQ(out.statements[1].visibility, "public");
  EXPECT_EQ(out.statements[1].origin.row, 2);
  EXPECT_EQ(out.statements[1].origin.hash, std::string(64, 'a'));
  EXPECT_TRUE(out.bad_cells.empty());
}

TEST(ReadTable, ABadCellIsReportedWithItsPlaceAndTheRowIsKept) {
  const auto out = read("act", {"act;victim;type;date;source", "a1;A. Sample;9999;2011-02-30;s"});
  ASSERT_EQ(out.bad_cells.size(), 2U);
  EXPECT_EQ(out.bad_cells[0].list, "act.csv");
  EXPECT_EQ(out.bad_cells[0].row, 2);
  EXPECT_EQ(out.bad_cells[0].column, "type");
  EXPECT_EQ(out.bad_cells[0].value, "9999");
  ASSERT_EQ(out.statements.size(), 1U);
  EXPECT_EQ(out.statements[0].value, "A. Sample");
}

TEST(ReadTable, DatesThatContradictAndCountsThatAreTurnedRoundAreReported) {
  const auto out = read(
      "event", {"event;start;end;count_min;count_max;source", "e1;2011-12-16;2011-05-01;5;3;s"});
  ASSERT_EQ(out.bad_cells.size(), 2U);
  EXPECT_EQ(out.bad_cells[0].column, "end");
  EXPECT_EQ(out.bad_cells[1].column, "count_max");
  EXPECT_EQ(out.statements.size(), 4U);
  EXPECT_EQ(read("custody", {"custody;arrested;released;source", "c;2012-01-01;2011-01-01;s"})
                .bad_cells.size(),
            1U);
}

TEST(ReadTable, WordsThatAreOnNoListAreReportedAndKeptAsWritten) {
  const auto out = read("event", {"event;type;source", "e1;sit-in;s"});
  ASSERT_EQ(out.bad_cells.size(), 1U);
  EXPECT_EQ(out.bad_cells[0].column, "type");
  EXPECT_EQ(View(out.statements).value("event:e1", "type"), "sit-in");
  EXPECT_EQ(read("organisation", {"organisation;name;kind;source", "o;O;gang;s"}).bad_cells.size(),
            1U);
  EXPECT_EQ(
      read("custody", {"custody;person;verdict;source", "c;A. Sample;guilty;s"}).bad_cells.size(),
      1U);
  const auto demand = read("demand", {"demand;text;lang;source", "d;Босатыңыздар;kz;s"});
  ASSERT_EQ(demand.bad_cells.size(), 1U);
  EXPECT_EQ(demand.statements[0].language, "");
}

TEST(ReadTable, TwoVictimsInOneCellAreReportedAndKept) {
  const auto out = read("act", {"act;victim;count;source", "a1;A. Sample, B. Other;;s",
                                "a2;Sample, Bolat;;s", "a3;A. Sample, B. Other;2;s"});
  ASSERT_EQ(out.bad_cells.size(), 1U);
  EXPECT_EQ(out.bad_cells[0].row, 2);
  EXPECT_EQ(out.bad_cells[0].column, "victim");
  EXPECT_EQ(out.statements[0].value, "A. Sample, B. Other");
  EXPECT_TRUE(entities_of(View(out.statements)).acts[0].victims[0].may_be_another);
}

TEST(ReadTable, AnUnknownColumnIsNamedWithTheNearest) {
  const auto out = read("act", {"act;victm;source", "a1;A. Sample;s"});
  ASSERT_EQ(out.warnings.size(), 1U);
  EXPECT_NE(out.warnings[0].english().find("did you mean victim?"), std::string::npos);
  EXPECT_THROW((void)read("act", {"nothing;at all", "1;2"}), base::Error);
  EXPECT_THROW((void)read("acts", {"act", "1"}), base::Error);
}

TEST(ReadTable, ARowWithTooManyCellsIsRefusedAndReported) {
  const auto out = read("act", {"act;source", "a1;s;more", "a2;s"});
  EXPECT_EQ(out.refused, 1);
  EXPECT_EQ(out.rows_read, 2);
  EXPECT_EQ(out.bad_cells.size(), 1U);
  EXPECT_EQ(out.statements.size(), 1U);
}

TEST(ReadTable, RowsWithoutVisibilityAreRestrictedAndClaimsPublic) {
  EXPECT_EQ(read("event", {"event;title;source", "e;t;s"}).statements[0].visibility, "restricted");
  EXPECT_EQ(
      read("event", {"event;title;source;visibility", "e;t;s;publc"}).statements[0].visibility,
      "sealed");
  EXPECT_EQ(read("claim", {"claim;what;source", "c;deaths;s"}).statements[0].visibility, "public");
}

TEST(ReadTable, WhomAidIsPaidToIsSealedUnlessTheRowIsPublic) {
  const auto visibility_of_to = [](const char* direction, const char* visibility) {
    const auto out = read("aid", {"fund;direction;amount;to;source;visibility",
                                  std::string("f;") + direction + ";5;somebody;s;" + visibility});
    return std::find_if(out.statements.begin(), out.statements.end(),
                        [](const Statement& one) { return one.property == "to"; })
        ->visibility;
  };
  EXPECT_EQ(visibility_of_to("out", "restricted"), "sealed");
  EXPECT_EQ(visibility_of_to("out", ""), "sealed");
  EXPECT_EQ(visibility_of_to("out", "public"), "public");
  EXPECT_EQ(visibility_of_to("in", "restricted"), "restricted");
}

TEST(ReadTable, TwoEqualPaymentsAreTwoAndOneChangeToldTwiceIsOne) {
  const auto aid = read("aid", {"fund;direction;amount;source", "f;in;5;s", "f;in;5;s"});
  EXPECT_NE(aid.statements.front().subject, aid.statements.back().subject);
  const auto cut = read("custody_change", {"custody;date;kind;sentence;source",
                                           "c;2013-01;cut;5y;one", "c;2013-01;cut;5y;two"});
  EXPECT_EQ(cut.statements.front().subject, cut.statements.back().subject);
  EXPECT_EQ(View(cut.statements).subjects("change").size(), 1U);
}

TEST(ReadTable, EachPerpetratorHasHisOwnDegree) {
  const auto out = read("act", {"act;perpetrator;involvement;source", "a;One|Two;0101|0102;s",
                                "b;One|Two;0101|0102|0103;s", "c;One|Two;0106;s"});
  const View view(out.statements);
  EXPECT_EQ(view.value("act:a", "involvement/Two"), "0102");
  EXPECT_EQ(view.value("act:b", "involvement/Two"), "");
  EXPECT_EQ(view.value("act:c", "involvement/Two"), "0106");
  EXPECT_EQ(out.bad_cells.size(), 1U);
}

TEST(ReadTable, ARowWithoutASourceIsKeptAndReported) {
  const auto out = read("event", {"event;title;source", "e;t;"});
  EXPECT_EQ(out.statements.size(), 1U);
  ASSERT_EQ(out.bad_cells.size(), 1U);
  EXPECT_EQ(out.bad_cells[0].column, "source");
}

TEST(ReadTable, ATableOfStatementsSaysThem) {
  const auto out = read("statement", {"subject;property;value;source;visibility",
                                      "source:leaflet;reliability;02;us;public", "nothing;x;y;s;"});
  ASSERT_EQ(out.statements.size(), 1U);
  EXPECT_EQ(View(out.statements).reliability("leaflet"), "02");
  EXPECT_EQ(out.bad_cells.size(), 1U);
}

TEST(ReadTable, PersonRowsSayWhatTheyNameAndReadDates) {
  const auto out = read("person", {"person;property;value;source", "A. Sample;birth;1975-04;s",
                                   "A. Sample;birth;long ago;s", ";birth;1975;s"});
  ASSERT_EQ(out.statements.size(), 1U);
  EXPECT_EQ(out.statements[0].subject, "person:A. Sample");
  EXPECT_EQ(out.bad_cells.size(), 2U);
}

}  // namespace sanaq::casefile
