#include "sanaq/answers/repeat_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::answers {

investigation::Repeat a_repeat(investigation::Sameness of_the_estimate) {
  investigation::RepeatedStep link, estimate;
  link.name = "link";
  link.sameness = investigation::Sameness::same_bytes;
  estimate.name = "estimate";
  estimate.sameness = of_the_estimate;
  estimate.before.place = {"3f9a0c12aaaa", 7};
  estimate.before.version = "0.1.0";
  estimate.before.figures = {{"median", "70"}, {"made_on", "2011-12-17"}};
  estimate.figures = {{"median", "71"}, {"made_on", "2012-01-01"}};
  investigation::Repeat repeat;
  repeat.version = "0.2.0";
  repeat.steps = {link, estimate};
  return repeat;
}

TEST(RepeatText, TellsWhatDiffersAndNotTheDay) {
  const base::Catalog english;
  const std::string text = repeat_text(a_repeat(investigation::Sameness::different), english);
  EXPECT_NE(text.find("estimate: different (entry 3f9a0c12:7, sanaq 0.1.0)"), std::string::npos)
      << text;
  EXPECT_NE(text.find("median: it was 70, now it is 71"), std::string::npos) << text;
  EXPECT_EQ(text.find("made_on"), std::string::npos) << text;
  EXPECT_NE(text.find("the whole: different"), std::string::npos) << text;
}

TEST(RepeatText, WhatIsTheSameToTheByteHasNoFigures) {
  const base::Catalog english;
  const std::string text = repeat_text(a_repeat(investigation::Sameness::same_bytes), english);
  EXPECT_EQ(text.find("median"), std::string::npos) << text;
  EXPECT_NE(text.find("the whole: same bytes"), std::string::npos) << text;
}

TEST(RepeatText, JsonHasBothSidesOfEachFigure) {
  const auto json = repeat_json(a_repeat(investigation::Sameness::same_within_tolerance));
  EXPECT_EQ(json["verdict"], "same within tolerance");
  EXPECT_EQ(json["steps"][1]["figures"]["median"]["before"], "70");
  EXPECT_EQ(json["steps"][1]["figures"]["median"]["now"], "71");
}

}  // namespace sanaq::answers
