#include "sanaq/link/rule_choice.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

// Of two keys, a record: beyond, rules of three of them are looked at too.
constexpr double chosen_pairs_most = 5;

Rule rule_of(const std::vector<Key>& keys, std::vector<std::size_t> of) {
  std::string name;
  for (const std::size_t key : of) name += (name.empty() ? "" : ",") + keys[key].name;
  return {std::move(name), std::move(of), 0};
}

bool uses(const Rule& rule, const std::vector<Key>& keys, std::size_t feature) {
  return std::any_of(rule.keys.begin(), rule.keys.end(),
                     [&](std::size_t key) { return keys[key].feature == feature; });
}

// The rules that have pairs, counted.
std::vector<Rule> counted(std::vector<Rule> rules, const PairCounter& counter, Workers& workers,
                          base::Progress& progress) {
  workers.each(rules.size(), progress,
               [&](std::size_t at) { rules[at].pairs = counter.count(rules[at]); });
  std::erase_if(rules, [](const Rule& rule) { return !(rule.pairs > 0); });
  return rules;
}

// How often a key of this kind agrees for two rows of one person that both have it: before anything
// is known, to choose what to learn from.
double usual_agreement(const Key& key) {
  if (key.is_whole) return 0.8;
  return key.name.ends_with("_key2") ? 0.75 : 0.9;
}

// What a rule may be expected to find of the matches of each two lists, before any is seen: its
// keys must be filled, and agree only where both lists have the value at all (places in two
// languages have none in common).
class UsualRecall {
 public:
  UsualRecall(const std::vector<Key>& keys, const PairSpace& space,
              const std::vector<Feature>& features, Workers& workers, base::Progress& progress)
      : space_(&space), agree_(keys.size()) {
    workers.each(keys.size(), progress,
                 [&](std::size_t at) { agree_[at] = agreement_of(keys[at], space, features); });
  }

  // By pair of lists.
  [[nodiscard]] std::vector<double> of(const Rule& rule) const {
    std::vector<double> recall(space_->list_pair_count(), 1.0);
    for (const std::size_t key : rule.keys) {
      for (std::size_t lists = 0; lists < recall.size(); ++lists)
        recall[lists] *= agree_[key][lists];
    }
    return recall;
  }

 private:
  using Lists = std::uint64_t;  // as bits; lists from the 64th on share the last

  // A year alone does not equal a day of it.
  static bool may_agree(const Key& key, const std::vector<Feature>& features,
                        std::uint32_t record) {
    if (key.values(record).empty()) return false;
    return !key.is_whole || key.feature >= features.size() ||
           is_whole_value(features[key.feature], features[key.feature].codes[record]);
  }

  static std::vector<Lists> lists_having(const Key& key, const PairSpace& space,
                                         const std::vector<Feature>& features) {
    std::vector<Lists> having;
    for (std::uint32_t record = 0; record < space.record_count(); ++record) {
      if (!may_agree(key, features, record)) continue;
      for (const std::uint32_t value : key.values(record)) {
        if (value >= having.size()) having.resize(value + 1);
        having[value] |= Lists{1} << std::min<std::uint32_t>(space.list_of[record], 63);
      }
    }
    return having;
  }

  static std::vector<double> agreement_of(const Key& key, const PairSpace& space,
                                          const std::vector<Feature>& features) {
    const std::vector<Lists> having = lists_having(key, space, features);
    const std::size_t lists = space.list_count();
    std::vector<double> size(lists), met(lists * lists);  // [a, b]: records of a that b may equal
    for (std::uint32_t record = 0; record < space.record_count(); ++record) {
      const std::uint32_t list = space.list_of[record];
      size[list] += 1;
      if (!may_agree(key, features, record)) continue;
      Lists others = 0;
      for (const std::uint32_t value : key.values(record)) others |= having[value];
      for (std::size_t other = 0; other < lists; ++other)
        if ((others >> std::min<std::size_t>(other, 63)) & 1U) met[list * lists + other] += 1;
    }
    std::vector<double> agreement(space.list_pair_count());
    for (std::size_t b = 0; b < lists; ++b) {
      for (std::size_t a = 0; a <= b; ++a)
        agreement[PairSpace::list_pair_of_lists(a, b)] =
            usual_agreement(key) * met[a * lists + b] / std::max(1.0, size[a]) *
            met[b * lists + a] / std::max(1.0, size[b]);
    }
    return agreement;
  }

  const PairSpace* space_;
  std::vector<std::vector<double>> agree_;  // by key and pair of lists
};

// Where matches may be expected before any is seen: between two lists by their sizes, within a list
// a fifth as often.
std::vector<double> usual_matches(const PairSpace& space) {
  std::vector<double> matches = space.pairs_by_lists();
  if (space.list_count() > 1) {
    for (std::size_t list = 0; list < space.list_count(); ++list)
      matches[space.list_pair_of_lists(list, list)] *= 0.2;
  }
  const double all = std::accumulate(matches.begin(), matches.end(), 0.0);
  for (double& share : matches) share /= std::max(all, 1.0);
  return matches;
}

// Of each learning rule: enough for some thousands of matches; of very long lists more, since rules
// of which little is sampled are not taken.
double pairs_to_learn_from(double records) {
  constexpr double long_lists = 1e6;
  return 2e5 + std::min(2 * records, 2.2e5) + 0.08 * std::max(0.0, records - long_lists);
}

// The learning rules of one feature after another.
class LearningRules {
 public:
  LearningRules(const std::vector<Key>& keys, const PairSpace& space, std::vector<Rule> candidates,
                const UsualRecall& recall)
      : keys_(keys),
        candidates_(std::move(candidates)),
        usual_(usual_matches(space)),
        sampled_(pairs_to_learn_from(static_cast<double>(space.record_count()))) {
    for (const Rule& rule : candidates_) recall_.push_back(recall.of(rule));
  }

  void learn_of(std::size_t feature) {
    constexpr std::size_t rules_most = 16, rules_of_feature = 4;
    std::vector<double> missed(usual_.size(), 1.0);  // share of matches no rule has found
    std::size_t count = 0;
    for (const std::size_t at : chosen_) count += take(at, feature, missed);
    while (count < rules_of_feature && chosen_.size() < rules_most) {
      const std::size_t best = best_for(feature, missed);
      if (best == candidates_.size()) break;
      chosen_.push_back(best);
      count += take(best, feature, missed);
    }
  }

  [[nodiscard]] std::vector<Rule> rules() const {
    std::vector<Rule> rules;
    for (const std::size_t at : chosen_) {
      Rule rule = candidates_[at];
      const double share = std::min(1.0, sampled_ / rule.pairs);
      rule.probes = share >= 1 ? 1 : 1 - std::sqrt(1 - share);
      rules.push_back(std::move(rule));
    }
    return rules;
  }

 private:
  bool take(std::size_t at, std::size_t feature, std::vector<double>& missed) const {
    if (uses(candidates_[at], keys_, feature)) return false;
    for (std::size_t lists = 0; lists < missed.size(); ++lists)
      missed[lists] *= 1 - recall_[at][lists];
    return true;
  }

  // What is newly found, for as far as few strangers stand beside it.
  [[nodiscard]] std::size_t best_for(std::size_t feature, const std::vector<double>& missed) const {
    constexpr double gain_least = 0.02;
    std::size_t best = candidates_.size();
    double best_worth = 0;
    for (std::size_t at = 0; at < candidates_.size(); ++at) {
      if (uses(candidates_[at], keys_, feature) || is_chosen(at)) continue;
      double gain = 0;
      for (std::size_t lists = 0; lists < missed.size(); ++lists)
        gain += usual_[lists] * missed[lists] * recall_[at][lists];
      // About as many matches as are sampled.
      const double share = std::min(1.0, sampled_ / candidates_[at].pairs);
      const double worth = gain * std::pow(share, 0.75);
      if (gain >= gain_least && worth > best_worth) {
        best = at;
        best_worth = worth;
      }
    }
    return best;
  }

  // A chosen rule, or one that finds less than a chosen one does.
  [[nodiscard]] bool is_chosen(std::size_t at) const {
    const std::vector<std::size_t>& own = candidates_[at].keys;
    return std::any_of(chosen_.begin(), chosen_.end(), [&](std::size_t chosen) {
      const std::vector<std::size_t>& keys = candidates_[chosen].keys;
      return std::includes(own.begin(), own.end(), keys.begin(), keys.end());
    });
  }

  const std::vector<Key>& keys_;
  std::vector<Rule> candidates_;
  std::vector<std::vector<double>> recall_;  // by candidate and pair of lists
  std::vector<double> usual_;
  double sampled_;  // pairs that each rule gives to learn from
  std::vector<std::size_t> chosen_;
};

// What a rule finds that is not found yet, weighed by pair of lists.
class Gains {
 public:
  // Half by the number of matches, half by its square root: what two lists with few persons in
  // common share is not to be lost whole.
  Gains(const DrawnMatches& matches, const std::vector<double>& expected)
      : words_((matches.size() + 63) / 64) {
    double all = 0, roots = 0;
    for (const double count : expected) {
      all += count;
      roots += std::sqrt(count);
    }
    for (std::size_t word = 0; word < words_; ++word) {
      const std::size_t lists = matches.list_pair(64 * word);
      const auto drawn = static_cast<double>(matches.drawn_of_lists()[lists]);
      worth_.push_back((0.5 * expected[lists] / std::max(all, 1e-9) +
                        0.5 * std::sqrt(expected[lists]) / std::max(roots, 1e-9)) /
                       drawn);
    }
  }

  [[nodiscard]] double of(const DrawnMatches::Bits& covers,
                          const DrawnMatches::Bits& covered) const {
    double gain = 0;
    for (std::size_t word = 0; word < words_; ++word)
      gain += worth_[word] * std::popcount(covers[word] & ~covered[word]);
    return gain;
  }

 private:
  std::size_t words_;
  std::vector<double> worth_;  // of each match in a word, all of the same two lists
};

// Of long lists each rule costs time that is felt, and its last matches are not worth it. How much
// that counts, by the number of records: of fewer than these nothing, of many more all.
double share_of_cost(double records) {
  constexpr double short_lists = 150000;
  return std::max(0.0, 1 - short_lists / records);
}

// The share of matches that a rule must find newly to be worth its pairs. Putting a record in order
// and laying it out takes as long as a few pairs do.
double gain_least(const Rule& rule, double records) {
  constexpr double least = 0.00005, of_pair_of_each_record = 0.00004, pairs_of_record = 2.5;
  return std::max(least, share_of_cost(records) * of_pair_of_each_record *
                             (rule.pairs / records + pairs_of_record));
}

// Rules that have become needless by those chosen after them, the most needless first.
void leave_out_needless(const std::vector<Rule>& candidates, double records,
                        const std::vector<DrawnMatches::Bits>& covers, const Gains& gains,
                        std::vector<std::size_t>& chosen) {
  for (;;) {
    double least = 1;
    std::size_t needless = chosen.size();
    for (std::size_t at = 0; at < chosen.size(); ++at) {
      DrawnMatches::Bits others(covers[chosen[at]].size());
      for (std::size_t other = 0; other < chosen.size(); ++other) {
        for (std::size_t word = 0; word < others.size() && other != at; ++word)
          others[word] |= covers[chosen[other]][word];
      }
      const double worth =
          gains.of(covers[chosen[at]], others) / gain_least(candidates[chosen[at]], records);
      if (worth >= least) continue;
      least = worth;
      needless = at;
    }
    if (needless == chosen.size()) return;
    chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(needless));
  }
}

// Of a single column nothing can be learnt without it: the cheapest rules.
std::vector<Rule> cheapest_rules(std::vector<Rule> candidates, double budget) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Rule& a, const Rule& b) { return a.pairs < b.pairs; });
  constexpr std::size_t cheapest = 6;
  std::vector<Rule> chosen;
  double pairs = 0;
  for (const Rule& rule : candidates) {
    if (chosen.size() == cheapest || pairs + rule.pairs > budget) break;
    pairs += rule.pairs;
    chosen.push_back(rule);
  }
  return chosen;
}

}  // namespace

RuleCandidates candidate_rules(const std::vector<Key>& keys, const PairSpace& space,
                               Workers& workers, base::Progress& progress) {
  const PairCounter counter(keys, space, workers, progress);
  std::vector<Rule> rules;
  for (std::size_t a = 0; a < keys.size(); ++a) {
    rules.push_back(rule_of(keys, {a}));
    for (std::size_t b = a + 1; b < keys.size(); ++b) {
      if (keys[a].feature != keys[b].feature) rules.push_back(rule_of(keys, {a, b}));
    }
  }
  RuleCandidates candidates{counted(std::move(rules), counter, workers, progress), {}};
  std::vector<Rule> threes;
  std::map<std::vector<std::size_t>, double> pairs_of_two;
  for (const Rule& rule : candidates.rules) {
    if (rule.keys.size() < 2 ||
        rule.pairs <= chosen_pairs_most * static_cast<double>(space.record_count()))
      continue;
    pairs_of_two[rule.keys] = rule.pairs;
    for (std::size_t key = rule.keys[1] + 1; key < keys.size(); ++key) {
      if (!uses(rule, keys, keys[key].feature))
        threes.push_back(rule_of(keys, {rule.keys[0], rule.keys[1], key}));
    }
  }
  candidates.pairs_of_two.resize(candidates.rules.size());
  for (Rule& rule : counted(std::move(threes), counter, workers, progress)) {
    candidates.pairs_of_two.push_back(pairs_of_two.at({rule.keys[0], rule.keys[1]}));
    candidates.rules.push_back(std::move(rule));
  }
  return candidates;
}

std::vector<Rule> learning_rules(const RuleCandidates& candidates, const std::vector<Key>& keys,
                                 const PairSpace& space, const std::vector<Feature>& features,
                                 Workers& workers, base::Progress& progress) {
  constexpr double pairs_most = 10;  // of two keys, a record; beyond, a third is taken
  std::vector<Rule> rules;
  for (std::size_t at = 0; at < candidates.rules.size(); ++at) {
    if (candidates.rules[at].keys.size() < 3 ||
        candidates.pairs_of_two[at] > pairs_most * static_cast<double>(space.record_count()))
      rules.push_back(candidates.rules[at]);
  }
  LearningRules learning(keys, space, std::move(rules),
                         UsualRecall(keys, space, features, workers, progress));
  for (std::size_t feature = 0; feature < features.size(); ++feature) learning.learn_of(feature);
  return learning.rules();
}

std::vector<double> expected_matches(const SeenMatches& seen, const std::vector<double>& recall) {
  constexpr double recall_least = 0.1;
  std::vector<double> expected;
  for (std::size_t lists = 0; lists < recall.size(); ++lists)
    expected.push_back(seen.matches(lists) / std::max(recall_least, recall[lists]));
  return expected;
}

double recall_of(const std::vector<double>& expected, const std::vector<double>& recall) {
  double all = 0, found = 0;
  for (std::size_t lists = 0; lists < expected.size(); ++lists) {
    all += expected[lists];
    found += expected[lists] * recall[lists];
  }
  return all > 0 ? found / all : 1;
}

std::vector<Rule> choose_rules(std::vector<Rule> candidates, std::size_t record_count,
                               const DrawnMatches& matches, const std::vector<double>& expected) {
  const auto records = static_cast<double>(record_count);
  // Three times as many as a hundred a record, up to twenty million: beyond, pairs of strangers
  // chain long lists into one component, whose search takes minutes.
  const double budget = std::max(100 * records + 1e6, std::min(300 * records + 2e6, 2e7));
  std::erase_if(candidates, [&](const Rule& rule) { return rule.pairs > budget; });
  const Gains gains(matches, expected);
  std::vector<DrawnMatches::Bits> covers;
  for (const Rule& rule : candidates) covers.push_back(matches.covered_by(rule));
  DrawnMatches::Bits covered((matches.size() + 63) / 64);
  std::vector<std::size_t> chosen;
  double pairs = 0;
  const bool is_long = share_of_cost(records) > 0;
  constexpr std::size_t rules_most = 32;
  while (chosen.size() < rules_most) {
    std::size_t best = candidates.size();
    double best_worth = 0, best_gain = 0;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
      if (pairs + candidates[at].pairs > budget) continue;
      const double gain = gains.of(covers[at], covered);
      const double worth = gain / std::pow(candidates[at].pairs + 0.02 * budget, 0.7);
      if (worth <= best_worth || (is_long && gain < gain_least(candidates[at], records))) continue;
      best = at;
      best_worth = worth;
      best_gain = gain;
    }
    if (best == candidates.size() || best_gain < gain_least(candidates[best], records)) break;
    for (std::size_t word = 0; word < covered.size(); ++word) covered[word] |= covers[best][word];
    pairs += candidates[best].pairs;
    chosen.push_back(best);
  }
  if (chosen.empty()) return cheapest_rules(std::move(candidates), budget);
  if (is_long) leave_out_needless(candidates, records, covers, gains, chosen);
  std::vector<Rule> rules;
  for (const std::size_t at : chosen) rules.push_back(candidates[at]);
  return rules;
}

}  // namespace sanaq::link
