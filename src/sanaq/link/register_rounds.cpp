#include "sanaq/link/register_rounds.h"

#include <array>
#include <cstdint>
#include <utility>

#include "sanaq/link/constraints.h"
#include "sanaq/link/em.h"
#include "sanaq/link/find_persons.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/link/pair_totals.h"
#include "sanaq/link/rule_choice.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// What rules find, told by the links that were made.
void tell_recall_by(const Register& found, const PreparedRecords& records, Linkage& linkage) {
  Blocking& blocking = linkage.blocking;
  if (!blocking.matches) return;
  const PairSpace& space = records.space;
  SeenMatches links = see_links(linkage.edges, found.pair_probability, blocking.rules,
                                blocking.keys, space, records.columns);
  links.add_where_few(blocking.matches->seen);
  blocking.matches->drawn =
      DrawnMatches(links, blocking.keys, records.columns, space, records.options.seed);
  std::vector<double> given;
  for (std::size_t lists = 0; lists < space.list_pair_count(); ++lists)
    given.push_back(links.matches(lists));
  blocking.recall = recall_of(given, recall_by_lists(blocking, space));
}

// The candidates with their levels, and the fields that some rule which finds them leaves out.
std::vector<LinkedPair> linked_pairs(const PreparedRecords& records, const Register& found,
                                     const Linkage& linkage, Comparer& comparer) {
  const std::size_t features = records.columns.features.size();
  const std::vector<Key>& keys = linkage.blocking.keys;
  const std::vector<Rule>& rules = linkage.blocking.rules;
  std::vector<std::uint32_t> without;
  without.reserve(rules.size());
  for (const Rule& rule : rules) without.push_back(fields_without(rule, keys, features));
  std::vector<LinkedPair> links;
  std::array<std::int8_t, 32> levels{};
  for (std::size_t at = 0; at < linkage.edges.size(); ++at) {
    const auto [left, right, log_ratio] = linkage.edges[at];
    comparer.compare(left, right, levels.data());
    LinkedPair link{pack_levels(levels.data(), features), 0, records.space.group(left, right),
                    found.pair_probability[at]};
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (meets(rules[rule], keys, left, right)) link.fields |= without[rule];
    }
    links.push_back(link);
  }
  return links;
}

// What the register says of matches, learnt once more; the links weighed anew by it.
void learn_from_register(const PreparedRecords& records, const ChanceAgreement& chance,
                         const PatternCounts& counts, const Register& found, Comparer& comparer,
                         Linkage& linkage) {
  tell_recall_by(found, records, linkage);
  linkage.model = learn_from_links(records.columns.features, counts,
                                   linked_pairs(records, found, linkage, comparer), chance.of_all,
                                   chance.by_group, chance.moments, linkage.model,
                                   linkage.blocking.recall, pair_totals(records.space))
                      .model;
  PairScorer scorer(linkage.model, comparer);
  std::array<std::int8_t, 32> levels{};
  for (Candidate& edge : linkage.edges) {
    comparer.compare(edge.left, edge.right, levels.data());
    edge.log_ratio = scorer.log_ratio(levels.data(), edge.left, edge.right);
  }
}

}  // namespace

bool contradicts_pairs(const PreparedRecords& records, const Moments& moments,
                       const Linkage& linkage, const Register& found, double factor) {
  if (records.options.model || !records.known_pairs.empty() || moments.is_count_known ||
      records.space.list_count() < 2)
    return false;
  const std::array<double, 2> priors{num::logit(linkage.model.prior_match),
                                     num::logit(linkage.model.prior_within)};
  double by_pairs = 0, by_register = 0;
  for (std::size_t at = 0; at < linkage.edges.size(); ++at) {
    const Candidate& edge = linkage.edges[at];
    by_pairs +=
        num::inverse_logit(priors[records.space.is_within(edge.left, edge.right)] + edge.log_ratio);
    by_register += found.pair_probability[at];
  }
  return by_pairs > factor * by_register || by_register > factor * by_pairs;
}

SettledRegister settle_register(const PreparedRecords& records, const ChanceAgreement& chance,
                                const PatternCounts& counts, Linkage linkage, Crew& crew) {
  // Of longer lists the register itself has too few matches, and would teach that.
  constexpr std::size_t long_lists = 60000;  // records
  const int rounds_most = records.order.size() <= long_lists ? 6 : 0;
  if (rounds_most == 0) linkage.blocking.keys = {};  // nobody asks for them again
  const Options& options = records.options;
  const Constraints constraints =
      make_constraints(records.table, records.binding, records.order, records.space);
  const Wanted wanted{options.threshold, options.draws, options.seed, options.threads,
                      options.thresholds};
  const auto find = [&] {
    return find_persons(linkage.model, records.columns.features, linkage.edges, constraints, wanted,
                        crew.progress);
  };
  Register found = find();
  constexpr double too_far = 1.05, near = 1.03;
  std::vector<LearningRound> rounds;
  while (
      static_cast<int>(rounds.size()) < rounds_most &&
      contradicts_pairs(records, chance.moments, linkage, found, rounds.empty() ? too_far : near)) {
    learn_from_register(records, chance, counts, found, crew.comparers.here(), linkage);
    rounds.push_back({linkage.model.prior_match, linkage.model.prior_within, true});
    found = find();
  }
  return {std::move(linkage), std::move(found), std::move(rounds)};
}

}  // namespace sanaq::link
