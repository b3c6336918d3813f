#include "sanaq/workspace/persons_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "workspace/a_person.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(PersonsScreen, EachPersonOnceThoseOnMostListsFirst) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons.json");
  const auto found = nlohmann::json::parse(persons_as_json(by_hand.visit, *counted.bench).body);
  ASSERT_GE(found.at("count").get<int>(), 5);
  EXPECT_EQ(found.at("persons")[0].at("lists").size(), 3U) << found;
  EXPECT_EQ(found.at("persons")[0].at("name"), "Айбар Танбаев");
  EXPECT_EQ(found.at("persons")[0].at("date"), "2011-12-16");
}

TEST(PersonsScreen, ANameIsFoundInAnySpellingThatAListHas) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons.json?q=aibar");
  const auto found = nlohmann::json::parse(persons_as_json(by_hand.visit, *counted.bench).body);
  EXPECT_EQ(found.at("count"), 1);
  wait_for_names(*counted.bench);
  VisitByHand nobody("/persons?q=%3Cscript%3E");
  const std::string body = show_persons(nobody.visit, *counted.bench).body;
  EXPECT_NE(body.find("No record has a name like this."), std::string::npos);
  EXPECT_EQ(body.find("value=\"<script>"), std::string::npos);
}

TEST(PersonsScreen, NoCellOfADownloadIsAFormula) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons/table/csv");
  by_hand.names("FORM", "csv");
  const std::string csv = download_persons(by_hand.visit, *counted.bench).body;
  EXPECT_NE(csv.find("'=1+1"), std::string::npos) << csv;
  EXPECT_EQ(csv.find("\n=1+1"), std::string::npos);
}

TEST(PersonsScreen, TheCaptureTableHasAColumnAListAndNoNames) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons/capture/csv");
  by_hand.names("FORM", "csv");
  const std::string csv = download_capture_table(by_hand.visit, *counted.bench).body;
  EXPECT_NE(csv.find("hospital;morgue;union;count"), std::string::npos) << csv;
  EXPECT_EQ(csv.find("Aibar"), std::string::npos);
}

TEST(PersonsScreen, BeforeTheFirstCountThereIsTheWayToIt) {
  const ACountedBench uncounted(false);
  VisitByHand by_hand("/persons");
  EXPECT_NE(show_persons(by_hand.visit, *uncounted.bench).body.find("To the next step"),
            std::string::npos);
  EXPECT_THROW((void)persons_as_json(by_hand.visit, *uncounted.bench), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
