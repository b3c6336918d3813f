#include "sanaq/splink/score.h"

#include <cmath>

#include "sanaq/base/stopwatch.h"

namespace sanaq::splink {
namespace {

double bits_of(double probability) {
  return probability <= 0 ? -1e300 : std::log2(probability / (1 - probability));
}

// One after another in the order of pieces.
void gather(std::vector<FoundPairs>& found, Weighing& weighing) {
  std::size_t joined = 0;
  for (const FoundPairs& piece : found) joined += piece.joined.size();
  weighing.joined.reserve(joined);
  for (FoundPairs& piece : found) {
    weighing.candidate_pairs += piece.candidates;
    weighing.joined.insert(weighing.joined.end(), piece.joined.begin(), piece.joined.end());
    piece.joined = {};
    weighing.pairs->add(std::move(piece.chosen));
  }
}

}  // namespace

Weighing weigh_pairs(const std::shared_ptr<const Levels>& levels, const Model& model,
                     BlockedTable blocked, const PairsWanted& wanted, link::Workers& workers,
                     base::Progress& progress) {
  const base::Stopwatch watch;
  Weighing weighing;
  weighing.pairs = std::make_shared<WeighedPairs>(levels, model);
  const Weights& weights = weighing.pairs->weights();
  std::vector<ScreenPlan> plans;
  for (std::size_t at = 0; at < blocked.rules.size(); ++at) {
    plans.emplace_back(*levels, weights, blocked.equal_columns[at]);
    weighing.pairs_of_rule.push_back(static_cast<std::int64_t>(blocked.rules[at].pair_count()));
  }
  std::vector<Piece> pieces = cut_blocks(blocked.rules);
  const bool keeps_all = wanted.probability_min <= 0;
  const std::size_t slots = pieces.empty() ? 0 : pieces.back().slot + pieces.back().slots;
  PatternStore store(weights.low_pattern_count(), weights.has_high_half(), keeps_all ? slots : 0);
  const PairTask task{.levels = *levels,
                      .weights = weights,
                      .blocked = blocked,
                      .rules = blocked.rules,
                      .plans = plans,
                      .join_bits = bits_of(wanted.join_from),
                      .least_bits = bits_of(wanted.probability_min),
                      .store = keeps_all ? &store : nullptr};
  std::vector<FoundPairs> found(pieces.size());
  link::Workers::PerThread<PairFinder> finder([&] { return std::make_unique<PairFinder>(task); });
  workers.each(pieces.size(), progress,
               [&](std::size_t at) { finder.here().find(pieces[at], found[at]); });
  gather(found, weighing);
  if (keeps_all)
    weighing.pairs->set({std::move(blocked.rules), std::move(pieces), std::move(store),
                         static_cast<std::size_t>(weighing.candidate_pairs)});
  weighing.seconds_scoring = watch.seconds();
  return weighing;
}

Weighing weigh_pairs(const record::RecordTable& table, const Model& model,
                     const PairsWanted& wanted, link::Workers& workers, base::Progress& progress) {
  const auto levels = std::make_shared<const Levels>(table, model);
  return weigh_pairs(
      levels, model,
      block_table(table, *levels, wanted.leave_out, wanted.across_lists_only, workers, progress),
      wanted, workers, progress);
}

}  // namespace sanaq::splink
