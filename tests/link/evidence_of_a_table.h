// Everything that EM learns from, of all pairs of a small table.
#pragma once
#include <array>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

struct EvidenceOfATable {
  explicit EvidenceOfATable(const record::RecordTable& table)
      : columns(columns_of(table)),
        comparer(columns.features),
        chance(chance_agreement(columns.features, comparer, marks_of(table), 1)),
        moments(excess_agreement(columns.features)) {
    const auto count = static_cast<std::uint32_t>(table.record_count());
    for (std::uint32_t left = 0; left < count; ++left) {
      for (std::uint32_t right = left + 1; right < count; ++right)
        counts.add(comparer, levels_of(left, right), left, right, {~0U, 0, 0});
    }
    const auto records = static_cast<double>(count);
    totals = {records * (records - 1) / 2, 0, {false}, {records * (records - 1) / 2}};
  }
  EvidenceOfATable(const EvidenceOfATable&) = delete;
  EvidenceOfATable& operator=(const EvidenceOfATable&) = delete;

  std::uint64_t levels_of(std::uint32_t left, std::uint32_t right) {
    std::array<std::int8_t, 32> levels{};
    comparer.compare(left, right, levels.data());
    return pack_levels(levels.data(), columns.features.size());
  }
  [[nodiscard]] PairEvidence evidence() const {
    return {columns.features,
            counts.sorted(),
            counts.known(),
            chance,
            by_group,
            moments,
            1,
            totals,
            std::numeric_limits<double>::infinity()};
  }
  [[nodiscard]] PairModel first() const {
    return first_model(columns.features, chance, moments, totals);
  }
  [[nodiscard]] Learnt learnt() const {
    return learn(columns.features, counts, chance, by_group, moments, first(), 1, totals);
  }

  Columns columns;
  Comparer comparer;
  std::vector<std::vector<double>> chance;
  Moments moments;
  PatternCounts counts;
  PairTotals totals;
  ChanceByGroup by_group;
};

}  // namespace sanaq::link
