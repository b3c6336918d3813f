#include "sanaq/estimate/latent_density.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

constexpr std::size_t classes = 5;

CaptureTable partly_covered_table() {
  CaptureTable table = table_of_counts({0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2});
  table.cells.push_back({1, 8, 20});
  table.cells.push_back({6, 8, 5});
  table.cells.push_back({2, 5, 11});
  return table;
}

// More cells than are taken at once.
CaptureTable table_of_many_cells() {
  std::vector<std::int64_t> counts(64);
  for (std::size_t mask = 1; mask < counts.size(); ++mask)
    counts[mask] = static_cast<std::int64_t>(3 + 5 * mask % 17);
  CaptureTable table = table_of_counts(counts);
  for (std::uint32_t mask = 1; mask < 16; ++mask) table.cells.push_back({mask, 48, 4});
  return table;
}

LatentPoint random_point(const LatentData& data, std::uint64_t seed, std::size_t count = classes) {
  LatentPoint point = latent_point(data, count);
  num::Rng rng(seed, "point");
  for (auto& value : point.s) {
    for (int lane = 0; lane < lane_count; ++lane) value[lane] = 2 * rng.normal();
  }
  for (auto& value : point.eta) {
    for (int lane = 0; lane < lane_count; ++lane) value[lane] = 1.5 * rng.normal();
  }
  return point;
}

// The same, class by class and list by list as the model is written, in one lane.
struct Plain {
  double log_likelihood = 0, log_prior = 0;
};

Plain plain(const LatentData& data, const LatentPoint& point, int lane) {
  const std::size_t count = point.s.size();
  std::vector<double> lambda(point.eta.size()), t(count), weight(count);
  const auto not_listed = [&](std::size_t k, std::uint32_t covered) {
    double product = 1;
    for (std::size_t j = 0; j < data.lists; ++j)
      product *= ((covered >> j) & 1U) != 0 ? 1 - lambda[k * data.lists + j] : 1;
    return product;
  };
  Plain result;
  for (std::size_t i = 0; i < lambda.size(); ++i) {
    lambda[i] = num::inverse_logit(point.eta[i][lane]);
    result.log_prior += std::log(lambda[i] * (1 - lambda[i]));
  }
  for (std::size_t k = 0; k < count; ++k)
    t[k] = point.s[k][lane] - std::log(1 - not_listed(k, data.all_lists));
  const double all = num::log_sum_exp(t);
  for (std::size_t k = 0; k < count; ++k) weight[k] = std::exp(t[k] - all);
  double remaining = 1;
  for (std::size_t k = 0; k + 1 < count; ++k) {
    result.log_prior += std::log(weight[k] / remaining);
    remaining -= weight[k];
  }
  result.log_prior -=
      (0.25 + static_cast<double>(count) - 1) * std::log(0.25 - std::log(weight[count - 1]));
  for (const LatentCell& cell : data.cells) {
    double probability = 0;
    for (std::size_t k = 0; k < count; ++k) {
      double product = weight[k];
      for (std::size_t j = 0; j < data.lists; ++j) {
        if (((cell.covered >> j) & 1U) == 0) continue;
        product *= ((cell.listed >> j) & 1U) != 0 ? lambda[k * data.lists + j]
                                                  : 1 - lambda[k * data.lists + j];
      }
      probability += product;
    }
    result.log_likelihood += cell.count * std::log(probability);
  }
  for (const LatentGroup& group : data.groups) {
    double unlisted = 0;
    for (std::size_t k = 0; k < count; ++k) unlisted += weight[k] * not_listed(k, group.covered);
    result.log_likelihood -= group.observed * std::log(1 - unlisted);
  }
  return result;
}

}  // namespace

void expect_what_is_written_plainly(const LatentData& data) {
  for (const std::size_t count : {classes, std::size_t{10}}) {
    LatentDensity density(data, count);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      LatentPoint point = random_point(data, seed, count);
      density.evaluate(point);
      for (int lane = 0; lane < lane_count; ++lane) {
        const Plain expected = plain(data, point, lane);
        EXPECT_NEAR(point.log_likelihood[lane] / expected.log_likelihood, 1, 1e-10);
        EXPECT_NEAR(point.log_prior[lane], expected.log_prior, 1e-8);
      }
    }
  }
}

TEST(LatentDensity, AgreesWithTheModelWrittenPlainly) {
  const LatentData data = latent_data(partly_covered_table());
  EXPECT_EQ(data.groups.size(), 3U);
  expect_what_is_written_plainly(data);
}

TEST(LatentDensity, AgreesWithTheModelWhereCellsAreMany) {
  expect_what_is_written_plainly(latent_data(table_of_many_cells()));
}

bool equal(const LaneVector& left, const LaneVector& right) {
  return left.size() == right.size() &&
         std::memcmp(left.data(), right.data(), left.size() * sizeof(Lanes)) == 0;
}

// To the last bit: a trajectory may take either.
TEST(LatentDensity, TheGradientAloneIsThatOfTheWhole) {
  const LatentData data = latent_data(partly_covered_table());
  for (const std::size_t count : {classes, std::size_t{10}}) {
    LatentDensity density(data, count);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      LatentPoint whole = random_point(data, seed, count), alone = whole;
      alone.log_likelihood = alone.log_prior = lanes(7);
      density.evaluate(whole);
      density.evaluate_gradient(alone);
      EXPECT_TRUE(equal(whole.gradient, alone.gradient));
      EXPECT_TRUE(equal(whole.log_seen, alone.log_seen));
      EXPECT_TRUE(equal(whole.log_share, alone.log_share));
      EXPECT_TRUE(equal(whole.share, alone.share));
      EXPECT_TRUE(equal(whole.unseen_odds, alone.unseen_odds));
      EXPECT_TRUE(equal(whole.lambda, alone.lambda));
      EXPECT_TRUE(equal(whole.odds, alone.odds));
      EXPECT_EQ(alone.log_likelihood[0], 7);
      EXPECT_EQ(alone.log_prior[7], 7);
    }
  }
}

void expect_the_slopes_of_the_density(const LatentData& data) {
  LatentDensity density(data, classes);
  LatentPoint point = random_point(data, 3);
  density.evaluate(point);
  constexpr double step = 1e-5;
  for (std::size_t i = 0; i < point.gradient.size(); ++i) {
    LatentPoint up = point, down = point;
    (i < classes ? up.s[i] : up.eta[i - classes]) += step;
    (i < classes ? down.s[i] : down.eta[i - classes]) -= step;
    density.evaluate(up);
    density.evaluate(down);
    for (int lane = 0; lane < lane_count; ++lane) {
      const double slope = (up.log_likelihood[lane] + up.log_prior[lane] -
                            down.log_likelihood[lane] - down.log_prior[lane]) /
                           (2 * step);
      EXPECT_NEAR(point.gradient[i][lane], slope, 1e-5 * (1 + std::abs(slope))) << i;
    }
  }
}

TEST(LatentDensity, TheGradientIsThatOfTheDensity) {
  expect_the_slopes_of_the_density(latent_data(partly_covered_table()));
}

TEST(LatentDensity, TheGradientIsThatOfTheDensityWhereCellsAreMany) {
  expect_the_slopes_of_the_density(latent_data(table_of_many_cells()));
}

TEST(LatentDensity, AConstantAddedToAllWeightsChangesNothing) {
  const LatentData data = latent_data(partly_covered_table());
  LatentDensity density(data, classes);
  LatentPoint point = random_point(data, 4), moved = point;
  for (auto& value : moved.s) value += 7.5;
  density.evaluate(point);
  density.evaluate(moved);
  EXPECT_NEAR(point.log_prior[0], moved.log_prior[0], 1e-9);
  EXPECT_NEAR(point.log_likelihood[2], moved.log_likelihood[2], 1e-8);
}

TEST(LatentDensity, WeightsAsSmallAsThePriorMakesThemDoNoHarm) {
  const LatentData data = latent_data(partly_covered_table());
  LatentDensity density(data, classes);
  LatentPoint point = random_point(data, 5);
  for (std::size_t k = 1; k < classes; ++k) point.s[k] -= 1e5 * static_cast<double>(k);
  density.evaluate(point);
  for (const auto& slope : point.gradient) EXPECT_TRUE(std::isfinite(slope[0]));
  EXPECT_TRUE(std::isfinite(point.log_prior[0]));
  // log pi_K is about -4e5 and stays so: (a + K - 1) log(b - log pi_K).
  EXPECT_NEAR(point.log_share[classes - 1][0], -4e5, 50);
}

}  // namespace sanaq::estimate
