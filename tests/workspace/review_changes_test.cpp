#include "sanaq/workspace/review_changes.h"

#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {

TEST(ReviewChanges, AfterTheNextCountItSaysWhatTheAnswersChanged) {
  const AReviewedBench town;
  const VisitByHand by_hand("/review");
  EXPECT_EQ(review_changes(by_hand.visit, town.folder), "");
  EXPECT_EQ(town.post(town.fields(town.first(), "same")).status, 303);
  town.count();
  const std::string changes = review_changes(by_hand.visit, town.folder);
  EXPECT_NE(changes.find("Persons"), std::string::npos) << changes;
  EXPECT_NE(changes.find("+1"), std::string::npos) << "one decision was followed";
  EXPECT_EQ(changes.find("Lists or how they are read"), std::string::npos);
}

}  // namespace sanaq::workspace
