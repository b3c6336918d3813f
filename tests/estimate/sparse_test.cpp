#include "sanaq/estimate/sparse.h"

#include <gtest/gtest.h>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

}  // namespace

// SparseMSE's stepwise fits of the same tables at its default .02: ../shared/data/mse/peers.csv.
TEST(Sparse, PublishedTablesGiveTheNumbersOfTheAuthorsPackage) {
  const struct {
    const char* table;
    double total;
  } published[]{{"uk_5", 11312.99}, {"western_us_5", 2483.41}, {"neworleans_5", 1034.15}};
  for (const auto& known : published) {
    const auto counts = help::mse_table(known.table);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary summary = estimate_sparse(table_of_counts(*counts), {}, silent);
    ASSERT_TRUE(summary.estimate) << known.table;
    EXPECT_NEAR(summary.estimate->median, known.total, 0.5)
        << known.table << " " << summary.models.front().model;
  }
}

TEST(Sparse, TheArtificialTableIsRefusedWithTheReason) {
  const Summary summary = estimate_sparse(table_of_counts({0, 40, 30, 6, 20, 0, 0, 0}), {}, silent);
  EXPECT_FALSE(summary.estimate);
  EXPECT_NE(summary.reasons.back().english().find("no finite estimate"), std::string::npos);
}

TEST(Sparse, IndependentListsStayIndependent) {
  const Summary summary =
      estimate_sparse(table_of_counts({0, 210, 140, 140, 90, 90, 60, 60}), {}, silent);
  EXPECT_EQ(summary.models.front().model, "A B C");
  EXPECT_NEAR(summary.estimate->median, 1000, 1);
}

}  // namespace sanaq::estimate
