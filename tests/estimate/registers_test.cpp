#include "sanaq/estimate/registers.h"

#include <gtest/gtest.h>

namespace sanaq::estimate {
namespace {

base::Progress silent;

CaptureTable table(std::int64_t on_two) {
  CaptureTable made{.lists = {"A", "B", "C"}, .cells = {}};
  const std::int64_t counts[8] = {0, 60, 50, on_two, 70, on_two, on_two, 9};
  for (std::uint32_t mask = 1; mask < 8; ++mask)
    made.cells.push_back({.listed = mask, .count = counts[mask]});
  return made;
}

TEST(Registers, WithoutSampledRegistersTheAnswerIsThatOfTheOneTable) {
  const Summary alone = estimate(table(12), {}, silent),
                averaged = estimate_over_registers(table(12), {}, {}, silent);
  EXPECT_EQ(alone.estimate->median, averaged.estimate->median);
  EXPECT_EQ(averaged.register_count, 0);
}

TEST(Registers, RegistersThatAgreeAddNoWidth) {
  const std::vector<CaptureTable> sampled(20, table(12));
  const Summary averaged = estimate_over_registers(table(12), sampled, {}, silent);
  EXPECT_EQ(averaged.register_count, 20);
  EXPECT_NEAR(*averaged.link_share, 0, 1e-9);
  EXPECT_NEAR(
      averaged.estimate->interval.high / estimate(table(12), {}, silent).estimate->interval.high, 1,
      0.1);
}

TEST(Registers, RegistersThatDisagreeWidenTheIntervalAndSayHowMuch) {
  std::vector<CaptureTable> sampled;
  for (int draw = 0; draw < 20; ++draw) sampled.push_back(table(draw % 2 == 0 ? 4 : 30));
  const Summary averaged = estimate_over_registers(table(12), sampled, {}, silent);
  const Summary alone = estimate(table(12), {}, silent);
  EXPECT_GT(*averaged.link_share, 0.2);
  EXPECT_GT(averaged.estimate->interval.high / averaged.estimate->interval.low,
            alone.estimate->interval.high / alone.estimate->interval.low);
}

}  // namespace
}  // namespace sanaq::estimate
