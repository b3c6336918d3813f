#include "sanaq/link/blocking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

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
  for (std::uint32_t at = key.start[record]; at < key.start[record + 1]; ++at) {
    add_blocks(rule, keys, record, from + 1, mix(block, key.ids[at]), entries);
  }
}

void mark_probes(std::vector<Entry>& entries, const PairSpace& space, double probes) {
  if (probes >= 1) return;
  const std::uint64_t limit = mark_limit(probes);
  for (Entry& entry : entries) entry.waits = space.marks[entry.record] < limit ? 0 : 1;
}

// All records as one block for the rule of all pairs.
std::vector<Entry> blocks_of(const Rule& rule, const std::vector<Key>& keys, const PairSpace& space,
                             const std::vector<bool>& is_linkable) {
  std::vector<Entry> entries;
  for (std::uint32_t record = 0; record < space.record_count(); ++record) {
    if (is_linkable[record]) add_blocks(rule, keys, record, 0, 1, entries);
  }
  mark_probes(entries, space, rule.probes);
  return entries;
}

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
    std::uint32_t a = key.start[left], b = key.start[right];
    while (key.ids[a] != key.ids[b]) key.ids[a] < key.ids[b] ? ++a : ++b;
    block = mix(block, key.ids[a]);
  }
  return block;
}

bool has_several_values(const Key& key) {
  for (std::size_t record = 0; record + 1 < key.start.size(); ++record) {
    if (key.start[record + 1] - key.start[record] > 1) return true;
  }
  return false;
}

bool has_several_values(const Rule& rule, const std::vector<Key>& keys) {
  return std::any_of(rule.keys.begin(), rule.keys.end(),
                     [&](std::size_t at) { return has_several_values(keys[at]); });
}

// Which rules find a pair, by comparing ids: the keys of one record stand side by side.
class RuleTests {
 public:
  RuleTests(const std::vector<Rule>& rules, const std::vector<Key>& keys, std::size_t record_count,
            std::size_t feature_count)
      : keys_(keys) {
    std::vector<std::size_t> columns;  // keys with one value a record
    for (const Rule& rule : rules) {
      Test test{0, {}, fields_without(rule, keys, feature_count)};
      for (const std::size_t key : rule.keys) {
        if (has_several_values(keys[key])) {
          test.slow.keys.push_back(key);
          continue;
        }
        const auto known = std::find(columns.begin(), columns.end(), key);
        test.needs |= std::uint64_t{1} << (known - columns.begin());
        if (known == columns.end()) columns.push_back(key);
      }
      tests_.push_back(std::move(test));
    }
    width_ = columns.size();
    ids_.resize(record_count * width_);
    for (std::size_t column = 0; column < width_; ++column) {
      const Key& key = keys[columns[column]];
      for (std::size_t record = 0; record < record_count; ++record) {
        // A record without the value has one of its own, so that it equals no other.
        constexpr std::uint32_t own = std::uint32_t{1} << 31;
        ids_[record * width_ + column] = key.start[record] < key.start[record + 1]
                                             ? key.ids[key.start[record]]
                                             : own | static_cast<std::uint32_t>(record);
      }
    }
  }

  // This record will be asked for soon.
  void fetch(std::uint32_t record) const { __builtin_prefetch(ids_.data() + record * width_); }

  // The fields that some rule leaves out; none where an earlier rule than `rule` finds the pair.
  [[nodiscard]] std::optional<std::uint32_t> fields_if_first(std::size_t rule, std::uint32_t left,
                                                             std::uint32_t right) const {
    const std::uint32_t* a = ids_.data() + left * width_;
    const std::uint32_t* b = ids_.data() + right * width_;
    std::uint64_t equal = 0;
    for (std::size_t column = 0; column < width_; ++column) {
      equal |= static_cast<std::uint64_t>(a[column] == b[column]) << column;
    }
    std::uint32_t fields = tests_[rule].without;
    for (std::size_t other = 0; other < tests_.size(); ++other) {
      const Test& test = tests_[other];
      if (other == rule || (equal & test.needs) != test.needs) continue;
      if (!test.slow.keys.empty() && !meets(test.slow, keys_, left, right)) continue;
      if (other < rule) return std::nullopt;
      fields |= test.without;
    }
    return fields;
  }

 private:
  struct Test {
    std::uint64_t needs;
    Rule slow;
    std::uint32_t without;
  };
  const std::vector<Key>& keys_;
  std::vector<Test> tests_;
  std::size_t width_ = 0;
  std::vector<std::uint32_t> ids_;
};

// Rows `from` up to `to` of the entries, each paired with those after it in its block.
struct Piece {
  std::size_t from = 0, to = 0;
};

constexpr double pairs_of_piece = 10000;
constexpr std::size_t pairs_at_once = 32;

// Pieces of about as many pairs: a row of a block of n rows has at most n pairs.
std::vector<Piece> pieces_of(const std::vector<Entry>& entries) {
  std::vector<Piece> pieces;
  std::size_t from = 0;
  double pairs = 0;
  each_block(entries, [&](std::size_t first, std::size_t end) {
    for (std::size_t at = first; at < end && entries[at].waits == 0; ++at) {
      pairs += static_cast<double>(end - at - 1);
      if (pairs < pairs_of_piece) continue;
      pieces.push_back({from, at + 1});
      from = at + 1;
      pairs = 0;
    }
  });
  if (from < entries.size()) pieces.push_back({from, entries.size()});
  return pieces;
}

template <typename Take>
void each_pair(const std::vector<Entry>& entries, const Piece& piece, const Take& take) {
  for (std::size_t a = piece.from; a < piece.to; ++a) {
    if (entries[a].waits != 0) continue;
    for (std::size_t b = a + 1; b < entries.size() && entries[b].block == entries[a].block; ++b)
      take(entries[a], entries[b]);
  }
}

}  // namespace

// Pairs of a block of so many records of each list that may be one person.
double pairs_of_block(const std::vector<double>& of_list, const PairSpace& space) {
  double records = 0, apart = 0;
  for (std::size_t list = 0; list < of_list.size(); ++list) {
    records += of_list[list];
    if (space.one_per_person[list]) apart += of_list[list] * (of_list[list] - 1) / 2;
  }
  return records * (records - 1) / 2 - apart;
}

double count_pairs(const Rule& rule, const std::vector<Key>& keys, const PairSpace& space) {
  if (rule.keys.empty()) return space.pair_count();
  constexpr double counted_records = 65536;
  const double share = std::min(1.0, counted_records / static_cast<double>(space.record_count()));
  const std::uint64_t limit = mark_limit(share);
  std::vector<Entry> entries;
  for (std::uint32_t record = 0; record < space.record_count(); ++record) {
    if (space.marks[record] <= limit) add_blocks(rule, keys, record, 0, 1, entries);
  }
  sort_entries(entries);
  std::vector<double> of_list(space.list_count());
  double pairs = 0;
  each_block(entries, [&](std::size_t first, std::size_t end) {
    if (end - first < 2) return;
    std::fill(of_list.begin(), of_list.end(), 0.0);
    for (std::size_t at = first; at < end; ++at) of_list[space.list_of[entries[at].record]] += 1;
    pairs += pairs_of_block(of_list, space);
  });
  return pairs / (share * share);
}

void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const PairSpace& space, const std::vector<bool>& is_linkable,
                 std::size_t feature_count, Workers& workers, base::Progress& progress,
                 const PieceVisitor& visitor) {
  const RuleTests tests(rules, keys, is_linkable.size(), feature_count);
  std::size_t before = 0;  // pieces of the rules before
  for (std::size_t at = 0; at < rules.size(); ++at) {
    const Rule& rule = rules[at];
    const bool several = has_several_values(rule, keys);
    std::vector<Entry> entries = blocks_of(rule, keys, space, is_linkable);
    sort_entries(entries);
    const std::vector<Piece> pieces = pieces_of(entries);
    visitor.expect(before + pieces.size());
    workers.each(pieces.size(), progress, [&](std::size_t piece) {
      const Visit visit = visitor.begin(before + piece, at);
      std::array<MetPair, pairs_at_once> met;
      std::size_t count = 0;
      each_pair(entries, pieces[piece], [&](const Entry& a, const Entry& b) {
        constexpr std::ptrdiff_t ahead = 16;
        if (&b + ahead < entries.data() + entries.size()) tests.fetch((&b + ahead)->record);
        if (a.record == b.record || !space.may_meet(a.record, b.record)) return;
        if (several && first_common_block(rule, keys, a.record, b.record) != a.block) return;
        const auto fields = tests.fields_if_first(at, a.record, b.record);
        if (!fields) return;
        met[count++] = {a.record, b.record, *fields};
        if (count == met.size()) visit(std::span(met.data(), std::exchange(count, 0)));
      });
      if (count > 0) visit(std::span(met.data(), count));
    });
    before += pieces.size();
  }
}

}  // namespace sanaq::link
