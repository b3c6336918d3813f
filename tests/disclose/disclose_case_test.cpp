#include "sanaq/disclose/disclose_case.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/pages/site.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;

Statement said(const char* subject, const char* property, const std::string& value,
               const char* visibility = "public") {
  Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  one.source = "The Lantern";
  one.author = "SENTINEL-AUTHOR";
  one.time = "2011-12-16T23:59:58Z";
  one.visibility = visibility;
  one.locator = "SENTINEL-FILE/acts.csv:7";
  one.origin = {"SENTINEL-FILE/acts.csv", std::string(64, 'a'), 7, ""};
  return one;
}

std::string whole_site(const investigation::Outcome& outcome) {
  std::string all;
  base::Progress progress;
  (void)pages::build_site(
      disclose(outcome),
      [&](const std::string& path, std::string_view bytes) {
        all += path;
        all += bytes;
      },
      progress);
  return all;
}

TEST(DiscloseCase, WhatIsNotPublicLeavesNoTraceOnAnyPage) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.case_file.said = {said("event:e", "title", "An open event"),
                            said("event:e", "place", "SENTINEL-PLACE", "restricted"),
                            said("event:e", "place", "Open Place"),
                            said("event:SENTINEL-EVENT", "title", "SENTINEL-TITLE", "sealed"),
                            said("act:a", "victim", "SENTINEL-WITNESS", "sealed"),
                            said("act:a", "type", "030101")};
  const std::string site = whole_site(outcome);
  EXPECT_NE(site.find("An open event"), std::string::npos);
  EXPECT_NE(site.find("Open Place"), std::string::npos);
  for (const char* secret : {"SENTINEL-PLACE", "SENTINEL-EVENT", "SENTINEL-TITLE",
                             "SENTINEL-WITNESS", "SENTINEL-AUTHOR", "SENTINEL-FILE", "23:59:58"})
    EXPECT_EQ(site.find(secret), std::string::npos) << secret;
}

TEST(DiscloseCase, ARecordsIdDoesNotLeaveAndAPersonWithAPageIsLinked) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  const std::uint32_t shown = outcome.persons.front().records.front();
  const std::string list = outcome.records.lists[outcome.records.list_of[shown]].name;
  outcome.case_file.said = {said("act:a", "victim", list + ":" + outcome.records.ids[shown]),
                            said("act:a", "type", "030101")};
  const pages::PublicView view = disclose(outcome);
  const std::string site = whole_site(outcome);
  EXPECT_EQ(site.find(investigation::test::secret_id), std::string::npos);
  ASSERT_EQ(view.case_file.entities.acts.size(), 1U);
  ASSERT_EQ(view.case_file.entities.acts[0].victims.size(), 1U);
  const std::string key = view.case_file.entities.acts[0].victims[0].who.key;
  const bool has_page =
      std::any_of(view.persons.begin(), view.persons.end(),
                  [&](const pages::PublicPerson& person) { return person.id == key; });
  EXPECT_TRUE(has_page) << key;
  EXPECT_EQ(view.case_file.people.at(key).page, key);
}

// Inside, whoever wrote down an id, or an address under any secret, means that person still.
TEST(DiscloseCase, EveryNameThatARecordEverHadLeadsToThePersonsPage) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  const std::uint32_t shown = outcome.persons.front().records.front();
  outcome.addresses.all.push_back(std::string(32, 'o'));
  for (const std::string& ref :
       {outcome.record_ids[shown],
        persons::keyed_address(std::string(32, 'o'), outcome.origins[shown]),
        persons::keyed_address(outcome.addresses.secret, outcome.origins[shown])}) {
    outcome.case_file.said = {said("act:a", "victim", ref), said("act:a", "type", "030101")};
    const pages::PublicView view = disclose(outcome);
    const std::string key = view.case_file.entities.acts.at(0).victims.at(0).who.key;
    EXPECT_EQ(view.case_file.people.at(key).page, key) << ref;
    EXPECT_NE(key, outcome.record_ids[shown]);
  }
}

TEST(DiscloseCase, WhomAClosedRecordAloneNamesIsNobodyInParticular) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  std::uint32_t closed = 0;  // of the list that publishes nothing
  while (outcome.records.list_of[closed] != 4) ++closed;
  for (const std::string& ref :
       {"prosecutor:" + outcome.records.ids[closed], outcome.record_ids[closed],
        persons::keyed_address(outcome.addresses.secret, outcome.origins[closed])}) {
    outcome.case_file.said = {said("act:a", "victim", ref), said("act:a", "type", "030101"),
                              said("act:b", "note", "see " + ref)};
    const std::string site = whole_site(outcome);
    EXPECT_EQ(site.find(outcome.record_ids[closed]), std::string::npos);
    EXPECT_EQ(site.find(persons::keyed_address(outcome.addresses.secret, outcome.origins[closed])),
              std::string::npos);
    const pages::PublicView view = disclose(outcome);
    EXPECT_EQ(view.case_file.entities.acts.at(0).victims.at(0).who.ref, "person 1");
    EXPECT_TRUE(view.case_file.entities.acts.at(0).victims.at(0).may_be_another);
  }
}

// A list that is not there is a slip of the pen, and what stands behind it may be a record's id.
TEST(DiscloseCase, ARecordOfAListThatIsNotThereIsNobodysName) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.case_file.said = {said("act:a", "victim", "hosptl:SENTINEL3"),
                            said("act:a", "type", "01010501"),
                            said("act:b", "victim", "hosptl: 4"),
                            said("act:b", "type", "030101"),
                            said("custody:c", "person", "hosptl:SENTINEL9"),
                            said("act:a", "perpetrator", "unit:7")};
  const std::string site = whole_site(outcome);
  EXPECT_EQ(site.find("hosptl"), std::string::npos);
  EXPECT_EQ(site.find("SENTINEL3"), std::string::npos);
  EXPECT_NE(site.find("unit:7"), std::string::npos);  // a perpetrator is called as the row has it
  const pages::PublicView view = disclose(outcome);
  EXPECT_TRUE(view.case_file.entities.acts.at(0).victims.at(0).may_be_another);
  EXPECT_NE(view.case_file.entities.acts.at(0).victims.at(0).who.key,
            view.case_file.entities.acts.at(1).victims.at(0).who.key);
}

TEST(DiscloseCase, AClosedThingDoesNotLeaveByWayOfAPublicRow) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.case_file.said = {
      said("organisation:SENTINEL-UNIT", "name", "SENTINEL-NAME", "restricted"),
      said("event:SENTINEL-DAY", "title", "SENTINEL-TITLE", "sealed"),
      said("act:a", "type", "030101"),
      said("act:a", "perpetrator", "SENTINEL-UNIT"),
      said("act:a", "involvement/SENTINEL-UNIT", "0102"),
      said("act:a", "event", "SENTINEL-DAY"),
      said("act:b", "perpetrator", "sentinel-name"),
      said("custody:c", "court", "SENTINEL-TITLE"),
      said("post:p", "organisation", "SENTINEL-UNIT"),
      said("post:p", "person", "Some Chief"),
      said("demand:d", "to", "SENTINEL-NAME"),
      said("event:open", "part_of", "SENTINEL-DAY"),
      said("act:c", "perpetrator", "A unit that no table knows")};
  const std::string site = whole_site(outcome);
  EXPECT_EQ(site.find("SENTINEL"), std::string::npos)
      << site.substr(site.find("SENTINEL") - 200, 300);
  EXPECT_EQ(site.find("sentinel"), std::string::npos);
  EXPECT_NE(site.find("A unit that no table knows"), std::string::npos);
  EXPECT_FALSE(disclose(outcome).warnings.empty());
  // What is public again is named again.
  outcome.case_file.said.push_back(said("organisation:SENTINEL-UNIT", "kind", "police_unit"));
  EXPECT_NE(whole_site(outcome).find("SENTINEL-UNIT"), std::string::npos);
}

TEST(DiscloseCase, ARowWithoutAnIdIsNotCalledByAHashOfItsCells) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.case_file.said = {said("act:0123456789ab", "type", "030101"),
                            said("act:0123456789ab", "note", "a public note")};
  EXPECT_EQ(whole_site(outcome).find("0123456789ab"), std::string::npos);
  const std::string first = disclose(outcome).case_file.entities.acts.at(0).subject;
  EXPECT_EQ(first, disclose(outcome).case_file.entities.acts.at(0).subject);
  outcome.addresses.secret = std::string(32, 'o');
  EXPECT_NE(disclose(outcome).case_file.entities.acts.at(0).subject, first);
}

TEST(DiscloseCase, PlacesInTheLedgerAndRowsAreCountedAmongThePublicOnes) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  Statement open = said("act:a", "type", "030101");
  Statement later = said("act:b", "type", "030101");
  later.origin.row = 31;
  Statement entered = said("act:c", "type", "030101");
  entered.origin = {"", "", 0, std::string(64, 'f') + ":712"};
  entered.locator.clear();
  outcome.config.tables.push_back({"act", "SENTINEL-FILE/acts.csv"});
  outcome.case_file.said = {open, later, entered};
  const pages::PublicView view = disclose(outcome);
  EXPECT_EQ(view.case_file.view.statements()[0].origin.row, 1);
  EXPECT_EQ(view.case_file.view.statements()[1].origin.row, 2);
  EXPECT_EQ(view.case_file.view.statements()[1].origin.hash, "");
  EXPECT_EQ(view.case_file.view.statements()[2].origin.entry, "1");
  EXPECT_EQ(whole_site(outcome).find("ffffffff"), std::string::npos);
  outcome.config.tables.back().publish_hash = true;
  EXPECT_EQ(disclose(outcome).case_file.view.statements()[1].origin.row, 31);
  EXPECT_EQ(disclose(outcome).case_file.view.statements()[1].origin.hash, std::string(64, 'a'));
}

// What the publisher is told of closed parts of custodies and funds.
std::size_t warnings_about(const investigation::Outcome& outcome, const std::string& thing) {
  const pages::PublicView view = disclose(outcome);
  return static_cast<std::size_t>(
      std::count_if(view.warnings.begin(), view.warnings.end(), [&](const base::Message& warning) {
        return warning.english().find(thing) != std::string::npos;
      }));
}

TEST(DiscloseCase, WhomAidWasPaidToStaysSealedAndTheBalanceStands) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.case_file.said = {said("aid:1", "fund", "A fund"), said("aid:1", "amount", "5"),
                            said("aid:1", "direction", "out"),
                            said("aid:1", "to", "SENTINEL-FAMILY", "sealed")};
  EXPECT_EQ(whole_site(outcome).find("SENTINEL-FAMILY"), std::string::npos);
  const std::string open = whole_site(outcome);
  EXPECT_EQ(warnings_about(outcome, "fund:A fund"), 0U);
  outcome.case_file.said.push_back(said("aid:2", "fund", "A fund", "restricted"));
  outcome.case_file.said.push_back(said("aid:2", "amount", "7", "restricted"));
  EXPECT_EQ(whole_site(outcome), open);
  EXPECT_EQ(warnings_about(outcome, "fund:A fund"), 1U);
}

// Once the page said that part of what is on record is not public: whoever knew the prisoner could
// tell that something about him was. Now the publisher is told, and the reader of every custody
// that it is worked out from what is public alone.
TEST(DiscloseCase, ThatARestrictedReleaseIsKnownDoesNotShow) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.case_file.said = {said("custody:c", "person", "A. Sample"),
                            said("custody:c", "arrested", "2011-12-16"),
                            said("person:A. Sample", "consent", "public", "sealed")};
  const std::string open = whole_site(outcome);
  outcome.case_file.said.push_back(said("custody:c", "released", "2012-01-01", "restricted"));
  EXPECT_EQ(whole_site(outcome), open);
  EXPECT_EQ(warnings_about(outcome, "custody:c"), 1U);
}

}  // namespace
}  // namespace sanaq::disclose
