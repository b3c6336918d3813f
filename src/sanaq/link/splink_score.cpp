#include "sanaq/link/splink_score.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/link/row_levels.h"

namespace sanaq::link {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Ids of texts, from 1 in the order in which they first come.
class TextIds {
 public:
  std::uint32_t id_of(std::string text) {
    return ids_.emplace(std::move(text), static_cast<std::uint32_t>(ids_.size() + 1)).first->second;
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(ids_.size()); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

// One side of an equality of a rule, as ids of what it gives: for each distinct value where it
// looks at one column.
KeyPart key_part(const SqlCondition& equality, const Levels& levels, std::size_t record_count) {
  KeyPart part;
  TextIds texts;
  if (equality.columns().size() == 1) {
    const record::Column& column = *levels.column(equality.columns().front()).column;
    part.codes = &column.codes;
    part.ids.resize(column.values.size());
    part.most = static_cast<std::uint32_t>(part.ids.size());
    if (equality.plain_equality()) {
      for (std::uint32_t code = 0; code < part.ids.size(); ++code) part.ids[code] = code;
      return part;
    }
    for (std::uint32_t code = 1; code < part.ids.size(); ++code) {
      auto key = equality.blocking_key(
          [&](const std::string&) { return std::optional<std::string_view>(column.values[code]); });
      if (key) part.ids[code] = texts.id_of(std::move(*key));
    }
  } else {
    for (std::uint32_t record = 0; record < record_count; ++record) {
      auto key = equality.blocking_key(
          [&](const std::string& name) { return levels.column(name).text(record); });
      part.ids.push_back(key ? texts.id_of(std::move(*key)) : 0);
    }
  }
  part.most = texts.count();
  return part;
}

std::vector<KeyPart> key_parts(const SqlCondition& rule, const Levels& levels,
                               std::size_t record_count) {
  std::vector<KeyPart> parts;
  for (const SqlCondition& equality : rule.equalities())
    parts.push_back(key_part(equality, levels, record_count));
  return parts;
}

// Columns whose cells are equal in every pair of the rule.
std::vector<const KnownColumn*> equal_columns(const SqlCondition& rule, const Levels& levels) {
  std::vector<const KnownColumn*> columns;
  for (const SqlCondition& equality : rule.equalities()) {
    if (const auto name = equality.plain_equality()) columns.push_back(&levels.column(*name));
  }
  return columns;
}

// What is asked of every record, side by side: the codes of each simple comparison's column, then
// what must not be equal: its block in each rule but the last and, where pairs within a list are
// none, its list. One look at memory brings all of it.
struct RecordCells {
  std::size_t width = 0;
  std::vector<std::uint32_t> cells;
  [[nodiscard]] const std::uint32_t* of(std::uint32_t record) const {
    return cells.data() + static_cast<std::size_t>(record) * width;
  }
};

RecordCells lay_out(const record::RecordTable& table, const Levels& levels,
                    std::vector<Blocks>& rules, bool with_lists, Workers& workers,
                    base::Progress& progress) {
  std::vector<const std::uint32_t*> columns;
  for (const Levels::Comparison& comparison : levels.comparisons())
    columns.push_back(comparison.simple ? comparison.simple->column->column->codes.data()
                                        : nullptr);
  for (std::size_t rule = 0; rule + 1 < rules.size(); ++rule)
    columns.push_back(rules[rule].block_of.data());
  const std::size_t list_at = columns.size();
  RecordCells laid;
  laid.width = columns.size() + (with_lists ? 1 : 0);
  const std::size_t record_count = table.record_count();
  laid.cells.resize(laid.width * record_count);
  constexpr std::size_t at_once = 65536;
  workers.each((record_count + at_once - 1) / at_once, progress, [&](std::size_t piece) {
    const std::size_t end = std::min(record_count, (piece + 1) * at_once);
    for (std::size_t record = piece * at_once; record < end; ++record) {
      std::uint32_t* row = laid.cells.data() + record * laid.width;
      for (std::size_t at = 0; at < columns.size(); ++at)
        row[at] = columns[at] == nullptr ? 0 : columns[at][record];
      if (with_lists) row[list_at] = table.list_of[record] + 1;
    }
  });
  for (Blocks& rule : rules) rule.block_of = {};
  return laid;
}

struct Found {
  PairSlabs pairs;
  std::vector<JoinedPair> joined;
  std::int64_t candidates = 0;
};

double bits_of(double probability) {
  return probability <= 0 ? -1e300 : std::log2(probability / (1 - probability));
}

// What all threads share.
struct Shared {
  const Levels& levels;
  const Weights& weights;
  const std::vector<Blocks>& rules;
  const std::vector<ScreenPlan>& plans;  // one a rule
  const RecordCells& cells;
  bool with_lists = false;
  double least_bits = 0, join_bits = 0;
  PatternStore* store = nullptr;  // of all pairs; or null: chosen pairs are kept
  bool all_levels = false;
};

// The pairs of one piece; many rows at once, buffers are used again.
class PieceWorker {
 public:
  explicit PieceWorker(const Shared& shared)
      : shared_(shared), rows_(shared.levels, shared.weights) {
    const double least =
        shared.store != nullptr ? shared.join_bits : std::min(shared.join_bits, shared.least_bits);
    screened_from_ = static_cast<float>(least) - 1e-3F;
  }

  void work(const Piece& piece, Found& found) {
    const Blocks& blocks = shared_.rules[piece.rule];
    slot_ = piece.slot;
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
  }

 private:
  static constexpr std::size_t rows_at_once = 2048, pairs_at_once = 8192;

  void take_rows(const Piece& window) {
    const Blocks& blocks = shared_.rules[window.rule];
    const ScreenPlan& plan = shared_.plans[window.rule];
    const std::size_t start = blocks.starts[window.first];
    records_ = {blocks.records.data() + start, blocks.starts[window.last] - start};
    rows_.lay_out(plan, records_.size());
    const std::size_t comparisons = shared_.levels.comparisons().size();
    cells_.clear();
    for (std::size_t at = 0; at < plan.screens().size(); ++at)
      cells_.push_back({plan.screened()[at].comparison, rows_.codes(at)});
    for (std::size_t at = 0; at < plan.known().size(); ++at)
      cells_.push_back({plan.known()[at].comparison, rows_.known_codes(at)});
    forbidden_.resize(window.rule + (shared_.with_lists ? 1 : 0));
    for (std::size_t at = 0; at < forbidden_.size(); ++at) {
      if (forbidden_[at].size() < records_.size() + screen_padding)
        forbidden_[at].resize(records_.size() + screen_padding);
      const std::size_t place = at < window.rule ? comparisons + at : shared_.cells.width - 1;
      cells_.push_back({place, forbidden_[at].data()});
    }
    constexpr std::size_t ahead = 16;
    const std::size_t behind = blocks.records.size() - start;
    for (std::size_t row = 0; row < records_.size(); ++row) {
      if (row + ahead < behind) __builtin_prefetch(shared_.cells.of(records_.data()[row + ahead]));
      const std::uint32_t* cells = shared_.cells.of(records_[row]);
      for (const auto& [place, out] : cells_) out[row] = cells[place];
    }
    rows_.take_facts(plan, records_.size());
  }

  void weigh(const Piece& window, Found& found) {
    const Blocks& blocks = shared_.rules[window.rule];
    const ScreenPlan& plan = shared_.plans[window.rule];
    const std::size_t start = blocks.starts[window.first];
    std::size_t pairs = 0;
    right_.clear();
    each_right_row(blocks, window, [&](std::size_t first, std::size_t right) {
      right_.push_back({static_cast<std::uint32_t>(first - start),
                        static_cast<std::uint32_t>(right - start),
                        static_cast<std::uint32_t>(pairs), rows_.bits_most(plan, right - start)});
      pairs += right - first;
      if (pairs < pairs_at_once) return;
      weigh_rows(plan, pairs, found);
      pairs = 0;
    });
    if (pairs > 0) weigh_rows(plan, pairs, found);
  }

  void weigh_rows(const ScreenPlan& plan, std::size_t pairs, Found& found) {
    forbidden_at_.clear();
    for (const std::vector<std::uint32_t>& forbidden : forbidden_)
      forbidden_at_.push_back(forbidden.data());
    const Screened& screened =
        rows_.find(plan, records_, forbidden_at_, right_, screened_from_, shared_.all_levels);
    found.candidates += static_cast<std::int64_t>(screened.pairs);
    if (shared_.store != nullptr) {
      shared_.store->put(slot_, screened.low.data(), screened.high.data(), pairs);
      slot_ += pairs;
    }
    for (const OpenPair& pair : screened.wanted) {
      const std::uint32_t low = screened.low[pair.slot];
      const std::uint32_t high = screened.high.empty() ? 0 : screened.high[pair.slot];
      take(low | std::uint64_t{high} << 32, records_[pair.left], records_[pair.right], found);
    }
    right_.clear();
  }

  void take(std::uint64_t pattern, std::uint32_t left, std::uint32_t right, Found& found) {
    const double bits = shared_.weights.bits(pattern, left, right);
    if (bits >= shared_.join_bits) found.joined.push_back({left, right, bits});
    if (shared_.store != nullptr || bits < shared_.least_bits) return;
    found.pairs.add({left, right, static_cast<std::uint32_t>(pattern)});
    if (shared_.weights.has_high_half())
      found.pairs.pattern_above.push_back(static_cast<std::uint32_t>(pattern >> 32));
  }

  const Shared& shared_;
  RowLevels rows_;
  float screened_from_ = 0;
  std::span<const std::uint32_t> records_;  // of the rows laid out
  std::vector<std::pair<std::size_t, std::uint32_t*>> cells_;
  std::vector<std::vector<std::uint32_t>> forbidden_;
  std::vector<const std::uint32_t*> forbidden_at_;
  std::vector<RightRow> right_;
  std::size_t slot_ = 0;
};

// One after another in the order of pieces.
void gather(std::vector<Found>& found, Weighing& weighing) {
  for (Found& piece : found) {
    weighing.candidate_pairs += piece.candidates;
    weighing.joined.insert(weighing.joined.end(), piece.joined.begin(), piece.joined.end());
    weighing.pairs->add(std::move(piece.pairs));
  }
}

}  // namespace

Weighing weigh_pairs(const record::RecordTable& table, const SplinkModel& model,
                     const PairsWanted& wanted, Workers& workers, base::Progress& progress) {
  Weighing weighing;
  const auto levels = std::make_shared<const Levels>(table, model);
  weighing.pairs = std::make_shared<WeighedPairs>(levels);
  const Weights& weights = weighing.pairs->weights();
  const auto blocking = Clock::now();
  const std::vector<bool> everybody;
  std::vector<Blocks> rules(model.rules.size());
  workers.each(rules.size(), progress, [&](std::size_t at) {
    rules[at] =
        make_blocks(key_parts(model.rules[at], *levels, table.record_count()), table.record_count(),
                    wanted.leave_out != nullptr ? *wanted.leave_out : everybody);
  });
  std::vector<ScreenPlan> plans;
  for (std::size_t at = 0; at < rules.size(); ++at) {
    plans.emplace_back(*levels, weights, equal_columns(model.rules[at], *levels));
    weighing.pairs_of_rule.push_back(static_cast<std::int64_t>(rules[at].pair_count()));
  }
  std::vector<Piece> pieces = cut_blocks(rules);
  const RecordCells cells =
      lay_out(table, *levels, rules, wanted.across_lists_only, workers, progress);
  weighing.seconds_blocking = seconds_since(blocking);
  const auto scoring = Clock::now();
  const bool keeps_all = wanted.probability_min <= 0;
  const std::size_t slots = pieces.empty() ? 0 : pieces.back().slot + pieces.back().slots;
  PatternStore store(weights.low_pattern_count(), weights.has_high_half(), keeps_all ? slots : 0);
  const Shared shared{*levels,
                      weights,
                      rules,
                      plans,
                      cells,
                      wanted.across_lists_only,
                      bits_of(wanted.probability_min),
                      bits_of(wanted.join_from),
                      keeps_all ? &store : nullptr,
                      keeps_all};
  std::vector<Found> found(pieces.size());
  Workers::PerThread<PieceWorker> worker([&] { return std::make_unique<PieceWorker>(shared); });
  workers.each(pieces.size(), progress,
               [&](std::size_t at) { worker.here().work(pieces[at], found[at]); });
  gather(found, weighing);
  if (keeps_all)
    weighing.pairs->set({std::move(rules), std::move(pieces), std::move(store),
                         static_cast<std::size_t>(weighing.candidate_pairs)});
  weighing.seconds_scoring = seconds_since(scoring);
  return weighing;
}

}  // namespace sanaq::link
