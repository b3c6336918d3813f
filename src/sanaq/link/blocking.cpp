#include "sanaq/link/blocking.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <utility>

#include "sanaq/link/comparer.h"
#include "sanaq/link/level_rows.h"
#include "sanaq/link/rule_rows.h"
#include "sanaq/link/spread_sort.h"

namespace sanaq::link {
namespace {

struct Entry {
  std::uint64_t block;
  std::uint32_t record;
  std::uint32_t waits;  // 1: it does not probe, and only meets those that do
  bool operator<(const Entry& other) const {
    return std::tie(block, waits, record) < std::tie(other.block, other.waits, other.record);
  }
};

void sort_entries(std::vector<Entry>& entries) {
  sort_spread(
      entries, [](const Entry& entry) { return entry.block; }, std::less<>());
}

std::uint64_t mix(std::uint64_t block, std::uint64_t id) {
  std::uint64_t hash = (block ^ (id + 0x9E3779B97F4A7C15ULL)) * 0xBF58476D1CE4E5B9ULL;
  hash ^= hash >> 31;
  hash *= 0x94D049BB133111EBULL;
  return hash ^ (hash >> 29);
}

// Every combination of the record's values of the rule's keys.
void add_blocks(const Rule& rule, const std::vector<Key>& keys, std::uint32_t record,
                std::size_t from, std::uint64_t block, std::vector<Entry>& entries) {
  if (from == rule.keys.size()) {
    entries.push_back({block, record, 0});
    return;
  }
  const Key& key = keys[rule.keys[from]];
  for (const std::uint32_t value : key.values(record))
    add_blocks(rule, keys, record, from + 1, mix(block, value), entries);
}

// How often a block has come.
class BlockCounts {
 public:
  explicit BlockCounts(std::size_t expected) : places_(std::bit_ceil(2 * expected + 64)) {}
  // As often before.
  std::uint32_t next(std::uint64_t block) {
    if (2 * used_ >= places_.size()) grow();
    Place& place = places_[find(block)];
    used_ += place.count == 0;
    place.block = block;
    return place.count++;
  }

 private:
  struct Place {
    std::uint64_t block = 0;
    std::uint32_t count = 0;  // 0: free
  };
  [[nodiscard]] std::size_t find(std::uint64_t block) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = block & mask;
    while (places_[at].count != 0 && places_[at].block != block) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Place> places(2 * places_.size());
    places.swap(places_);
    for (const Place& place : places) {
      if (place.count != 0) places_[find(place.block)] = place;
    }
  }
  std::vector<Place> places_;
  std::size_t used_ = 0;
};

// Which blocks may have a probe: a bit for each hash, so that some others are taken for one.
class ProbedBlocks {
 public:
  ProbedBlocks(const Rule& rule, const std::vector<Key>& keys, const PairSpace& space,
               const std::vector<bool>& is_linkable)
      : limit_(mark_limit(rule.probes)), space_(&space) {
    constexpr double places = 16;  // for each probe
    const double probes = rule.probes * static_cast<double>(space.record_count());
    bits_.resize(std::bit_ceil(static_cast<std::size_t>(places * probes) / 64 + 1));
    std::vector<Entry> entries;
    for (std::uint32_t record = 0; record < space.record_count(); ++record) {
      if (!is_linkable[record] || !is_probe(record)) continue;
      entries.clear();
      add_blocks(rule, keys, record, 0, 1, entries);
      for (const Entry& entry : entries) bits_[word(entry.block)] |= bit(entry.block);
    }
  }
  [[nodiscard]] bool is_probe(std::uint32_t record) const { return space_->marks[record] < limit_; }
  [[nodiscard]] bool may_have(std::uint64_t block) const {
    return (bits_[word(block)] & bit(block)) != 0;
  }

 private:
  [[nodiscard]] std::size_t word(std::uint64_t block) const {
    return (block >> 6) & (bits_.size() - 1);
  }
  static std::uint64_t bit(std::uint64_t block) { return std::uint64_t{1} << (block & 63U); }

  std::uint64_t limit_;
  const PairSpace* space_;
  std::vector<std::uint64_t> bits_;
};

// Entries of a rule that is a sample: of blocks without a probe there are no pairs.
std::vector<Entry> probed_entries(const Rule& rule, const std::vector<Key>& keys,
                                  const PairSpace& space, const std::vector<bool>& is_linkable) {
  const ProbedBlocks probed(rule, keys, space, is_linkable);
  std::vector<Entry> entries, of_record;
  for (std::uint32_t record = 0; record < space.record_count(); ++record) {
    if (!is_linkable[record]) continue;
    of_record.clear();
    add_blocks(rule, keys, record, 0, 1, of_record);
    for (Entry& entry : of_record) {
      entry.waits = probed.is_probe(record) ? 0 : 1;
      if (entry.waits == 0 || probed.may_have(entry.block)) entries.push_back(entry);
    }
  }
  return entries;
}

// In order. All records as one block for the rule of all pairs.
std::vector<Entry> blocks_of(const Rule& rule, const std::vector<Key>& keys, const PairSpace& space,
                             const std::vector<bool>& is_linkable) {
  std::vector<Entry> entries;
  if (rule.probes < 1) {
    entries = probed_entries(rule, keys, space, is_linkable);
  } else {
    entries.reserve(space.record_count());
    for (std::uint32_t record = 0; record < space.record_count(); ++record) {
      if (is_linkable[record]) add_blocks(rule, keys, record, 0, 1, entries);
    }
  }
  sort_entries(entries);
  return entries;
}

struct RuleBlocks {
  std::vector<Entry> entries;
  bool has_several = false;  // a record may be in several blocks
};

template <typename Take>
void each_block(const std::vector<Entry>& entries, const Take& take) {
  for (std::size_t at = 0; at < entries.size();) {
    std::size_t end = at + 1;
    while (end < entries.size() && entries[end].block == entries[at].block) ++end;
    take(at, end);
    at = end;
  }
}

// The block in which a pair that shares several is counted: that of the smallest value both have of
// each key.
std::uint64_t first_common_block(const Rule& rule, const std::vector<Key>& keys, std::uint32_t left,
                                 std::uint32_t right) {
  std::uint64_t block = 1;
  for (const std::size_t k : rule.keys) {
    const Key& key = keys[k];
    const std::uint32_t *a = key.values(left).data(), *b = key.values(right).data();
    while (*a != *b) *a < *b ? ++a : ++b;
    block = mix(block, *a);
  }
  return block;
}

// Rows `from` up to `to` of the entries, each paired with those after it in its block.
struct Piece {
  std::size_t from = 0, to = 0;
};

constexpr double pairs_of_piece = 20000;

// Pieces of about as many pairs: a row of a block of n rows has at most n pairs. What a piece lays
// out of a large block is used for several rows.
std::vector<Piece> pieces_of(const std::vector<Entry>& entries) {
  constexpr double rows_least = 32;
  std::vector<Piece> pieces;
  std::size_t from = 0;
  double pairs = 0;
  each_block(entries, [&](std::size_t first, std::size_t end) {
    const double enough = std::max(pairs_of_piece, rows_least * static_cast<double>(end - first));
    for (std::size_t at = first; at < end && entries[at].waits == 0; ++at) {
      pairs += static_cast<double>(end - at - 1);
      if (pairs < enough) continue;
      pieces.push_back({from, at + 1});
      from = at + 1;
      pairs = 0;
    }
  });
  if (from < entries.size()) pieces.push_back({from, entries.size()});
  return pieces;
}

// Is the pair counted in this block, of the several that its records may share?
using IsCounted = std::function<bool(std::uint64_t, std::uint32_t, std::uint32_t)>;

struct PieceTask {
  std::size_t rule = 0;
  const IsCounted& is_counted;  // empty: each record is in one block
  Visit visit;
};

// The pairs of some rows, a block or a part of one at a time. One for each thread.
class PieceRows {
 public:
  PieceRows(const RuleKeys& rules, Comparer& comparer, const std::vector<std::uint64_t>& open_as)
      : rules_(rules), levels_(comparer, open_as) {}

  // Lays out the rows of the piece that may have a pair, as far as those at once have room.
  void visit(const std::vector<Entry>& entries, const Piece& piece, const PieceTask& task) {
    for (std::size_t at = piece.from; at < piece.to;) {
      records_.clear();
      runs_.clear();
      while (at < piece.to && records_.size() < rows_at_once) at = take(entries, at, piece.to);
      rules_.lay_out(records_);
      levels_.lay_out(records_);
      for (const auto& [run, block] : runs_) visit_run(run, block, task);
    }
    if (!met_.empty()) task.visit(std::exchange(met_, {}));
  }

 private:
  static constexpr std::size_t rows_at_once = 1024, run_most = 1024, pairs_at_once = 256;

  // The rows of a block from `at` on, those before `to` as left rows; the next row after them.
  std::size_t take(const std::vector<Entry>& entries, std::size_t at, std::size_t to) {
    const std::uint64_t block = entries[at].block;
    const std::size_t base = records_.size() - at, from = at;
    std::size_t end = at;
    while (end < entries.size() && entries[end].block == block) ++end;
    const std::size_t next = std::min(end, to);
    if (end - from < 2 || entries[from].waits != 0) return next;
    for (std::size_t row = from; row < end; ++row) records_.push_back(entries[row].record);
    for (std::size_t row = from; row < next && entries[row].waits == 0; ++row) {
      for (std::size_t first = row + 1; first < end; first += run_most)
        runs_.push_back(
            {{base + row, base + first, base + std::min(end, first + run_most)}, block});
    }
    return next;
  }

  void visit_run(const RowRun& run, std::uint64_t block, const PieceTask& task) {
    const std::span<std::uint32_t> fields = rules_.find(task.rule, run);
    const std::uint32_t left = records_[run.row];
    for (std::size_t at = 0; at < fields.size() && task.is_counted; ++at) {
      if (fields[at] != dropped_pair && !task.is_counted(block, left, records_[run.first + at]))
        fields[at] = dropped_pair;
    }
    const LevelRows::Found found = levels_.find(run, fields);
    for (std::size_t at = 0; at < fields.size(); ++at) {
      if (fields[at] != dropped_pair)
        met_.push_back(
            {left, records_[run.first + at], fields[at], found.open[at], found.levels[at]});
    }
    if (met_.size() < pairs_at_once) return;
    task.visit(met_);
    met_.clear();
  }

  RuleRows rules_;
  LevelRows levels_;
  std::vector<std::uint32_t> records_;
  struct BlockRun {
    RowRun run;
    std::uint64_t block = 0;
  };
  std::vector<BlockRun> runs_;
  std::vector<MetPair> met_;
};

}  // namespace

PairCounter::PairCounter(const std::vector<Key>& keys, const PairSpace& space, Workers& workers,
                         base::Progress& progress)
    : all_pairs_(space.pair_count()), one_per_person_(space.one_per_person), keys_(keys.size()) {
  constexpr double counted_records = 65536;
  share_ = std::min(1.0, counted_records / static_cast<double>(space.record_count()));
  const std::uint64_t limit = mark_limit(share_);
  std::vector<std::uint32_t> sample;
  for (std::uint32_t record = 0; record < space.record_count(); ++record) {
    if (space.marks[record] > limit) continue;
    sample.push_back(record);
    list_of_.push_back(space.list_of[record]);
  }
  workers.each(keys.size(), progress, [&](std::size_t at) {
    const Key& from = keys[at];
    Key& key = keys_[at];
    for (const std::uint32_t record : sample)
      key.add_values(from.values(record), from.has_several_values());
  });
}

double PairCounter::count(const Rule& rule) const {
  if (rule.keys.empty()) return all_pairs_;
  std::vector<Entry> entries;
  BlockCounts of_block(list_of_.size()), of_list(list_of_.size());
  double pairs = 0;
  for (std::uint32_t record = 0; record < list_of_.size(); ++record) {
    entries.clear();
    add_blocks(rule, keys_, record, 0, 1, entries);
    for (const Entry& entry : entries) {
      pairs += of_block.next(entry.block);
      if (one_per_person_[list_of_[record]])
        pairs -= of_list.next(mix(entry.block, list_of_[record]));
    }
  }
  return pairs / (share_ * share_);
}

void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const PairSpace& space, const std::vector<bool>& is_linkable, Comparers& comparers,
                 Workers& workers, base::Progress& progress, const PieceVisitor& visitor) {
  const RuleKeys of_rules(rules, keys, space, comparers.here().features().size());
  Workers::PerThread<PieceRows> rows(
      [&] { return std::make_unique<PieceRows>(of_rules, comparers.here(), visitor.open_as); });
  std::size_t before = 0;  // pieces of the rules before
  // As many rules at once as there are threads are put in order.
  const auto at_once = static_cast<std::size_t>(workers.threads());
  const std::size_t visited = std::min(rules.size(), visitor.rules_most);
  std::vector<RuleBlocks> some;
  for (std::size_t at = 0; at < visited; ++at) {
    if (at % at_once == 0) {
      some.clear();
      some.resize(std::min(at_once, visited - at));
      workers.each(some.size(), progress, [&](std::size_t next) {
        some[next] = {blocks_of(rules[at + next], keys, space, is_linkable),
                      has_several_values(rules[at + next], keys)};
      });
    }
    const auto& [entries, has_several] = some[at % at_once];
    const std::vector<Piece> pieces = pieces_of(entries);
    visitor.expect(before + pieces.size());
    IsCounted is_counted;
    if (has_several)
      is_counted = [&, at](std::uint64_t block, std::uint32_t left, std::uint32_t right) {
        return first_common_block(rules[at], keys, left, right) == block;
      };
    workers.each(pieces.size(), progress, [&](std::size_t piece) {
      rows.here().visit(entries, pieces[piece],
                        {at, is_counted, visitor.begin(before + piece, at)});
    });
    before += pieces.size();
  }
}

}  // namespace sanaq::link
