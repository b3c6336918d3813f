#include "sanaq/disclose/withdrawals.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/disclose/row_words.h"

namespace sanaq::disclose {
namespace {

using nlohmann::json;

json said(const std::string& subject, const std::string& property, const std::string& value) {
  return {{"subject", subject}, {"property", property}, {"value", value}};
}

TEST(Withdrawals, OfAThingCloseWhatIsSaidOfItAndGiveTheirGround) {
  Withdrawals withdrawals(nullptr);
  EXPECT_TRUE(withdrawals.is_empty());
  withdrawals.add("w:1", "order", "event:e1");
  withdrawals.add("w:2", "a word of tomorrow", "document:AB12");
  withdrawals.know();
  const auto event = withdrawals.of_entry(said("event:e1", "dead", "11"));
  ASSERT_TRUE(event);
  EXPECT_EQ(event->by, "w:1");
  EXPECT_EQ(event->ground, "order");
  EXPECT_EQ(event->page, "event/e1.html");
  EXPECT_FALSE(withdrawals.of_entry(said("event:e2", "dead", "11")));
  const auto document = withdrawals.of_entry({{"sha256", "ab12"}});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->ground, "not-given");
  EXPECT_FALSE(withdrawals.of_entry({{"sha256", "cd34"}}));
}

TEST(Withdrawals, OfAnOrganisationNameNoPageSinceItsAddressMaySayTheName) {
  Withdrawals withdrawals(nullptr);
  withdrawals.add("w:1", "safety", "organisation:ivanov-brigade");
  EXPECT_EQ(withdrawals.of_entry(said("organisation:ivanov-brigade", "name", "x"))->page, "");
}

TEST(Withdrawals, OfAPersonFindTheRowsByThePlacesThatTheyHadInTheLog) {
  const investigation::Outcome outcome = investigation::test::invented_outcome();
  const pages::PublicView view = disclose(outcome);
  const pages::PublicPerson& person = view.persons.at(3);
  Withdrawals withdrawals(&outcome);
  withdrawals.add("w:1", "consent", "person:" + person.id);
  withdrawals.know();
  std::map<std::string, Withdrawn> found;
  withdrawals.find_rows(found);
  const std::string list = view.lists[person.records.front().list].name;
  const auto row = found.find(place_of_row(outcome.addresses.secret, list, person.id, 0));
  ASSERT_NE(row, found.end());
  EXPECT_EQ(row->second.ground, "consent");
  EXPECT_EQ(row->second.page, "person/" + person.id + ".html");
  for (const pages::PublicPerson& other : view.persons) {
    if (other.id == person.id) continue;
    for (const pages::PublicRecord& record : other.records)
      EXPECT_FALSE(found.contains(
          place_of_row(outcome.addresses.secret, view.lists[record.list].name, other.id, 0)));
  }
}

TEST(Withdrawals, OfAPersonCloseWhatNamesHimAndDecisionsOnHisRecords) {
  const investigation::Outcome outcome = investigation::test::invented_outcome();
  const pages::PublicView view = disclose(outcome);
  const std::string id = view.persons.at(3).id;
  Withdrawals withdrawals(&outcome);
  withdrawals.add("w:1", "safety", "person:" + id);
  withdrawals.know();
  EXPECT_TRUE(withdrawals.of_entry(said("person:" + id, "occupation", "welder")));
  EXPECT_TRUE(withdrawals.of_entry(said("act:a1", "victim", id)));
  EXPECT_FALSE(withdrawals.of_entry(said("act:a1", "date", "2011-12-16")));
  for (std::size_t at = 0; at < outcome.records.identities.size(); ++at) {
    const bool is_his = persons::keyed_address(outcome.addresses.secret, outcome.origins[at]) == id;
    const auto by =
        withdrawals.of_entry({{"decision", "same"}, {"records", {outcome.records.identities[at]}}});
    if (is_his) EXPECT_TRUE(by);
  }
  EXPECT_FALSE(withdrawals.of_entry({{"decision", "same"}, {"records", {"nobody"}}}));
}

}  // namespace
}  // namespace sanaq::disclose
