#include "sanaq/report/result_text.h"

#include <gtest/gtest.h>

namespace sanaq::report {

TEST(ResultText, ANumberNotToBeQuotedSaysSoWithTheReason) {
  estimate::Summary summary;
  summary.estimate = estimate::Estimate{20, 22, {"back-tested", 0.9, 13, 40}};
  summary.unlisted = summary.estimate;
  EXPECT_EQ(estimate_text(summary, base::Catalog("en")).find("Not to be quoted"),
            std::string::npos);
  summary.reasons = {base::message("the lists hardly meet")};
  const std::string text = estimate_text(summary, base::Catalog("en"));
  EXPECT_NE(text.find("Not to be quoted"), std::string::npos);
  EXPECT_NE(text.find("the lists hardly meet"), std::string::npos);
}

TEST(ResultText, BothBoundsStandBesideTheNumberWhereThereAreAny) {
  estimate::Summary summary;
  summary.estimate = estimate::Estimate{13319, 13319, {"back-tested", 0.9, 8847, 21775}};
  const base::Catalog english("en");
  EXPECT_EQ(estimate_text(summary, english).find("lower bound"), std::string::npos);
  summary.chao_lower_bound = 8803.2;
  EXPECT_NE(estimate_text(summary, english).find("Chao's lower bound: 8,803\n"), std::string::npos);
  summary.chao_with_list_effects = 8591.2;
  EXPECT_NE(estimate_text(summary, english)
                .find("8,803; where lists differ in how many they reach: 8,591"),
            std::string::npos);
}

TEST(ResultText, TheOverlapIsATableOfListsByLists) {
  const std::string text = overlap_text(
      {.lists = {"a", "b"}, .cells = {{.listed = 3, .count = 5}, {.listed = 1, .count = 7}}},
      base::Catalog("en"));
  EXPECT_NE(text.find("12"), std::string::npos);
  EXPECT_NE(text.find("5"), std::string::npos);
}

}  // namespace sanaq::report
