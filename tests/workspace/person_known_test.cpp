#include "sanaq/workspace/person_known.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::workspace {
namespace {

Held known_lists() {
  Held held;
  held.reach = Reach::linked;
  held.outcome =
      investigation::linked_outcome(investigation::invented_lists(), {0, 1, 0, 1, 0, 2}, {});
  return held;
}

TEST(PersonKnown, EachValueHasTheRecordsThatSayIt) {
  const Held held = known_lists();
  const auto known = known_of(held.outcome, held.outcome.persons[0]);
  ASSERT_EQ(known.size(), 3U);  // name, birth, remark; the id is the record's name
  EXPECT_EQ(known[0].column, "name");
  EXPECT_EQ(known[0].values.size(), 3U);
  EXPECT_EQ(known[1].column, "birth");
  EXPECT_EQ(known[1].values[0].written, "1970-02-03");
  EXPECT_EQ(known[1].values[0].records, (std::vector<std::uint32_t>{0, 4}));
  EXPECT_EQ(known[2].values[0].written, "=1+1");
}

TEST(PersonKnown, AMendedCellIsToldWithWhatTheFileHas) {
  Held held = known_lists();
  persons::MendingHeld mended;
  mended.mending.column = "birth";
  mended.record = 4;
  mended.was = "3.2.70?";
  held.outcome.mendings_held.push_back(mended);
  const auto known = known_of(held.outcome, held.outcome.persons[0]);
  ASSERT_EQ(known[1].values[0].mended.size(), 1U);
  EXPECT_EQ(known[1].values[0].mended[0]->was, "3.2.70?");
  EXPECT_TRUE(known[0].values[0].mended.empty());
}

TEST(PersonKnown, WhatTheCaseFileSaysOfARecordIsSaidOfItsPerson) {
  Held held = known_lists();
  casefile::Statement said;
  said.subject = "act:a1";
  said.property = "victim";
  said.value = "hospital:1";
  held.outcome.case_file.said = {said, said};
  held.outcome.case_file.said[1].value = "hospital:2";
  const PersonsAtHand all(held);
  EXPECT_EQ(said_of(all, held.outcome.persons[0]).size(), 1U);
  EXPECT_FALSE(is_of_case_file(held.outcome, 0));
}

}  // namespace
}  // namespace sanaq::workspace
