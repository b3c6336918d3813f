#include "sanaq/link/name_chance.h"

#include <algorithm>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/drawn_pairs.h"
#include "sanaq/link/levels.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

constexpr double drawn_in_blocks = 200000, drawn_anywhere = 1000000;

double pairs_of(std::size_t records) {
  const auto count = static_cast<double>(records);
  return count * (count - 1) / 2;
}

// Records in blocks of one key or two, from which pairs are drawn evenly.
class Blocks {
 public:
  void add(std::uint64_t block, const Marked& record) { entries_.emplace_back(block, record); }

  void close() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    each_block([&](std::size_t from, std::size_t to) { pairs_ += pairs_of(to - from); });
  }

  [[nodiscard]] double pairs() const { return pairs_; }

  // This share of the pairs of each block.
  template <typename Take>
  void draw(double share, std::uint64_t stream, const Take& take) const {
    each_block([&](std::size_t from, std::size_t to) {
      std::vector<Marked> block;
      for (std::size_t at = from; at < to; ++at) block.push_back(entries_[at].second);
      for (const auto& [left, right] : drawn_pairs(std::move(block), share, stream))
        take(left, right);
    });
  }

 private:
  template <typename Take>
  void each_block(const Take& take) const {
    for (std::size_t from = 0; from < entries_.size();) {
      std::size_t to = from;
      while (to < entries_.size() && entries_[to].first == entries_[from].first) ++to;
      if (to - from > 1) take(from, to);
      from = to;
    }
  }

  std::vector<std::pair<std::uint64_t, Marked>> entries_;
  double pairs_ = 0;
};

class Drawing {
 public:
  Drawing(std::size_t feature, Comparer& comparer, const PairSpace& space, std::uint64_t seed)
      : feature_(feature),
        comparer_(comparer),
        space_(space),
        codes_(comparer.features()[feature].codes),
        sounds_(*comparer.features()[feature].sounds_of_names),
        records_(records_to_draw_from(codes_, space.marks)),
        rng_(seed, "link.name_chance", feature),
        pairs_(static_cast<std::size_t>(level_count(Kind::name))),
        beyond_(pairs_),
        by_group_(space.groups_within().size(), Of{pairs_, pairs_, pairs_}) {
    for (const Marked& record : records_) {
      const std::vector<std::uint32_t>& sounds = sounds_.of(codes_[record.record]);
      for (std::size_t a = 0; a < sounds.size(); ++a) {
        one_.add(sounds[a], record);
        for (std::size_t b = a + 1; b < sounds.size(); ++b)
          two_.add((static_cast<std::uint64_t>(sounds[a]) << 32) | sounds[b], record);
      }
    }
    one_.close();
    two_.close();
  }

  NameChance shares() {
    if (records_.size() > 1) {
      draw_in(two_, [](std::size_t common) {
        return common < 2 ? 0.0 : 2.0 / static_cast<double>(common * (common - 1));
      });
      draw_in(one_, [](std::size_t common) { return common == 1 ? 1.0 : 0.0; });
      draw_beyond_blocks();
    }
    NameChance chance;
    // A level that was never met is about as rare as the rarest pairs that were looked for.
    const double seldom = 0.5 * std::max(1.0, two_.pairs() / drawn_in_blocks);
    const double all = std::accumulate(pairs_.begin(), pairs_.end(), 0.0) +
                       seldom * static_cast<double>(pairs_.size());
    for (const double pairs : pairs_) chance.of_all.push_back((pairs + seldom) / all);
    const std::vector<double> group_pairs = pairs_by_group();
    for (std::size_t group = 0; group < by_group_.size(); ++group)
      chance.by_group.push_back(of_group(by_group_[group], group_pairs[group], chance.of_all));
    return chance;
  }

 private:
  // `counts(common)`: what share of itself a drawn pair with so many common sounds stands for.
  template <typename Counts>
  void draw_in(const Blocks& blocks, const Counts& counts) {
    if (blocks.pairs() <= 0) return;
    const double share = std::min(1.0, drawn_in_blocks / blocks.pairs());
    blocks.draw(share, rng_.bits(), [&](std::uint32_t left, std::uint32_t right) {
      const double part = counts(sounds_.common(codes_[left], codes_[right]));
      if (part > 0) add(left, right, part / share);
    });
  }

  void draw_beyond_blocks() {
    const double share = std::min(1.0, drawn_anywhere / pairs_of(records_.size()));
    for (const auto& [left, right] : drawn_pairs(records_, share, rng_.bits())) {
      if (!space_.may_meet(left, right)) continue;
      ++by_group_[space_.group(left, right)].anywhere;
      if (sounds_.common(codes_[left], codes_[right]) == 0) add(left, right, 1 / share, false);
    }
  }

  void add(std::uint32_t left, std::uint32_t right, double pairs, bool in_blocks = true) {
    if (!space_.may_meet(left, right)) return;
    const auto level = static_cast<std::size_t>(comparer_.compare_one(feature_, left, right));
    pairs_[level] += pairs;
    Of& group = by_group_[space_.group(left, right)];
    if (!in_blocks) {
      beyond_[level] += pairs;
      ++group.beyond[level];
      return;
    }
    group.pairs[level] += pairs;
    ++group.draws[level];
  }

  // Pairs of the records that draws are made from.
  [[nodiscard]] std::vector<double> pairs_by_group() const {
    PairSpace drawn{{}, {}, space_.one_per_person};
    for (const Marked& record : records_) drawn.list_of.push_back(space_.list_of[record.record]);
    return drawn.pairs_by_group();
  }

  struct Of {
    std::vector<double> pairs, draws, beyond;  // by level; beyond: drawn without a common sound
    double anywhere = 0;                       // drawn, whatever they share
  };
  // Of pairs without a common sound each that is drawn stands for so many that one alone would
  // decide what a group is like: a gamma prior around what all groups show.
  [[nodiscard]] std::vector<double> of_group(const Of& group, double pairs,
                                             const std::vector<double>& of_all) const {
    constexpr double weight = 5;  // draws that all pairs count for
    const double all_pairs = std::accumulate(pairs_.begin(), pairs_.end(), 0.0);
    std::vector<double> shares = of_all;
    if (pairs <= 0 || all_pairs <= 0) return shares;
    for (std::size_t level = 0; level < shares.size(); ++level) {
      const double own = group.draws[level] / (group.draws[level] + weight);
      const double beyond = beyond_[level] / all_pairs;
      const double in_blocks = std::max(0.0, of_all[level] - beyond);
      shares[level] = own * group.pairs[level] / pairs + (1 - own) * in_blocks;
      if (beyond > 0)
        shares[level] += (group.beyond[level] + weight) / (group.anywhere + weight / beyond);
    }
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= all;
    return shares;
  }

  std::size_t feature_;
  Comparer& comparer_;
  const PairSpace& space_;
  const std::vector<std::uint32_t>& codes_;
  const NameSounds& sounds_;
  std::vector<Marked> records_;
  num::Rng rng_;
  Blocks one_, two_;
  std::vector<double> pairs_;   // by level
  std::vector<double> beyond_;  // of these, without a common sound
  std::vector<Of> by_group_;
};

}  // namespace

NameChance name_chance(std::size_t feature, Comparer& comparer, const PairSpace& space,
                       std::uint64_t seed) {
  return Drawing(feature, comparer, space, seed).shares();
}

}  // namespace sanaq::link
