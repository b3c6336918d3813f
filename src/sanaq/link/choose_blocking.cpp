#include "sanaq/link/choose_blocking.h"

#include <cmath>
#include <utility>

#include "sanaq/base/stopwatch.h"
#include "sanaq/link/em.h"
#include "sanaq/link/known_model.h"
#include "sanaq/link/pair_totals.h"
#include "sanaq/link/rule_choice.h"

namespace sanaq::link {
namespace {

// Of so few records all pairs are compared.
constexpr std::size_t few_records = 1500;

// Rules that need no choice; none where the program has to choose.
Blocking given_rules(const PreparedRecords& records, Crew& crew) {
  const Options& options = records.options;
  Blocking given;
  if (!options.block_rules.empty()) {
    given.rules =
        parse_rules(options.block_rules, records.table, records.order, records.columns, given.keys);
  } else if (records.order.size() <= few_records) {
    given.rules = {{"*", {}, 0}};
  } else if (options.model) {
    KnownRules known = known_rules(records, crew);
    given.keys = std::move(known.keys);
    given.rules = std::move(known.rules);
    given.warnings = std::move(known.warnings);
    given.recall = 1 - options.model->recall_lost;
  }
  return given;
}

void count_rules(const PreparedRecords& records, Crew& crew, Blocking& blocking) {
  const PairCounter counter(blocking.keys, records.space, crew.workers, crew.progress);
  crew.workers.each(blocking.rules.size(), crew.progress, [&](std::size_t at) {
    blocking.rules[at].pairs = counter.count(blocking.rules[at]);
  });
}

// By the pairs that the learning rules find.
BlockedMatches expect_matches(const PreparedRecords& records, const Blocking& blocking,
                              Crew& crew) {
  SeenMatches seen = see_matches(blocking.learning, blocking.keys, records.space, records.columns,
                                 blocking.model, crew.comparers, crew.workers, crew.progress);
  DrawnMatches drawn(seen, blocking.keys, records.columns, records.space, records.options.seed);
  std::vector<double> expected =
      expected_matches(seen, drawn.recall_by_lists(blocking.learning.rules()));
  return {std::move(seen), std::move(drawn), std::move(expected)};
}

void choose(const PreparedRecords& records, const ChanceAgreement& chance, Crew& crew,
            Blocking& blocking) {
  const PairSpace& space = records.space;
  const std::vector<Feature>& features = records.columns.features;
  blocking.keys = make_keys(records.columns, crew.workers, crew.progress);
  RuleCandidates candidates = candidate_rules(blocking.keys, space, crew.workers, crew.progress);
  const base::Stopwatch watch;
  blocking.learning = LearningPairs(
      learning_rules(candidates, blocking.keys, space, features, crew.workers, crew.progress),
      blocking.keys, space, records.columns.is_linkable, crew.comparers, crew.workers,
      crew.progress);
  if (!records.options.model)
    blocking.model =
        learn(features,
              blocking.learning.count(space, 1, crew.comparers, crew.workers, crew.progress),
              chance.of_all, chance.by_group, chance.moments, blocking.model, 1, pair_totals(space))
            .model;
  blocking.matches = expect_matches(records, blocking, crew);
  blocking.learning_seconds = watch.seconds();
  blocking.rules = choose_rules(std::move(candidates.rules), records.order.size(),
                                blocking.matches->drawn, blocking.matches->expected);
  blocking.recall = recall_with(blocking, blocking.rules);
}

}  // namespace

Blocking choose_blocking(const PreparedRecords& records, const ChanceAgreement& chance,
                         PairModel model, Crew& crew) {
  Blocking blocking = given_rules(records, crew);
  blocking.model = std::move(model);
  if (blocking.rules.empty())
    choose(records, chance, crew, blocking);
  else
    count_rules(records, crew, blocking);
  return blocking;
}

std::vector<Rule> rules_to_learn_from(std::vector<Rule> rules) {
  constexpr double pairs_most = 2e7;
  for (Rule& rule : rules) {
    if (rule.pairs > pairs_most) rule.probes = 1 - std::sqrt(1 - pairs_most / rule.pairs);
  }
  return rules;
}

double recall_with(const Blocking& blocking, const std::vector<Rule>& rules) {
  if (!blocking.matches) return blocking.recall;
  return recall_of(blocking.matches->expected, blocking.matches->drawn.recall_by_lists(rules));
}

std::vector<double> recall_by_lists(const Blocking& blocking, const PairSpace& space) {
  return blocking.matches ? blocking.matches->drawn.recall_by_lists(blocking.rules)
                          : std::vector<double>(space.list_pair_count(), blocking.recall);
}

}  // namespace sanaq::link
