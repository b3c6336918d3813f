#include "sanaq/publish/fact_changes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sanaq::publish {
namespace {

DataTables tables(const std::string& register_csv, const std::string& claims = "") {
  DataTables out;
  out.add(register_file, "person,list,row,probability,name,place\n" + register_csv);
  out.add(claims_file, "claim,what,min,asserted_by,source,in_scope\n" + claims);
  return out;
}

std::string text_of(const std::vector<FactChange>& changes) {
  std::string all;
  for (const FactChange& one : changes) {
    all += one.kind == ChangeKind::added     ? "new "
           : one.kind == ChangeKind::changed ? "changed "
                                             : "gone ";
    all += one.subject + " " + one.property + "=" + one.value + " [" + one.source + "] " +
           one.page + (one.is_about_a_person ? " *" : "") + "\n";
  }
  return all;
}

const std::string bolat = "00000000000000aa";

TEST(FactChanges, EachCellOfANewPersonIsAFact) {
  const auto changes = fact_changes(
      tables(""),
      tables(bolat + ",hospital,1,1,Bolat Sample,Square\n" + bolat + ",morgue,1,1,Bolat Sample,\n"),
      {});
  EXPECT_EQ(text_of(changes),
            "new person:00000000000000aa name=Bolat Sample [hospital | morgue] "
            "person/00000000000000aa.html *\n"
            "new person:00000000000000aa place=Square [hospital] person/00000000000000aa.html *\n");
  EXPECT_EQ(facts_opened(changes), 2);
}

TEST(FactChanges, ARowThatMovesOpensNothing) {
  const auto changes = fact_changes(tables(bolat + ",hospital,1,1,Bolat Sample,Square\n"),
                                    tables(bolat + ",hospital,2,1,Bolat Sample,Square\n"), {});
  EXPECT_EQ(text_of(changes), "");
}

TEST(FactChanges, AnotherValueIsAChangeAndTwoAreNot) {
  const DataTables one = tables(bolat + ",hospital,1,1,Bolat Sample,Square\n");
  EXPECT_EQ(
      text_of(fact_changes(one, tables(bolat + ",hospital,1,1,Bolat Sample,Jetty\n"), {})),
      "changed person:00000000000000aa place=Jetty [hospital] person/00000000000000aa.html *\n");
  const auto gone = fact_changes(one, tables(bolat + ",hospital,1,1,Bolat Sample,\n"), {});
  EXPECT_EQ(
      text_of(gone),
      "gone person:00000000000000aa place=Square [hospital] person/00000000000000aa.html *\n");
  EXPECT_EQ(facts_opened(gone), 0);
}

TEST(FactChanges, ANumberThatSomebodyAssertsIsAboutNoPerson) {
  const auto changes = fact_changes(
      tables(""), tables("", "c1,dead,70,A movement,a leaflet,1\n"),
      [](const std::string& subject) { return subject == "claim:c1" ? "claims.html" : ""; });
  EXPECT_EQ(text_of(changes),
            "new claim:c1 asserted_by=A movement [a leaflet] claims.html\n"
            "new claim:c1 min=70 [a leaflet] claims.html\nnew claim:c1 what=dead [a leaflet] "
            "claims.html\n");
  EXPECT_EQ(facts_opened(changes), 0);
}

// Rows of few persons, lists, names and places, so that facts come twice and go.
std::string random_register(std::mt19937& random) {
  std::string rows;
  const auto below = [&](unsigned end) { return static_cast<unsigned>(random() % end); };
  for (unsigned row = 0, end = below(12); row < end; ++row) {
    rows += "00000000000000a" + std::to_string(below(4)) +
            (below(2) == 0 ? ",hospital," : ",morgue,") + std::to_string(row) + ",1,Name " +
            std::to_string(below(3)) + "," +
            (below(3) == 0 ? "" : "\"Place, " + std::to_string(below(3)) + "\"") + "\n";
  }
  return rows;
}

TEST(FactChanges, TheNumberThatIsOpenedIsThatOfTheChanges) {
  std::mt19937 random(20111216);
  for (int round = 0; round < 300; ++round) {
    const DataTables before = tables(random_register(random)),
                     now = tables(random_register(random), "c1,dead,70,A movement,a leaflet,1\n");
    EXPECT_EQ(facts_opened(before, now), facts_opened(fact_changes(before, now, {})));
  }
  EXPECT_EQ(facts_opened(DataTables(), DataTables()), 0);
}

}  // namespace
}  // namespace sanaq::publish
