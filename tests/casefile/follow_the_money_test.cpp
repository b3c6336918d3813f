#include "sanaq/casefile/follow_the_money.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "casefile/a_case.h"
#include "sanaq/base/error.h"

namespace sanaq::casefile {
namespace {

using test::both;
using test::read;

std::vector<Statement> everything() {
  std::vector<Statement> all;
  for (const auto& table :
       {read("organisation",
             {"organisation;name;kind;parent;source", "unit;The Unit;police_unit;;s"}),
        read("act", {"act;victim;type;date;perpetrator;source;visibility",
                     "a;A. Sample #2|3 unnamed men;030101;2011-12;unit;s;public"}),
        read("custody", {"custody;person;court;sentence;source", "c;A. Sample #2;t;7y;s"}),
        read("custody_change", {"custody;date;kind;sentence;source", "c;2013;cut;5y;s"}),
        read("event", {"event;type;start;end;source", "t;trial;2012-03-27;2012-06-04;s"}),
        read("post",
             {"person;organisation;title;from;source", "B. Low;unit;chief;2011-01-05T08:00;s"}),
        read("claim", {"claim;what;min;source", "k;deaths;64;s"}),
        read("demand", {"demand;text;lang;source", "d;Release;en;s"}),
        read("aid", {"fund;direction;amount;currency;to;source;visibility",
                     "f;out;500;KZT;families;s;public", "f;in;5;KZT;;s;public"}),
        read("person", {"person;property;value;source", "A. Sample #2;birth;1975;s"}),
        read("statement", {"subject;property;value;source", "source:s;reliability;02;us"})})
    all = both(all, table.statements);
  return all;
}

TEST(FollowTheMoney, EveryStatementComesBackInItsOrder) {
  const std::vector<Statement> said = everything();
  const View view(said);
  const std::string lines = to_follow_the_money(view, entities_of(view));
  const ReadTable again = from_follow_the_money(lines, "x.json", "h");
  ASSERT_EQ(again.statements.size(), said.size());
  for (std::size_t at = 0; at < said.size(); ++at) {
    Statement expected = said[at];
    expected.origin = again.statements[at].origin;
    EXPECT_EQ(again.statements[at], expected) << at;
    EXPECT_EQ(again.statements[at].origin.file, "x.json");
  }
  const View second(again.statements);
  EXPECT_EQ(to_follow_the_money(second, entities_of(second)), lines);
}

TEST(FollowTheMoney, AMarkIsNoPartOfAName) {
  const View view(everything());
  const std::string lines = to_follow_the_money(view, entities_of(view));
  EXPECT_NE(lines.find(R"("name":["A. Sample"])"), std::string::npos);
}

TEST(FollowTheMoney, AnothersEntitiesAreReadAsFarAsTheyAreKnown) {
  const ReadTable read = from_follow_the_money(
      R"({"id":"p","schema":"Person","properties":{"name":["A. Sample"],"birthDate":["1975"]}}
{"id":"o","schema":"PublicBody","properties":{"name":["The Ministry"]}}
{"id":"j","schema":"Position","properties":{"name":["minister"],"organization":["o"]}}
{"id":"x","schema":"Occupancy","properties":{"holder":["p"],"post":["j"],"startDate":["2010"]}}
{"id":"v","schema":"Vessel","properties":{"name":["ship"]}}
nonsense
)",
      "x.json", "h");
  const Entities entities = entities_of(View(read.statements));
  ASSERT_EQ(entities.posts.size(), 1U);
  EXPECT_EQ(entities.posts[0].person.ref, "A. Sample");
  EXPECT_EQ(entities.posts[0].organisation, "o");
  EXPECT_EQ(entities.organisations[0].name, "The Ministry");
  EXPECT_EQ(read.refused, 2);
  EXPECT_EQ(read.bad_cells.size(), 2U);
}

std::string ours(const std::string& statement) {
  return nlohmann::json({{"id", "p"},
                         {"schema", "Person"},
                         {"properties", {{"notes", {"sanaq 1 " + statement}}}}})
             .dump() +
         "\n";
}

TEST(FollowTheMoney, AStatementOfWrongTypesIsReportedAndLeftOut) {
  for (const char* statement :
       {R"({"n":"one","subject":"a","property":"b"})", R"({"n":1,"subject":5,"property":"b"})",
        R"({"n":1,"subject":"a","property":{}})",
        R"({"n":1,"subject":"a","property":"b","value":7})", R"({"n":1,"subject":"a"})",
        R"({"n":1e300,"subject":"a","property":"b"})", R"([1])", R"({"n":-1})", "nonsense"}) {
    const ReadTable read = from_follow_the_money(
        ours(statement) + ours(R"({"n":7,"subject":"a","property":"b","value":"c"})"), "x", "h");
    EXPECT_EQ(read.statements.size(), 1U) << statement;
    ASSERT_EQ(read.bad_cells.size(), 1U) << statement;
    EXPECT_EQ(read.bad_cells[0].row, 1);
  }
}

TEST(FollowTheMoney, AStatementWhoseVisibilityIsNoWordIsClosedAndReported) {
  const ReadTable read = from_follow_the_money(
      ours(R"({"n":1,"subject":"a","property":"b","value":"c","visibility":[]})"), "x", "h");
  ASSERT_EQ(read.statements.size(), 1U);
  EXPECT_EQ(read.statements[0].visibility, "sealed");
  ASSERT_EQ(read.bad_cells.size(), 1U);
  EXPECT_EQ(read.bad_cells[0].row, 1);
}

TEST(FollowTheMoney, EntitiesOfWrongTypesAreReportedOrReadAsFarAsTheyGo) {
  for (const char* line :
       {"[]", "7", "null", R"({"id":1,"schema":"Person","properties":{}})",
        R"({"id":"p","schema":[],"properties":{}})", R"({"id":"p","schema":"Person"})",
        R"({"id":"p","schema":"Person","properties":[]})", "\xFF"}) {
    const ReadTable read = from_follow_the_money(line, "x", "h");
    EXPECT_EQ(read.refused, 1) << line;
    EXPECT_TRUE(read.statements.empty()) << line;
  }
  for (const char* name : {"5", "null", R"({"a":"b"})", "[5,null,{}]", R"([["x"]])"}) {
    const std::string line =
        R"({"id":"p","schema":"Person","properties":{"name":)" + std::string(name) + "}}";
    EXPECT_NO_THROW((void)from_follow_the_money(line, "x", "h")) << line;
  }
}

TEST(FollowTheMoney, WhatIsNestedOrLongWithoutEndIsReported) {
  const std::string deep(100'000, '[');
  EXPECT_EQ(from_follow_the_money(R"({"id":"p","schema":"Person","properties":{"name":)" + deep +
                                      std::string(100'000, ']') + "}}",
                                  "x", "h")
                .refused,
            1);
  EXPECT_EQ(from_follow_the_money(ours(deep), "x", "h").bad_cells.size(), 1U);
  EXPECT_EQ(from_follow_the_money(std::string(5'000'000, ' ') + "{}", "x", "h").refused, 1);
  EXPECT_THROW((void)from_follow_the_money(std::string(34'000'000, '\n'), "x", "h"), base::Error);
}

}  // namespace
}  // namespace sanaq::casefile
