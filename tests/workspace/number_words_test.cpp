#include "sanaq/workspace/number_words.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

using base::message;

TEST(NumberWords, AReasonLeadsToWhatMendsIt) {
  EXPECT_EQ(mending_of(message("nobody is on two lists: no method can give a number here")).path,
            "/lists");
  EXPECT_EQ(mending_of(message("{} persons are documented, but the sampled registers have from {} "
                               "to {}"))
                .path,
            "/review");
  EXPECT_EQ(mending_of(message("nobody is on both {} and {}; say what each list covered")).path,
            "/lists");
  EXPECT_EQ(mending_of(message("the chains have not come together")).path, "/settings");
  EXPECT_FALSE(mending_of(message("something new")).words.id.empty());
}

TEST(NumberWords, AnEstimateThatMayBeQuotedHasNoReason) {
  investigation::Number number;
  number.documented_low = number.documented_high = 6;
  number.estimate.emplace();
  number.estimate->estimate = estimate::Estimate{9, 9, {"model", .9, 7, 14}};
  EXPECT_TRUE(reasons_of(number).empty());
  Data data;
  set_number_words(data, number, draw::Voice("en"));
  EXPECT_EQ(data.get("median")->string_value(), "9");
  EXPECT_EQ(data.get("documented")->string_value(), "6");
  EXPECT_TRUE(data.get("is_usable")->is_true());
  number.estimate->reasons.push_back(message("thin"));
  set_number_words(data, number, draw::Voice("en"));
  EXPECT_TRUE(data.get("is_usable")->is_false());
  EXPECT_EQ(data.get("first_reason")->string_value(), "thin");
}

TEST(NumberWords, WithoutAnEstimateItSaysWhyThereIsNone) {
  investigation::Number number;
  number.no_estimate = message("one list");
  EXPECT_EQ(reasons_of(number), (std::vector<base::Message>{message("one list")}));
  Data data;
  set_number_words(data, number, draw::Voice("en"));
  EXPECT_TRUE(data.get("has_estimate")->is_false());
}

}  // namespace
}  // namespace sanaq::workspace
