#include "sanaq/link/link.h"

#include <utility>
#include <vector>

#include "sanaq/base/stopwatch.h"
#include "sanaq/link/choose_blocking.h"
#include "sanaq/link/count_pairs.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/draws_with_lost.h"
#include "sanaq/link/em.h"
#include "sanaq/link/estimate_chance.h"
#include "sanaq/link/find_lost.h"
#include "sanaq/link/find_same_values.h"
#include "sanaq/link/hand_out_persons.h"
#include "sanaq/link/known_model.h"
#include "sanaq/link/likely_pairs.h"
#include "sanaq/link/model_before_pairs.h"
#include "sanaq/link/named_model.h"
#include "sanaq/link/pair_totals.h"
#include "sanaq/link/prepared_records.h"
#include "sanaq/link/register_rounds.h"
#include "sanaq/link/score_pairs.h"
#include "sanaq/link/tells_apart.h"
#include "sanaq/link/unreached.h"

namespace sanaq::link {
namespace {

// What is handed out, as far as it is known, and how long that took.
struct Unfinished {
  Result result;
  base::Stopwatch watch;

  void warn(const std::vector<base::Message>& warnings) {
    result.warnings.insert(result.warnings.end(), warnings.begin(), warnings.end());
  }
};

// All that is known before pairs are scored.
struct Known {
  ChanceAgreement chance;
  Blocking blocking;
  CountedPairs counted;
  Learnt learnt;
};

Known take_known_model(const PreparedRecords& records, Crew& crew, Unfinished& unfinished) {
  Known known;
  Phase& seconds = unfinished.result.seconds;
  known.learnt.model = known_model(records);
  unfinished.warn(warnings_of_known_model(records));
  seconds.u += unfinished.watch.lap();
  known.blocking = choose_blocking(records, known.chance, known.learnt.model, crew);
  unfinished.warn(known.blocking.warnings);
  known.blocking.learning = {};
  seconds.em += known.blocking.learning_seconds;
  seconds.block += unfinished.watch.lap() - known.blocking.learning_seconds;
  unfinished.result.model = known_model_as_used(records, known.learnt.model, known.blocking.rules,
                                                1 - known.blocking.recall);
  return known;
}

Model model_as_learnt(const PreparedRecords& records, const PairModel& model,
                      const Blocking& blocking, int iterations, bool converged) {
  Model named = named_model(model, records.columns.features, records.table.lists, blocking.rules,
                            1 - blocking.recall);
  named.same_values = records.options.same_values;
  named.em_iterations = iterations;
  named.converged = converged;
  return named;
}

Known learn_model(const PreparedRecords& records, Crew& crew, Unfinished& unfinished) {
  Known known;
  auto& [chance, blocking, counted, learnt] = known;
  Phase& seconds = unfinished.result.seconds;
  chance = estimate_chance(records, crew);
  PairModel before = model_before_pairs(records, chance, crew);
  unfinished.warn(warnings_of(chance.moments));
  seconds.u += unfinished.watch.lap();
  blocking = choose_blocking(records, chance, std::move(before), crew);
  seconds.em += blocking.learning_seconds;
  seconds.block += unfinished.watch.lap() - blocking.learning_seconds;
  counted = count_pairs(records, blocking.keys, rules_to_learn_from(blocking.rules),
                        std::move(blocking.learning), blocking.model, crew);
  seconds.score += unfinished.watch.lap();
  learnt = learn(records.columns.features, counted.counts, chance.of_all, chance.by_group,
                 chance.moments, blocking.model, recall_with(blocking, counted.rules),
                 pair_totals(records.space), matches_most(records.table));
  unfinished.result.model =
      model_as_learnt(records, learnt.model, blocking, learnt.iterations, learnt.converged);
  seconds.em += unfinished.watch.lap();
  return known;
}

// What the lists themselves show of values that mean the same.
std::vector<SameValues> same_values_of(const PreparedRecords& records, const Known& known,
                                       Crew& crew) {
  if (records.options.model || !is_sure_of_matches(records, known.chance.moments, known.learnt))
    return {};
  return find_same_values(rules_to_learn_from(known.blocking.rules), known.blocking.keys,
                          records.space, records.columns, known.learnt.model, crew.comparers,
                          crew.workers, crew.progress);
}

// What rules and the cut lose; nothing where all pairs were compared, or none.
void tell_lost(const PreparedRecords& records, const SettledRegister& settled,
               const std::vector<double>& cut, Unfinished& unfinished) {
  const Blocking& blocking = settled.linkage.blocking;
  if ((!blocking.matches && !records.options.model) || cut.empty()) return;
  unfinished.result.model.recall_lost = 1 - blocking.recall;
  unfinished.result.lost =
      find_lost(records.space, settled.linkage.edges, settled.found.pair_probability,
                recall_by_lists(blocking, records.space), cut);
  if (unfinished.result.model.recall_lost > recall_lost_most)
    unfinished.warn({too_much_lost(unfinished.result.model)});
}

Result make_persons(const PreparedRecords& records, Known known, Crew& crew,
                    Unfinished unfinished) {
  Result& result = unfinished.result;
  ToldApart told = tells_apart(records, known.chance.moments, known.learnt);
  unfinished.warn(told.warnings);
  ScoredPairs scored;
  if (told.links)
    scored = score_pairs(records, known.blocking.keys, known.blocking.rules, known.learnt.model,
                         known.counted.counts, std::move(known.counted.kept), crew);
  known.counted.kept.reset();
  result.candidate_pairs = scored.pairs;
  result.learning = known.learnt.rounds;
  result.unreached = find_unreached(known.blocking.rules, known.blocking.keys, records.space,
                                    records.columns.is_linkable);
  result.seconds.score += unfinished.watch.lap();
  const SettledRegister settled = settle_register(
      records, known.chance, known.counted.counts,
      {std::move(known.learnt.model), std::move(scored.edges), std::move(known.blocking)}, crew);
  const Register& found = settled.found;
  const auto& [model, edges, blocking] = settled.linkage;
  result.learning.insert(result.learning.end(), settled.rounds.begin(), settled.rounds.end());
  if (!settled.rounds.empty())
    result.model =
        model_as_learnt(records, model, blocking, known.learnt.iterations, known.learnt.converged);
  hand_out_persons(records, found.person_of, found.probability, result);
  tell_lost(records, settled, scored.cut, unfinished);
  result.thresholds = found.thresholds;
  result.draws = draws_with_lost(records, edges, found.draws, result.lost, crew);
  result.pairs = likely_pairs(records, edges, found.pair_probability, crew.comparers.here());
  result.seconds.cluster += unfinished.watch.lap();
  return std::move(unfinished.result);
}

// The stages, one after another. Where the lists turn out to have values that mean the same, and
// are asked, there is no result: it begins anew with these, and with the names that it has
// compared.
struct Pass {
  Result result;
  std::vector<SameValues> same_values;
  std::vector<MetNames> met;
};

std::vector<MetNames> met_by(const Crew& crew) {
  std::vector<MetNames> met;
  crew.comparers.each([&](const Comparer& comparer) { comparer.add_met_names(met); });
  return met;
}

Pass link_once(const record::RecordTable& table, const Options& options, base::Progress& progress,
               bool asks_for_same_values, const std::vector<MetNames>& met) {
  Unfinished unfinished;
  const PreparedRecords records(table, options);
  Crew crew(records.comparer, options.threads, progress, met);
  unfinished.result.threads = crew.workers.threads();
  unfinished.result.seconds.load += unfinished.watch.lap();
  unfinished.warn(warnings_of(records));
  if (!records.has_pairs()) {
    hand_out_everyone_alone(records, unfinished.result);
    return {std::move(unfinished.result), {}, {}};
  }
  Known known = options.model ? take_known_model(records, crew, unfinished)
                              : learn_model(records, crew, unfinished);
  if (asks_for_same_values) {
    std::vector<SameValues> same_values = same_values_of(records, known, crew);
    if (!same_values.empty()) return {{}, std::move(same_values), met_by(crew)};
  }
  return {make_persons(records, std::move(known), crew, std::move(unfinished)), {}, {}};
}

// What the records teach before pairs are scored.
Pass learn_once(const record::RecordTable& table, const Options& options, base::Progress& progress,
                const std::vector<MetNames>& met) {
  Unfinished unfinished;
  const PreparedRecords records(table, options);
  if (!records.has_pairs()) return {std::move(unfinished.result), {}, {}};
  Crew crew(records.comparer, options.threads, progress, met);
  const Known known = options.model ? take_known_model(records, crew, unfinished)
                                    : learn_model(records, crew, unfinished);
  std::vector<SameValues> same_values = same_values_of(records, known, crew);
  return {std::move(unfinished.result), std::move(same_values), met_by(crew)};
}

Options with_same_values(Options options, const std::vector<SameValues>& more) {
  options.same_values.insert(options.same_values.end(), more.begin(), more.end());
  return options;
}

}  // namespace

Result link(const record::RecordTable& table, const Options& options, base::Progress& progress) {
  check_options(options, table);
  Pass pass = link_once(table, options, progress, true, {});
  if (pass.same_values.empty()) return std::move(pass.result);
  return link_once(table, with_same_values(options, pass.same_values), progress, false, pass.met)
      .result;
}

Model learn(const record::RecordTable& table, const Options& options, base::Progress& progress) {
  check_options(options, table);
  Pass pass = learn_once(table, options, progress, {});
  if (!pass.same_values.empty())
    pass = learn_once(table, with_same_values(options, pass.same_values), progress, pass.met);
  return std::move(pass.result.model);
}

}  // namespace sanaq::link
