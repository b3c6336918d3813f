#include "sanaq/exchange/matched_persons.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/link/evaluate.h"

namespace sanaq::exchange {
namespace {

const std::vector<Membership> clusters = {{"a", "1", "p"}, {"b", "1", "p"}, {"b", "2", "q"}};

TEST(MatchedPersons, EachRecordOfTheTruthHasBothLabels) {
  const Matched matched = match_persons(
      clusters, "clusters.csv", {{"a", "1", "x"}, {"b", "1", "y"}, {"c", "7", "y"}}, "t", false);
  EXPECT_EQ(matched.linked, (std::vector<std::uint32_t>{0, 0, 2}));
  EXPECT_EQ(matched.truth, (std::vector<std::uint32_t>{0, 1, 1}));
  EXPECT_EQ(matched.not_in_clusters, 1);
  EXPECT_EQ(matched.not_in_truth, 1);
}

TEST(MatchedPersons, WithASampleTheOtherRecordsStay) {
  const Matched matched = match_persons(clusters, "c", {{"a", "1", "x"}}, "t", true);
  EXPECT_EQ(matched.linked, (std::vector<std::uint32_t>{0, 0, 1}));
  EXPECT_EQ(matched.truth, (std::vector<std::uint32_t>{0, link::not_reviewed, link::not_reviewed}));
}

TEST(MatchedPersons, TablesThatDoNotFitAreRefused) {
  EXPECT_THROW((void)match_persons(clusters, "c", {{"", "1", "x"}}, "t", false), base::Error);
  try {
    (void)match_persons(clusters, "c", {{"z", "1", "x"}}, "truth.csv", false);
    FAIL() << "they have no record in common";
  } catch (const base::Error& error) {
    EXPECT_NE(error.message().english().find("c and truth.csv"), std::string::npos);
  }
}

}  // namespace
}  // namespace sanaq::exchange
