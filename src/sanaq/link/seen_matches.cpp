#include "sanaq/link/seen_matches.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr double units = 1024;  // of one match
constexpr double clear = 0.5;   // below, what agrees is mostly what strangers share

std::int64_t in_units(double matches) { return std::llround(matches * units); }

template <typename Shares>
double total_of(const Shares& shares) {
  return static_cast<double>(
      std::accumulate(shares.begin(), shares.end(), typename Shares::value_type{}));
}

std::size_t key_outcome(const std::vector<std::size_t>& of_feature, const std::vector<Key>& keys,
                        std::uint32_t left, std::uint32_t right) {
  std::size_t outcome = 0;
  for (std::size_t at = 0; at < of_feature.size(); ++at) {
    if (agrees(keys[of_feature[at]], left, right)) outcome |= std::size_t{1} << at;
  }
  return outcome;
}

}  // namespace

SeenMatches::SeenMatches(std::size_t list_pairs, std::size_t features)
    : features_(features),
      matches_(list_pairs),
      any_(list_pairs * features, Counts{}),
      without_(list_pairs * features, Counts{}) {}

void SeenMatches::add_match(std::size_t list_pair, double matches) {
  matches_[list_pair] += in_units(matches);
}

void SeenMatches::add_outcome(std::size_t list_pair, std::size_t feature, std::size_t outcome,
                              double matches, bool found_without) {
  const std::size_t at = list_pair * features_ + feature;
  any_[at][outcome] += in_units(matches);
  if (found_without) without_[at][outcome] += in_units(matches);
}

void SeenMatches::add(const SeenMatches& other) {
  for (std::size_t at = 0; at < matches_.size(); ++at) matches_[at] += other.matches_[at];
  for (std::size_t at = 0; at < any_.size(); ++at) {
    for (std::size_t outcome = 0; outcome < key_outcomes; ++outcome) {
      any_[at][outcome] += other.any_[at][outcome];
      without_[at][outcome] += other.without_[at][outcome];
    }
  }
}

void SeenMatches::add_where_few(const SeenMatches& other) {
  constexpr std::int64_t few = 30;  // matches
  for (std::size_t feature = 0; feature < features_; ++feature) {
    std::int64_t seen = 0;
    for (std::size_t at = feature; at < without_.size(); at += features_)
      seen += std::accumulate(without_[at].begin(), without_[at].end(), std::int64_t{0});
    if (seen >= few * std::llround(units)) continue;
    for (std::size_t at = feature; at < any_.size(); at += features_) {
      for (std::size_t outcome = 0; outcome < key_outcomes; ++outcome) {
        any_[at][outcome] += other.any_[at][outcome];
        without_[at][outcome] += other.without_[at][outcome];
      }
    }
  }
}

double SeenMatches::matches(std::size_t list_pair) const {
  return static_cast<double>(matches_[list_pair]) / units;
}

std::array<double, key_outcomes> SeenMatches::shares(std::size_t list_pair,
                                                     std::size_t feature) const {
  std::array<double, key_outcomes> all{}, all_any{};
  for (std::size_t pair = 0; pair < matches_.size(); ++pair) {
    for (std::size_t outcome = 0; outcome < key_outcomes; ++outcome) {
      all[outcome] += static_cast<double>((*counts(without_, pair, feature))[outcome]) / units;
      all_any[outcome] += static_cast<double>((*counts(any_, pair, feature))[outcome]) / units;
    }
  }
  constexpr double few = 5;  // matches
  if (total_of(all) < few) all = all_any;
  if (total_of(all) <= 0) all.fill(1);
  constexpr double weight = 20;  // matches that all lists together count for
  const double total = total_of(all);
  const Counts& own = *counts(without_, list_pair, feature);
  for (std::size_t outcome = 0; outcome < key_outcomes; ++outcome)
    all[outcome] = static_cast<double>(own[outcome]) / units + weight * all[outcome] / total;
  const double sum = total_of(all);
  for (double& share : all) share /= sum;
  return all;
}

std::vector<std::vector<std::size_t>> keys_by_feature(const std::vector<Key>& keys,
                                                      std::size_t feature_count) {
  std::vector<std::vector<std::size_t>> by_feature(feature_count);
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (keys[at].feature < feature_count &&
        by_feature[keys[at].feature].size() < keys_of_feature_most)
      by_feature[keys[at].feature].push_back(at);
  }
  return by_feature;
}

SeenMatches see_matches(const LearningPairs& pairs, const std::vector<Key>& keys,
                        const PairSpace& space, const Columns& columns, const PairModel& model,
                        Comparers& comparers, Workers& workers, base::Progress& progress) {
  const std::size_t count = columns.features.size();
  const auto by_feature = keys_by_feature(keys, count);
  const std::array<double, 2> priors{num::logit(std::clamp(model.prior_match, 1e-12, 0.5)),
                                     num::logit(std::clamp(model.prior_within, 1e-12, 0.5))};
  Workers::PerThread<SeenMatches> parts(
      [&] { return std::make_unique<SeenMatches>(space.list_pair_count(), count); });
  Workers::PerThread<PairScorer> scorers(
      [&] { return std::make_unique<PairScorer>(model, comparers.here()); });
  std::vector<double> weights, log_weights;
  for (const Rule& rule : pairs.rules()) {
    weights.push_back(rule.weight());
    log_weights.push_back(std::log(weights.back()));
  }
  workers.each(pairs.pieces().size(), progress, [&](std::size_t piece) {
    SeenMatches& seen = parts.here();
    PairScorer& scorer = scorers.here();
    for (const auto& [left, right, fields, rule, levels] : pairs.pieces()[piece]) {
      const double weight = weights[rule];
      constexpr double nothing = -8;  // from here down a probability is less than half a unit
      const double prior = priors[space.is_within(left, right)];
      const double least = nothing - prior - log_weights[rule];
      if (scorer.most(levels, left, right, least).log_ratio < least) continue;
      const double p = num::inverse_logit(prior + scorer.log_ratio(levels, left, right));
      const std::size_t lists = space.list_pair(left, right);
      seen.add_match(lists, p * weight);
      if (p < clear) continue;
      for (std::size_t f = 0; f < count; ++f) {
        if (((levels >> (4 * f)) & 15U) == no_level) continue;
        seen.add_outcome(lists, f, key_outcome(by_feature[f], keys, left, right), p * weight,
                         (fields & (1U << f)) != 0);
      }
    }
  });
  SeenMatches seen(space.list_pair_count(), count);
  parts.each([&](const SeenMatches& part) { seen.add(part); });
  return seen;
}

SeenMatches see_links(const std::vector<Candidate>& links, const std::vector<double>& probabilities,
                      const std::vector<Rule>& rules, const std::vector<Key>& keys,
                      const PairSpace& space, const Columns& columns) {
  const std::size_t count = columns.features.size();
  const auto by_feature = keys_by_feature(keys, count);
  std::vector<std::uint32_t> without;
  for (const Rule& rule : rules) without.push_back(fields_without(rule, keys, count));
  SeenMatches seen(space.list_pair_count(), count);
  for (std::size_t at = 0; at < links.size(); ++at) {
    const auto [left, right, log_ratio] = links[at];
    const std::size_t lists = space.list_pair(left, right);
    seen.add_match(lists, probabilities[at]);
    if (probabilities[at] < clear) continue;
    std::uint32_t fields = 0;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (meets(rules[rule], keys, left, right)) fields |= without[rule];
    }
    for (std::size_t f = 0; f < count; ++f) {
      const Feature& feature = columns.features[f];
      if (feature.codes[left] == 0 || feature.codes[right] == 0) continue;
      seen.add_outcome(lists, f, key_outcome(by_feature[f], keys, left, right), probabilities[at],
                       (fields & (1U << f)) != 0);
    }
  }
  return seen;
}

}  // namespace sanaq::link
