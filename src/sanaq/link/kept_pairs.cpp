#include "sanaq/link/kept_pairs.h"

#include <limits>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"

namespace sanaq::link {
namespace {

// Pairs that lack less than this of what is worth weighing are kept (natural log).
constexpr double margin = 8;
constexpr double few_pairs = 4e6;

KeptPairs::Least lowered(const KeptPairs::Least& least, double pairs) {
  const double by = pairs <= few_pairs ? std::numeric_limits<double>::infinity() : margin;
  return {least[0] - by, least[1] - by};
}

}  // namespace

KeptPairs::KeptPairs(const PairModel& before, const Least& least, const PairSpace& space,
                     Comparers& comparers, double pairs, std::size_t pairs_most)
    : before_(before),
      least_(lowered(least, pairs)),
      space_(&space),
      comparers_(&comparers),
      pairs_most_(pairs_most),
      screens_([this] {
        return std::make_unique<Screen>(Screen{PairScorer(before_, comparers_->here())});
      }) {}

KeptPairs::Take KeptPairs::begin(std::size_t piece) {
  return [this, &kept = pieces_[piece], &screen = screens_.here()](
             std::span<const MetPair> pairs, std::span<const std::uint32_t> patterns) {
    visited_ += static_cast<std::int64_t>(pairs.size());
    if (is_full_) return;
    const std::size_t before = kept.size();
    take(pairs, patterns, screen, kept);
    const auto now = kept_ += kept.size() - before;
    if (now > pairs_most_) is_full_ = true;
  };
}

const PairScorer::OfPattern& KeptPairs::Screen::pattern(std::uint32_t number, const MetPair& pair,
                                                        const PairSpace& space) {
  if (number >= is_known.size()) {
    is_known.resize(2 * number + 64);
    patterns.resize(is_known.size());
  }
  if (!is_known[number]) {
    is_known[number] = true;
    patterns[number] = scorer.of_pattern(pair.levels, space.group(pair.left, pair.right));
  }
  return patterns[number];
}

void KeptPairs::take(std::span<const MetPair> pairs, std::span<const std::uint32_t> patterns,
                     Screen& screen, std::vector<KeptPair>& kept) const {
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    const MetPair& pair = pairs[at];
    const double least = least_[space_->is_within(pair.left, pair.right)];
    const PairScorer::OfPattern& of = screen.pattern(patterns[at], pair, *space_);
    if (of.most >= least && screen.scorer.most_of(of, pair.left) >= least)
      kept.push_back({pair.left, pair.right, pair.levels});
  }
}

bool KeptPairs::holds_all(const PairModel& learnt, const Least& least,
                          const PatternCounts& counts) {
  if (is_full_) return false;
  Comparer& comparer = comparers_->here();
  PairScorer before(before_, comparer), now(learnt, comparer);
  const std::vector<bool> within = space_->groups_within();
  constexpr double slack = 1e-6;  // more than rounding
  bool all = true;
  counts.each_pattern([&](std::uint64_t levels, std::uint32_t group) {
    const bool is_within = within[group];
    if (!all || before.least(levels, group) >= least_[is_within] + slack) return;
    // What was forgotten weighed less than least_ by the model before.
    all = least_[is_within] + now.rise_over(before, levels, group) + slack < least[is_within];
  });
  return all;
}

}  // namespace sanaq::link
