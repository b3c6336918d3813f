#include "sanaq/link/rule_choice.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace sanaq::link {
namespace {

Rule rule_of(const std::vector<Key>& keys, std::vector<std::size_t> of) {
  std::string name;
  for (const std::size_t key : of) name += (name.empty() ? "" : ",") + keys[key].name;
  return {std::move(name), std::move(of), 0};
}

void count_rules(std::vector<Rule>& rules, const std::vector<Key>& keys, const PairSpace& space,
                 Workers& workers, base::Progress& progress) {
  workers.each(rules.size(), progress,
               [&](std::size_t at) { rules[at].pairs = count_pairs(rules[at], keys, space); });
  std::erase_if(rules, [](const Rule& rule) { return !(rule.pairs > 0); });
}

bool uses(const Rule& rule, const std::vector<Key>& keys, std::size_t feature) {
  return std::any_of(rule.keys.begin(), rule.keys.end(),
                     [&](std::size_t key) { return keys[key].feature == feature; });
}

// One key, and two or three of different features: three where two meet too many records.
std::vector<Rule> all_rules(const std::vector<Key>& keys, const PairSpace& space, double many,
                            Workers& workers, base::Progress& progress) {
  std::vector<Rule> rules;
  for (std::size_t a = 0; a < keys.size(); ++a) {
    rules.push_back(rule_of(keys, {a}));
    for (std::size_t b = a + 1; b < keys.size(); ++b) {
      if (keys[a].feature != keys[b].feature) rules.push_back(rule_of(keys, {a, b}));
    }
  }
  count_rules(rules, keys, space, workers, progress);
  std::vector<Rule> threes;
  for (const Rule& rule : rules) {
    if (rule.keys.size() < 2 || rule.pairs <= many) continue;
    for (std::size_t key = rule.keys[1] + 1; key < keys.size(); ++key) {
      if (!uses(rule, keys, keys[key].feature))
        threes.push_back(rule_of(keys, {rule.keys[0], rule.keys[1], key}));
    }
  }
  count_rules(threes, keys, space, workers, progress);
  rules.insert(rules.end(), threes.begin(), threes.end());
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
              const std::vector<Feature>& features)
      : space_(&space) {
    for (const Key& key : keys) agree_.push_back(agreement_of(key, space, features));
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
    if (key.start[record] == key.start[record + 1]) return false;
    return !key.is_whole || key.feature >= features.size() ||
           is_whole_value(features[key.feature], features[key.feature].codes[record]);
  }

  static std::vector<Lists> lists_having(const Key& key, const PairSpace& space,
                                         const std::vector<Feature>& features) {
    std::vector<Lists> having;
    for (std::uint32_t record = 0; record < space.record_count(); ++record) {
      if (!may_agree(key, features, record)) continue;
      for (std::uint32_t at = key.start[record]; at < key.start[record + 1]; ++at) {
        if (key.ids[at] >= having.size()) having.resize(key.ids[at] + 1);
        having[key.ids[at]] |= Lists{1} << std::min<std::uint32_t>(space.list_of[record], 63);
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
      for (std::uint32_t at = key.start[record]; at < key.start[record + 1]; ++at)
        others |= having[key.ids[at]];
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

// The learning rules of one feature after another.
class LearningRules {
 public:
  LearningRules(const std::vector<Key>& keys, const PairSpace& space,
                const std::vector<Feature>& features, std::vector<Rule> candidates)
      : keys_(keys),
        candidates_(std::move(candidates)),
        usual_(usual_matches(space)),
        sampled_(200000 + std::min(2.0 * static_cast<double>(space.record_count()), 1e6)) {
    const UsualRecall recall(keys, space, features);
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
      // About as many matches as are sampled; of a sample that stands for very many, none.
      const double share = sampled_ / candidates_[at].pairs;
      const double worth = share < 1 / 200 ? 0 : gain * std::pow(std::min(1.0, share), 0.75);
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

}  // namespace

std::vector<Rule> learning_rules(const std::vector<Key>& keys, const PairSpace& space,
                                 const std::vector<Feature>& features, Workers& workers,
                                 base::Progress& progress) {
  const double many = 10 * static_cast<double>(space.record_count());
  LearningRules rules(keys, space, features, all_rules(keys, space, many, workers, progress));
  for (std::size_t feature = 0; feature < features.size(); ++feature) rules.learn_of(feature);
  return rules.rules();
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

std::vector<Rule> choose_rules(const std::vector<Key>& keys, const PairSpace& space,
                               const DrawnMatches& matches, const std::vector<double>& expected,
                               Workers& workers, base::Progress& progress) {
  const auto records = static_cast<double>(space.record_count());
  // Three times as many as a hundred a record, up to twenty million: beyond, pairs of strangers
  // chain long lists into one component, whose search takes minutes.
  const double budget = std::max(100 * records + 1e6, std::min(300 * records + 2e6, 2e7));
  std::vector<Rule> candidates = all_rules(keys, space, 5 * records, workers, progress);
  std::erase_if(candidates, [&](const Rule& rule) { return rule.pairs > budget; });
  const Gains gains(matches, expected);
  std::vector<DrawnMatches::Bits> covers;
  for (const Rule& rule : candidates) covers.push_back(matches.covered_by(rule));
  DrawnMatches::Bits covered((matches.size() + 63) / 64);
  std::vector<Rule> chosen;
  double pairs = 0;
  constexpr std::size_t rules_most = 32;
  constexpr double gain_least = 0.00005;
  while (chosen.size() < rules_most) {
    std::size_t best = candidates.size();
    double best_worth = 0, best_gain = 0;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
      if (pairs + candidates[at].pairs > budget) continue;
      const double gain = gains.of(covers[at], covered);
      const double worth = gain / std::pow(candidates[at].pairs + 0.02 * budget, 0.7);
      if (worth > best_worth) {
        best = at;
        best_worth = worth;
        best_gain = gain;
      }
    }
    if (best == candidates.size() || best_gain < gain_least) break;
    for (std::size_t word = 0; word < covered.size(); ++word) covered[word] |= covers[best][word];
    pairs += candidates[best].pairs;
    chosen.push_back(candidates[best]);
  }
  if (!chosen.empty()) return chosen;
  // Of a single column nothing can be learnt without it: the cheapest rules.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Rule& a, const Rule& b) { return a.pairs < b.pairs; });
  constexpr std::size_t cheapest = 6;
  for (const Rule& rule : candidates) {
    if (chosen.size() == cheapest || pairs + rule.pairs > budget) break;
    pairs += rule.pairs;
    chosen.push_back(rule);
  }
  return chosen;
}

}  // namespace sanaq::link
