#include "sanaq/workspace/number_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/ledger/ledger.h"
#include "workspace/an_open_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

std::string number(Bench& bench, const std::string& language = "en") {
  VisitByHand by_hand("/number", language);
  return show_number(by_hand.visit, bench).body;
}

nlohmann::json as_json(Bench& bench) {
  VisitByHand by_hand("/number.json");
  return nlohmann::json::parse(number_json(by_hand.visit, bench).body);
}

TEST(NumberScreen, BeforeTheFirstCountThereIsNone) {
  AnOpenBench open;
  EXPECT_TRUE(has(number(open.bench), "No number yet"));
  EXPECT_TRUE(as_json(open.bench).is_null());
}

TEST(NumberScreen, SaysTheNumberWithItsReasonsAndWhatMendsThem) {
  AnOpenBench open;
  open.count();
  const std::string body = number(open.bench);
  for (const char* part :
       {"Documented", "interval:", "not to be quoted", "class=\"mend\" href=\"/lists\"", "<svg",
        "The same as a table", "Persons on exactly these lists", "Nothing has changed since."})
    EXPECT_TRUE(has(body, part)) << part;
  EXPECT_TRUE(has(number(open.bench, "kk"), "lang=\"kk\""));
  const nlohmann::json json = as_json(open.bench);
  EXPECT_EQ(json.at("documented").at("low"), 6);
  EXPECT_EQ(json.at("behind"), "nothing");
  EXPECT_TRUE(json.at("estimate").is_object());
  EXPECT_TRUE(json.at("no_estimate").is_null());
}

TEST(NumberScreen, AfterAnotherCountItSaysWhatChanged) {
  AnOpenBench open;
  open.count();
  EXPECT_FALSE(has(number(open.bench), "What changed since the count before"));
  open.scratch.write("town/lists/hospital.csv",
                     std::string(help::hospital_rows) + "5,Жанна Жанова,1950,2011-12-16,Square\n");
  open.count();
  EXPECT_TRUE(has(number(open.bench), "What changed since the count before"));
}

}  // namespace
}  // namespace sanaq::workspace
