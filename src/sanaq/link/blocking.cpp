#include "sanaq/link/blocking.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

struct Entry {
  std::uint64_t block;
  std::uint32_t record;
  bool operator<(const Entry& other) const {
    return block != other.block ? block < other.block : record < other.record;
  }
};

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
    entries.push_back({block, record});
    return;
  }
  const Key& key = keys[rule.keys[from]];
  for (std::uint32_t at = key.start[record]; at < key.start[record + 1]; ++at) {
    add_blocks(rule, keys, record, from + 1, mix(block, key.ids[at]), entries);
  }
}

std::vector<Entry> sorted_blocks(const Rule& rule, const std::vector<Key>& keys,
                                 std::size_t record_count, const std::vector<bool>* is_linkable,
                                 std::size_t step, Workers* workers = nullptr) {
  std::vector<Entry> entries;
  for (std::uint32_t record = 0; record < record_count;
       record += static_cast<std::uint32_t>(step)) {
    if (!is_linkable || (*is_linkable)[record]) add_blocks(rule, keys, record, 0, 1, entries);
  }
  if (workers != nullptr)
    workers->run([&] { tbb::parallel_sort(entries.begin(), entries.end()); });
  else
    std::sort(entries.begin(), entries.end());
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

std::uint32_t fields_without(const Rule& rule, const std::vector<Key>& keys,
                             std::size_t feature_count) {
  std::uint32_t fields = (1U << feature_count) - 1;
  for (const std::size_t at : rule.keys) {
    if (keys[at].feature < feature_count) fields &= ~(1U << keys[at].feature);
  }
  return fields;
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
    ids_.assign(record_count * width_, 0);
    for (std::size_t column = 0; column < width_; ++column) {
      const Key& key = keys[columns[column]];
      for (std::size_t record = 0; record < record_count; ++record) {
        if (key.start[record] < key.start[record + 1])
          ids_[record * width_ + column] = key.ids[key.start[record]] + 1;
      }
    }
  }

  // The fields that some rule leaves out; none where an earlier rule than `rule` finds the pair.
  [[nodiscard]] std::optional<std::uint32_t> fields_if_first(std::size_t rule, std::uint32_t left,
                                                             std::uint32_t right) const {
    const std::uint32_t* a = ids_.data() + left * width_;
    const std::uint32_t* b = ids_.data() + right * width_;
    std::uint64_t equal = 0;
    for (std::size_t column = 0; column < width_; ++column) {
      equal |= static_cast<std::uint64_t>(a[column] == b[column] && a[column] != 0) << column;
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
    for (std::size_t at = first; at < end; ++at) {
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
    for (std::size_t b = a + 1; b < entries.size() && entries[b].block == entries[a].block; ++b)
      take(entries[a], entries[b]);
  }
}

// Which keys agree, as bits of the key's place among those of its feature; -1 where the feature is
// missing.
int key_outcome(const std::vector<std::size_t>& of_feature, const std::vector<Key>& keys,
                const Feature& feature, std::uint32_t left, std::uint32_t right) {
  if (!feature.codes[left] || !feature.codes[right]) return 0;
  int outcome = 0;
  for (std::size_t at = 0; at < of_feature.size(); ++at) {
    const Rule one{"", {of_feature[at]}, 0};
    if (meets(one, keys, left, right)) outcome |= 1 << at;
  }
  return outcome;
}

constexpr std::size_t drawn_matches = 20000;
using Outcomes = std::vector<std::array<double, 8>>;

std::vector<std::vector<std::size_t>> keys_by_feature(const std::vector<Key>& keys,
                                                      std::size_t feature_count) {
  std::vector<std::vector<std::size_t>> by_feature(feature_count);
  for (std::size_t at = 0; at < keys.size(); ++at) by_feature[keys[at].feature].push_back(at);
  return by_feature;
}

// How often matches showed each outcome of a feature's keys; all of them, and those that a rule
// without the feature found.
struct Seen {
  Outcomes any, chosen_by_others;
  explicit Seen(std::size_t count) : any(count), chosen_by_others(count) {}
  void add(const Seen& other) {
    for (std::size_t f = 0; f < any.size(); ++f) {
      for (std::size_t outcome = 0; outcome < any[f].size(); ++outcome) {
        any[f][outcome] += other.any[f][outcome];
        chosen_by_others[f][outcome] += other.chosen_by_others[f][outcome];
      }
    }
  }
};

double total_of(const std::array<double, 8>& weights) {
  return std::accumulate(weights.begin(), weights.end(), 0.0);
}

Outcomes look_at_pilot(const std::vector<Rule>& pilot, const std::vector<Key>& keys,
                       const Columns& columns, const PairModel& model, Comparers& comparers,
                       Workers& workers, base::Progress& progress) {
  const std::size_t count = columns.features.size();
  const auto by_feature = keys_by_feature(keys, count);
  const double prior = num::logit(std::clamp(model.prior_match, 1e-12, 0.5));
  std::vector<Seen> parts;
  const auto begin = [&](std::size_t piece) -> Visit {
    return [&, &part = parts[piece], &comparer = comparers.here()](std::span<const MetPair> pairs) {
      for (const MetPair& pair : pairs) comparer.fetch(pair.left, pair.right);
      for (const auto& [left, right, fields] : pairs) {
        std::array<std::int8_t, 32> levels{};
        comparer.compare(left, right, levels.data());
        const double p =
            num::inverse_logit(prior + pair_log_ratio(model, comparer, levels.data(), left, right));
        if (p < 0.2) continue;
        for (std::size_t f = 0; f < count; ++f) {
          const auto outcome = static_cast<std::size_t>(
              key_outcome(by_feature[f], keys, columns.features[f], left, right));
          part.any[f][outcome] += p;
          if (fields & (1U << f)) part.chosen_by_others[f][outcome] += p;
        }
      }
    };
  };
  visit_pairs(pilot, keys, columns.is_linkable, count, workers, progress,
              {[&](std::size_t pieces) { parts.resize(pieces, Seen(count)); }, begin});
  Seen seen(count);
  for (const Seen& part : parts) seen.add(part);
  Outcomes outcomes = std::move(seen.chosen_by_others);
  for (std::size_t f = 0; f < count; ++f) {
    if (total_of(outcomes[f]) < 5) outcomes[f] = seen.any[f];
    if (total_of(outcomes[f]) <= 0) outcomes[f].fill(1);
  }
  return outcomes;
}

// A bit for each drawn match.
using Drawn = std::array<std::uint64_t, (drawn_matches + 63) / 64>;

std::size_t count_new(const Drawn& covers, const Drawn& covered) {
  std::size_t count = 0;
  for (std::size_t word = 0; word < covers.size(); ++word)
    count += static_cast<std::size_t>(std::popcount(covers[word] & ~covered[word]));
  return count;
}

// covers[rule]: the drawn matches that it finds.
std::vector<Drawn> draw_coverage(const std::vector<Rule>& candidates, const std::vector<Key>& keys,
                                 const Outcomes& outcomes, std::uint64_t seed) {
  num::Rng rng(seed, "link.drawn_matches");
  const auto by_feature = keys_by_feature(keys, outcomes.size());
  std::vector<Drawn> agrees(keys.size(), Drawn{});
  for (std::size_t draw = 0; draw < drawn_matches; ++draw) {
    for (std::size_t f = 0; f < outcomes.size(); ++f) {
      const std::size_t outcome = rng.categorical(outcomes[f]);
      for (std::size_t at = 0; at < by_feature[f].size(); ++at)
        agrees[by_feature[f][at]][draw / 64] |= std::uint64_t{(outcome >> at) & 1U} << (draw % 64);
    }
  }
  Drawn all{};
  for (std::size_t draw = 0; draw < drawn_matches; ++draw)
    all[draw / 64] |= std::uint64_t{1} << (draw % 64);
  std::vector<Drawn> covers(candidates.size(), all);
  for (std::size_t rule = 0; rule < candidates.size(); ++rule) {
    for (const std::size_t key : candidates[rule].keys) {
      for (std::size_t word = 0; word < all.size(); ++word) covers[rule][word] &= agrees[key][word];
    }
  }
  return covers;
}

// Single keys and pairs of keys of different features, with at most so many pairs.
std::vector<Rule> all_rules(const std::vector<Key>& keys, std::size_t record_count, double most,
                            Workers& workers, base::Progress& progress) {
  std::vector<Rule> rules;
  for (std::size_t a = 0; a < keys.size(); ++a) {
    rules.push_back({keys[a].name, {a}, 0});
    for (std::size_t b = a + 1; b < keys.size(); ++b) {
      if (keys[a].feature != keys[b].feature)
        rules.push_back({keys[a].name + "," + keys[b].name, {a, b}, 0});
    }
  }
  workers.each(rules.size(), progress, [&](std::size_t at) {
    rules[at].pairs = count_pairs(rules[at], keys, record_count);
  });
  std::erase_if(rules, [&](const Rule& rule) { return !(rule.pairs > 0 && rule.pairs <= most); });
  return rules;
}

}  // namespace

double count_pairs(const Rule& rule, const std::vector<Key>& keys, std::size_t record_count) {
  const auto all = static_cast<double>(record_count);
  if (rule.keys.empty()) return all * (all - 1) / 2;
  const std::size_t step = std::max<std::size_t>(1, record_count / 20000);
  double pairs = 0;
  each_block(sorted_blocks(rule, keys, record_count, nullptr, step),
             [&](std::size_t first, std::size_t end) {
               const auto size = static_cast<double>(end - first);
               pairs += size * (size - 1) / 2;
             });
  const auto scale = static_cast<double>(step);
  return pairs * scale * scale;
}

namespace {

// All records as one block: the rule of all pairs.
std::vector<Entry> one_block(const std::vector<bool>& is_linkable) {
  std::vector<Entry> entries;
  for (std::uint32_t record = 0; record < is_linkable.size(); ++record) {
    if (is_linkable[record]) entries.push_back({1, record});
  }
  return entries;
}

}  // namespace

void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const std::vector<bool>& is_linkable, std::size_t feature_count, Workers& workers,
                 base::Progress& progress, const PieceVisitor& visitor) {
  const RuleTests tests(rules, keys, is_linkable.size(), feature_count);
  std::size_t before = 0;  // pieces of the rules before
  for (std::size_t at = 0; at < rules.size(); ++at) {
    const Rule& rule = rules[at];
    const bool several = has_several_values(rule, keys);
    const std::vector<Entry> entries =
        rule.keys.empty()
            ? one_block(is_linkable)
            : sorted_blocks(rule, keys, is_linkable.size(), &is_linkable, 1, &workers);
    const std::vector<Piece> pieces = pieces_of(entries);
    visitor.expect(before + pieces.size());
    workers.each(pieces.size(), progress, [&](std::size_t piece) {
      const Visit visit = visitor.begin(before + piece);
      std::array<MetPair, pairs_at_once> met;
      std::size_t count = 0;
      each_pair(entries, pieces[piece], [&](const Entry& a, const Entry& b) {
        if (a.record == b.record ||
            (several && first_common_block(rule, keys, a.record, b.record) != a.block))
          return;
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

std::vector<Rule> pilot_rules(const std::vector<Key>& keys, std::size_t record_count,
                              Workers& workers, base::Progress& progress) {
  std::vector<Rule> candidates;
  const auto records = static_cast<double>(record_count);
  for (const Rule& rule : all_rules(keys, record_count, 15 * records + 20000, workers, progress)) {
    const bool is_whole = std::all_of(rule.keys.begin(), rule.keys.end(), [&](std::size_t at) {
      return keys[at].is_whole || keys[at].name == "name_key" || keys[at].name == "name_key2";
    });
    if (is_whole && rule.pairs >= records / 200) candidates.push_back(rule);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Rule& a, const Rule& b) { return a.pairs < b.pairs; });
  std::vector<Rule> pilot;
  double pairs = 0;
  for (const Rule& rule : candidates) {
    if (pilot.size() == 30 || (!pilot.empty() && pairs + rule.pairs > 15 * records + 20000)) break;
    pairs += rule.pairs;
    pilot.push_back(rule);
  }
  return pilot;
}

ChosenRules choose_rules(const std::vector<Rule>& pilot, const std::vector<Key>& keys,
                         const Columns& columns, const PairModel& model, Comparers& comparers,
                         std::uint64_t seed, Workers& workers, base::Progress& progress) {
  const auto records = static_cast<double>(columns.is_linkable.size());
  const double budget = 100 * records + 1e6;
  const std::vector<Rule> candidates =
      all_rules(keys, columns.is_linkable.size(), budget, workers, progress);
  const std::vector<Drawn> covers =
      draw_coverage(candidates, keys,
                    look_at_pilot(pilot, keys, columns, model, comparers, workers, progress), seed);
  Drawn covered{};
  ChosenRules chosen;
  double pairs = 0;
  std::size_t found = 0;
  while (chosen.rules.size() < 24) {
    std::size_t best = candidates.size(), best_gain = 0;
    double best_worth = 0;
    for (std::size_t rule = 0; rule < candidates.size(); ++rule) {
      if (pairs + candidates[rule].pairs > budget) continue;
      const std::size_t gain = count_new(covers[rule], covered);
      const double worth =
          static_cast<double>(gain) / std::pow(candidates[rule].pairs + 0.02 * budget, 0.7);
      if (worth > best_worth) {
        best = rule;
        best_worth = worth;
        best_gain = gain;
      }
    }
    if (best == candidates.size() ||
        static_cast<double>(best_gain) < 0.00005 * static_cast<double>(drawn_matches))
      break;
    for (std::size_t word = 0; word < covered.size(); ++word) covered[word] |= covers[best][word];
    found += best_gain;
    pairs += candidates[best].pairs;
    chosen.rules.push_back(candidates[best]);
  }
  chosen.recall = static_cast<double>(found) / static_cast<double>(drawn_matches);
  return chosen;
}

}  // namespace sanaq::link
