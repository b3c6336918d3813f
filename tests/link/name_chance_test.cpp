#include "sanaq/link/name_chance.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

std::size_t names_in(const Columns& columns) {
  std::size_t f = 0;
  while (columns.features.at(f).kind != Kind::name) ++f;
  return f;
}

// The slow twin: every pair of records that may be one person.
std::vector<double> counted(const record::RecordTable& table, std::size_t f, Comparer& comparer) {
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  std::vector<double> u(static_cast<std::size_t>(level_count(Kind::name)));
  double pairs = 0;
  for (std::uint32_t left = 0; left < table.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < table.record_count(); ++right) {
      if (!space.may_meet(left, right)) continue;
      u[static_cast<std::size_t>(comparer.compare_one(f, left, right))] += 1;
      ++pairs;
    }
  }
  for (double& share : u) share /= pairs;
  return u;
}

TEST(NameChance, DrawnInStrataItIsWhatCountingAllPairsGives) {
  const record::RecordTable table = a_town_of_names(1200, 2);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  const NameChance drawn = name_chance(names_in(columns), comparer, space, 1);
  const std::vector<double> all = counted(table, names_in(columns), comparer);
  EXPECT_NEAR(std::accumulate(drawn.of_all.begin(), drawn.of_all.end(), 0.0), 1, 1e-9);
  for (std::size_t level = 0; level < all.size(); ++level)
    EXPECT_NEAR(drawn.of_all[level], all[level], 0.1 * all[level] + 3e-6) << level;
}

TEST(NameChance, TheSameSeedGivesTheSame) {
  const record::RecordTable table = a_town_of_names(300, 2);
  const Columns columns = columns_of(table);
  Comparer first(columns.features), second(columns.features);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  EXPECT_EQ(name_chance(names_in(columns), first, space, 3).of_all,
            name_chance(names_in(columns), second, space, 3).of_all);
}

}  // namespace
}  // namespace sanaq::link
