#include "sanaq/draw/histogram_drawing.h"

#include <gtest/gtest.h>

#include <numeric>

namespace sanaq::draw {

TEST(HistogramDrawing, EveryDrawIsInABinOrToldAsBeyond) {
  std::vector<double> draws;
  for (int draw = 0; draw < 1000; ++draw) draws.push_back(100 + draw % 90);
  draws.push_back(1e6);
  const Bins bins = bin_draws(draws, 60);
  EXPECT_LE(bins.counts.size(), 60u);
  EXPECT_EQ(std::accumulate(bins.counts.begin(), bins.counts.end(), bins.beyond), 1001);
  EXPECT_EQ(bins.beyond, 1);
}

TEST(HistogramDrawing, WithoutDrawsThereIsNoDrawing) {
  EXPECT_EQ(histogram_drawing({}, Voice("en"), 640, "h"), "");
}

}  // namespace sanaq::draw
