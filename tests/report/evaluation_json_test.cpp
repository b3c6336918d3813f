#include "sanaq/report/evaluation_json.h"

#include <gtest/gtest.h>

namespace sanaq::report {
namespace {

TEST(EvaluationJson, WhatCannotBeMeasuredIsNull) {
  link::Evaluation result;
  result.records = 3;
  result.pairs.precision = link::Measure{0.5, std::nullopt, 0.25, 0.75};
  link::EvaluateOptions options;
  options.reviewed = link::Reviewed::records;
  const Json json = evaluation_result(result, {options, 1, 2});
  EXPECT_EQ(json["records"], 3);
  EXPECT_EQ(json["not_in_clusters"], 1);
  EXPECT_EQ(json["not_in_truth"], 2);
  EXPECT_EQ(json["pairs"]["precision"]["value"], 0.5);
  EXPECT_TRUE(json["pairs"]["precision"]["standard_error"].is_null());
  EXPECT_TRUE(json["pairs"]["recall"].is_null());
  EXPECT_EQ(json["sampled"], "records");
  EXPECT_TRUE(evaluation_result(result, {})["sampled"].is_null());
}

}  // namespace
}  // namespace sanaq::report
