#include "sanaq/workspace/model_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "workspace/a_counted_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {

TEST(ModelScreen, WhatWasLearntStandsThereAndCanBeKept) {
  const ACountedBench counted;
  VisitByHand by_hand("/model", "ru");
  const std::string body = show_model(by_hand.visit, *counted.bench).body;
  EXPECT_NE(body.find("Что говорит каждое совпадение"), std::string::npos);
  EXPECT_NE(body.find("/model/levels/xlsx"), std::string::npos);
  VisitByHand program("/model.json");
  const auto json = nlohmann::json::parse(model_as_json(program.visit, *counted.bench).body);
  EXPECT_FALSE(json.at("levels").empty());
  EXPECT_GE(json.at("rounds").size(), 2U);
  EXPECT_NE(body.find("class=\"drawing curve\""), std::string::npos) << "how it was learnt";
  VisitByHand table("/model/levels/csv");
  table.names("TABLE", "levels").names("FORM", "csv");
  EXPECT_NE(download_model(table.visit, *counted.bench).body.find(";m;u;"), std::string::npos);
  table.names("TABLE", "../secrets");
  EXPECT_THROW((void)download_model(table.visit, *counted.bench), base::Error);
}

TEST(ModelScreen, BeforeTheFirstCountThereIsTheWayToIt) {
  const ACountedBench uncounted(false);
  VisitByHand by_hand("/model");
  EXPECT_NE(show_model(by_hand.visit, *uncounted.bench).body.find("To the next step"),
            std::string::npos);
  EXPECT_THROW((void)model_as_json(by_hand.visit, *uncounted.bench), base::Error);
}

}  // namespace sanaq::workspace
