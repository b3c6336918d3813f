#include "sanaq/answers/review_shown.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::answers {
namespace {

using investigation::TaskKind;

base::Progress silent;
const base::Catalog english;

investigation::Outcome an_outcome() {
  investigation::Outcome outcome = investigation::linked_outcome(
      investigation::invented_lists(), {0, 1, 2, 1, 0, 3}, {{0, 2, 3, 0.5, {}}});
  outcome.lists[1].refused_rows.push_back({9, base::message("a total, no person")});
  return outcome;
}

TEST(ReviewShown, OnAScreenBothRowsStandBesideEachOther) {
  const investigation::Outcome outcome = an_outcome();
  const Tasks tasks = investigation::review_queue(outcome, {}, silent);
  const std::string text = review_text(outcome, tasks, 20, english);
  EXPECT_NE(text.find("hospital:1 Aibar Tanbaev (birth 1970-02-03)  morgue:2 Tanbayev A."),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("morgue:#9"), std::string::npos) << text;
  EXPECT_NE(text.find("a total, no person"), std::string::npos) << text;
  EXPECT_EQ(text.find("more"), std::string::npos) << text;
  EXPECT_NE(review_text(outcome, tasks, 1, english).find("and 2 more"), std::string::npos);
  EXPECT_EQ(review_counts(tasks, english),
            "doubtful pairs: 1, groups of three to six in doubt: 0, decisions to look at again: 0, "
            "records without a name: 1, rows not "
            "read: 1, cells not read: 0\n");
}

TEST(ReviewShown, ProgramsGetIdentitiesDigestsAndEveryCell) {
  const investigation::Outcome outcome = an_outcome();
  const auto json = review_json(outcome, investigation::review_queue(outcome, {}, silent), english);
  EXPECT_EQ(json["counts"]["pair"], 1);
  const auto& pair = json["tasks"][0];
  EXPECT_EQ(pair["task"], "pair");
  EXPECT_EQ(pair["probability"], 0.5);
  EXPECT_EQ(pair["records"][0]["record"], "hospital:1");
  EXPECT_EQ(pair["records"][0]["identity"], outcome.records.identities[0]);
  EXPECT_EQ(pair["records"][0]["cells"]["remark"], "=1+1");
  EXPECT_EQ(json["tasks"][2]["place"], "morgue:#9");
}

}  // namespace
}  // namespace sanaq::answers
