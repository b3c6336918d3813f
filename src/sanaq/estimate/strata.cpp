#include "sanaq/estimate/strata.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "sanaq/base/check.h"
#include "sanaq/base/quiet_progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/connection.h"
#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/how_lists_meet.h"
#include "sanaq/estimate/latent_class.h"
#include "sanaq/estimate/pooling.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/estimate/settled_lists.h"
#include "sanaq/estimate/total_prior.h"

namespace sanaq::estimate {
namespace {

using base::message;
using Values = std::vector<double>;

constexpr int draws_each = 1000;
constexpr int latent_draws_each = 400;  // each going on from the last register: thousands together
constexpr double ratio_max = 12;

bool is_latent(const Options& options) { return options.method == Method::latent_class; }

Options for_one_stratum(const Options& options, bool is_sampled) {
  Options each = options;
  if (is_sampled) each.draws = is_latent(options) ? latent_draws_each : draws_each;
  each.checks_on_own_lists = false;
  each.alternatives = false;
  each.is_part = true;
  each.total_prior.reset();  // it speaks of all strata together
  each.unlisted_prior.reset();
  each.threads = 1;  // strata side by side instead
  return each;
}

// Every stratum in every register, alone. [register][stratum]; the published register first, then
// the sampled ones.
struct Alone {
  std::vector<std::vector<Summary>> answers;
};

Summary nobody(const CaptureTable& table, const Options& options) {
  Summary summary;
  summary.lists = table.lists;
  summary.method = options.method;
  summary.seed = options.seed;
  return summary;
}

Summary one(const CaptureTable& table, const Options& options, base::QuietProgress& quiet) {
  const CaptureTable covered = covering_lists(table);
  if (covered.observed() == 0) return nobody(table, options);
  if (covered.lists.size() < 3) {
    Summary summary = nobody(table, options);
    summary.observed = covered.observed();
    summary.reasons.push_back(
        message("only {} lists covered it: join it with another stratum", covered.lists.size()));
    return summary;
  }
  return estimate(covered, options, quiet);
}

// The chains of one stratum go on from register to register: the next table is nearly the last.
void latent_in_turn(const Stratum& stratum, std::size_t at, const Options& options,
                    base::QuietProgress& quiet, Alone& alone) {
  std::vector<CaptureTable> tables;
  std::vector<std::size_t> places;
  for (std::size_t r = 0; r <= stratum.sampled.size(); ++r) {
    const CaptureTable& table = r == 0 ? stratum.table : stratum.sampled[r - 1];
    const CaptureTable covered = covering_lists(table);
    if (covered.observed() == 0 || covered.lists.size() < 3) {
      alone.answers[r][at] = one(table, options, quiet);
    } else {
      tables.push_back(ordered(covered));
      places.push_back(r);
    }
  }
  std::vector<Summary> summaries = estimate_latent_classes_in_turn(tables, options, quiet);
  for (std::size_t i = 0; i < places.size(); ++i) {
    say_how_lists_meet(tables[i], summaries[i]);
    alone.answers[places[i]][at] = std::move(summaries[i]);
  }
}

using Key = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::int64_t>>;

Key key_of(const CaptureTable& table) {
  Key key;
  for (const Cell& cell : table.cells) key.emplace_back(cell.not_covered, cell.listed, cell.count);
  return key;
}

// Sampled registers often give one table twice: each different table is estimated once.
void each_table_once(const Stratum& stratum, std::size_t at, const Options& given,
                     base::QuietProgress& quiet, Alone& alone) {
  Options options = given;
  options.model_log_weight = alone.answers[0][at].model_log_weight;
  std::map<Key, std::size_t> done;
  for (std::size_t r = 0; r < stratum.sampled.size(); ++r) {
    const auto [found, is_new] = done.emplace(key_of(ordered(stratum.sampled[r])), r + 1);
    alone.answers[r + 1][at] =
        is_new ? one(stratum.sampled[r], options, quiet) : alone.answers[found->second][at];
  }
}

Alone estimate_alone(const std::vector<Stratum>& strata, const Options& options,
                     base::Progress& progress) {
  const std::size_t registers = strata[0].sampled.size();
  Alone alone;
  alone.answers.assign(registers + 1, std::vector<Summary>(strata.size()));
  progress.start(message("estimating each stratum"), static_cast<std::int64_t>(strata.size()));
  tbb::task_arena arena(options.threads > 0 ? options.threads : tbb::task_arena::automatic);
  base::QuietProgress quiet(progress);
  constexpr std::size_t batch = 16;  // so that progress can be told and a stop heard
  for (std::size_t from = 0; from < strata.size(); from += batch) {
    progress.throw_if_stopped();
    const std::size_t to = std::min(strata.size(), from + batch);
    arena.execute([&] {
      tbb::parallel_for(
          from, to,
          [&](std::size_t at) {
            const Options sampled = for_one_stratum(options, true);
            if (is_latent(options) && registers > 0) {
              latent_in_turn(strata[at], at, sampled, quiet, alone);
              return;
            }
            alone.answers[0][at] = one(strata[at].table, for_one_stratum(options, false), quiet);
            each_table_once(strata[at], at, sampled, quiet, alone);
          },
          tbb::simple_partitioner());
    });
    progress.advance_to(static_cast<std::int64_t>(to));
  }
  progress.finish();
  return alone;
}

std::vector<StratumDraws> draws_of(const std::vector<Summary>& answers) {
  std::vector<StratumDraws> draws;
  for (const Summary& answer : answers) {
    if (answer.observed > 0)
      draws.push_back({static_cast<double>(answer.observed), answer.total_draws});
  }
  return draws;
}

bool have_draws(const std::vector<Summary>& answers) {
  return std::all_of(answers.begin(), answers.end(), [](const Summary& answer) {
    return answer.observed == 0 || answer.total_draws.size() > 1;
  });
}

// Draws of every stratum and of the total, over the registers that are averaged.
struct Together {
  std::vector<Values> strata, strata_unlisted;  // as many as strata; 0 where nobody is
  // Documented persons, over the registers.
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max(), most = 0;
  Values totals, unlisted;
  double sd_log_ratio = 0, shared_doubt = 0, within = 0;
  std::size_t registers = 0;
};

void add_register(const std::vector<Summary>& answers, double whole_variance, int draws,
                  std::uint64_t seed, std::uint64_t index, Together& together) {
  const std::vector<StratumDraws> alone = draws_of(answers);
  PooledDraws pooled;
  if (alone.size() > 1) {
    pooled = pool_strata(alone, whole_variance, draws, seed, index);
  } else {
    pooled.totals = {alone[0].totals};
  }
  const Values sums = pooled.sums();
  std::int64_t documented = 0;
  for (std::size_t at = 0, place = 0; at < answers.size(); ++at) {
    const double here = static_cast<double>(answers[at].observed);
    const Values& totals =
        answers[at].observed == 0 ? Values(sums.size(), 0.0) : pooled.totals[place++];
    documented += answers[at].observed;
    for (const double total : totals) {
      together.strata[at].push_back(total);
      together.strata_unlisted[at].push_back(total - here);
    }
  }
  for (const double sum : sums) {
    together.totals.push_back(sum);
    together.unlisted.push_back(sum - static_cast<double>(documented));
  }
  together.fewest = std::min(together.fewest, documented);
  together.most = std::max(together.most, documented);
  together.sd_log_ratio += pooled.sd_log_ratio;
  together.shared_doubt += pooled.shared_doubt;
  together.within += log_variance(sums);
  ++together.registers;
}

Together add_up(const Alone& alone, double whole_variance, const Options& options) {
  Together together;
  together.strata.resize(alone.answers[0].size());
  together.strata_unlisted.resize(alone.answers[0].size());
  const std::size_t first = alone.answers.size() > 1 ? 1 : 0;
  const int draws = first == 1 ? draws_each : options.draws;
  for (std::size_t r = first; r < alone.answers.size(); ++r) {
    if (have_draws(alone.answers[r]) && !draws_of(alone.answers[r]).empty())
      add_register(alone.answers[r], whole_variance, draws, options.seed, r, together);
  }
  const auto registers = static_cast<double>(std::max<std::size_t>(1, together.registers));
  together.sd_log_ratio /= registers;
  together.shared_doubt /= registers;
  together.within /= registers;
  return together;
}

void add_answers(const std::vector<Stratum>& strata, const Alone& alone, const Together& together,
                 const Interval& like, Summary& summary) {
  for (std::size_t at = 0; at < strata.size(); ++at) {
    const Summary& own = alone.answers[0][at];
    StratumAnswer answer{
        strata[at].name, own.observed, std::nullopt, std::nullopt, own.estimate, own.reasons, {}};
    if (at < together.strata.size() && !together.strata[at].empty()) {
      answer.estimate = estimate_from_draws(together.strata[at], like.name, like.level);
      answer.unlisted = estimate_from_draws(together.strata_unlisted[at], like.name, like.level);
      answer.draws = together.strata[at];
    }
    summary.strata.push_back(std::move(answer));
  }
}

void say_why_no_total(const std::vector<Stratum>& strata, const Alone& alone, Summary& summary) {
  summary.estimate.reset();
  summary.unlisted.reset();
  summary.intervals.clear();
  summary.total_draws.clear();
  bool said = false;
  for (std::size_t at = 0; at < strata.size(); ++at) {
    const Summary& own = alone.answers[0][at];
    if (own.estimate || own.observed == 0) continue;
    summary.reasons.push_back(
        message("stratum {} has no number of its own, so there is no total; why stands beside it",
                strata[at].name));
    said = true;
  }
  if (said) return;
  summary.reasons.push_back(
      message("this method gives no draws, so that its strata cannot be added up: choose auto, lcm "
              "or dga"));
}

void fill_total(const Together& together, Summary& summary) {
  const Interval like = summary.estimate->interval;
  summary.unstratified = summary.estimate;
  fill_from_draws(together.totals, like.name, like.level, summary);
  summary.unlisted = estimate_from_draws(together.unlisted, like.name, like.level);
  summary.shared_doubt = together.shared_doubt;
  say_why_figures_do_not_add_up(together.fewest, together.most, summary);
  summary.warnings.push_back(
      message("{} strata, pooled in part and added up draw by draw; without strata the number "
              "would be {} ({} to {})",
              summary.strata.size(), std::llround(summary.unstratified->median),
              std::llround(summary.unstratified->interval.low),
              std::llround(summary.unstratified->interval.high)));
  if (summary.estimate->interval.high > ratio_max * summary.estimate->interval.low) {
    summary.reasons.push_back(
        message("the upper limit is more than {} times the lower: the lists overlap too little for "
                "a number",
                ratio_max));
  }
}

// Draws add up, their middles need not.
void say_if_strata_do_not_add_up(Summary& summary) {
  std::int64_t sum = 0;
  for (const StratumAnswer& stratum : summary.strata)
    sum += stratum.estimate ? std::llround(stratum.estimate->median) : 0;
  const std::int64_t total = std::llround(summary.estimate->median);
  if (sum == total) return;
  summary.warnings.push_back(
      message("the numbers of the strata add up to {} and not to {}: each is the middle of its own "
              "draws, and only the draws add up",
              sum, total));
}

void say_registers(const Together& together, bool is_sampled, Summary& summary) {
  if (!is_sampled) return;
  const double everything = log_variance(together.totals);
  summary.register_count = static_cast<std::int64_t>(together.registers);
  summary.link_share = everything > 0 ? std::clamp(1 - together.within / everything, 0.0, 1.0) : 0;
  summary.warnings.push_back(
      message("averaged over {} sampled registers: {} % of the doubt comes from the links",
              summary.register_count, std::lround(100 * *summary.link_share)));
}

void apply_prior(Together& together, const Options& options) {
  if (!options.total_prior) return;
  // The total's draws are weighed as a whole; the strata's go with them, draw by draw.
  const std::vector<std::size_t> kept =
      draws_under_prior(together.totals, options.total_prior, options.seed).kept;
  const auto take = [&](Values& values) {
    if (values.size() != kept.size()) return;
    Values taken;
    for (const std::size_t draw : kept) taken.push_back(values[draw]);
    values = std::move(taken);
  };
  for (Values& values : together.strata) take(values);
  for (Values& values : together.strata_unlisted) take(values);
  take(together.unlisted);
  take(together.totals);
}

// Of log N without strata and without a prior, which is put on at the end.
double whole_variance(const CaptureTable& whole, const Summary& summary, const Options& each,
                      const base::Progress& progress) {
  if (!each.total_prior) return log_variance(summary.total_draws);
  base::QuietProgress quiet(progress);
  return log_variance(estimate(whole, for_one_stratum(each, false), quiet).total_draws);
}

// The lists that count in the whole count in every stratum of every register.
std::vector<Stratum> with_settled(const SettledLists& settled, std::vector<Stratum> strata) {
  for (Stratum& stratum : strata) {
    stratum.table = with_settled(settled, stratum.table);
    for (CaptureTable& table : stratum.sampled) table = with_settled(settled, table);
  }
  return strata;
}

// Lists that looked at different strata have no number without them: here it is the reference for
// how much strata err together, no more.
Summary estimate_whole(const CaptureTable& whole, const SettledLists& settled,
                       const Options& options, base::Progress& progress) {
  if (groups_that_cover(whole).size() == 1) return estimate(whole, options, progress);
  Options as_it_is = with_settled(settled, options);
  as_it_is.is_part = true;
  Summary summary = estimate(with_settled(settled, whole), as_it_is, progress);
  summary.warnings.insert(summary.warnings.begin(), settled.warnings.begin(),
                          settled.warnings.end());
  return summary;
}

}  // namespace

std::vector<Stratum> with_sampled(std::vector<Stratum> published,
                                  const std::vector<std::vector<Stratum>>& registers) {
  if (published.empty()) return published;
  const CaptureTable nobody_there{published.front().table.lists, {}};
  std::map<std::string, std::size_t> places;
  for (std::size_t at = 0; at < published.size(); ++at) places[published[at].name] = at;
  for (const auto& strata : registers) {
    for (const Stratum& stratum : strata) {
      if (places.contains(stratum.name)) continue;
      places[stratum.name] = published.size();
      published.push_back({stratum.name, nobody_there, {}});
    }
  }
  for (Stratum& stratum : published) stratum.sampled.assign(registers.size(), nobody_there);
  for (std::size_t draw = 0; draw < registers.size(); ++draw) {
    for (const Stratum& stratum : registers[draw])
      published[places[stratum.name]].sampled[draw] = stratum.table;
  }
  return published;
}

CaptureTable joined_strata(const std::vector<Stratum>& strata) {
  CaptureTable joined{strata.front().table.lists, {}};
  for (const Stratum& stratum : strata) {
    base::check(stratum.table.lists == joined.lists, "all strata have the same lists");
    joined.cells.insert(joined.cells.end(), stratum.table.cells.begin(), stratum.table.cells.end());
  }
  return ordered(joined);
}

Summary estimate_strata(const std::vector<Stratum>& strata, const Options& given,
                        base::Progress& progress) {
  base::check(!strata.empty(), "there is a stratum");
  const CaptureTable whole = joined_strata(strata);
  check_options(given);
  check_dependent_lists(given, whole.lists);
  const Options options = with_total_prior(given, static_cast<double>(whole.observed()));
  if (strata.size() == 1)
    return estimate_over_registers(whole, strata[0].sampled, options, progress);
  const SettledLists settled = settle_lists(whole);
  Summary summary = estimate_whole(whole, settled, options, progress);
  if (!summary.estimate && on_two_lists_or_more(whole) == 0) return summary;
  const std::vector<Stratum> counted = with_settled(settled, strata);
  Options each = with_settled(settled, options);
  if (each.method == Method::all) each.method = Method::automatic;
  const Alone alone = estimate_alone(counted, each, progress);
  const bool can_add =
      summary.estimate && !summary.total_draws.empty() && have_draws(alone.answers[0]);
  if (!can_add) {
    add_answers(strata, alone, {}, summary.estimate ? summary.estimate->interval : Interval{},
                summary);
    say_why_no_total(strata, alone, summary);
    return summary;
  }
  Together together =
      add_up(alone, whole_variance(with_settled(settled, whole), summary, each, progress), each);
  apply_prior(together, options);
  add_answers(strata, alone, together, summary.estimate->interval, summary);
  fill_total(together, summary);
  say_if_strata_do_not_add_up(summary);
  say_registers(together, !strata[0].sampled.empty(), summary);
  return summary;
}

}  // namespace sanaq::estimate
