#include "sanaq/pages/run_facts.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {
namespace {

std::string all(const PublicView& view) {
  Data data = run_facts(view, draw::Voice("en"));
  std::string words;
  for (const Data& fact : data.list_value())
    words += fact.get("label")->string_value() + "=" + fact.get("value")->string_value() + "\n";
  return words;
}

}  // namespace

TEST(RunFacts, SaysProgramAndSeedAndNotTheDay) {
  const std::string words = all(test::a_view());
  EXPECT_NE(words.find("sanaq 0.2.0"), std::string::npos);
  EXPECT_NE(words.find("=7\n"), std::string::npos);
  EXPECT_EQ(words.find("2026"), std::string::npos);
}

TEST(RunFacts, WhatIsNotKnownIsNotSaid) {
  PublicView view = test::a_view();
  view.provenance.seed.clear();
  view.estimate.reset();
  EXPECT_EQ(test::times(all(view), "\n"), 1u);
}

TEST(RunFacts, OfTheProgramNoRecordChangesAnything) {
  PublicView view = test::a_view();
  Data before = program_facts(view, draw::Voice("en"));
  EXPECT_EQ(before.list_value().size(), 2u);
  view.estimate.reset();
  view.documented_low += 1;
  EXPECT_EQ(program_facts(view, draw::Voice("en")).list_value().size(), 2u);
}

}  // namespace sanaq::pages
