#include "sanaq/workspace/person_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "workspace/a_person.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

std::string id_of_named(const ACountedBench& counted, const std::string& name) {
  const persons::Person* person = person_named(persons_now(*counted.bench), name);
  return person == nullptr ? "" : person->id;
}

TEST(PersonScreen, EachValueStandsWithTheRecordsThatSayIt) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons/x", "ru");
  by_hand.names("ID", id_of_named(counted, "Танбаев"));
  const http::Response response = show_person(by_hand.visit, *counted.bench);
  EXPECT_EQ(response.status, 200);
  for (const char* part : {"Айбар Танбаев", "Aibar Tanbaev", "hospital:1", "morgue:m1", "union:u1",
                           "Что известно", "/records"})
    EXPECT_NE(response.body.find(part), std::string::npos) << part;
}

TEST(PersonScreen, NoCellOfAListIsMarkup) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons/x");
  by_hand.names("ID", id_of_named(counted, "=1+1"));
  const std::string body = show_person(by_hand.visit, *counted.bench).body;
  EXPECT_NE(body.find("=1+1"), std::string::npos);
  EXPECT_EQ(body.find("<script>alert"), std::string::npos);
}

TEST(PersonScreen, AProgramReadsTheSame) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons/x.json");
  by_hand.names("ID", id_of_named(counted, "Танбаев"));
  const auto json = nlohmann::json::parse(person_as_json(by_hand.visit, *counted.bench).body);
  EXPECT_EQ(json.at("records").size(), 3U);
  EXPECT_EQ(json.at("name"), "Айбар Танбаев");
  EXPECT_FALSE(json.at("known").empty());
  EXPECT_FALSE(json.at("pairs").empty());
  EXPECT_EQ(json.at("address").get<std::string>().size(), 16U);
}

}  // namespace
}  // namespace sanaq::workspace
