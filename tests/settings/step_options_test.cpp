#include "sanaq/settings/step_options.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/settings/options.h"
#include "settings/field_count.h"

namespace sanaq::settings {
namespace {

// Whoever adds a field adds its option to the table. What follows from other inputs of a run is no
// option: reviewers' decisions, words that mean the same, records out of scope, the number of
// threads, what is told of other thresholds, and of an estimate what it hands to the estimates of
// its parts.
TEST(StepOptions, NoFieldOfLinkingOrEstimatingLacksItsOption) {
  const std::size_t not_options = 5;  // decisions, leave_out, same_values, threads, thresholds
  EXPECT_EQ(field_count<link::Options>(), link_options().size() + not_options);
  const std::size_t of_parts = 3;   // threads, model_log_weight, is_part
  const std::size_t two_more = 2;   // each prior has two keys
  const std::size_t elsewhere = 1;  // strata stands beside the options of the estimate
  EXPECT_EQ(field_count<estimate::Options>() + two_more + elsewhere,
            estimate_options().size() + of_parts);
}

TEST(StepOptions, AFileCountsByWhatStandsInItNotByItsName) {
  Config config;
  const nlohmann::json before = options_json(config, Step::link);
  config.linking_files.nicknames = "n.csv";
  EXPECT_EQ(options_json(config, Step::link), before);
  config.link.nicknames = {{"Айбар", "Айка"}};
  EXPECT_NE(options_json(config, Step::link), before);
}

TEST(StepOptions, ASeedIsATextSinceItMayBeBeyondWhatNumbersOfJsonHold) {
  Config config;
  config.estimate.seed = 9007199254740993U;
  EXPECT_EQ(options_json(config, Step::estimate)["estimate"]["seed"], "9007199254740993");
}

}  // namespace
}  // namespace sanaq::settings
