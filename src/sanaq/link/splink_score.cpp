#include "sanaq/link/splink_score.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/link/block_order.h"

namespace sanaq::link {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// One side of each equality of a rule, as ids of what it gives for each distinct value.
std::vector<KeyPart> key_parts(const SqlCondition& rule, const Levels& levels,
                               std::size_t record_count) {
  std::vector<KeyPart> parts;
  for (const SqlCondition& equality : rule.equalities()) {
    KeyPart part;
    if (equality.columns().size() == 1) {
      const record::Column& column = *levels.column(equality.columns().front()).column;
      std::vector<std::uint32_t> id_of(column.values.size());
      if (equality.plain_equality()) {
        for (std::uint32_t code = 0; code < id_of.size(); ++code) id_of[code] = code;
        part.most = static_cast<std::uint32_t>(id_of.size());
      } else {
        std::map<std::string, std::uint32_t> ids;
        for (std::uint32_t code = 1; code < id_of.size(); ++code) {
          const auto key = equality.blocking_key([&](const std::string&) {
            return std::optional<std::string_view>(column.values[code]);
          });
          if (key)
            id_of[code] =
                ids.emplace(*key, static_cast<std::uint32_t>(ids.size() + 1)).first->second;
        }
        part.most = static_cast<std::uint32_t>(ids.size());
      }
      part.ids.reserve(record_count);
      for (const std::uint32_t code : column.codes) part.ids.push_back(id_of[code]);
    } else {
      std::map<std::string, std::uint32_t> ids;
      for (std::uint32_t record = 0; record < record_count; ++record) {
        const auto key = equality.blocking_key(
            [&](const std::string& name) { return levels.column(name).text(record); });
        part.ids.push_back(
            key ? ids.emplace(*key, static_cast<std::uint32_t>(ids.size() + 1)).first->second : 0);
      }
      part.most = static_cast<std::uint32_t>(ids.size());
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

// What is asked of every record, side by side: the codes of each simple comparison's column, then
// its block in each rule. One look at memory brings all of it.
struct RecordCells {
  std::size_t width = 0;
  std::vector<std::uint32_t> cells;
  [[nodiscard]] const std::uint32_t* of(std::uint32_t record) const {
    return cells.data() + static_cast<std::size_t>(record) * width;
  }
};

RecordCells lay_out(const Levels& levels, const std::vector<Blocks>& rules,
                    std::size_t record_count, Workers& workers, base::Progress& progress) {
  std::vector<const std::uint32_t*> columns;
  for (const Levels::Comparison& comparison : levels.comparisons())
    columns.push_back(comparison.simple ? comparison.simple->column->column->codes.data()
                                        : nullptr);
  for (const Blocks& rule : rules) columns.push_back(rule.block_of.data());
  RecordCells laid{columns.size(), std::vector<std::uint32_t>(columns.size() * record_count)};
  constexpr std::size_t at_once = 65536;
  workers.each((record_count + at_once - 1) / at_once, progress, [&](std::size_t piece) {
    const std::size_t end = std::min(record_count, (piece + 1) * at_once);
    for (std::size_t record = piece * at_once; record < end; ++record) {
      for (std::size_t at = 0; at < columns.size(); ++at)
        laid.cells[record * laid.width + at] = columns[at] == nullptr ? 0 : columns[at][record];
    }
  });
  return laid;
}

// A piece of work: rows `first_right` up to `last_right` of blocks `first` up to `last`.
struct Piece {
  std::size_t rule = 0, first = 0, last = 0;
  std::size_t first_right = 0, last_right = static_cast<std::size_t>(-1);  // only of one block
};

constexpr double pairs_of_piece = 250000;

// Pieces of about as many pairs; a large block is cut by its right rows.
void cut(const Blocks& blocks, std::size_t rule, std::vector<Piece>& pieces) {
  double pairs = 0;
  std::size_t first = 0;
  const std::size_t count = blocks.starts.size() - 1;
  for (std::size_t block = 0; block < count; ++block) {
    const std::size_t size = blocks.starts[block + 1] - blocks.starts[block];
    const double here = static_cast<double>(size) * static_cast<double>(size - 1) / 2;
    if (here > 2 * pairs_of_piece) {
      if (first < block) pieces.push_back({rule, first, block});
      for (std::size_t right = 1; right < size;) {
        std::size_t end = right;
        for (double taken = 0; end < size && taken < pairs_of_piece; ++end)
          taken += static_cast<double>(end);
        pieces.push_back({rule, block, block + 1, right, end});
        right = end;
      }
      first = block + 1;
      pairs = 0;
      continue;
    }
    pairs += here;
    if (pairs >= pairs_of_piece) {
      pieces.push_back({rule, first, block + 1});
      first = block + 1;
      pairs = 0;
    }
  }
  if (first < count) pieces.push_back({rule, first, count});
}

struct Found {
  PairSlabs pairs;
  std::vector<JoinedPair> joined;
  std::int64_t candidates = 0;
};

double bits_of(double probability) {
  return probability <= 0 ? -1e300 : std::log2(probability / (1 - probability));
}

// The pairs of one piece; buffers of one block are used again for the next.
class PieceWorker {
 public:
  PieceWorker(const record::RecordTable& table, const Levels& levels, const Weights& weights,
              const std::vector<Blocks>& rules, const RecordCells& cells, const PairsWanted& wanted)
      : table_(table),
        levels_(levels),
        weights_(weights),
        rules_(rules),
        cells_(cells),
        wanted_(wanted),
        finder_(levels),
        codes_(levels.comparisons().size()),
        level_(levels.comparisons().size()),
        is_wide_(weights.pattern_count() > (std::uint64_t{1} << 32)),
        least_bits_(bits_of(wanted.probability_min)),
        join_bits_(bits_of(wanted.join_from)) {}

  void work(const Piece& piece, Found& found) {
    const Blocks& blocks = rules_[piece.rule];
    for (std::size_t block = piece.first; block < piece.last; ++block) {
      const std::span<const std::uint32_t> records(blocks.records.data() + blocks.starts[block],
                                                   blocks.starts[block + 1] - blocks.starts[block]);
      take_block(piece.rule, records, blocks.records.size() - blocks.starts[block + 1]);
      const std::size_t end = std::min(piece.last_right, records.size());
      for (std::size_t right = std::max<std::size_t>(1, piece.first_right); right < end; ++right)
        weigh(records, right, found);
    }
  }

 private:
  void take_block(std::size_t rule, std::span<const std::uint32_t> records,
                  std::size_t records_after) {
    earlier_.resize(rule);
    for (auto& codes : codes_) codes.resize(records.size());
    for (auto& blocks : earlier_) blocks.resize(records.size());
    constexpr std::size_t ahead = 24;
    for (std::size_t at = 0; at < records.size(); ++at) {
      if (at + ahead < records.size() + records_after)
        __builtin_prefetch(cells_.of(records.data()[at + ahead]));
      const std::uint32_t* row = cells_.of(records[at]);
      for (std::size_t c = 0; c < codes_.size(); ++c) codes_[c][at] = row[c];
      for (std::size_t earlier = 0; earlier < rule; ++earlier)
        earlier_[earlier][at] = row[codes_.size() + earlier];
    }
    if (pattern_.size() < records.size()) {
      for (auto& level : level_) level.resize(records.size());
      pattern_.resize(records.size());
      dropped_.resize(records.size());
      bits_.resize(records.size());
    }
  }

  // Pairs that an earlier rule found, or that may not be.
  void find_dropped(std::span<const std::uint32_t> records, std::size_t right) {
    std::fill(dropped_.begin(), dropped_.begin() + static_cast<std::ptrdiff_t>(right),
              std::uint8_t{0});
    for (const std::vector<std::uint32_t>& block_of : earlier_) {
      const std::uint32_t block = block_of[right];
      if (block == 0) continue;
      for (std::size_t at = 0; at < right; ++at)
        dropped_[at] |= static_cast<std::uint8_t>(block_of[at] == block);
    }
    for (std::size_t at = 0; wanted_.across_lists_only && at < right; ++at)
      dropped_[at] |=
          static_cast<std::uint8_t>(table_.list_of[records[at]] == table_.list_of[records[right]]);
    if (wanted_.leave_out == nullptr || wanted_.leave_out->empty()) return;
    for (std::size_t at = 0; at < right; ++at)
      dropped_[at] |= static_cast<std::uint8_t>((*wanted_.leave_out)[records[at]] ||
                                                (*wanted_.leave_out)[records[right]]);
  }

  void weigh(std::span<const std::uint32_t> records, std::size_t right, Found& found) {
    find_dropped(records, right);
    std::fill(pattern_.begin(), pattern_.begin() + static_cast<std::ptrdiff_t>(right),
              std::uint64_t{0});
    for (std::size_t c = 0; c < codes_.size(); ++c) {
      std::uint8_t* level = level_[c].data();
      finder_.find(c, {codes_[c], records}, right, level);
      const std::uint64_t radix = weights_.radix(c);
      for (std::size_t at = 0; at < right; ++at) pattern_[at] += radix * level[at];
    }
    add_frequencies(records, right);
    for (std::size_t at = 0; at < right; ++at) {
      if (dropped_[at] != 0) continue;
      ++found.candidates;
      if (bits_[at] >= join_bits_) found.joined.push_back({records[at], records[right], bits_[at]});
      if (bits_[at] < least_bits_) continue;
      found.pairs.add({records[at], records[right], static_cast<std::uint32_t>(pattern_[at])});
      if (is_wide_)
        found.pairs.pattern_above.push_back(static_cast<std::uint32_t>(pattern_[at] >> 32));
    }
  }

  // Weights of the right row's pairs.
  void add_frequencies(std::span<const std::uint32_t> records, std::size_t right) {
    for (std::size_t at = 0; at < right; ++at) bits_[at] = weights_.level_bits(pattern_[at]);
    for (const std::size_t c : weights_.with_frequencies()) {
      const std::vector<Weights::Frequency>& frequencies = weights_.frequencies(c);
      const std::uint8_t* level = level_[c].data();
      const auto& simple = levels_.comparisons()[c].simple;
      for (std::size_t at = 0; at < right; ++at) {
        const Weights::Frequency& frequency = frequencies[level[at]];
        if (frequency.column == nullptr) continue;
        if (simple && simple->column == frequency.column) {
          bits_[at] += Weights::frequency_bits(frequency, codes_[c][at], codes_[c][right]);
        } else {
          const std::vector<std::uint32_t>& codes = frequency.column->column->codes;
          bits_[at] +=
              Weights::frequency_bits(frequency, codes[records[at]], codes[records[right]]);
        }
      }
    }
  }

  const record::RecordTable& table_;
  const Levels& levels_;
  const Weights& weights_;
  const std::vector<Blocks>& rules_;
  const RecordCells& cells_;
  const PairsWanted& wanted_;
  LevelFinder finder_;
  std::vector<std::vector<std::uint32_t>> codes_;  // of the block, by comparison
  std::vector<std::vector<std::uint8_t>> level_;   // of the right row's pairs, by comparison
  std::vector<std::uint8_t> dropped_;
  std::vector<std::uint64_t> pattern_;
  std::vector<double> bits_;
  std::vector<std::vector<std::uint32_t>> earlier_;  // of the block, blocks of earlier rules
  bool is_wide_;
  double least_bits_, join_bits_;
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
  const auto blocking = Clock::now();
  std::vector<Blocks> rules(model.rules.size());
  workers.each(rules.size(), progress, [&](std::size_t at) {
    rules[at] = make_blocks(key_parts(model.rules[at], *levels, table.record_count()),
                            table.record_count());
  });
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < rules.size(); ++at) {
    cut(rules[at], at, pieces);
    weighing.pairs_of_rule.push_back(static_cast<std::int64_t>(rules[at].pair_count()));
  }
  const RecordCells cells = lay_out(*levels, rules, table.record_count(), workers, progress);
  weighing.seconds_blocking = seconds_since(blocking);
  const auto scoring = Clock::now();
  std::vector<Found> found(pieces.size());
  Workers::PerThread<PieceWorker> worker([&] {
    return std::make_unique<PieceWorker>(table, *levels, weighing.pairs->weights(), rules, cells,
                                         wanted);
  });
  workers.each(pieces.size(), progress,
               [&](std::size_t at) { worker.here().work(pieces[at], found[at]); });
  gather(found, weighing);
  weighing.seconds_scoring = seconds_since(scoring);
  return weighing;
}

}  // namespace sanaq::link
