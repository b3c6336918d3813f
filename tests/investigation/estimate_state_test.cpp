#include "sanaq/investigation/estimate_state.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/estimate/estimate.h"

namespace sanaq::investigation {
namespace {

Outcome an_outcome() {
  Outcome outcome;
  outcome.documented_low = 60;
  outcome.documented_high = 61;
  outcome.provenance.made_on = "2026-01-01";
  outcome.capture = estimate::CaptureTable{{"a", "b"}, {{1, 0, 30}, {2, 0, 20}, {3, 0, 10}}};
  base::Progress silent;
  estimate::Options options;
  options.method = estimate::Method::chapman;
  outcome.estimate = estimate::estimate(*outcome.capture, options, silent);
  return outcome;
}

TEST(EstimateState, WhatWasLeftIsTakenUpWhole) {
  const Outcome outcome = an_outcome();
  Outcome taken;
  restore_estimate(estimate_content(outcome), taken);
  EXPECT_EQ(estimate_content(taken), estimate_content(outcome));
  EXPECT_EQ(taken.provenance.made_on, "2026-01-01");
}

TEST(EstimateState, TheDigestIsFreeOfTheClock) {
  Outcome outcome = an_outcome();
  const std::string digest = estimate_digest(estimate_content(outcome));
  outcome.provenance.made_on = "2026-01-02";
  outcome.estimate->diagnostics.seconds += 5;
  EXPECT_EQ(estimate_digest(estimate_content(outcome)), digest);
  outcome.documented_low = 59;
  EXPECT_NE(estimate_digest(estimate_content(outcome)), digest);
}

TEST(EstimateState, FiguresAreThoseThatAReaderCompares) {
  const NamedTexts figures = estimate_figures(an_outcome());
  ASSERT_EQ(figures.size(), 6u);
  EXPECT_EQ(figures[0], (std::pair<std::string, std::string>("documented_low", "60")));
  EXPECT_EQ(figures[3].first, "median");
}

}  // namespace
}  // namespace sanaq::investigation
