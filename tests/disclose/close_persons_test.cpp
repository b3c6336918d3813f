#include "sanaq/disclose/close_persons.h"

#include <gtest/gtest.h>

#include "disclose/a_named_person.h"

namespace sanaq::disclose {
namespace {

std::set<std::string> open_subjects(const investigation::Outcome& outcome) {
  std::vector<base::Message> warnings;
  std::set<std::string> open;
  const auto columns = all_open(outcome);
  for (const casefile::Statement& one :
       close_persons(outcome, PersonRules(outcome, columns), warnings)) {
    if (one.is_public()) open.insert(one.subject + " " + one.property);
  }
  return open;
}

TEST(ClosePersons, OfSomebodyWhoMayBeLivingNothingLeavesWithoutHisConsent) {
  ANamedPerson known;
  auto& all = known.outcome.case_file.said;
  all = {said("custody:c", "person", "Living Canary"),
         said("custody:c", "charge", "CANARY-CHARGE"),
         said("change:x", "custody", "c"),
         said("change:x", "kind", "cut"),
         said("act:a", "victim", "Living Canary"),
         said("act:a", "type", "030101"),
         said("act:b", "victim", "Living Canary"),
         said("act:b", "victim", known.ref),
         said("act:b", "type", "030101"),
         said("person:Living Canary", "birth", "1980-02-29")};
  const auto site = known.site();
  for (const char* word : {"Living Canary", "CANARY-CHARGE", "1980-02-29"})
    EXPECT_EQ(found_in(site, word), "") << word;
  EXPECT_EQ(open_subjects(known.outcome), (std::set<std::string>{"act:b type", "act:b victim"}));
  // Whoever publishes is told.
  EXPECT_NE(disclose(known.outcome).warnings.back().english().find("Living Canary"),
            std::string::npos);
  all.push_back(said("person:Living Canary", "consent", "public", "sealed"));
  EXPECT_NE(found_in(known.site(), "Living Canary"), "");
  EXPECT_NE(found_in(known.site(), "CANARY-CHARGE"), "");
  all.push_back(said("person:Living Canary", "consent", "name only", "sealed"));
  EXPECT_EQ(found_in(known.site(), "CANARY-CHARGE"), "");
}

TEST(ClosePersons, TheDeadThePerpetratorAndTheHolderOfAPostNeedNone) {
  ANamedPerson known;
  known.outcome.case_file.said = {said("act:k", "victim", "Dead Canary"),
                                  said("act:k", "type", "01010501"),
                                  said("act:t", "victim", "Dead Canary"),
                                  said("act:t", "type", "02011111"),
                                  said("act:t", "perpetrator", "Cruel Canary"),
                                  said("post:p", "person", "Chief Canary"),
                                  said("post:p", "organisation", "unit"),
                                  said("person:Chief Canary", "rank", "RANK-CANARY")};
  const auto site = known.site();
  for (const char* name : {"Dead Canary", "Cruel Canary", "Chief Canary", "RANK-CANARY"})
    EXPECT_NE(found_in(site, name), "") << name;
}

// Nor is one of which only a list knows that publishes nothing.
TEST(ClosePersons, AClosedRecordOpensNothing) {
  ANamedPerson known;
  std::uint32_t record = 0;
  while (known.outcome.records.list_of[record] != 4) ++record;
  known.outcome.records.columns[0].codes[record] =
      add_value(known.outcome.records.columns[0], "Living Canary");
  known.outcome.case_file.said = {said("custody:c", "person", "Living Canary")};
  EXPECT_EQ(found_in(known.site(), "Living Canary"), "");
}

// A death of which only a closed row knows does not open.
TEST(ClosePersons, AClosedDeathIsNoDeath) {
  ANamedPerson known;
  known.outcome.case_file.said = {said("custody:c", "person", "Living Canary"),
                                  said("person:Living Canary", "death", "2012", "restricted")};
  EXPECT_EQ(found_in(known.site(), "Living Canary"), "");
  known.outcome.case_file.said.back().visibility = "public";
  EXPECT_NE(found_in(known.site(), "Living Canary"), "");
}

TEST(ClosePersons, AClosedPersonIsNamedByNoOtherCell) {
  ANamedPerson known;
  auto& all = known.outcome.case_file.said;
  all = {said("act:a", "victim", full_name),
         said("act:a", "victim", "Dead Other"),
         said("act:a", "type", "01010501"),
         said("act:a", "perpetrator", full_name),
         said("act:a", std::string("involvement/") + full_name, "0101"),
         said("post:p", "person", full_name),
         said("post:p", "title", "TITLE-CANARY"),
         said("claim:c", "asserted_by", full_name),
         said("claim:c", "what", "deaths"),
         said("demand:d", "by", "Kanatbek Zhurtbaev"),
         said("event:e", "title", "Speech of Kanatbek Zhurtbaev"),
         said("aid:1", "to", full_name),
         said("aid:1", "fund", "A fund")};
  all.back().source = full_name;
  persons::Claim claim;
  claim.id = "c";
  claim.what = "deaths";
  claim.asserted_by = full_name;
  known.outcome.claims.push_back(claim);
  EXPECT_NE(found_in(known.site(), "TITLE-CANARY"), "");
  known.say("visibility", "sealed");
  const auto site = known.site();
  for (const char* word : {"Zhurtbaev", "zhurtbaev", "Kanatbek", "TITLE-CANARY"})
    EXPECT_EQ(found_in(site, word), "") << word;
  EXPECT_NE(found_in(site, "Dead Other"), "");
  EXPECT_NE(found_in(site, "Speech of not public"), "");
}

// As reading the case file leaves them: the cell that names him is sealed, the others are not.
TEST(ClosePersons, AnActWhoseOnlyVictimIsSealedGoesWhole) {
  ANamedPerson known;
  known.outcome.case_file.said = {said("act:a", "victim", known.ref, "sealed"),
                                  said("act:a", "place", "PLACE-CANARY"),
                                  said("custody:c", "person", full_name, "sealed"),
                                  said("custody:c", "charge", "CHARGE-CANARY")};
  EXPECT_NE(found_in(known.site(), "PLACE-CANARY"), "");
  known.say("visibility", "sealed");
  for (const char* word : {"PLACE-CANARY", "CHARGE-CANARY"})
    EXPECT_EQ(found_in(known.site(), word), "") << word;
}

TEST(ClosePersons, WhatIsSaidOfConsentAndFormsDoesNotLeaveItself) {
  ANamedPerson known;
  for (const char* property : {"visibility", "consent"}) known.say(property, "public", "public");
  known.say("name_form", "full", "public");
  known.say("place_form", "exact", "public");
  known.outcome.case_file.said.push_back(said("document:aa", "consent", "public"));
  for (const char* word : {"name_form", "place_form", "consent"})
    EXPECT_EQ(found_in(known.site(), word), "") << word;
}

}  // namespace
}  // namespace sanaq::disclose
