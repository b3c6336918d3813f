#include "sanaq/link/link.h"

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
#include "sanaq/link/constraints.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/labels.h"
#include "sanaq/link/model.h"
#include "sanaq/link/parallel.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/record_order.h"
#include "sanaq/link/splink_link.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// A pair is worth keeping for the search of persons from these log odds on.
constexpr double worth_keeping = -7;

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
        columns_(make_columns(table, options, order_)),
        comparer_(columns_.features),
        workers_(options.threads),
        comparers_([this] { return std::make_unique<Comparer>(columns_.features); }) {
    leave_out();
    resolve_labels(table_, options_, binding_);
    std::vector<std::uint32_t> place(order_.size());
    for (std::uint32_t at = 0; at < order_.size(); ++at) place[order_[at]] = at;
    for (std::size_t at = options_.decisions.size(); at < binding_.decisions.size(); ++at) {
      const Decision& label = binding_.decisions[at];
      known_pairs_.push_back({place[label.left], place[label.right], label.same});
    }
  }

  Result run() {
    result_.threads = workers_.threads();
    clock_.add_to(result_.seconds.load);
    warn_about_columns();
    if (columns_.features.empty() || order_.size() < 2) return everyone_alone();
    if (options_.model)
      take_known_model();
    else
      estimate_chance();
    choose_blocking();
    if (options_.model)
      keep_known_model();
    else
      learn_model();
    if (tells_persons_apart()) score_pairs();
    make_persons();
    return std::move(result_);
  }

 private:
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

  // Where nothing tells persons from their families, links would be guesses: none is made.
  bool tells_persons_apart() {
    if (options_.model || !known_pairs_.empty() || (!moments_.is_hopeless && is_plausible_))
      return true;
    result_.warnings.push_back(
        base::message("nothing was linked: the columns hardly tell persons apart from their "
                      "families or places; name more columns, give labelled pairs (--labels) or "
                      "a model (--model)"));
    return false;
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

  void estimate_chance() {
    chance_.resize(columns_.features.size());
    workers_.each(chance_.size(), progress_, [&](std::size_t at) {
      chance_[at] = chance_agreement_of(at, comparers_.here(), options_.seed);
    });
    moments_ = excess_agreement(columns_.features, workers_, progress_);
    model_ = first_model(columns_.features, chance_, moments_);
    find_dependence();
    if (!moments_.is_identifiable && !moments_.is_hopeless) {
      result_.warnings.push_back(
          base::message("the columns hardly tell persons apart from their families or places: "
                        "check the links, or give labelled pairs"));
    }
    clock_.add_to(result_.seconds.u);
  }

  // Chance agreement of a field where another that goes together with it agrees.
  void find_dependence() {
    std::vector<std::vector<double>> u(moments_.edges.size());
    workers_.each(u.size(), progress_, [&](std::size_t at) {
      const Edge& edge = moments_.edges[at];
      const double m_parent = exact_share(model_.fields[edge.parent].m);
      const double rho = std::min(
          0.95, moments_.matches * m_parent / std::max(1.0, moments_.equal_pairs[edge.parent]));
      u[at] = chance_agreement_given(columns_.features, comparers_.here(), edge.parent, edge.child,
                                     model_.fields[edge.child].m, rho, options_.seed);
    });
    for (std::size_t at = 0; at < u.size(); ++at) {
      const Edge& edge = moments_.edges[at];
      model_.fields[edge.child].parents.push_back({edge.parent, std::move(u[at])});
    }
  }

  void take_known_model() {
    model_ = take_model(*options_.model, columns_.features);
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
    keys_ = make_keys(columns_);
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
      keys_ = make_keys(columns_);
      const std::vector<Rule> pilot = pilot_rules(keys_, order_.size(), workers_, progress_);
      if (!options_.model) {
        PatternCounts counts = count_patterns(pilot);
        model_ = learn(columns_.features, counts, chance_, moments_, model_, 1).model;
      }
      ChosenRules chosen = choose_rules(pilot, keys_, columns_, model_, comparers_, options_.seed,
                                        workers_, progress_);
      rules_ = std::move(chosen.rules);
      recall_ = chosen.recall;
    }
    workers_.each(rules_.size(), progress_, [&](std::size_t at) {
      rules_[at].pairs = count_pairs(rules_[at], keys_, order_.size());
    });
    clock_.add_to(result_.seconds.block);
  }

  PatternCounts count_patterns(const std::vector<Rule>& rules) {
    Workers::PerThread<PatternCounts> parts([] { return std::make_unique<PatternCounts>(); });
    visit_pairs(rules, keys_, columns_.is_linkable, columns_.features.size(), workers_, progress_,
                {[](std::size_t) {},
                 [&](std::size_t) -> Visit {
                   return [&counts = parts.here(),
                           &comparer = comparers_.here()](std::span<const MetPair> pairs) {
                     for (const MetPair& pair : pairs) comparer.fetch(pair.left, pair.right);
                     for (const auto& [left, right, fields] : pairs) {
                       std::array<std::int8_t, 32> levels{};
                       comparer.compare(left, right, levels.data());
                       counts.add(comparer, levels.data(), left, right, fields);
                     }
                   };
                 }});
    PatternCounts counts;
    parts.each([&](PatternCounts& part) { counts.add(part); });
    return counts;
  }

  void keep_known_model() {
    result_.model = *options_.model;
    result_.model.comparisons = hand_out_model(model_, columns_.features, {}, 0).comparisons;
    result_.model.rules = hand_out_model(model_, {}, rules_, 0).rules;
    result_.model.recall_lost = 1 - recall_;
    clock_.add_to(result_.seconds.em);
  }

  void learn_model() {
    PatternCounts counts = count_patterns(rules_);
    for (const KnownPair& known : known_pairs_) count_known(counts, known);
    Learnt learnt =
        learn(columns_.features, counts, chance_, moments_, model_, recall_, matches_most());
    is_plausible_ = learnt.is_plausible;
    model_ = std::move(learnt.model);
    result_.model = hand_out_model(model_, columns_.features, rules_, 1 - recall_);
    result_.model.em_iterations = learnt.iterations;
    result_.model.converged = learnt.converged;
    clock_.add_to(result_.seconds.em);
  }

  void count_known(PatternCounts& counts, const KnownPair& known) {
    std::array<std::int8_t, 32> levels{};
    comparer_.compare(known.left, known.right, levels.data());
    const bool is_candidate = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
      return meets(rule, keys_, known.left, known.right);
    });
    counts.add_known(comparer_, levels.data(), known, is_candidate);
  }

  struct Scored {
    std::vector<Candidate> kept;
    std::int64_t pairs = 0;
  };

  void score_pairs() {
    const double prior = num::logit(model_.prior_match);
    std::vector<Scored> parts;
    Workers::PerThread<PairScorer> scorers(
        [this] { return std::make_unique<PairScorer>(model_, comparers_.here()); });
    const auto begin = [&](std::size_t piece) -> Visit {
      return [prior, &part = parts[piece], &comparer = comparers_.here(),
              &scorer = scorers.here()](std::span<const MetPair> pairs) {
        for (const MetPair& pair : pairs) comparer.fetch(pair.left, pair.right);
        part.pairs += static_cast<std::int64_t>(pairs.size());
        for (const auto& [left, right, fields] : pairs) {
          std::array<std::int8_t, 32> levels{};
          comparer.compare(left, right, levels.data());
          const double log_ratio = scorer.log_ratio(levels.data(), left, right);
          if (prior + log_ratio > worth_keeping) part.kept.push_back({left, right, log_ratio});
        }
      };
    };
    visit_pairs(rules_, keys_, columns_.is_linkable, columns_.features.size(), workers_, progress_,
                {[&](std::size_t pieces) { parts.resize(pieces); }, begin});
    result_.candidate_pairs = 0;
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
    const Constraints constraints = make_constraints(table_, binding_, order_);
    const Register found = find_persons(
        model_, columns_.features, edges_, constraints,
        {options_.threshold, options_.draws, options_.seed, options_.threads}, progress_);
    result_.person_of = number_persons(found.person_of, order_);
    for (const auto& draw : found.draws) result_.draws.push_back(number_persons(draw, order_));
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
  Columns columns_;
  Comparer comparer_;
  Workers workers_;
  Comparers comparers_;
  std::vector<std::vector<double>> chance_;
  Moments moments_;
  PairModel model_;
  std::vector<Key> keys_;
  std::vector<Rule> rules_;
  double recall_ = 1;
  bool is_plausible_ = true;
  Options binding_;                     // decisions, and labels as decisions
  std::vector<KnownPair> known_pairs_;  // of the labels, by place in the order
  std::vector<Candidate> edges_;
  Result result_;
  Clock clock_;
};

}  // namespace

void check_options(const Options& options) {
  if (!(options.threshold > 0 && options.threshold < 1)) {
    throw base::Error(
        base::Kind::usage,
        base::message("threshold is {}; it must lie between 0 and 1", options.threshold));
  }
  if (!(options.pair_probability_min >= 0 && options.pair_probability_min <= 1)) {
    throw base::Error(base::Kind::usage,
                      base::message("pair_probability_min is {}; it must lie between 0 and 1",
                                    options.pair_probability_min));
  }
  if (options.draws < 0)
    throw base::Error(base::Kind::usage,
                      base::message("draws is {}; it must be 0 or more", options.draws));
  if (options.threads < 0)
    throw base::Error(
        base::Kind::usage,
        base::message("threads is {}; it must be 0 (all processors) or more", options.threads));
}

Result link(const record::RecordTable& table, const Options& options, base::Progress& progress) {
  check_options(options);
  base::check(options.leave_out.empty() || options.leave_out.size() == table.record_count(),
              "leave_out has one entry a record");
  return options.splink_model ? link_as_splink(table, options, progress)
                              : Linking(table, options, progress).run();
}

}  // namespace sanaq::link
