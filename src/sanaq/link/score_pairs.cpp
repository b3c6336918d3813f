#include "sanaq/link/score_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>

#include "sanaq/link/least_weights.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// Probabilities of pairs that are not kept are summed as whole numbers of this part, whichever
// thread met them.
constexpr double cut_units = 1 << 30;
std::int64_t in_cut_units(double log_odds) {
  return std::llround(num::inverse_logit(log_odds) * cut_units);
}

// What a piece of the pairs gives.
struct Scored {
  std::vector<Candidate> kept;
  std::int64_t pairs = 0;
};

// One thread's.
struct Scoring {
  Comparer* comparer = nullptr;
  PairScorer scorer;
  std::vector<std::int64_t> cut;
};
using Scorings = Workers::PerThread<Scoring>;

// By whether two records are of one list.
struct Bounds {
  explicit Bounds(const PairModel& model)
      : priors{num::logit(model.prior_match), num::logit(model.prior_within)},
        least(least_weights(model)) {}
  std::array<double, 2> priors;  // log odds
  KeptPairs::Least least;
};

// Most pairs are told by their pattern to be nobody's; the others are weighed by their values.
void score_pair(const MetPair& pair, const PairSpace& space, const Bounds& bounds, Scoring& scoring,
                Scored& part) {
  const bool is_within = space.is_within(pair.left, pair.right);
  const double prior = bounds.priors[is_within], least = bounds.least[is_within];
  PairScorer::Most most = scoring.scorer.most(pair.levels, pair.left, pair.right, least);
  if (most.log_ratio < least) return;
  std::uint64_t levels = pair.levels;
  if (pair.open != 0) {
    levels = scoring.comparer->closed(levels, pair.open, pair.left, pair.right);
    most = scoring.scorer.most(levels, pair.left, pair.right);
  }
  if (most.log_ratio < least) return;
  double log_odds = prior + most.log_ratio;
  if (!most.is_all || log_odds > worth_keeping - weight_slack) {
    const double log_ratio = scoring.scorer.log_ratio(levels, pair.left, pair.right);
    log_odds = prior + log_ratio;
    if (log_odds > worth_keeping) {
      part.kept.push_back({pair.left, pair.right, log_ratio});
      return;
    }
  }
  if (log_odds - prior > told_against)
    scoring.cut[space.list_pair(pair.left, pair.right)] += in_cut_units(log_odds);
}

void score_kept(const PairSpace& space, const KeptPairs& kept, const Bounds& bounds, Crew& crew,
                Scorings& scorings, std::vector<Scored>& parts) {
  parts.resize(kept.pieces().size());
  crew.workers.each(parts.size(), crew.progress, [&](std::size_t piece) {
    Scoring& scoring = scorings.here();
    for (const auto& [left, right, levels] : kept.pieces()[piece])
      score_pair({left, right, 0, 0, levels}, space, bounds, scoring, parts[piece]);
  });
}

void score_visited(const PreparedRecords& records, const std::vector<Key>& keys,
                   const std::vector<Rule>& rules, const Bounds& bounds, Crew& crew,
                   Scorings& scorings, std::vector<Scored>& parts) {
  const auto begin = [&](std::size_t piece, std::size_t) -> Visit {
    return [&, &part = parts[piece], &scoring = scorings.here()](std::span<const MetPair> pairs) {
      part.pairs += static_cast<std::int64_t>(pairs.size());
      for (const MetPair& pair : pairs) score_pair(pair, records.space, bounds, scoring, part);
    };
  };
  visit_pairs(rules, keys, records.space, records.columns.is_linkable, crew.comparers, crew.workers,
              crew.progress,
              {[&](std::size_t pieces) { parts.resize(pieces); }, begin,
               scorings.here().scorer.best_of_different()});
}

// Adds what the threads and pieces gave.
void join(const Scorings& scorings, const std::vector<Scored>& parts, ScoredPairs& scored) {
  scorings.each([&](const Scoring& part) {
    for (std::size_t lists = 0; lists < scored.cut.size(); ++lists)
      scored.cut[lists] += static_cast<double>(part.cut[lists]) / cut_units;
  });
  for (const Scored& part : parts) {
    scored.pairs += part.pairs;
    scored.edges.insert(scored.edges.end(), part.kept.begin(), part.kept.end());
  }
  std::sort(scored.edges.begin(), scored.edges.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
}

}  // namespace

ScoredPairs score_pairs(const PreparedRecords& records, const std::vector<Key>& keys,
                        const std::vector<Rule>& rules, const PairModel& model,
                        const PatternCounts& counts, std::unique_ptr<KeptPairs> kept, Crew& crew) {
  const Bounds bounds(model);
  ScoredPairs scored{{}, std::vector<double>(records.space.list_pair_count()), 0};
  std::vector<Scored> parts;
  Scorings scorings([&] {
    return std::make_unique<Scoring>(Scoring{&crew.comparers.here(),
                                             PairScorer(model, crew.comparers.here()),
                                             std::vector<std::int64_t>(scored.cut.size())});
  });
  if (kept && kept->holds_all(model, bounds.least, counts)) {
    scored.pairs = kept->visited();
    score_kept(records.space, *kept, bounds, crew, scorings, parts);
  } else {
    kept.reset();
    score_visited(records, keys, rules, bounds, crew, scorings, parts);
  }
  kept.reset();  // before the search of persons needs the memory
  join(scorings, parts, scored);
  return scored;
}

}  // namespace sanaq::link
