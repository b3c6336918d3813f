#include "sanaq/casefile/entity_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::read;

// Without where they stand, in an order of their own.
std::vector<std::string> contents(const std::vector<Statement>& said) {
  std::vector<std::string> all;
  for (const Statement& one : said)
    all.push_back(one.subject + "|" + one.property + "|" + one.value + "|" + one.language + "|" +
                  one.source + "|" + one.confidence + "|" + one.visibility);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<Statement> through_tables(const std::vector<Statement>& said) {
  std::vector<Statement> again;
  for (const KindRows& rows : entity_rows(said)) {
    TableRows table{rows.kind, rows.kind + ".csv", "", rows.header, rows.rows, {}};
    for (std::size_t at = 0; at < rows.rows.size(); ++at)
      table.row_numbers.push_back(static_cast<std::int64_t>(at) + 2);
    const ReadTable read = read_table(table, Vocabulary());
    for (const record::BadCell& bad : read.bad_cells)
      ADD_FAILURE() << bad.column << ": " << bad.value;
    again.insert(again.end(), read.statements.begin(), read.statements.end());
  }
  return again;
}

void expect_round_trip(const std::vector<Statement>& said) {
  EXPECT_EQ(contents(through_tables(said)), contents(said));
}

TEST(ThingRows, ComeBackAsTheyWere) {
  expect_round_trip(
      read("act", {"act;victim;count;type;method;perpetrator;involvement;source;visibility",
                   "a1;5 unnamed men;;030101;0301|0322;One|Two;0101|0102;x|y;public",
                   "a1;6 unnamed men;;030101;;Three;;z;restricted", "a2;A. Sample;1;;;;;x;sealed"})
          .statements);
  expect_round_trip(
      read("custody", {"custody;person;arrested;sentence;source;visibility",
                       "c1;A. Sample;2011-12;7y;x;public", "c1;A. Sample;2011-11;;y;public"})
          .statements);
  expect_round_trip(
      read("custody_change", {"custody;date;kind;sentence;source", "c1;2013;cut;5y;x|y"})
          .statements);
  expect_round_trip(
      read("aid", {"fund;direction;amount;to;source;visibility", "f;out;5;Somebody;x;restricted",
                   "f;out;5;Somebody;x;restricted", "f;in;7;;x;public"})
          .statements);
  expect_round_trip(
      read("demand", {"demand;text;lang;status;source", "d;One;en;open;x", "d;Бір;kk;open;x"})
          .statements);
  expect_round_trip(read("claim", {"claim;what;min;source;visibility", "k1;deaths;3;x;public",
                                   "k2;deaths;4;x;restricted", "k3;deaths;5;x;sealed"})
                        .statements);
  expect_round_trip(read("custody_change", {"custody;date;kind;sentence;source;visibility",
                                            "c1;2013;cut;5y;x;sealed"})
                        .statements);
  expect_round_trip(read("post", {"person;organisation;title;from;source",
                                  "A. Low;unit;chief;2011-12-16T12:00;x"})
                        .statements);
  expect_round_trip(read("event", {"event;source", "only-an-id;x"}).statements);
}

TEST(ThingRows, WhatNoColumnHoldsIsAStatement) {
  std::vector<Statement> said = {
      test::said("event:e", "dead", "11"), test::said("source:s", "reliability", "02"),
      test::said("event:e", "view/place", "Here"), test::said("person:A. Sample", "birth", "1975")};
  said[0].confidence = "likely";
  expect_round_trip(said);
  EXPECT_EQ(entity_rows(said).size(), 1U);
  EXPECT_EQ(entity_rows(said)[0].kind, "statement");
}

}  // namespace
}  // namespace sanaq::casefile
