#include "sanaq/workspace/threshold_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/workspace/undo_screen.h"
#include "workspace/a_counted_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

std::string settings_of(const ACountedBench& counted) {
  return base::read_file(base::join(counted.folder, "investigation.toml"));
}

http::Response use(const ACountedBench& counted, const std::string& threshold,
                   const std::string& digest) {
  VisitByHand by_hand("/threshold");
  by_hand.posts({{"threshold", threshold}, {"digest", digest}});
  return use_threshold(by_hand.visit, *counted.bench);
}

TEST(ThresholdScreen, EachOfTwoHundredStepsSaysWhatItWouldMake) {
  const ACountedBench counted;
  VisitByHand by_hand("/threshold.json");
  const auto json = nlohmann::json::parse(threshold_as_json(by_hand.visit, *counted.bench).body);
  EXPECT_EQ(json.at("steps").size(), 200U);
  VisitByHand page("/threshold?at=0,999", "kk");
  const http::Response shown = show_threshold(page.visit, *counted.bench);
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(shown.body.find("id=\"weights-line\""), std::string::npos);
  EXPECT_NE(shown.body.find("value=\"0,999\""), std::string::npos);
}

TEST(ThresholdScreen, UseItIsOneChangeOfTheSettingsThatUndoTakesBack) {
  const ACountedBench counted;
  const std::string before = settings_of(counted);
  EXPECT_EQ(use(counted, "0.8", base::sha256_hex(before)).status, 303);
  EXPECT_NE(settings_of(counted).find("threshold = 0.8"), std::string::npos);
  VisitByHand undo("/undo");
  undo.posts({{"name", ""}, {"back", "/threshold"}});
  EXPECT_EQ(undo_change(undo.visit, *counted.bench).status, 303);
  EXPECT_EQ(settings_of(counted), before);
}

TEST(ThresholdScreen, WhatIsNoThresholdIsRefusedAndStandsThereAgain) {
  const ACountedBench counted;
  const std::string before = settings_of(counted), digest = base::sha256_hex(before);
  for (const char* typed : {"", "0", "1", "-1", "1.5", "nan", "inf", "0.5x", "half", "<b>"}) {
    const http::Response response = use(counted, typed, digest);
    EXPECT_EQ(response.status, 422) << typed;
    EXPECT_EQ(response.body.find("<b>"), std::string::npos);
    EXPECT_NE(response.body.find("aria-invalid"), std::string::npos) << typed;
  }
  EXPECT_EQ(use(counted, "0.7", std::string(64, '0')).status, 409);
  EXPECT_EQ(use(counted, "0.7", "").status, 409);
  EXPECT_EQ(settings_of(counted), before);
}

TEST(ThresholdScreen, BeforeTheFirstCountThereIsTheWayToIt) {
  const ACountedBench uncounted(false);
  VisitByHand by_hand("/threshold");
  EXPECT_NE(show_threshold(by_hand.visit, *uncounted.bench).body.find("To the next step"),
            std::string::npos);
  EXPECT_EQ(threshold_as_json(by_hand.visit, *uncounted.bench).body, "null\n");
}

TEST(ThresholdScreen, TheStepsCanBeKept) {
  const ACountedBench counted;
  VisitByHand by_hand("/threshold/table/csv");
  by_hand.names("FORM", "csv");
  EXPECT_NE(download_thresholds(by_hand.visit, *counted.bench).body.find("threshold;persons"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace
