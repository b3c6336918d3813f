#include "sanaq/investigation/doubtful_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "sanaq/estimate/estimate.h"
#include "sanaq/persons/capture_from_register.h"

namespace sanaq::investigation {
namespace {

constexpr double doubt_from = 0.01, doubt_to = 0.99;
// Beyond, one answer of the method takes too long to be asked for each kind of pair.
constexpr std::size_t quick_lists_max = 5, quick_tables_max = 120;
constexpr std::size_t lists_of_a_table = 32;
constexpr std::uint32_t nobody = static_cast<std::uint32_t>(-1);

std::uint64_t key_of(std::uint32_t one, std::uint32_t other) {
  return std::uint64_t{std::min(one, other)} << 32U | std::max(one, other);
}

double deviation(const std::vector<double>& values) {
  if (values.size() < 2) return 1;
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double found = std::sqrt(squares / static_cast<double>(values.size() - 1));
  return std::isfinite(found) && found > 0 ? found : 1;
}

bool is_slow(const estimate::Options& options, std::size_t lists) {
  if (options.method == estimate::Method::latent_class || options.bootstrap > 0) return true;
  return lists > quick_lists_max;
}

// The total that one table gives, each table asked once.
class QuickTotal {
 public:
  QuickTotal(estimate::Options options, bool is_quick) : options_(std::move(options)) {
    options_.checks_on_own_lists = options_.alternatives = false;
    options_.draws = std::min(options_.draws, 1000);
    options_.warmup = std::min(options_.warmup, 500);
    if (!is_quick) options_.method = estimate::Method::chao;
    if (options_.method == estimate::Method::all) options_.method = estimate::Method::automatic;
  }
  // A person of whom no list tells, or who cannot be linked, is in no table.
  [[nodiscard]] double of(estimate::CaptureTable table) {
    std::erase_if(table.cells,
                  [](const estimate::Cell& cell) { return cell.listed == 0 || cell.count <= 0; });
    const auto observed = static_cast<double>(table.observed());
    if (table.lists.size() < 2 || table.cells.empty()) return observed;
    Key key;
    for (const estimate::Cell& cell : table.cells)
      key.push_back({cell.not_covered, cell.listed, cell.count});
    const auto [found, is_new] = known_.try_emplace({table.lists, std::move(key)}, observed);
    if (!is_new) return found->second;
    base::Progress silent;
    const estimate::Summary summary = estimate::estimate(table, options_, silent);
    if (summary.estimate && std::isfinite(summary.estimate->median))
      found->second = summary.estimate->median;
    return found->second;
  }

 private:
  using Key = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::int64_t>>;
  estimate::Options options_;
  std::map<std::pair<std::vector<std::string>, Key>, double> known_;
};

// How the two answers to a pair differ: `one` and `other` stand apart, or `both` stands for them.
struct Answers {
  persons::CapturePattern one, other, both;
  bool are_together = false;  // in the register that stands
  auto operator<=>(const Answers&) const = default;
};

class Doubts {
 public:
  explicit Doubts(const Outcome& outcome)
      : outcome_(outcome), person_of_(outcome.records.record_count(), nobody) {
    if (outcome.records.lists.size() <= lists_of_a_table)
      patterns_.emplace(outcome.config, outcome.records);
    pattern_of_.resize(outcome.persons.size());
    for (std::uint32_t at = 0; at < outcome.persons.size(); ++at) {
      const persons::Person& person = outcome.persons[at];
      for (const std::uint32_t record : person.records) person_of_[record] = at;
      if (!patterns_ || !person.is_linkable) continue;
      pattern_of_[at] = patterns_->of(person.records);
      ++counts_[pattern_of_[at]];
    }
    note_decided();
    collect();
  }

  [[nodiscard]] std::vector<DoubtfulPair> weighed(GainOf gain, base::Progress& progress) {
    if (doubts_.empty()) return {};
    if (!patterns_) {
      // More lists than any estimate takes: an answer is worth a person.
      for (DoubtfulPair& pair : doubts_) weigh(pair, 1, 1, 1);
    } else if (gain == GainOf::persons) {
      const double persons = deviation(persons_drawn(drawn_counts(progress)));
      for (DoubtfulPair& pair : doubts_) weigh(pair, 0, persons, 1);
    } else {
      weigh_by_total(gain == GainOf::persons_and_total, progress);
    }
    sort();
    return std::move(doubts_);
  }

 private:
  // Records that decisions hold together have one root; `apart_` has roots.
  void note_decided() {
    root_.resize(person_of_.size());
    for (std::uint32_t at = 0; at < root_.size(); ++at) root_[at] = at;
    const std::vector<link::Decision> pairs = persons::pairs_of(outcome_.decisions_held);
    for (const link::Decision& pair : pairs) {
      if (pair.same) root_[root(pair.left)] = root(pair.right);
    }
    for (const link::Decision& pair : pairs) {
      if (!pair.same) apart_.insert(key_of(root(pair.left), root(pair.right)));
    }
  }
  std::uint32_t root(std::uint32_t at) {
    while (root_[at] != at) at = root_[at] = root_[root_[at]];
    return at;
  }
  bool is_decided(std::uint32_t left, std::uint32_t right) {
    const std::uint32_t one = root(left), other = root(right);
    return one == other || apart_.contains(key_of(one, other));
  }

  void collect() {
    std::vector<bool> is_doubted(outcome_.persons.size());
    each_pair([&](const link::Pair& pair) {
      if (pair.probability < doubt_from || pair.probability > doubt_to) return;
      const std::uint32_t one = person_of_[pair.left], other = person_of_[pair.right];
      if (is_decided(pair.left, pair.right)) return;
      doubts_.push_back({pair.left, pair.right, pair.probability, pair.weight_bits});
      if (one == other) is_doubted[one] = true;
    });
    // Where two in doubt are one person now, who of his records goes with whom.
    each_pair([&](const link::Pair& pair) {
      const std::uint32_t one = person_of_[pair.left];
      if (is_doubted[one] && one == person_of_[pair.right])
        within_[key_of(pair.left, pair.right)] = pair.probability;
    });
  }
  // Of records that are in scope.
  template <typename Look>
  void each_pair(const Look& look) const {
    const auto look_at = [&](const link::Pair& pair) {
      if (person_of_[pair.left] != nobody && person_of_[pair.right] != nobody) look(pair);
    };
    for (const link::Pair& pair : outcome_.link.pairs) look_at(pair);
    if (outcome_.link.packed) outcome_.link.packed->each(look_at);
  }

  static void weigh(DoubtfulPair& pair, double change, double persons, double total) {
    pair.change = change;
    pair.gain = pair.probability * (1 - pair.probability) * (1 / persons + change / total);
  }

  void weigh_by_total(bool may_ask_the_method, base::Progress& progress) {
    const std::vector<Answers> answers = all_answers();
    const std::set<Answers> distinct(answers.begin(), answers.end());
    const std::size_t lists = patterns_->table(counts_).lists.size();
    const bool is_quick = may_ask_the_method && !is_slow(outcome_.config.estimate, lists) &&
                          2 * distinct.size() + outcome_.link.draws.size() <= quick_tables_max;
    QuickTotal total(outcome_.config.estimate, is_quick);
    const std::vector<persons::CaptureCounts> drawn = drawn_counts(progress);
    std::vector<double> totals;
    for (const persons::CaptureCounts& counts : drawn) {
      progress.throw_if_stopped();
      totals.push_back(total.of(patterns_->table(counts)));
    }
    std::map<Answers, double> changes;
    for (const Answers& each : distinct) {
      progress.throw_if_stopped();
      changes.emplace(each, change_between(each, total));
    }
    const double persons_scale = deviation(persons_drawn(drawn)), total_scale = deviation(totals);
    for (std::size_t at = 0; at < doubts_.size(); ++at)
      weigh(doubts_[at], changes.at(answers[at]), persons_scale, total_scale);
  }

  std::vector<Answers> all_answers() const {
    std::vector<Answers> answers;
    answers.reserve(doubts_.size());
    for (const DoubtfulPair& pair : doubts_) answers.push_back(answers_to(pair));
    return answers;
  }

  Answers answers_to(const DoubtfulPair& pair) const {
    const std::uint32_t one = person_of_[pair.left], other = person_of_[pair.right];
    std::vector<std::uint32_t> left = outcome_.persons[one].records, right;
    Answers answers;
    answers.are_together = one == other;
    if (answers.are_together) {
      answers.both = patterns_->of(left);
      const auto goes_right = [&](std::uint32_t record) {
        if (record == pair.left || record == pair.right) return record == pair.right;
        return nearness(record, pair.right) > nearness(record, pair.left);
      };
      std::copy_if(left.begin(), left.end(), std::back_inserter(right), goes_right);
      std::erase_if(left, goes_right);
      answers.one = patterns_->of(left);
    } else {
      right = outcome_.persons[other].records;
      answers.one = patterns_->of(left);
      left.insert(left.end(), right.begin(), right.end());
      answers.both = patterns_->of(left);
    }
    answers.other = patterns_->of(right);
    if (answers.other < answers.one) std::swap(answers.one, answers.other);
    return answers;
  }
  double nearness(std::uint32_t one, std::uint32_t other) const {
    const auto found = within_.find(key_of(one, other));
    return found == within_.end() ? 0 : found->second;
  }

  double change_between(const Answers& answers, QuickTotal& total) const {
    persons::CaptureCounts otherwise = counts_;
    const std::int64_t more = answers.are_together ? 1 : -1;
    otherwise[answers.one] += more;
    otherwise[answers.other] += more;
    otherwise[answers.both] -= more;
    return std::abs(total.of(patterns_->table(otherwise)) - total.of(patterns_->table(counts_)));
  }

  static std::vector<double> persons_drawn(const std::vector<persons::CaptureCounts>& drawn) {
    std::vector<double> persons;
    for (const persons::CaptureCounts& counts : drawn) {
      persons.push_back(0);
      for (const auto& [pattern, count] : counts) persons.back() += static_cast<double>(count);
    }
    return persons;
  }

  // Of each sampled register how many persons have each pattern.
  std::vector<persons::CaptureCounts> drawn_counts(base::Progress& progress) const {
    std::vector<persons::CaptureCounts> drawn;
    for (const std::vector<std::uint32_t>& draw : outcome_.link.draws) {
      progress.throw_if_stopped();
      drawn.push_back(counts_in(draw));
    }
    return drawn;
  }

  // The register that stands, but for the persons who are others in the draw: nearly all are not.
  persons::CaptureCounts counts_in(const std::vector<std::uint32_t>& draw) const {
    persons::CaptureCounts counts = counts_;
    std::vector<bool> is_as_drawn(outcome_.persons.size());
    each_drawn(draw, [&](const std::vector<std::uint32_t>& records) {
      const std::uint32_t person = person_of_[records.front()];
      const bool is_one = std::all_of(records.begin(), records.end(), [&](std::uint32_t record) {
        return person_of_[record] == person;
      });
      if (is_one && records.size() == records_drawn(person, draw.size()))
        is_as_drawn[person] = true;
      else
        ++counts[patterns_->of(records)];
    });
    for (std::uint32_t person = 0; person < is_as_drawn.size(); ++person) {
      if (!is_as_drawn[person] && outcome_.persons[person].is_linkable)
        --counts[pattern_of_[person]];
    }
    std::erase_if(counts, [](const auto& each) { return each.second == 0; });
    return counts;
  }

  // The names of the case file stand behind the records that were linked, and in no draw.
  [[nodiscard]] std::size_t records_drawn(std::uint32_t person, std::size_t linked) const {
    const std::vector<std::uint32_t>& records = outcome_.persons[person].records;
    return static_cast<std::size_t>(std::count_if(
        records.begin(), records.end(), [&](std::uint32_t record) { return record < linked; }));
  }

  // Visits the records of each person of a draw, ascending; of those who can be linked.
  template <typename Visit>
  void each_drawn(const std::vector<std::uint32_t>& draw, const Visit& visit) const {
    const auto is_in = [&](std::uint32_t record) {
      return person_of_[record] != nobody && outcome_.persons[person_of_[record]].is_linkable;
    };
    std::uint32_t last = 0;
    for (const std::uint32_t person : draw) last = std::max(last, person);
    std::vector<std::uint32_t> end_of(std::size_t{last} + 2);
    for (std::uint32_t record = 0; record < draw.size(); ++record) {
      if (is_in(record)) ++end_of[draw[record] + 1];
    }
    for (std::size_t at = 1; at < end_of.size(); ++at) end_of[at] += end_of[at - 1];
    std::vector<std::uint32_t> order(end_of.back());
    for (std::uint32_t record = 0; record < draw.size(); ++record) {
      if (is_in(record)) order[end_of[draw[record]]++] = record;
    }
    std::vector<std::uint32_t> person;
    for (std::size_t at = 0; at < order.size(); ++at) {
      person.push_back(order[at]);
      if (at + 1 < order.size() && draw[order[at + 1]] == draw[order[at]]) continue;
      visit(person);
      person.clear();
    }
  }

  void sort() {
    const std::vector<std::string>& names = outcome_.records.identities;
    std::sort(doubts_.begin(), doubts_.end(),
              [&](const DoubtfulPair& left, const DoubtfulPair& right) {
                return std::tie(right.gain, names[left.left], names[left.right]) <
                       std::tie(left.gain, names[right.left], names[right.right]);
              });
  }

  const Outcome& outcome_;
  std::optional<persons::CapturePatterns> patterns_;  // none: more lists than a table takes
  std::vector<std::uint32_t> person_of_;              // [record] -> place in outcome_.persons
  std::vector<persons::CapturePattern> pattern_of_;   // of each person
  persons::CaptureCounts counts_;                     // of the register that stands
  std::vector<std::uint32_t> root_;
  std::unordered_set<std::uint64_t> apart_;
  std::unordered_map<std::uint64_t, double> within_;
  std::vector<DoubtfulPair> doubts_;
};

}  // namespace

std::vector<DoubtfulPair> doubtful_pairs(const Outcome& outcome, base::Progress& progress,
                                         GainOf gain) {
  return Doubts(outcome).weighed(gain, progress);
}

}  // namespace sanaq::investigation
