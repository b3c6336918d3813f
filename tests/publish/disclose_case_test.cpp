#include "sanaq/publish/disclose_case.h"

#include <gtest/gtest.h>

#include "publish/invented_outcome.h"
#include "sanaq/publish/disclose.h"
#include "sanaq/publish/site.h"

namespace sanaq::publish {
namespace {

using casefile::Said;

Said said(const char* subject, const char* property, const std::string& value,
          const char* visibility = "public") {
  Said one;
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
  (void)build_site(
      disclose(outcome),
      [&](const std::string& path, std::string_view bytes) {
        all += path;
        all += bytes;
      },
      progress);
  return all;
}

TEST(DiscloseCase, WhatIsNotPublicLeavesNoTraceOnAnyPage) {
  investigation::Outcome outcome = test::invented_outcome();
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
  investigation::Outcome outcome = test::invented_outcome();
  const std::uint32_t shown = outcome.persons.front().records.front();
  const std::string list = outcome.records.lists[outcome.records.list_of[shown]].name;
  outcome.case_file.said = {said("act:a", "victim", list + ":" + outcome.records.ids[shown]),
                            said("act:a", "type", "030101")};
  const PublicView view = disclose(outcome);
  const std::string site = whole_site(outcome);
  EXPECT_EQ(site.find(test::secret_id), std::string::npos);
  ASSERT_EQ(view.case_file.things.acts.size(), 1U);
  ASSERT_EQ(view.case_file.things.acts[0].victims.size(), 1U);
  const std::string key = view.case_file.things.acts[0].victims[0].who.key;
  EXPECT_EQ(key, outcome.persons.front().id);
  EXPECT_EQ(view.case_file.people.at(key).page, outcome.persons.front().id);
}

TEST(DiscloseCase, WhomAidWasPaidToStaysSealedAndTheBalanceStands) {
  investigation::Outcome outcome = test::invented_outcome();
  outcome.case_file.said = {said("aid:1", "fund", "A fund"), said("aid:1", "amount", "5"),
                            said("aid:1", "direction", "out"),
                            said("aid:1", "to", "SENTINEL-FAMILY", "sealed")};
  EXPECT_EQ(whole_site(outcome).find("SENTINEL-FAMILY"), std::string::npos);
  EXPECT_TRUE(disclose(outcome).case_file.funds_partly_withheld.empty());
  outcome.case_file.said.push_back(said("aid:2", "fund", "A fund", "restricted"));
  outcome.case_file.said.push_back(said("aid:2", "amount", "7", "restricted"));
  EXPECT_TRUE(disclose(outcome).case_file.funds_partly_withheld.contains("A fund"));
}

TEST(DiscloseCase, ACustodyOfWhichARestrictedReleaseIsKnownIsNotCalledHeld) {
  investigation::Outcome outcome = test::invented_outcome();
  outcome.case_file.said = {said("custody:c", "person", "A. Sample"),
                            said("custody:c", "arrested", "2011-12-16"),
                            said("custody:c", "released", "2012-01-01", "restricted")};
  EXPECT_TRUE(disclose(outcome).case_file.partly_withheld.contains("custody:c"));
}

}  // namespace
}  // namespace sanaq::publish
