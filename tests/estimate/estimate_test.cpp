#include "sanaq/estimate/estimate.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;
const std::vector<std::int64_t> good{0, 70, 60, 9, 50, 8, 7, 3};

}  // namespace

TEST(Estimate, EveryMethodHasItsName) {
  for (const char* name : {"auto", "lcm", "dga", "loglinear", "sparse", "chao", "chapman", "all"}) {
    const auto method = method_from_name(name);
    ASSERT_TRUE(method) << name;
    EXPECT_EQ(method_name(*method), name);
  }
  EXPECT_FALSE(method_from_name("magic"));
}

TEST(Estimate, OptionsThatCannotBeAreRefusedWithWhatToDo) {
  EXPECT_NO_THROW(check_options({}));
  EXPECT_THROW(check_options({.chains = 0}), base::Error);
  EXPECT_THROW(check_options({.draws = 0}), base::Error);
  EXPECT_THROW(check_options({.warmup = 0}), base::Error);
  EXPECT_THROW(check_options({.classes_max = 0}), base::Error);
  EXPECT_THROW(check_options({.threads = -1}), base::Error);
}

TEST(Estimate, EveryAnswerHasChaosBoundAndTheMethodAskedFor) {
  for (const Method method : {Method::automatic, Method::loglinear, Method::chao}) {
    const Summary summary = estimate(table_of_counts(good), {.method = method}, silent);
    EXPECT_EQ(summary.method, method);
    EXPECT_GT(summary.chao_lower_bound, 207);
    ASSERT_TRUE(summary.estimate);
    EXPECT_NEAR(summary.estimate->median - summary.unlisted->median, 207, 1e-6);
  }
}

TEST(Estimate, TwoListsAreAnsweredByChapman) {
  const Summary summary = estimate(table_of_counts({0, 50, 60, 30}), {}, silent);
  ASSERT_TRUE(summary.estimate);
  EXPECT_NEAR(summary.estimate->median, 81.0 * 91 / 31 - 1, 1e-9);
  EXPECT_FALSE(summary.usable());
}

TEST(Estimate, TheOrderOfCellsDoesNotMatter) {
  CaptureTable table = table_of_counts(good);
  const Summary forwards = estimate(table, {.method = Method::loglinear}, silent);
  std::reverse(table.cells.begin(), table.cells.end());
  EXPECT_EQ(estimate(table, {.method = Method::loglinear}, silent).estimate->median,
            forwards.estimate->median);
}

TEST(Estimate, ATableThatIsNoneIsRefused) {
  EXPECT_THROW((void)estimate({{"A", "B", "C"}, {{0, 0, 4}}}, {}, silent), base::Error);
}

}  // namespace sanaq::estimate
