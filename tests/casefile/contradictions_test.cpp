#include "sanaq/casefile/contradictions.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::both;
using test::read;
using test::said;

std::vector<record::BadCell> found(const std::vector<Statement>& all) {
  return contradictions(View(all));
}

TEST(Contradictions, AReleaseTypedByHandBeforeTheArrestOfTheTableIsReported) {
  auto all =
      read("custody", {"custody;person;arrested;source", "c;A. Sample;2011-12-16;s"}).statements;
  all.push_back(said("custody:c", "released", "2010-05-01"));
  const auto cells = found(all);
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(cells[0].list, "ledger");
  EXPECT_EQ(cells[0].column, "custody:c released");
}

TEST(Contradictions, WhatARowShowsIsNotReportedTwice) {
  const auto read_once = read("custody", {"custody;person;arrested;released;source",
                                          "c;A. Sample;2011-12-16;2010-05-01;s"});
  EXPECT_EQ(read_once.bad_cells.size(), 1U);
  EXPECT_TRUE(found(read_once.statements).empty());
}

TEST(Contradictions, ADemandMetBeforeItWasMadeIsReported) {
  const auto row = read("demand", {"demand;text;date;status;status_date;source",
                                   "d;Release them;2014-12-16;met;2013-01-01;s"});
  ASSERT_EQ(row.bad_cells.size(), 1U);
  EXPECT_EQ(row.bad_cells[0].column, "status_date");
  auto all = read("demand", {"demand;text;date;source", "d;Release them;2014-12-16;s"}).statements;
  all.push_back(said("demand:d", "status_date", "2013-01-01"));
  EXPECT_EQ(found(all).size(), 1U);
}

TEST(Contradictions, ACutThatLengthensIsReportedAtTheSentenceOfTheChange) {
  const auto custody =
      read("custody", {"custody;person;arrested;sentence;source", "c;A. Sample;2011-12-16;5y;s"});
  const auto cut =
      read("custody_change", {"custody;date;kind;sentence;source", "c;2013-03-01;cut;6y;s",
                              "c;2013-06-01;appeal;9y;s", "c;2014-03-01;cut;8y;s"});
  const auto cells = found(both(custody.statements, cut.statements));
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(cells[0].list, "custody_change.csv");
  EXPECT_EQ(cells[0].row, 2);
  EXPECT_EQ(cells[0].column, "sentence");
}

TEST(Contradictions, AMostBelowTheLeastOfAnotherRowIsReported) {
  auto all = read("claim", {"claim;what;min;source", "a;deaths;900;s"}).statements;
  all.push_back(said("claim:a", "max", "16"));
  EXPECT_EQ(found(all).size(), 1U);
}

TEST(Contradictions, WhatFitsIsNotReported) {
  const auto custody = read("custody", {"custody;person;arrested;term_start;released;source",
                                        "c;A. Sample;2011-12;2012-06;2013;s"});
  EXPECT_TRUE(found(custody.statements).empty());
}

}  // namespace
}  // namespace sanaq::casefile
