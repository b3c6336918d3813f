#include "sanaq/estimate/evidence_path.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace sanaq::estimate {
namespace {

using Values = std::vector<double>;

// A model whose evidence is normal in log(k + 1/2), with one optimum.
FittedModel normal_in_log(double centre, double sd, int* fits = nullptr) {
  return {[=](double unlisted, const Values& /*start*/) {
            if (fits != nullptr) ++*fits;
            const double x = std::log(unlisted + 0.5), off = (x - centre) / sd;
            return InteractionFit{{1}, 0, -0.5 * off * off - x};
          },
          [](double /*unlisted*/) { return std::vector<Values>{{}}; }};
}

TEST(EvidencePath, FindsHowNarrowAPosteriorIs) {
  for (const double sd : {1.0, 0.1, 0.01, 1e-3}) {
    int fits = 0;
    const PathOptions options{.top = 1e8};
    const EvidencePath path = evidence_path(normal_in_log(14, sd, &fits), options);
    const PathRegion region = region_of(path, options);
    EXPECT_NEAR(region.width / (2 * 1.645 * sd), 1, 0.05) << sd;
    EXPECT_NEAR((region.low + region.high) / 2, 14, 0.1 * sd) << sd;
    EXPECT_LT(fits, 80) << sd;
    for (std::size_t at = 1; at < path.unlisted.size(); ++at) {
      EXPECT_LT(path.unlisted[at - 1], path.unlisted[at]);
      const double low = std::log(path.unlisted[at - 1] + 0.5),
                   high = std::log(path.unlisted[at] + 0.5);
      if (low < 14 + sd && high > 14 - sd) {
        EXPECT_LT(high - low, 1.4 * sd) << sd;
      }
    }
  }
}

TEST(EvidencePath, AWidePosteriorKeepsTheCoarseGrid) {
  const PathOptions options{.top = 1e4};
  const EvidencePath path = evidence_path(normal_in_log(6, 2, nullptr), options);
  EXPECT_EQ(path.unlisted, coarse_grid(1e4, options.coarse_points));
}

// Two branches: a fit stays on the one that it starts on, and only from low numbers does a start
// lie on the better one.
TEST(EvidencePath, NoPointIsLeftOnALowerBranch) {
  const FittedModel model{
      [](double unlisted, const Values& start) {
        const bool better = start[0] > 0;
        const double x = std::log(unlisted + 0.5), off = (x - 10) / 0.05;
        return InteractionFit{start, better ? 1.0 : 0.0, -0.5 * off * off - x + (better ? 1 : 0)};
      },
      [](double unlisted) {
        return std::vector<Values>{{-1}, {unlisted < 100 ? 1.0 : -1.0}};
      }};
  const EvidencePath path = evidence_path(model, {.top = 1e6});
  EXPECT_GT(path.unlisted.size(), 18u);
  for (const InteractionFit& fit : path.fits) EXPECT_EQ(fit.log_posterior, 1);
}

// The better branch is seen only where the posterior is, by starts that are made there.
TEST(EvidencePath, StartsAfreshWhereThePosteriorIs) {
  const FittedModel model{
      [](double unlisted, const Values& start) {
        const bool better = start[0] > 0;
        const double x = std::log(unlisted + 0.5), off = (x - 10) / 0.05;
        return InteractionFit{start, better ? 1.0 : 0.0, -0.5 * off * off - x + (better ? 1 : 0)};
      },
      [](double unlisted) {
        const bool is_near = std::abs(std::log(unlisted + 0.5) - 10) < 0.03;
        return std::vector<Values>{{-1}, {is_near ? 1.0 : -1.0}};
      }};
  const EvidencePath path = evidence_path(model, {.top = 1e6});
  for (const InteractionFit& fit : path.fits) EXPECT_EQ(fit.log_posterior, 1);
}

TEST(EvidencePath, APriorSaysWhereToLook) {
  const PathOptions options{.top = 1e6, .log_weight = [](double unlisted) {
                              return unlisted < 900 || unlisted > 1100 ? -INFINITY : 0;
                            }};
  const PathRegion region = region_of(evidence_path(normal_in_log(8, 1), options), options);
  EXPECT_GT(std::exp(region.low), 880);
  EXPECT_LT(std::exp(region.high), 1120);
}

TEST(RegionsThatMatter, LeaveOutModelsWithoutWeight) {
  const PathOptions options{.top = 1e6};
  FittedModel light = normal_in_log(8, 1);
  light.fit = [fit = light.fit](double unlisted, const Values& start) {
    InteractionFit lower = fit(unlisted, start);
    lower.log_evidence -= 100;
    return lower;
  };
  const std::vector<EvidencePath> paths{evidence_path(normal_in_log(8, 1), options),
                                        evidence_path(light, options)};
  EXPECT_EQ(regions_that_matter(paths, options).size(), 1u);
}

}  // namespace
}  // namespace sanaq::estimate
