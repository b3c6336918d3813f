#include "sanaq/answers/number_text.h"

#include <gtest/gtest.h>

namespace sanaq::answers {

TEST(NumberText, RecordsWithoutANameMakeTheDocumentedNumberARange) {
  investigation::Outcome outcome;
  outcome.documented_low = 17;
  outcome.documented_high = 17;
  EXPECT_EQ("Documented: 17 persons\n", number_text(outcome, base::Catalog("en")));
  outcome.documented_high = 21;
  const std::string text = number_text(outcome, base::Catalog("en"));
  EXPECT_NE(text.find("17 persons with a name; 21 if"), std::string::npos) << text;
}

TEST(NumberText, WhyThereIsNoEstimateIsSaid) {
  investigation::Outcome outcome;
  outcome.no_estimate = base::message("one list says nothing of the others");
  EXPECT_NE(number_text(outcome, base::Catalog("en")).find("Estimated: one list says nothing"),
            std::string::npos);
}

}  // namespace sanaq::answers
