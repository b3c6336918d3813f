#include "sanaq/estimate/strata.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "estimate/table_of_counts.h"
#include "sanaq/base/error.h"
#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

Stratum part(const std::string& name, const std::vector<std::int64_t>& counts) {
  return {name, table_of_counts(counts), {}};
}
const std::vector<Stratum> two{part("men", {0, 60, 50, 12, 70, 14, 11, 9}),
                               part("women", {0, 20, 30, 3, 25, 4, 2, 1})};
const Options quick{.checks_on_own_lists = false, .alternatives = false};

TEST(Strata, AddUpDrawByDrawAndSayWhatEachIs) {
  for (const Method method : {Method::automatic, Method::decomposable, Method::latent_class}) {
    Options options = quick;
    options.method = method;
    const Summary summary = estimate_strata(two, options, silent);
    ASSERT_TRUE(summary.estimate) << method_name(method);
    ASSERT_EQ(summary.strata.size(), 2u);
    for (std::size_t draw = 0; draw < summary.total_draws.size(); ++draw) {
      ASSERT_EQ(summary.total_draws[draw],
                summary.strata[0].draws[draw] + summary.strata[1].draws[draw]);
    }
    EXPECT_EQ(summary.observed, 226 + 85);
    EXPECT_TRUE(summary.unstratified);
    EXPECT_TRUE(summary.strata[1].alone);
  }
}

TEST(Strata, OneStratumIsThePlainAnswer) {
  const Summary plain = estimate(two[0].table, quick, silent),
                one = estimate_strata({two[0]}, quick, silent);
  EXPECT_EQ(plain.estimate->median, one.estimate->median);
  EXPECT_TRUE(one.strata.empty());
}

TEST(Strata, ThreadsChangeNoByte) {
  Options one = quick, four = quick;
  one.threads = 1;
  four.threads = 4;
  EXPECT_EQ(estimate_strata(two, one, silent).total_draws,
            estimate_strata(two, four, silent).total_draws);
}

TEST(Strata, AMethodWithoutDrawsGivesEachStratumAndNoTotal) {
  Options options = quick;
  options.method = Method::chao;
  const Summary summary = estimate_strata(two, options, silent);
  EXPECT_FALSE(summary.estimate);
  EXPECT_FALSE(summary.usable());
  EXPECT_TRUE(summary.strata[0].alone);
}

TEST(Strata, AListThatDidNotCoverAStratumIsLeftOutOfIt) {
  std::vector<Stratum> strata{part("north", {0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2}),
                              part("south", {0, 70, 60, 9, 50, 8, 7, 3})};
  strata[1].table.lists = strata[0].table.lists;
  for (Cell& cell : strata[1].table.cells) cell.not_covered = 8;
  const Summary summary = estimate_strata(strata, quick, silent);
  ASSERT_TRUE(summary.estimate);
  const Summary alone = estimate(table_of_counts({0, 70, 60, 9, 50, 8, 7, 3}), quick, silent);
  EXPECT_EQ(summary.strata[1].alone->median, alone.estimate->median);
}

TEST(Strata, AStratumThatTwoListsCoveredLeavesNoTotalAndSaysWhichItIs) {
  std::vector<Stratum> strata = two;
  std::vector<Cell> kept;
  for (Cell cell : strata[1].table.cells) {
    cell.not_covered = 4;
    if ((cell.listed & 4U) == 0) kept.push_back(cell);
  }
  strata[1].table.cells = kept;
  const Summary summary = estimate_strata(strata, quick, silent);
  EXPECT_FALSE(summary.estimate);
  EXPECT_FALSE(summary.strata[1].reasons.empty());
  EXPECT_NE(summary.reasons.back().english().find("women"), std::string::npos);
}

TEST(Strata, DoubtAboutLinksWidensStrataAndTotal) {
  std::vector<Stratum> strata = two;
  for (int draw = 0; draw < 10; ++draw) {
    strata[0].sampled.push_back(part("men", {0, 60, 50, draw % 2 ? 4 : 30, 70, 14, 11, 9}).table);
    strata[1].sampled.push_back(two[1].table);
  }
  const Summary plain = estimate_strata(two, quick, silent),
                sampled = estimate_strata(strata, quick, silent);
  EXPECT_EQ(sampled.register_count, 10);
  EXPECT_GT(*sampled.link_share, 0.02);
  EXPECT_GT(sampled.strata[0].estimate->interval.high / sampled.strata[0].estimate->interval.low,
            plain.strata[0].estimate->interval.high / plain.strata[0].estimate->interval.low);
}

TEST(Strata, LatentClassesGoOnFromRegisterToRegister) {
  std::vector<Stratum> strata = two;
  for (Stratum& stratum : strata) stratum.sampled.assign(20, stratum.table);
  Options options = quick;
  options.method = Method::latent_class;
  const Summary chained = estimate_strata(strata, options, silent),
                plain = estimate_strata(two, options, silent);
  ASSERT_TRUE(chained.estimate);
  EXPECT_NEAR(chained.estimate->median / plain.estimate->median, 1, 0.06);
}

// What one stratum alone cannot say is settled in the whole.
TEST(Strata, AListTwiceCountsOnceInEachOfThem) {
  const auto with_copy = [](CaptureTable one) {
    const std::size_t lists = one.lists.size();
    one.lists.push_back("copy");
    for (Cell& cell : one.cells) cell.listed |= (cell.listed & 1U) << lists;
    return one;
  };
  std::vector<Stratum> plain, copied;
  for (const std::int64_t more : {0, 20, 40}) {
    CaptureTable table{{"A", "B", "C"}, {}};
    const std::int64_t counts[8] = {0, 60 + more, 50, 12, 70, 14 + more / 4, 11, 9};
    for (std::uint32_t mask = 1; mask < 8; ++mask) table.cells.push_back({mask, 0, counts[mask]});
    plain.push_back({"s" + std::to_string(more), table, {}});
    copied.push_back({plain.back().name, with_copy(table), {}});
  }
  const Summary once = estimate_strata(plain, {}, silent),
                twice = estimate_strata(copied, {}, silent);
  EXPECT_EQ(once.estimate->median, twice.estimate->median);
  EXPECT_EQ(once.strata[1].estimate->median, twice.strata[1].estimate->median);
}

// A stratum in which nobody is on two lists leans on the others; its words do not say that there is
// no number beside one.
TEST(Strata, AStratumWithoutOverlapSaysWhatItsNumberRestsOn) {
  const CaptureTable good{{"A", "B", "C"},
                          {{1, 0, 60}, {2, 0, 50}, {3, 0, 12}, {4, 0, 70}, {5, 0, 14}, {7, 0, 9}}};
  const CaptureTable bare{{"A", "B", "C"}, {{1, 0, 6}, {2, 0, 5}, {4, 0, 4}}};
  const Summary summary = estimate_strata({{"good", good, {}}, {"bare", bare, {}}}, {}, silent);
  ASSERT_TRUE(summary.estimate);
  int said = 0;
  for (const base::Message& reason : summary.strata[1].reasons) {
    said += reason.english().find("nobody is on two lists here: the number rests on") == 0 ? 1 : 0;
    EXPECT_EQ(reason.english().find("no method can give a number"), std::string::npos);
  }
  EXPECT_EQ(said, 1);
}

TEST(Strata, AStratumOfASampledRegisterOnlyIsKept) {
  const auto strata = with_sampled({two[0]}, {{two[0], two[1]}, {two[0]}});
  ASSERT_EQ(strata.size(), 2u);
  EXPECT_EQ(strata[1].table.observed(), 0);
  EXPECT_EQ(strata[1].sampled[0].observed(), 85);
  EXPECT_EQ(strata[1].sampled[1].observed(), 0);
  EXPECT_TRUE(estimate_strata(strata, quick, silent).estimate);
}

}  // namespace
}  // namespace sanaq::estimate
