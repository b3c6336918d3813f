#include "sanaq/splink/pair_finder.h"

#include <algorithm>
#include <limits>

namespace sanaq::splink {
namespace {

constexpr std::size_t rows_at_once = 2048, pairs_at_once = 8192;
constexpr std::uint64_t tabled_patterns = std::uint64_t{1} << 20;

}  // namespace

LevelCounts::LevelCounts(const Weights& weights) : has_high_half_(weights.has_high_half()) {
  if (!has_high_half_ && weights.low_pattern_count() <= tabled_patterns)
    table_.resize(weights.low_pattern_count());
}

void LevelCounts::add(const Screened& screened, std::size_t slots) {
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint32_t low = screened.low[slot];
    if (low == dropped_pattern) continue;
    if (!table_.empty())
      ++table_[low];
    else
      ++others_[low | (has_high_half_ ? std::uint64_t{screened.high[slot]} << 32 : 0)];
  }
}

void LevelCounts::add(const LevelCounts& others) {
  for (std::size_t pattern = 0; pattern < table_.size(); ++pattern)
    table_[pattern] += others.table_[pattern];
  for (const auto& [pattern, pairs] : others.others_) others_[pattern] += pairs;
}

std::vector<LevelCounts::Count> LevelCounts::counts() const {
  std::vector<Count> counts;
  for (std::size_t pattern = 0; pattern < table_.size(); ++pattern) {
    if (table_[pattern] > 0) counts.push_back({pattern, table_[pattern]});
  }
  for (const auto& [pattern, pairs] : others_) counts.push_back({pattern, pairs});
  std::sort(counts.begin(), counts.end(),
            [](const Count& a, const Count& b) { return a.pattern < b.pattern; });
  return counts;
}

PairFinder::PairFinder(const PairTask& task)
    : task_(task), rows_(task.levels, task.weights), counts_(task.weights) {
  const double least =
      task.store != nullptr ? task.join_bits : std::min(task.join_bits, task.least_bits);
  screened_from_ =
      task.counts ? std::numeric_limits<float>::infinity() : static_cast<float>(least) - 1e-3F;
}

void PairFinder::find(const Piece& piece, FoundPairs& found) {
  const Blocks& blocks = task_.rules[piece.rule];
  slot_ = piece.slot;
  rule_ = piece.rule;
  met_.clear();
  const auto explodes = [](const BlocksOfRecords& rule) { return !rule.is_empty(); };
  const auto first =
      task_.blocked.exploded.begin() + static_cast<std::ptrdiff_t>(task_.drops_earlier ? 0 : rule_);
  may_be_met_ = std::any_of(
      first, task_.blocked.exploded.begin() + static_cast<std::ptrdiff_t>(rule_ + 1), explodes);
  for (std::size_t block = piece.first; block < piece.last;) {
    std::size_t last = block, pairs = 0;
    const std::size_t start = blocks.starts[block];
    do {
      const std::size_t size = blocks.starts[last + 1] - blocks.starts[last];
      pairs += size * (size - 1) / 2;
      ++last;
    } while (last < piece.last && blocks.starts[last + 1] - start <= rows_at_once &&
             pairs <= pairs_at_once);
    Piece window = piece;
    window.first = block;
    window.last = last;
    take_rows(window);
    weigh(window, found);
    block = last;
  }
  found.joined.assign(joined_.begin(), joined_.end());  // no larger than it must be
  joined_.clear();
}

void PairFinder::take_rows(const Piece& window) {
  const Blocks& blocks = task_.rules[window.rule];
  const ScreenPlan& plan = task_.plans[window.rule];
  const std::size_t start = blocks.starts[window.first];
  records_ = {blocks.records.data() + start, blocks.starts[window.last] - start};
  rows_.lay_out(plan, records_.size());
  const std::size_t comparisons = task_.levels.comparisons().size();
  cells_.clear();
  for (std::size_t at = 0; at < plan.screens().size(); ++at)
    cells_.push_back({plan.screened()[at].comparison, rows_.codes(at)});
  for (std::size_t at = 0; at < plan.known().size(); ++at)
    cells_.push_back({plan.known()[at].comparison, rows_.known_codes(at)});
  const std::size_t earlier = task_.drops_earlier ? window.rule : 0;
  forbidden_.resize(earlier + (task_.blocked.across_lists_only ? 1 : 0));
  for (std::size_t at = 0; at < forbidden_.size(); ++at) {
    if (forbidden_[at].size() < records_.size() + screen_padding)
      forbidden_[at].resize(records_.size() + screen_padding);
    const std::size_t place = at < earlier ? comparisons + at : task_.blocked.cells.width - 1;
    cells_.push_back({place, forbidden_[at].data()});
  }
  constexpr std::size_t ahead = 16;
  const std::size_t behind = blocks.records.size() - start;
  for (std::size_t row = 0; row < records_.size(); ++row) {
    if (row + ahead < behind)
      __builtin_prefetch(task_.blocked.cells.of(records_.data()[row + ahead]));
    const std::uint32_t* cells = task_.blocked.cells.of(records_[row]);
    for (const auto& [place, out] : cells_) out[row] = cells[place];
  }
  rows_.take_facts(plan, records_.size());
}

void PairFinder::weigh(const Piece& window, FoundPairs& found) {
  const Blocks& blocks = task_.rules[window.rule];
  const ScreenPlan& plan = task_.plans[window.rule];
  const std::size_t start = blocks.starts[window.first];
  std::size_t pairs = 0;
  right_.clear();
  block_of_right_.clear();
  std::size_t block = window.first;
  each_right_row(blocks, window, [&](std::size_t first, std::size_t right) {
    right_.push_back({static_cast<std::uint32_t>(first - start),
                      static_cast<std::uint32_t>(right - start), static_cast<std::uint32_t>(pairs),
                      rows_.bits_most(plan, right - start)});
    if (may_be_met_) {
      while (blocks.starts[block + 1] <= right) ++block;
      block_of_right_.push_back(blocks.numbers.empty() ? 0 : blocks.numbers[block]);
    }
    pairs += right - first;
    if (pairs < pairs_at_once) return;
    weigh_rows(plan, pairs, found);
    pairs = 0;
  });
  if (pairs > 0) weigh_rows(plan, pairs, found);
}

void PairFinder::weigh_rows(const ScreenPlan& plan, std::size_t pairs, FoundPairs& found) {
  forbidden_at_.clear();
  for (const std::vector<std::uint32_t>& forbidden : forbidden_)
    forbidden_at_.push_back(forbidden.data());
  if (may_be_met_) find_met();
  const Screened& screened = rows_.find(plan, records_, forbidden_at_, right_, screened_from_,
                                        task_.store != nullptr || task_.counts, met_);
  found.candidates += static_cast<std::int64_t>(screened.pairs);
  if (task_.store != nullptr) {
    task_.store->put(slot_, screened.low.data(), screened.high.data(), pairs);
    slot_ += pairs;
  }
  if (task_.counts) counts_.add(screened, pairs);
  for (const OpenPair& pair : screened.wanted) {
    const std::uint32_t low = screened.low[pair.slot];
    const std::uint32_t high = screened.high.empty() ? 0 : screened.high[pair.slot];
    take(low | std::uint64_t{high} << 32, records_[pair.left], records_[pair.right], found);
  }
  right_.clear();
  block_of_right_.clear();
}

// Slots of pairs that an earlier block has, of this rule or of one before it.
void PairFinder::find_met() {
  met_.clear();
  for (std::size_t at = 0; at < right_.size(); ++at) {
    const RightRow& row = right_[at];
    for (std::uint32_t left = row.first; left < row.right; ++left) {
      if (task_.blocked.is_met(task_.drops_earlier ? rule_ : 0, rule_, block_of_right_[at],
                               records_[left], records_[row.right]))
        met_.push_back(row.slot + (left - row.first));
    }
  }
}

void PairFinder::take(std::uint64_t pattern, std::uint32_t left, std::uint32_t right,
                      FoundPairs& found) {
  const double bits = task_.weights.bits(pattern, left, right);
  if (bits >= task_.join_bits) joined_.push_back({left, right, bits});
  if (task_.store != nullptr || bits < task_.least_bits) return;
  found.chosen.add({left, right, static_cast<std::uint32_t>(pattern)});
  if (task_.weights.has_high_half())
    found.chosen.pattern_above.push_back(static_cast<std::uint32_t>(pattern >> 32));
}

}  // namespace sanaq::splink
