#include "sanaq/link/splink_model.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::link {
namespace {

std::string refusal(const std::string& json) {
  try {
    (void)parse_splink_model(json, "model.json");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(SplinkModel, NamesTheLevelThatOnlySqlCanSay) {
  const std::string message = refusal(
      R"json({"probability_two_random_records_match": 0.01, "comparisons": [{"output_column_name": "tags",
    "comparison_levels": [{"sql_condition": "array_length(list_intersect(\"tags_l\", \"tags_r\")) >= 1", "m_probability": 0.5, "u_probability": 0.1}]}]})json");
  EXPECT_NE(message.find("only SQL can say this"), std::string::npos);
  EXPECT_NE(message.find("tags"), std::string::npos);
}

TEST(SplinkModel, RefusesWhatIsNoModelAndAModelThatWasNotTrained) {
  EXPECT_NE(refusal("[1, 2").find("not a model"), std::string::npos);
  EXPECT_NE(
      refusal(
          R"json({"probability_two_random_records_match": 0.01, "comparisons": [{"output_column_name": "a",
    "comparison_levels": [{"sql_condition": "ELSE", "m_probability": 0.5}]}]})json")
          .find("u_probability is missing"),
      std::string::npos);
  EXPECT_TRUE(
      looks_like_splink(R"({"comparisons": [], "probability_two_random_records_match": 0.1})"));
  EXPECT_FALSE(looks_like_splink("{}"));
}

}  // namespace
}  // namespace sanaq::link
