#include "sanaq/disclose/person_rules.h"

#include <gtest/gtest.h>

#include "disclose/a_named_person.h"

namespace sanaq::disclose {
namespace {

using casefile::NameForm;
using casefile::PlaceForm;

TEST(PersonRules, OfWhomNothingIsSaidEverythingLeavesThatIsOpen) {
  const ANamedPerson known;
  const auto open = all_open(known.outcome);
  const PersonRules rules(known.outcome, open);
  EXPECT_TRUE(rules.hidden().closed.empty());
  EXPECT_TRUE(rules.of_record(0).is_whole());
  const auto site = known.site();
  for (const char* open : {"Zhurtbaev", "Canary Quarter", "1971-03-04"})
    EXPECT_NE(found_in(site, open), "") << open;
  EXPECT_TRUE(site.contains("person/" + known.address + ".html"));
}

// Whatever a statement calls him: a record, an id, an address, a name, or a name in another
// alphabet.
TEST(PersonRules, WhoeverIsMeantIsFoundAndAllHisRecordsAreClosed) {
  const ANamedPerson known;
  const auto& person = known.outcome.persons[known.person];
  for (const std::string& ref : {known.ref, person.id, known.address, std::string(full_name),
                                 std::string("Журтбаев Канатбек")}) {
    for (const auto& [property, value] :
         std::map<std::string, std::string>{{"visibility", "sealed"},
                                            {"visibilty", "restricted"},
                                            {"consent", "no"},
                                            {"consent", "perhaps"},
                                            {"view/consent", "нет"}}) {
      ANamedPerson closed = known;
      closed.outcome.case_file.said = {said("person:" + ref, property, value, "sealed")};
      const auto open = all_open(closed.outcome);
      const PersonRules rules(closed.outcome, open);
      for (const std::uint32_t record : person.records)
        EXPECT_TRUE(rules.of_record(record).is_closed) << ref << " " << property;
      const auto site = closed.site();
      for (const std::string& gone : {std::string("Zhurtbaev"), std::string("Canary Quarter"),
                                      std::string("1971-03-04"), known.address})
        EXPECT_EQ(found_in(site, gone), "") << ref << " " << property << " " << gone;
    }
  }
}

TEST(PersonRules, WhatOpensChangesNothing) {
  const auto before = ANamedPerson().site();
  ANamedPerson known;
  known.say("visibility", "public", "sealed");
  known.say("consent", "public", "sealed");
  known.say("name_form", "full", "sealed");
  EXPECT_EQ(known.site(), before);
}

TEST(PersonRules, OfANameInInitialsNoWordLeavesAnywhere) {
  ANamedPerson known;
  known.say("name_form", "initials");
  known.outcome.case_file.said.push_back(said("act:a", "victim", known.ref));
  known.outcome.case_file.said.push_back(said("act:a", "type", "01010501"));
  known.outcome.case_file.said.push_back(said("act:b", "victim", full_name));
  known.outcome.case_file.said.push_back(said("act:b", "type", "01010501"));
  known.outcome.case_file.said.push_back(
      said("event:e", "title", std::string("The trial of ") + full_name));
  known.outcome.case_file.said.push_back(
      said("person:" + known.ref, "nickname", "Kanatbek the Tall"));
  const auto site = known.site();
  for (const char* word : {"Zhurtbaev", "Kanatbek", "Oralbai", "zhurtbaev", "kanatbek"})
    EXPECT_EQ(found_in(site, word), "") << word;
  EXPECT_NE(site.at("person/" + known.address + ".html").find("Z. K. O."), std::string::npos);
  EXPECT_NE(found_in(site, "Canary Quarter"), "");
  EXPECT_NE(found_in(site, "The trial of Z. K. O."), "");
  // No figure tells how alike the full names were.
  const pages::PublicView view = disclose(known.outcome);
  for (const pages::PublicPerson& person : view.persons) {
    if (person.id != known.address) continue;
    EXPECT_EQ(person.sort_key, "z. k. o.");
    EXPECT_TRUE(person.pairs.empty());
    EXPECT_FALSE(person.probability);
  }
  EXPECT_EQ(view.case_file.entities.acts.size(), 2U);
}

TEST(PersonRules, WithoutANameHeStandsAmongThoseWhoHaveNone) {
  ANamedPerson known;
  known.say("name_form", "none");
  known.outcome.case_file.said.push_back(said("act:a", "victim", full_name));
  known.outcome.case_file.said.push_back(said("act:a", "type", "01010501"));
  const auto site = known.site();
  for (const char* word : {"Zhurtbaev", "Kanatbek", "Z. K."}) EXPECT_EQ(found_in(site, word), "");
  const pages::PublicView view = disclose(known.outcome);
  const auto him = std::find_if(view.persons.begin(), view.persons.end(),
                                [&](const auto& one) { return one.id == known.address; });
  ASSERT_NE(him, view.persons.end());
  EXPECT_EQ(him->name, "");
  EXPECT_EQ(him->sort_key, "");
}

// Of two who have the same initials each stays somebody of his own.
TEST(PersonRules, EqualInitialsAreNotOnePerson) {
  ANamedPerson known;
  known.outcome.case_file.said = {said("person:Arystan Bektau", "name_form", "initials"),
                                  said("person:Aigul Borte", "name_form", "initials"),
                                  said("person:Arystan Bektau", "consent", "public"),
                                  said("person:Aigul Borte", "consent", "public"),
                                  said("custody:1", "person", "Arystan Bektau"),
                                  said("custody:2", "person", "Aigul Borte"),
                                  said("custody:3", "person", "Arystan Bektau")};
  const auto custodies = disclose(known.outcome).case_file.entities.custodies;
  ASSERT_EQ(custodies.size(), 3U);
  EXPECT_NE(custodies[0].person.key, custodies[1].person.key);
  EXPECT_EQ(custodies[0].person.key, custodies[2].person.key);
  const auto site = known.site();
  for (const char* word : {"Arystan", "Bektau", "Borte", "arystan"})
    EXPECT_EQ(found_in(site, word), "");
  EXPECT_NE(found_in(site, "A. B."), "");
}

TEST(PersonRules, ConsentToTheNameAloneLeavesTheNameAlone) {
  ANamedPerson known;
  known.say("consent", "name only");
  known.outcome.case_file.said.push_back(said("act:a", "victim", known.ref));
  known.outcome.case_file.said.push_back(said("act:a", "note", "CANARY-NOTE"));
  const auto site = known.site();
  EXPECT_NE(found_in(site, "Zhurtbaev"), "");
  for (const char* fact : {"Canary Quarter", "1971-03-04", "CANARY-NOTE"})
    EXPECT_EQ(found_in(site, fact), "") << fact;
}

TEST(PersonRules, WhereTheFamiliesConsentIsRequiredOnlyWhoHasItIsShown) {
  ANamedPerson known;
  known.outcome.config.publish.needs_consent = true;
  EXPECT_TRUE(disclose(known.outcome).persons.empty());
  known.say("consent", "public");
  const pages::PublicView view = disclose(known.outcome);
  std::size_t records = 0;
  for (const pages::PublicPerson& person : view.persons) records += person.records.size();
  EXPECT_EQ(records, known.outcome.persons[known.person].records.size());
  EXPECT_TRUE(std::any_of(view.persons.begin(), view.persons.end(),
                          [&](const auto& person) { return person.id == known.address; }));
  known.say("consent", "no");
  EXPECT_TRUE(disclose(known.outcome).persons.empty());
}

TEST(PersonRules, APlaceIsToldAsFarAsItsFormAllows) {
  for (const auto& [form, shown] :
       std::map<std::string, std::string>{{"exact", "Canary Square"},
                                          {"district", "Canary District"},
                                          {"region", "Canary Region"},
                                          {"none", ""},
                                          {"distrikt", ""}}) {
    ANamedPerson known;
    record::Column place{"Place", record::Field::place, {}, {""}, {""}};
    place.codes.resize(known.outcome.records.record_count());
    const std::uint32_t code = add_value(place, "Canary Square");
    for (const std::uint32_t record : known.outcome.persons[known.person].records)
      place.codes[record] = code;
    known.outcome.records.columns.push_back(place);
    for (auto& list : known.outcome.config.lists) {
      if (!list.public_fields.empty()) list.public_fields.emplace_back("place");
    }
    known.say("place_form", form);
    auto& all = known.outcome.case_file.said;
    all.push_back(said("place:Canary Square", "district", "Canary District", "restricted"));
    all.push_back(said("place:Canary Square", "region", "Canary Region", "restricted"));
    all.push_back(said("act:a", "victim", known.ref));
    all.push_back(said("act:a", "place", "Canary Square"));
    const auto site = known.site();
    for (const char* place_word : {"Canary Square", "Canary District", "Canary Region"}) {
      if (shown == place_word)
        EXPECT_NE(found_in(site, place_word), "") << form;
      else
        EXPECT_EQ(found_in(site, place_word), "") << form;
    }
  }
}

TEST(PersonRules, WhoIsClosedAndIsNobodyIsToldToThePublisher) {
  ANamedPerson known;
  known.outcome.case_file.said = {said("person:hospital:none-such", "visibility", "sealed")};
  bool is_told = false;
  for (const base::Message& warning : disclose(known.outcome).warnings)
    is_told = is_told || warning.english().find("none-such") != std::string::npos;
  EXPECT_TRUE(is_told);
}

}  // namespace
}  // namespace sanaq::disclose
