#include "sanaq/link/link.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/link/blocking.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/constraints.h"
#include "sanaq/link/em.h"
#include "sanaq/link/find_persons.h"
#include "sanaq/link/find_same_values.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/group_chance.h"
#include "sanaq/link/kept_pairs.h"
#include "sanaq/link/labels.h"
#include "sanaq/link/learning_pairs.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/lost_matches.h"
#include "sanaq/link/make_columns.h"
#include "sanaq/link/model.h"
#include "sanaq/link/name_chance.h"
#include "sanaq/link/named_model.h"
#include "sanaq/link/options.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/link/parallel.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/record_order.h"
#include "sanaq/link/result.h"
#include "sanaq/link/rule_choice.h"
#include "sanaq/link/twins.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// A pair is worth keeping for the search of persons from these log odds on.
constexpr double worth_keeping = -7;
// Of pairs that fields tell against by more than this (natural log of m/u) the sum of probabilities
// is mostly what pseudo-counts put there: they are not counted among those that the cut loses.
constexpr double told_against = -1.5;

// Probabilities of pairs that are not kept are summed as whole numbers of this part, whichever
// thread met them.
constexpr double cut_units = 1 << 30;
std::int64_t in_cut_units(double log_odds) {
  return std::llround(num::inverse_logit(log_odds) * cut_units);
}

class Clock {
 public:
  void add_to(double& seconds) {
    const auto now = std::chrono::steady_clock::now();
    seconds += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// The stages, one after another, on records in their own order.
class Linking {
 public:
  Linking(const record::RecordTable& table, const Options& options, base::Progress& progress)
      : table_(table),
        options_(options),
        progress_(progress),
        order_(record_order(table)),
        space_(make_pair_space(table, order_)),
        columns_(make_columns(table, options, order_)),
        comparer_(columns_.features),
        workers_(options.threads),
        comparers_([this] { return std::make_unique<Comparer>(comparer_.afresh()); }) {
    leave_out();
    resolve_labels(table_, options_, binding_);
    std::vector<std::uint32_t> place(order_.size());
    for (std::uint32_t at = 0; at < order_.size(); ++at) place[order_[at]] = at;
    for (std::size_t at = options_.decisions.size(); at < binding_.decisions.size(); ++at) {
      const Decision& label = binding_.decisions[at];
      known_pairs_.push_back({place[label.left], place[label.right], label.same});
    }
  }

  void prepare() {
    result_.threads = workers_.threads();
    clock_.add_to(result_.seconds.load);
    warn_about_columns();
    tell_same_values();
    if (!has_pairs()) return;
    if (options_.model)
      take_known_model();
    else
      estimate_chance();
    choose_blocking();
    if (options_.model)
      keep_known_model();
    else
      learn_model();
  }

  // What the lists themselves show of values that mean the same, after prepare().
  std::vector<SameValues> same_values() {
    if (options_.model || !has_pairs() || !is_sure_of_matches()) return {};
    return find_same_values(rules_to_learn_from(), keys_, space_, columns_, model_, comparers_,
                            workers_, progress_);
  }

  Result finish() {
    if (!has_pairs()) return everyone_alone();
    if (tells_persons_apart()) score_pairs();
    make_persons();
    return std::move(result_);
  }

 private:
  bool has_pairs() const { return !columns_.features.empty() && order_.size() >= 2; }

  void leave_out() {
    for (std::size_t at = 0; at < order_.size(); ++at) {
      if (!options_.leave_out.empty() && options_.leave_out[order_[at]])
        columns_.is_linkable[at] = false;
    }
  }

  void warn_about_columns() {
    if (columns_.features.empty())
      result_.warnings.push_back(
          base::message("no column could be compared: every record is a person of its own; name "
                        "the columns in investigation.toml or with --column"));
    const auto poor = std::count(columns_.is_linkable.begin(), columns_.is_linkable.end(), false);
    if (poor > 0)
      result_.warnings.push_back(base::message(
          "{} records are too poor to link or left out of scope: each is a person of its own",
          poor));
  }

  // Three groups of a column whose field is known to hold no names, and how many there are.
  void tell_same_values() {
    for (const SameValues& same : options_.same_values) {
      constexpr std::size_t groups_most = 3;
      const bool is_field = record::field_from_name(same.column).has_value();
      std::string text;
      for (std::size_t at = 0; is_field && at < std::min(groups_most, same.groups.size()); ++at)
        text += fmt::format("{}{}", at == 0 ? "" : "; ", fmt::join(same.groups[at], " = "));
      if (!is_field || same.groups.size() > groups_most) text += is_field ? "; …" : "…";
      result_.warnings.push_back(
          base::message("{}: words of different lists are compared as one ({} groups), since the "
                        "same people have "
                        "them: {}",
                        same.column, same.groups.size(), text));
    }
  }

  bool is_sure_of_matches() const {
    return options_.model || !known_pairs_.empty() || (!moments_.is_hopeless && is_plausible_);
  }
  // Where nothing tells persons from their families, links would be guesses: none is made. Where
  // only their number could not be told, they are made, and it is said what they rest on.
  bool tells_persons_apart() {
    if (is_sure_of_matches()) return true;
    if (moments_.has_names && !mostly_differs_) {
      result_.warnings.push_back(
          base::message("how many records are one person could not be told from these columns, and "
                        "there may be too many links or too few; they rest on {}: check some, or "
                        "give labelled pairs (--labels)",
                        what_links_rest_on()));
      return true;
    }
    result_.warnings.push_back(
        base::message("nothing was linked: the columns hardly tell persons apart from their "
                      "families or places; name more columns, give labelled pairs (--labels) or "
                      "a model (--model)"));
    return false;
  }

  // The columns whose agreement weighs most, with the bits that it weighs on average.
  std::string what_links_rest_on() const {
    std::vector<std::pair<double, std::string>> columns;
    for (std::size_t f = 0; f < columns_.features.size(); ++f) {
      const Feature& feature = columns_.features[f];
      const FieldModel& field = model_.fields[f];
      const auto equal = static_cast<std::ptrdiff_t>(exact_levels);
      const double bits = std::log2(exact_share(field.m) /
                                    std::accumulate(field.u.begin(), field.u.begin() + equal, 0.0));
      columns.emplace_back(bits, feature.column);
    }
    std::sort(columns.rbegin(), columns.rend());
    constexpr std::size_t columns_most = 4;
    std::string text;
    for (std::size_t at = 0; at < std::min(columns_most, columns.size()); ++at)
      text += fmt::format("{}{} ({:.0f} bits)", at == 0 ? "" : ", ", columns[at].second,
                          columns[at].first);
    return text;
  }

  // More matches than the lists allow, if none of them has anybody twice.
  double matches_most() const {
    std::vector<double> sizes(table_.lists.size());
    for (const std::uint32_t list : table_.list_of) sizes[list] += 1;
    double most = 0;
    for (std::size_t a = 0; a < sizes.size(); ++a) {
      if (!table_.lists[a].one_per_person) return std::numeric_limits<double>::infinity();
      for (std::size_t b = a + 1; b < sizes.size(); ++b) most += std::min(sizes[a], sizes[b]);
    }
    return most;
  }

  Result everyone_alone() {
    result_.person_of.resize(order_.size());
    std::iota(result_.person_of.begin(), result_.person_of.end(), 0U);
    result_.probability.assign(order_.size(), 1.0);
    result_.person_count = static_cast<std::int64_t>(order_.size());
    result_.draws.assign(static_cast<std::size_t>(options_.draws), result_.person_of);
    result_.is_linkable.assign(order_.size(), false);
    for (std::size_t at = 0; at < order_.size(); ++at)
      result_.is_linkable[order_[at]] = columns_.is_linkable[at];
    return std::move(result_);
  }

  PairTotals totals() const {
    PairTotals totals{space_.pair_count(), 0, space_.groups_within(), space_.pairs_by_group(), 0};
    const std::vector<double> pairs = space_.pairs_by_lists();
    for (std::size_t list = 0; list < space_.list_count() && space_.list_count() > 1; ++list)
      totals.within += pairs[space_.list_pair_of_lists(list, list)];
    totals.across -= totals.within;
    const std::vector<std::vector<std::uint32_t>> records = space_.records_by_list();
    for (std::size_t a = 0; a < records.size(); ++a) {
      for (std::size_t b = a + 1; b < records.size(); ++b)
        totals.one_to_one += static_cast<double>(std::min(records[a].size(), records[b].size()));
    }
    return totals;
  }

  // Few distinct names are compared each with each; of many, pairs are drawn.
  std::vector<double> chance_of(std::size_t at) {
    const Feature& feature = columns_.features[at];
    constexpr std::size_t few_values = 800;
    if (feature.kind == Kind::name && !feature.chance_within.empty()) return feature.chance_within;
    if (feature.kind == Kind::name && feature.values.size() > few_values &&
        columns_.features.size() > 1) {
      NameChance chance = name_chance(at, comparers_.here(), space_, options_.seed);
      if (space_.list_count() > 1) chance_by_group_[at] = std::move(chance.by_group);
      return std::move(chance.of_all);
    }
    std::vector<double> chance =
        chance_agreement_of(at, comparers_.here(), space_.marks, options_.seed);
    chance_by_group_[at] = chance_by_group(at, comparers_.here(), space_, chance, options_.seed);
    return chance;
  }

  void estimate_chance() {
    chance_.resize(columns_.features.size());
    chance_by_group_.resize(columns_.features.size());
    workers_.each(chance_.size(), progress_, [&](std::size_t at) { chance_[at] = chance_of(at); });
    moments_ = excess_agreement(columns_.features, comparer_.quick(), workers_, progress_);
    if (columns_.matches_across > 0) {
      moments_.matches = columns_.matches_across;
      moments_.has_count = moments_.is_count_known = moments_.is_identifiable = true;
      moments_.is_hopeless = false;
    }
    model_ = first_model(columns_.features, chance_, moments_, totals());
    model_.space = std::make_shared<const PairSpace>(space_);
    model_.twins = look_for_twins(columns_.features, space_.list_of, space_.list_count());
    find_dependence();
    if (!moments_.is_identifiable && !moments_.is_hopeless) {
      result_.warnings.push_back(
          base::message("the columns hardly tell persons apart from their families or places: "
                        "check the links, or give labelled pairs"));
    }
    clock_.add_to(result_.seconds.u);
  }

  // Chance agreement of a field where another that goes together with it agrees.
  // Parents of a child for each level of equality that has enough pairs, then for whichever.
  void find_dependence() {
    struct Wanted {
      Edge edge;
      int level = -1;
      double pairs = 0;
      std::vector<double> u{};
    };
    std::vector<Wanted> wanted;
    for (const Edge& edge : moments_.edges) {
      const std::vector<double> pairs = equal_pairs_by_level(columns_.features[edge.parent]);
      constexpr double enough = 1000;
      for (int level = 0; level < exact_levels; ++level) {
        if (pairs[static_cast<std::size_t>(level)] >= enough &&
            (edge.level < 0 || edge.level == level))
          wanted.push_back({edge, level, pairs[static_cast<std::size_t>(level)]});
      }
      if (edge.level < 0) wanted.push_back({edge, -1, moments_.equal_pairs[edge.parent]});
    }
    workers_.each(wanted.size(), progress_, [&](std::size_t at) {
      Wanted& of = wanted[at];
      const std::vector<double>& m = model_.fields[of.edge.parent].m;
      const double m_parent = of.level < 0 ? exact_share(m) : m[static_cast<std::size_t>(of.level)];
      const double rho = std::min(0.95, moments_.matches * m_parent / std::max(1.0, of.pairs));
      of.u = chance_agreement_given(columns_.features, comparers_.here(), of.edge.parent,
                                    of.edge.child, model_.fields[of.edge.child].m, rho,
                                    space_.marks, options_.seed, of.level);
    });
    for (Wanted& of : wanted)
      model_.fields[of.edge.child].parents.push_back({of.edge.parent, std::move(of.u), of.level});
  }

  void take_known_model() {
    model_ = model_of_columns(*options_.model, columns_.features, table_.lists,
                              std::make_shared<const PairSpace>(space_));
    for (const Comparison& comparison : options_.model->comparisons) {
      const bool is_here =
          std::any_of(columns_.features.begin(), columns_.features.end(),
                      [&](const Feature& feature) { return feature.column == comparison.column; });
      if (!is_here)
        result_.warnings.push_back(base::message(
            "the model compares {}, which the lists do not have or hardly fill; the rest is used",
            comparison.column));
    }
    clock_.add_to(result_.seconds.u);
  }

  // The rules that the model was learnt with, as far as these lists have their columns.
  std::vector<Rule> rules_of_model() {
    std::vector<Rule> rules;
    keys_ = make_keys(columns_, workers_, progress_);
    for (const BlockRule& known : options_.model->rules) {
      if (auto rule = known_rule(known.rule, table_, order_, columns_, keys_))
        rules.push_back(std::move(*rule));
      else
        result_.warnings.push_back(base::message(
            "the model's blocking rule {} names a column that the lists do not have", known.rule));
    }
    return rules;
  }

  void choose_blocking() {
    if (!options_.block_rules.empty()) {
      rules_ = parse_rules(options_.block_rules, table_, order_, columns_, keys_);
    } else if (order_.size() <= 1500) {
      rules_ = {{"*", {}, 0}};
    } else if (options_.model) {
      rules_ = rules_of_model();
      recall_ = 1 - options_.model->recall_lost;
    }
    if (rules_.empty()) {
      keys_ = make_keys(columns_, workers_, progress_);
      RuleCandidates candidates = candidate_rules(keys_, space_, workers_, progress_);
      clock_.add_to(result_.seconds.block);
      learning_ = LearningPairs(
          learning_rules(candidates, keys_, space_, columns_.features, workers_, progress_), keys_,
          space_, columns_.is_linkable, comparers_, workers_, progress_);
      if (!options_.model)
        model_ =
            learn(columns_.features, learning_.count(space_, 1, comparers_, workers_, progress_),
                  chance_, chance_by_group_, moments_, model_, 1, totals())
                .model;
      draw_matches();
      clock_.add_to(result_.seconds.em);
      rules_ = choose_rules(std::move(candidates.rules), order_.size(), *matches_, expected_);
      recall_ = recall_of(expected_, matches_->recall_by_lists(rules_));
    }
    if (!matches_) count_rules();
    clock_.add_to(result_.seconds.block);
  }

  void count_rules() {
    const PairCounter counter(keys_, space_, workers_, progress_);
    workers_.each(rules_.size(), progress_,
                  [&](std::size_t at) { rules_[at].pairs = counter.count(rules_[at]); });
  }

  // What matches look like to rules, by the pairs that the learning rules find.
  void draw_matches() {
    seen_.emplace(
        see_matches(learning_, keys_, space_, columns_, model_, comparers_, workers_, progress_));
    matches_.emplace(*seen_, keys_, columns_, space_, options_.seed);
    expected_ = expected_matches(*seen_, matches_->recall_by_lists(learning_.rules()));
  }

  // Pairs, each looked at alone, hold many more of themselves for matches than the register does,
  // or many fewer: what was learnt is not what matches are like. Of one list a register knows no
  // more than its pairs do.
  bool contradicts_pairs(const Register& found, double far) const {
    if (options_.model || !known_pairs_.empty() || moments_.is_count_known ||
        space_.list_count() < 2)
      return false;
    const std::array<double, 2> priors{num::logit(model_.prior_match),
                                       num::logit(model_.prior_within)};
    double by_pairs = 0, by_register = 0;
    for (std::size_t at = 0; at < edges_.size(); ++at) {
      const Candidate& edge = edges_[at];
      by_pairs +=
          num::inverse_logit(priors[space_.is_within(edge.left, edge.right)] + edge.log_ratio);
      by_register += found.pair_probability[at];
    }
    return by_pairs > far * by_register || by_register > far * by_pairs;
  }

  // What the register says of matches, learnt once more; the links weighed anew by it.
  void learn_from_register(const Register& found) {
    tell_recall_by(found);
    std::vector<std::uint32_t> without;
    for (const Rule& rule : rules_)
      without.push_back(fields_without(rule, keys_, columns_.features.size()));
    std::vector<LinkedPair> links;
    std::array<std::int8_t, 32> levels{};
    for (std::size_t at = 0; at < edges_.size(); ++at) {
      const auto [left, right, log_ratio] = edges_[at];
      comparer_.compare(left, right, levels.data());
      LinkedPair link{0, 0, space_.group(left, right), found.pair_probability[at]};
      for (std::size_t f = 0; f < columns_.features.size(); ++f)
        link.levels |= (levels[f] == missing ? no_level : static_cast<std::uint64_t>(levels[f]))
                       << (4 * f);
      for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
        if (meets(rules_[rule], keys_, left, right)) link.fields |= without[rule];
      }
      links.push_back(link);
    }
    Learnt learnt = learn_from_links(columns_.features, counts_, links, chance_, chance_by_group_,
                                     moments_, model_, recall_, totals());
    model_ = std::move(learnt.model);
    PairScorer scorer(model_, comparer_);
    for (Candidate& edge : edges_) {
      comparer_.compare(edge.left, edge.right, levels.data());
      edge.log_ratio = scorer.log_ratio(levels.data(), edge.left, edge.right);
    }
  }

  // By whether two records are of one list: the weight (natural log of m/u) from which a pair is
  // kept or counted among those that the cut loses.
  KeptPairs::Least least_weights() const {
    constexpr double slack = 1e-6;  // more than rounding
    const auto least = [](double prior) {
      return std::min(told_against, worth_keeping - num::logit(prior)) - slack;
    };
    return {least(model_.prior_match), least(model_.prior_within)};
  }

  // Where no rule is a sample, its pairs need be visited only once.
  void keep_pairs_of(const std::vector<Rule>& rules) {
    constexpr std::size_t kept_most = 30000000;
    double pairs = 0;
    for (const Rule& rule : rules) {
      if (rule.probes < 1) return;
      pairs += rule.pairs;
    }
    kept_ =
        std::make_unique<KeptPairs>(model_, least_weights(), space_, comparers_, pairs, kept_most);
  }

  // Of the pairs that the chosen rules find, or a sample of them, and of those of the learning
  // rules that they do not.
  PatternCounts count_patterns(const std::vector<Rule>& rules) {
    std::vector<Rule> all = rules;
    all.insert(all.end(), learning_.rules().begin(), learning_.rules().end());
    learning_.leave_out(rules, keys_, space_, workers_, progress_);
    PatternCounts counts = learning_.count(space_, static_cast<std::uint32_t>(rules.size()) + 1,
                                           comparers_, workers_, progress_);
    learning_ = LearningPairs();  // before others need the memory
    keep_pairs_of(rules);
    Workers::PerThread<PatternCounts> parts([] { return std::make_unique<PatternCounts>(); });
    const auto begin = [&](std::size_t piece, std::size_t rule) -> Visit {
      const std::uint32_t sample =
          rules[rule].probes < 1 ? static_cast<std::uint32_t>(rule) + 1 : 0;
      return [this, &counts = parts.here(), &comparer = comparers_.here(), sample,
              take = kept_ ? kept_->begin(piece) : KeptPairs::Take(),
              patterns = std::vector<std::uint32_t>()](std::span<const MetPair> met) mutable {
        patterns.clear();
        for (const auto& [left, right, fields, open, levels] : met)
          patterns.push_back(counts.add(comparer, levels, left, right,
                                        {fields, sample, space_.group(left, right)}));
        if (take) take(met, patterns);
      };
    };
    visit_pairs(all, keys_, space_, columns_.is_linkable, comparers_, workers_, progress_,
                {[this](std::size_t pieces) {
                   if (kept_) kept_->expect(pieces);
                 },
                 begin,
                 {},
                 rules.size()});
    parts.each([&](PatternCounts& part) { counts.add(part); });
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (rules[rule].probes < 1)
        counts.weigh(static_cast<std::uint32_t>(rule) + 1, rules[rule].weight());
    }
    return counts;
  }

  void keep_known_model() {
    result_.model = *options_.model;
    result_.model.comparisons =
        named_model(model_, columns_.features, table_.lists, {}, 0).comparisons;
    result_.model.rules = named_model(model_, {}, {}, rules_, 0).rules;
    result_.model.recall_lost = 1 - recall_;
    clock_.add_to(result_.seconds.em);
  }

  // Of a rule that finds very many pairs a sample is enough to learn from.
  std::vector<Rule> rules_to_learn_from() const {
    constexpr double pairs_most = 2e7;
    std::vector<Rule> rules = rules_;
    for (Rule& rule : rules) {
      if (rule.pairs > pairs_most) rule.probes = 1 - std::sqrt(1 - pairs_most / rule.pairs);
    }
    return rules;
  }

  void learn_model() {
    std::vector<Rule> rules = rules_to_learn_from();
    const std::vector<Rule> learning = learning_.rules();
    counts_ = count_patterns(rules);
    clock_.add_to(result_.seconds.score);
    rules.insert(rules.end(), learning.begin(), learning.end());
    PatternCounts& counts = counts_;
    for (const KnownPair& known : known_pairs_) count_known(counts, known);
    const double recall =
        matches_ ? recall_of(expected_, matches_->recall_by_lists(rules)) : recall_;
    Learnt learnt = learn(columns_.features, counts, chance_, chance_by_group_, moments_, model_,
                          recall, totals(), matches_most());
    is_plausible_ = learnt.is_plausible;
    mostly_differs_ = learnt.mostly_differs;
    model_ = std::move(learnt.model);
    hand_out_learnt(learnt.iterations, learnt.converged);
    clock_.add_to(result_.seconds.em);
  }

  void hand_out_learnt(int iterations, bool converged) {
    result_.model = named_model(model_, columns_.features, table_.lists, rules_, 1 - recall_);
    result_.model.same_values = options_.same_values;
    result_.model.em_iterations = iterations;
    result_.model.converged = converged;
  }

  void count_known(PatternCounts& counts, const KnownPair& known) {
    std::array<std::int8_t, 32> levels{};
    comparer_.compare(known.left, known.right, levels.data());
    const bool is_candidate = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
      return meets(rule, keys_, known.left, known.right);
    });
    counts.add_known(comparer_, levels.data(), known, is_candidate,
                     space_.group(known.left, known.right));
  }

  struct Scored {
    std::vector<Candidate> kept;
    std::int64_t pairs = 0;
  };

  // One thread's.
  struct Scoring {
    Comparer* comparer = nullptr;
    PairScorer scorer;
    std::vector<std::int64_t> cut;
  };

  // Most pairs are told by their pattern to be nobody's; the others are weighed by their values.
  void score_pair(const MetPair& pair, const std::array<double, 2>& priors,
                  const KeptPairs::Least& leasts, Scoring& scoring, Scored& part) const {
    constexpr double slack = 1e-6;  // more than rounding
    const bool is_within = space_.is_within(pair.left, pair.right);
    const double prior = priors[is_within], least = leasts[is_within];
    PairScorer::Most most = scoring.scorer.most(pair.levels, pair.left, pair.right, least);
    if (most.log_ratio < least) return;
    std::uint64_t levels = pair.levels;
    if (pair.open != 0) {
      levels = scoring.comparer->closed(levels, pair.open, pair.left, pair.right);
      most = scoring.scorer.most(levels, pair.left, pair.right);
    }
    if (most.log_ratio < least) return;
    double log_odds = prior + most.log_ratio;
    if (!most.is_all || log_odds > worth_keeping - slack) {
      const double log_ratio = scoring.scorer.log_ratio(levels, pair.left, pair.right);
      log_odds = prior + log_ratio;
      if (log_odds > worth_keeping) {
        part.kept.push_back({pair.left, pair.right, log_ratio});
        return;
      }
    }
    if (log_odds - prior > told_against)
      scoring.cut[space_.list_pair(pair.left, pair.right)] += in_cut_units(log_odds);
  }

  void score_pairs() {
    const std::array<double, 2> priors{num::logit(model_.prior_match),
                                       num::logit(model_.prior_within)};
    std::vector<Scored> parts;
    Workers::PerThread<Scoring> scorings([this] {
      return std::make_unique<Scoring>(
          Scoring{&comparers_.here(), PairScorer(model_, comparers_.here()),
                  std::vector<std::int64_t>(space_.list_pair_count())});
    });
    const KeptPairs::Least least = least_weights();
    const auto begin = [&](std::size_t piece, std::size_t) -> Visit {
      return [&, &part = parts[piece], &scoring = scorings.here()](std::span<const MetPair> pairs) {
        part.pairs += static_cast<std::int64_t>(pairs.size());
        for (const MetPair& pair : pairs) score_pair(pair, priors, least, scoring, part);
      };
    };
    result_.candidate_pairs = 0;
    if (kept_ && kept_->holds_all(model_, least, counts_)) {
      result_.candidate_pairs = kept_->visited();
      parts.resize(kept_->pieces().size());
      workers_.each(parts.size(), progress_, [&](std::size_t piece) {
        Scoring& scoring = scorings.here();
        for (const auto& [left, right, levels] : kept_->pieces()[piece])
          score_pair({left, right, 0, 0, levels}, priors, least, scoring, parts[piece]);
      });
    } else {
      kept_.reset();
      visit_pairs(rules_, keys_, space_, columns_.is_linkable, comparers_, workers_, progress_,
                  {[&](std::size_t pieces) { parts.resize(pieces); }, begin,
                   scorings.here().scorer.best_of_different()});
    }
    kept_.reset();
    cut_.assign(space_.list_pair_count(), 0.0);
    scorings.each([&](const Scoring& part) {
      for (std::size_t lists = 0; lists < cut_.size(); ++lists)
        cut_[lists] += static_cast<double>(part.cut[lists]) / cut_units;
    });
    for (const Scored& part : parts) {
      result_.candidate_pairs += part.pairs;
      edges_.insert(edges_.end(), part.kept.begin(), part.kept.end());
    }
    std::sort(edges_.begin(), edges_.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.left, a.right) < std::tie(b.left, b.right);
    });
    clock_.add_to(result_.seconds.score);
  }

  void make_persons() {
    // Of longer lists the register itself has too few matches, and would teach that.
    constexpr std::size_t long_lists = 60000;  // records
    const int rounds_most = order_.size() <= long_lists ? 6 : 0;
    if (rounds_most == 0) keys_ = {};  // nobody asks for them again
    const Constraints constraints = make_constraints(table_, binding_, order_, space_);
    const Wanted wanted{options_.threshold, options_.draws, options_.seed, options_.threads};
    Register found =
        find_persons(model_, columns_.features, edges_, constraints, wanted, progress_);
    constexpr double too_far = 1.05, near = 1.03;
    int round = 0;
    for (; round < rounds_most && contradicts_pairs(found, round == 0 ? too_far : near); ++round) {
      learn_from_register(found);
      found = find_persons(model_, columns_.features, edges_, constraints, wanted, progress_);
    }
    if (round > 0) hand_out_learnt(result_.model.em_iterations, result_.model.converged);
    result_.person_of = number_persons(found.person_of, order_);
    find_lost(found);
    hand_out_draws(found);
    result_.person_count = result_.person_of.empty() ? 0
                                                     : *std::max_element(result_.person_of.begin(),
                                                                         result_.person_of.end()) +
                                                           std::int64_t{1};
    result_.probability.resize(order_.size());
    result_.is_linkable.resize(order_.size());
    for (std::size_t at = 0; at < order_.size(); ++at) {
      result_.probability[order_[at]] = found.probability[at];
      result_.is_linkable[order_[at]] = columns_.is_linkable[at];
    }
    hand_out_pairs(found);
    clock_.add_to(result_.seconds.cluster);
  }

  // What rules find, told by the links that were made.
  void tell_recall_by(const Register& found) {
    if (!matches_) return;
    SeenMatches links = see_links(edges_, found.pair_probability, rules_, keys_, space_, columns_);
    links.add_where_few(*seen_);
    matches_.emplace(links, keys_, columns_, space_, options_.seed);
    std::vector<double> given;
    for (std::size_t lists = 0; lists < space_.list_pair_count(); ++lists)
      given.push_back(links.matches(lists));
    recall_ = recall_of(given, matches_->recall_by_lists(rules_));
  }

  // What rules and the cut lose of each two lists, by the matches that were found of them.
  void find_lost(const Register& found) {
    if ((!matches_ && !options_.model) || cut_.empty()) return;  // all pairs were compared, or none
    std::vector<double> given(space_.list_pair_count());
    for (std::size_t at = 0; at < edges_.size(); ++at)
      given[space_.list_pair(edges_[at].left, edges_[at].right)] += found.pair_probability[at];
    // A known model says what its rules lose, not of which lists.
    const std::vector<double> recall = matches_
                                           ? matches_->recall_by_lists(rules_)
                                           : std::vector<double>(space_.list_pair_count(), recall_);
    result_.model.recall_lost = 1 - recall_;
    for (std::uint32_t b = 0; b < space_.list_count(); ++b) {
      for (std::uint32_t a = 0; a <= b; ++a) {
        const std::size_t lists = PairSpace::list_pair_of_lists(a, b);
        // A recall that is told from few matches may be told far too low: what rules that were
        // chosen to find nearly all lose of two lists is believed up to this share.
        constexpr double lost_most = 0.06, recall_least = 0.1;
        const double lost =
            std::min(given[lists] * (1 / std::max(recall_least, recall[lists]) - 1) + cut_[lists],
                     lost_most * given[lists]);
        if (lost > 0) result_.lost.push_back({a, b, lost});
      }
    }
    if (result_.model.recall_lost > recall_lost_most)
      result_.warnings.push_back(too_much_lost(result_.model));
  }

  void hand_out_draws(const Register& found) {
    std::vector<double> lost(space_.list_pair_count());
    for (const Lost& of : result_.lost)
      lost[PairSpace::list_pair_of_lists(of.left, of.right)] = of.matches;
    take_off_joined(found, lost);
    result_.draws.resize(found.draws.size());
    workers_.each(found.draws.size(), progress_, [&](std::size_t at) {
      std::vector<std::uint32_t> draw = found.draws[at];
      if (!result_.lost.empty())
        put_back_lost_matches(space_, columns_.is_linkable, lost,
                              num::Rng(options_.seed, "link.lost_matches", at), draw);
      result_.draws[at] = number_persons(draw, order_);
    });
  }

  // What other records have brought together is in the draws already: of what is lost three in five
  // at most (in towns of 30,000 and 100,000 persons .60 and .54 of it were).
  void take_off_joined(const Register& found, std::vector<double>& lost) {
    if (result_.lost.empty() || found.draws.empty()) return;
    constexpr double alone_least = 0.4;
    std::vector<std::vector<double>> joined(found.draws.size());
    workers_.each(found.draws.size(), progress_, [&](std::size_t at) {
      joined[at] = joined_by_others(space_, edges_, found.draws[at]);
    });
    for (std::size_t lists = 0; lists < lost.size(); ++lists) {
      double sum = 0;
      for (const std::vector<double>& of_draw : joined) sum += of_draw[lists];
      lost[lists] = std::max(lost[lists] - sum / static_cast<double>(joined.size()),
                             alone_least * lost[lists]);
    }
  }

  void hand_out_pairs(const Register& found) {
    std::array<std::int8_t, 32> levels{};
    for (std::size_t at = 0; at < edges_.size(); ++at) {
      if (found.pair_probability[at] < options_.pair_probability_min) continue;
      const Candidate& edge = edges_[at];
      comparer_.compare(edge.left, edge.right, levels.data());
      const std::uint32_t left = order_[edge.left], right = order_[edge.right];
      result_.pairs.push_back({std::min(left, right),
                               std::max(left, right),
                               edge.log_ratio / std::numbers::ln2,
                               found.pair_probability[at],
                               {levels.begin(), levels.begin() + static_cast<std::ptrdiff_t>(
                                                                     columns_.features.size())}});
    }
    std::sort(result_.pairs.begin(), result_.pairs.end(), [](const Pair& a, const Pair& b) {
      return std::tie(a.left, a.right) < std::tie(b.left, b.right);
    });
  }

  const record::RecordTable& table_;
  const Options& options_;
  base::Progress& progress_;
  std::vector<std::uint32_t> order_;
  PairSpace space_;
  Columns columns_;
  Comparer comparer_;
  Workers workers_;
  Comparers comparers_;
  std::vector<std::vector<double>> chance_;
  ChanceByGroup chance_by_group_;
  Moments moments_;
  PairModel model_;
  PatternCounts counts_;
  std::vector<Key> keys_;
  std::vector<Rule> rules_;
  LearningPairs learning_;
  std::unique_ptr<KeptPairs> kept_;      // none where pairs are visited again
  std::optional<SeenMatches> seen_;      // where the program chose the rules
  std::optional<DrawnMatches> matches_;  // the same
  std::vector<double> expected_;         // matches of each two lists, by what the rules found
  double recall_ = 1;
  bool is_plausible_ = true, mostly_differs_ = false;
  Options binding_;                     // decisions, and labels as decisions
  std::vector<KnownPair> known_pairs_;  // of the labels, by place in the order
  std::vector<Candidate> edges_;
  std::vector<double> cut_;  // by pair of lists: matches among pairs that were not kept
  Result result_;
  Clock clock_;
};

}  // namespace

Result link(const record::RecordTable& table, const Options& options, base::Progress& progress) {
  check_options(options, table);
  Options with_same_values = options;
  {
    Linking linking(table, options, progress);
    linking.prepare();
    const std::vector<SameValues> same = linking.same_values();
    if (same.empty()) return linking.finish();
    with_same_values.same_values.insert(with_same_values.same_values.end(), same.begin(),
                                        same.end());
  }
  Linking linking(table, with_same_values, progress);
  linking.prepare();
  return linking.finish();
}

}  // namespace sanaq::link
