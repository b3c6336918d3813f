#include "sanaq/workspace/names_found.h"

#include <gtest/gtest.h>

#include "workspace/a_person.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {

TEST(NamesFound, EachRowLeadsToItsPersonOrIsChosen) {
  const ACountedBench counted;
  wait_for_names(*counted.bench);
  VisitByHand by_hand("/persons?q=aib");
  const std::string table = names_found(by_hand.visit, *counted.bench, "aib", "/persons");
  EXPECT_NE(table.find("3 records have this name"), std::string::npos) << table;
  EXPECT_NE(table.find("<a href=\"/persons/"), std::string::npos);
  EXPECT_NE(table.find("union:u1"), std::string::npos);
  const std::string choice = names_found(by_hand.visit, *counted.bench, "aib", "/persons", "other");
  EXPECT_NE(choice.find("type=\"radio\" name=\"other\""), std::string::npos);
  EXPECT_EQ(choice.find("<a href"), std::string::npos);
}

TEST(NamesFound, WhatWasTypedIsNoMarkup) {
  const ACountedBench counted;
  wait_for_names(*counted.bench);
  VisitByHand by_hand("/persons");
  const std::string table = names_found(by_hand.visit, *counted.bench, "<script>\"'&", "/persons");
  EXPECT_EQ(table.find("<script>"), std::string::npos);
  EXPECT_NE(table.find("No record has a name like this."), std::string::npos);
}

TEST(NamesFound, UntilTheIndexIsWholeThePageSaysHowFarItIsAndAsksAgain) {
  const Bench bench("sanaq");
  VisitByHand by_hand("/persons?q=aib");
  const std::string piece = names_found(by_hand.visit, bench, "aib", "/persons");
  EXPECT_NE(piece.find("hx-trigger=\"load delay:1s\""), std::string::npos);
  EXPECT_NE(piece.find("/persons?q=aib"), std::string::npos);
}

}  // namespace sanaq::workspace
