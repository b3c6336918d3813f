#include "sanaq/splink/chance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sanaq/link/record_order.h"
#include "sanaq/num/rng.h"
#include "sanaq/splink/row_levels.h"

namespace sanaq::splink {
namespace {

constexpr std::size_t values_at_most = 4096, records_at_most = 1024;

// A value that stands for `weight` records.
struct Standing {
  std::uint32_t code = 0;
  double weight = 0;
};

std::vector<double> counts_of(const Levels::Simple& simple) {
  const record::Column& column = *simple.column->column;
  std::vector<double> counts(column.values.size());
  for (const std::uint32_t code : column.codes) ++counts[code];
  counts[0] = 0;
  for (std::size_t code = 0; code < simple.is_null.size(); ++code) {
    if (simple.is_null[code] != 0) counts[code] = 0;
  }
  return counts;
}

// The most frequent values, then draws from all others.
std::vector<Standing> standing_values(const record::Column& column,
                                      const std::vector<double>& counts, num::Rng& rng) {
  std::vector<Standing> values;
  for (std::uint32_t code = 1; code < counts.size(); ++code) {
    if (counts[code] > 0) values.push_back({code, counts[code]});
  }
  const bool is_all = values.size() <= values_at_most;
  const std::size_t frequent = is_all ? values.size() : values_at_most / 2;
  const auto comes_first = [&](const Standing& a, const Standing& b) {
    return a.weight != b.weight ? a.weight > b.weight
                                : column.values[a.code] < column.values[b.code];
  };
  std::sort(values.begin(), values.end(), comes_first);
  if (is_all) return values;
  std::vector<std::uint64_t> ends;
  std::uint64_t records = 0;
  for (std::size_t at = frequent; at < values.size(); ++at)
    ends.push_back(records += static_cast<std::uint64_t>(values[at].weight));
  std::vector<Standing> standing(values.begin(),
                                 values.begin() + static_cast<std::ptrdiff_t>(frequent));
  const std::size_t drawn = values_at_most - frequent;
  for (std::size_t draw = 0; draw < drawn; ++draw) {
    const auto end = std::upper_bound(ends.begin(), ends.end(), rng.below(records));
    standing.push_back({values[frequent + static_cast<std::size_t>(end - ends.begin())].code,
                        static_cast<double>(records) / static_cast<double>(drawn)});
  }
  return standing;
}

// Weights of the pairs of different values, by level.
std::vector<double> weigh_levels(const Levels& levels, const Weights& weights,
                                 std::size_t comparison, const std::vector<Standing>& values,
                                 link::Workers& workers, base::Progress& progress) {
  const ScreenPlan plan = ScreenPlan::of_comparison(levels, weights, comparison);
  constexpr std::size_t parts = 16;
  const std::size_t level_count = levels.comparisons()[comparison].levels.size();
  std::vector<std::vector<double>> sums(parts, std::vector<double>(level_count));
  workers.each(parts, progress, [&](std::size_t part) {
    RowLevels rows(levels, weights);
    rows.lay_out(plan, values.size());
    for (std::size_t at = 0; at < values.size(); ++at) rows.codes(0)[at] = values[at].code;
    rows.take_facts(plan, values.size());
    for (std::size_t right = part; right < values.size(); right += parts) {
      const RightRow row{0, static_cast<std::uint32_t>(right), 0, 0};
      const Screened& screened = rows.find(plan, {}, {}, {&row, 1}, 1e30F, true);
      std::vector<double> here(level_count);
      for (std::size_t left = 0; left < right; ++left) {
        const std::uint64_t pattern =
            (plan.screens()[0].is_high_half ? std::uint64_t{screened.high[left]} << 32
                                            : screened.low[left]);
        if (values[left].code != values[right].code)
          here[weights.level(pattern, comparison)] += values[left].weight;
      }
      for (std::size_t level = 0; level < level_count; ++level)
        sums[part][level] += here[level] * values[right].weight;
    }
  });
  for (std::size_t part = 1; part < parts; ++part) {
    for (std::size_t level = 0; level < level_count; ++level) sums[0][level] += sums[part][level];
  }
  return sums[0];
}

std::vector<double> of_values(const Levels& levels, std::size_t comparison, std::uint64_t seed,
                              link::Workers& workers, base::Progress& progress) {
  const Levels::Simple& simple = *levels.comparisons()[comparison].simple;
  const std::vector<double> counts = counts_of(simple);
  const double records = std::accumulate(counts.begin(), counts.end(), 0.0);
  std::vector<double> chance(levels.comparisons()[comparison].levels.size());
  if (records < 2) return chance;
  double same = 0;
  for (const double count : counts) same += count * (count - 1);
  chance[simple.same] = same / (records * (records - 1));
  const double different = 1 - chance[simple.same];
  if (simple.tests.empty()) {
    chance[simple.otherwise] += different;
    return chance;
  }
  num::Rng rng(seed, "link.splink.chance", comparison);
  const Weights weights(levels);
  const std::vector<double> weighed =
      weigh_levels(levels, weights, comparison,
                   standing_values(*simple.column->column, counts, rng), workers, progress);
  const double sum = std::accumulate(weighed.begin(), weighed.end(), 0.0);
  for (std::size_t level = 0; sum > 0 && level < chance.size(); ++level)
    chance[level] += different * weighed[level] / sum;
  return chance;
}

std::vector<double> of_records(const record::RecordTable& table, const Levels& levels,
                               std::size_t comparison, std::uint64_t seed) {
  std::vector<std::uint32_t> records = link::record_order(table);
  num::Rng rng(seed, "link.splink.chance", comparison);
  for (std::size_t at = 0; at < std::min(records_at_most, records.size()); ++at)
    std::swap(records[at], records[at + rng.below(records.size() - at)]);
  records.resize(std::min(records_at_most, records.size()));
  LevelFinder finder(levels);
  const auto& of_model = levels.model().comparisons[comparison].levels;
  std::vector<double> chance(of_model.size());
  double pairs = 0;
  for (std::size_t right = 1; right < records.size(); ++right) {
    for (std::size_t left = 0; left < right; ++left) {
      const std::uint8_t level = finder.slow_level(comparison, records[left], records[right]);
      if (of_model[level].is_null) continue;
      ++chance[level];
      ++pairs;
    }
  }
  for (double& share : chance) share /= std::max(1.0, pairs);
  return chance;
}

}  // namespace

std::vector<double> chance_of_levels(const record::RecordTable& table, const Levels& levels,
                                     std::size_t comparison, std::uint64_t seed,
                                     link::Workers& workers, base::Progress& progress) {
  if (levels.comparisons()[comparison].simple)
    return of_values(levels, comparison, seed, workers, progress);
  return of_records(table, levels, comparison, seed);
}

}  // namespace sanaq::splink
