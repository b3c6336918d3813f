#include "sanaq/link/spread_sort.h"

#include <gtest/gtest.h>

#include <utility>

#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

using Thing = std::pair<std::uint64_t, int>;

void expect_sorted(std::vector<Thing> things) {
  std::vector<Thing> wanted = things;
  std::sort(wanted.begin(), wanted.end());
  sort_spread(
      things, [](const Thing& thing) { return thing.first; }, std::less<>());
  EXPECT_EQ(things, wanted);
}

TEST(SpreadSort, SortsAsStdSortDoes) {
  num::Rng rng(1, "tests.link.spread_sort");
  for (const std::size_t size : {0U, 1U, 2U, 64U, 65U, 1000U, 70001U}) {
    std::vector<Thing> spread, few_keys, small;
    for (std::size_t at = 0; at < size; ++at) {
      const auto other = static_cast<int>(rng.below(100));
      spread.emplace_back(rng.bits(), other);
      few_keys.emplace_back(rng.below(3) * 0x9E3779B97F4A7C15ULL, other);
      small.emplace_back(rng.below(50), other);
    }
    expect_sorted(std::move(spread));
    expect_sorted(std::move(few_keys));
    expect_sorted(std::move(small));
  }
}

}  // namespace
}  // namespace sanaq::link
