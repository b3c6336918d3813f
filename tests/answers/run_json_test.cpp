#include "sanaq/answers/run_json.h"

#include <gtest/gtest.h>

namespace sanaq::answers {

TEST(RunJson, AnEstimateThatWasNeverTriedSaysWhyAndHasNoNumber) {
  investigation::Outcome outcome;
  outcome.documented_low = 3;
  outcome.no_estimate = base::message("there is one list");
  const Json json = no_estimate_result(outcome, base::Catalog("en"));
  EXPECT_TRUE(json.at("estimate").is_null());
  EXPECT_EQ(false, json.at("usable"));
  EXPECT_EQ("there is one list", json.at("reasons").at(0));
  EXPECT_EQ(3, json.at("observed"));
}

TEST(RunJson, RowsReadAreRecordsBlankAndRefused) {
  investigation::Outcome outcome;
  investigation::ListReport list;
  list.name = "hospital";
  list.rows_read = 12;
  list.records = 9;
  list.blank = 2;
  list.refused = 1;
  outcome.lists.push_back(list);
  const Json json = ingest_result(outcome, base::Catalog("en")).at("lists").at(0);
  EXPECT_EQ(
      json.at("rows_read").get<int>(),
      json.at("records").get<int>() + json.at("blank").get<int>() + json.at("refused").get<int>());
}

}  // namespace sanaq::answers
