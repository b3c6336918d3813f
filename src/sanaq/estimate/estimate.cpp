#include "sanaq/estimate/estimate.h"

#include <tbb/global_control.h>
#include <tbb/info.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <future>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/estimate/automatic.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/complete_lists.h"
#include "sanaq/estimate/connection.h"
#include "sanaq/estimate/decomposable_estimate.h"
#include "sanaq/estimate/how_lists_meet.h"
#include "sanaq/estimate/joined_lists.h"
#include "sanaq/estimate/largest_counts.h"
#include "sanaq/estimate/latent_class.h"
#include "sanaq/estimate/list_effect_bound.h"
#include "sanaq/estimate/loglinear.h"
#include "sanaq/estimate/lower_bounds.h"
#include "sanaq/estimate/prior_sensitivity.h"
#include "sanaq/estimate/probability_text.h"
#include "sanaq/estimate/settled_lists.h"
#include "sanaq/estimate/sparse.h"
#include "sanaq/estimate/thresholded.h"
#include "sanaq/estimate/two_lists.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr double disagreement_max = 3;  // ratio of the methods' totals
// Of a prior so far from the lists or farther: below the first the number is not quoted, below the
// second it is said.
constexpr double conflict_refused = 0.01, conflict_told = 0.1;
constexpr std::size_t quick_lists_max = 6;  // the number alone takes a second at most

// The default: what was tested on lists of known size where it applies; else latent classes (many
// lists that did not cover everybody).
Summary automatic(const CaptureTable& table, const Options& options, base::Progress& progress) {
  if (table.lists.size() == 2) return estimate_two_lists(table, options);
  if (auto summary = estimate_automatic(table, options, progress)) return std::move(*summary);
  Summary summary = estimate_latent_classes(table, options, progress);
  summary.method = Method::automatic;
  return summary;
}

Summary decomposable(const CaptureTable& table, const Options& options, base::Progress& progress) {
  if (auto summary = estimate_decomposable(table, options, progress)) return std::move(*summary);
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = Method::decomposable;
  summary.seed = options.seed;
  if (every_pair_depends(options.dependent_lists, table.lists)) {
    summary.reasons.push_back(
        message("every pair of lists is said to depend: no decomposable graph is left"));
    return summary;
  }
  summary.reasons.push_back(
      message("decomposable graphs are for three to seven lists, and everybody must be covered by "
              "three of them: choose another method"));
  return summary;
}

Summary of_few_lists(Method method, const CaptureTable& table, const Options& options,
                     base::Progress& progress) {
  switch (method) {
    case Method::latent_class:
      return estimate_latent_classes(table, options, progress);
    case Method::decomposable:
      return decomposable(table, options, progress);
    case Method::loglinear:
      return estimate_loglinear(table, options, progress);
    case Method::sparse:
      return estimate_sparse(table, options, progress);
    case Method::thresholded:
      return estimate_thresholded(table, options, progress);
    case Method::chao:
      return estimate_lower_bound(table, options);
    case Method::chapman:
      return estimate_two_lists(table, options);
    case Method::automatic:
    case Method::all:
      break;
  }
  return automatic(table, options, progress);
}

// What the table says against any method's number.
Summary with_what_the_lists_say(const CaptureTable& table, Summary summary) {
  say_how_lists_meet(table, summary);
  const bool has_said_it = summary.method == Method::chapman;
  if (table.lists.size() == 2 && !has_said_it) say_independence_is_untested(summary);
  return summary;
}

// Lists beyond what the method can take are joined, and the answer says so.
Summary by_method(Method method, const CaptureTable& table, const Options& options,
                  base::Progress& progress) {
  if (auto refused = refuse_too_many(method, table, options)) return std::move(*refused);
  const std::size_t most = lists_max_of(method, partly_covered(table));
  if (table.lists.size() <= most)
    return with_what_the_lists_say(table, of_few_lists(method, table, options, progress));
  const CaptureTable joined = join_smallest_lists(table, most);
  Summary summary = of_few_lists(method, joined, options, progress);
  summary = with_what_the_lists_say(table, std::move(summary));
  summary.lists = table.lists;
  summary.prediction.reset();  // its cells are those of the joined lists
  summary.hidden_lists.clear();
  summary.left_out_lists.clear();
  summary.merged_lists.clear();
  summary.lists_added.clear();
  summary.warnings.push_back(message("more than {} lists: the smallest were joined: {}", most,
                                     fmt::format("{}", fmt::join(joined.lists, ", "))));
  return summary;
}

std::vector<Method> others(const CaptureTable& table) {
  if (table.lists.size() == 2) return {Method::chao};
  return {Method::latent_class, Method::decomposable, Method::loglinear, Method::sparse,
          Method::chao};
}

// Chao's is a bound, and what is not to be quoted itself does not count.
bool has_a_say(const Alternative& other) {
  return other.estimate && other.usable && other.method != Method::chao;
}

void say_if_methods_disagree(Summary& summary) {
  if (!summary.estimate) return;
  double lowest = summary.estimate->median, highest = lowest;
  for (const Alternative& other : summary.alternatives) {
    if (!has_a_say(other)) continue;
    lowest = std::min(lowest, other.estimate->median);
    highest = std::max(highest, other.estimate->median);
  }
  if (highest > disagreement_max * lowest) {
    summary.reasons.push_back(message("the methods say from {} to {}: they disagree beyond use",
                                      std::llround(lowest), std::llround(highest)));
  }
}

// Latent classes take one thread and the longest: they run beside all else, which leaves them a
// processor of their own until they are done. With one thread they run when they are asked for.
// Nobody waits for them where the rest was stopped.
class LatentBeside {
 public:
  LatentBeside(const CaptureTable& table, const Options& options)
      : is_alone_(options.threads == 1),
        answer_(std::async(is_alone_ ? std::launch::deferred : std::launch::async,
                           [&table, &options, this] { return run(table, options); })) {}
  ~LatentBeside() {
    progress_.stop = true;
    if (answer_.valid() && !is_alone_) answer_.wait();
  }
  LatentBeside(const LatentBeside&) = delete;
  LatentBeside& operator=(const LatentBeside&) = delete;
  [[nodiscard]] Summary take(const base::Progress& progress) {
    while (!is_alone_ &&
           answer_.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready)
      progress.throw_if_stopped();
    return answer_.get();
  }

 private:
  struct Stoppable : base::Progress {
    std::atomic<bool> stop = false;
    [[nodiscard]] bool stop_requested() const override { return stop; }
  };
  Summary run(const CaptureTable& table, const Options& options) {
    const int all = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    const tbb::global_control others(tbb::global_control::max_allowed_parallelism,
                                     static_cast<std::size_t>(std::max(1, all - 1)));
    return by_method(Method::latent_class, table, options, progress_);
  }
  bool is_alone_;
  Stoppable progress_;
  std::future<Summary> answer_;
};

// The others first: latent classes are taken when they are done, and stand first.
void add_alternatives(const CaptureTable& table, const Options& options, base::Progress& progress,
                      LatentBeside* beside, const Meanwhile& meanwhile, Summary& summary) {
  for (const Method method : others(table)) {
    progress.throw_if_stopped();
    if (method == Method::latent_class) continue;
    const Summary other = by_method(method, table, options, progress);
    summary.alternatives.push_back({method, other.estimate, other.usable(), other.reasons});
  }
  meanwhile(summary);
  if (beside != nullptr) {
    const Summary latent = beside->take(progress);
    summary.alternatives.insert(
        summary.alternatives.begin(),
        {Method::latent_class, latent.estimate, latent.usable(), latent.reasons});
    summary.intervals.insert(summary.intervals.end(), latent.intervals.begin(),
                             latent.intervals.end());
  }
  say_if_methods_disagree(summary);
}

bool uses_prior(const CaptureTable& table, const Options& options) {
  if (table.lists.size() == 2) return false;
  return options.method == Method::automatic || options.method == Method::all ||
         options.method == Method::latent_class || options.method == Method::decomposable;
}

// The answer without what was known beforehand: draws with it lie where it is, and cannot say what
// would be elsewhere.
Summary without_prior(const CaptureTable& table, Options options, base::Progress& progress) {
  options.total_prior.reset();
  options.alternatives = options.checks_on_own_lists = false;
  return by_method(options.method, table, options, progress);
}

void add_prior_answers(const std::vector<double>& draws, const Options& options, Summary& summary) {
  if (!summary.estimate || summary.total_draws.empty()) return;
  const auto answers =
      answers_under_priors(draws, options.total_prior, summary.estimate->interval, options.seed);
  summary.prior_answers.insert(summary.prior_answers.begin(), answers.begin(), answers.end());
}

// What was known beforehand is held against the lists.
void say_conflict(const Summary& without, const Options& options, Summary& summary) {
  if (without.total_draws.empty() || !without.estimate || !summary.estimate) return;
  const double conflict = prior_conflict(*options.total_prior, without.total_draws);
  if (conflict >= conflict_told) return;
  // So many draws tell no smaller probability.
  const double least = 1 / static_cast<double>(without.total_draws.size());
  (conflict < conflict_refused ? summary.reasons : summary.warnings)
      .push_back(message(
          "what was known beforehand and the lists are far apart (probability {}): without it the "
          "number would be {} ({} to {}); one of the two is wrong",
          conflict < least ? fmt::format("< {:.2g}", least) : probability_text(std::log(conflict)),
          std::llround(without.estimate->median), std::llround(without.estimate->interval.low),
          std::llround(without.estimate->interval.high)));
}

// What the number owes to what was known beforehand.
void add_what_the_prior_does(const CaptureTable& table, const Options& options,
                             base::Progress& progress, Summary& summary) {
  if (!options.total_prior || !uses_prior(table, options)) {
    if (options.total_prior) {
      summary.warnings.push_back(
          message("this method does not use what was known of the total beforehand"));
    }
    if (options.checks_on_own_lists) add_prior_answers(summary.total_draws, options, summary);
    return;
  }
  if (options.is_part) return;
  const Summary without = without_prior(table, options, progress);
  say_conflict(without, options, summary);
  if (options.checks_on_own_lists) add_prior_answers(without.total_draws, options, summary);
}

// What was done with the pairs that are said to depend, in the answer.
void say_dependent_lists(const CaptureTable& table, const Options& options, Summary& summary) {
  const std::size_t most = lists_max_of(options.method, partly_covered(table));
  const CaptureTable used = table.lists.size() > most ? join_smallest_lists(table, most) : table;
  std::vector<DependentLists> kept, lost;
  for (const DependentLists& pair : options.dependent_lists)
    (dependent_masks({pair}, used.lists).empty() ? lost : kept).push_back(pair);
  if (!lost.empty()) {
    summary.warnings.push_back(
        message("{} were said to depend on each other, but one of them is "
                "not here by itself: this was not used",
                pairs_text(lost)));
  }
  if (kept.empty()) return;
  const bool is_latent = options.method == Method::latent_class || summary.diagnostics.chains > 0;
  if (table.lists.size() == 2) {
    summary.reasons.push_back(
        message("{} were said to depend on each other, and two lists give a "
                "number only if they do not",
                pairs_text(kept)));
  } else if (is_latent || options.method == Method::chao) {
    summary.warnings.push_back(message(
        "{} were said to depend on each other: this method does not use it", pairs_text(kept)));
  } else {
    summary.dependent_lists = kept;
    summary.warnings.push_back(
        message("{} were said to depend on each other: every model has their dependence",
                pairs_text(kept)));
  }
}

// The same as if nothing had been said of pairs of lists.
void add_answer_without_dependence(const CaptureTable& table, const Options& options,
                                   base::Progress& progress, Summary& summary) {
  if (summary.dependent_lists.empty()) return;
  Options without = options;
  without.dependent_lists.clear();
  without.checks_on_own_lists = without.alternatives = false;
  const Summary other = by_method(options.method, table, without, progress);
  if (!other.estimate) return;
  summary.prior_answers.push_back(
      {message("had nothing been said of {}", pairs_text(summary.dependent_lists)),
       *other.estimate});
}

// Where no method can say anything, none is asked.
std::optional<Summary> without_number(const CaptureTable& table, const Options& options) {
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = options.method == Method::all ? Method::automatic : options.method;
  summary.seed = options.seed;
  summary.cells = table.cells;
  if (table.lists.size() < 2) {
    summary.reasons.push_back(
        message("{} alone cannot say how many it missed: no method can give a number here",
                fmt::format("{}", fmt::join(table.lists, ", "))));
    return summary;
  }
  const auto groups = groups_that_cover(table);
  if (on_two_lists_or_more(table) == 0) {
    say_how_lists_meet(table, summary);
    return summary;
  }
  if (groups.size() == 1) return std::nullopt;
  for (std::size_t group = 1; group < groups.size(); ++group) {
    summary.reasons.push_back(
        message("{} and {} never covered the same people: estimate each part by itself, or name a "
                "column that tells them apart with --strata",
                names_of(groups[0], table), names_of(groups[group], table)));
  }
  return summary;
}

// The checks and the other methods take many times as long as the number, and add nothing where the
// overlaps already say that none can be quoted.
bool may_be_refused(const CaptureTable& cells, const Options& options) {
  const bool is_average = options.method == Method::automatic || options.method == Method::all;
  const bool has_more = options.alternatives || options.checks_on_own_lists;
  return is_average && has_more && !options.is_part && cells.lists.size() >= 3 &&
         cells.lists.size() <= quick_lists_max;
}

// For what asks the default method again, of other lists.
EstimateTotal with_progress(base::Progress& progress) {
  return [&progress](const CaptureTable& table, const Options& options) {
    return estimate(table, options, progress);
  };
}

bool overlaps_refuse(const CaptureTable& cells, const Options& options,
                     const std::optional<Average>& average, base::Progress& progress) {
  if (most_that_cover(cells) < 3) return true;  // whatever the number is
  Options quick = options;
  quick.alternatives = quick.checks_on_own_lists = false;
  Summary overlaps;
  overlaps.observed = cells.observed();
  overlaps.estimate = average ? average->number().estimate
                              : by_method(options.method, cells, quick, progress).estimate;
  say_how_lists_meet(cells, overlaps);
  say_complete_lists(cells, quick, with_progress(progress), overlaps);
  return !overlaps.reasons.empty();
}

// The default method's number, where it may turn out that nothing more is to be asked.
std::optional<Average> number_first(const CaptureTable& cells, const Options& options,
                                    base::Progress& progress) {
  const bool is_average_itself =
      cells.lists.size() <= lists_max_of(options.method, partly_covered(cells)) &&
      !refuse_too_many(options.method, cells, options);
  if (!is_average_itself || most_that_cover(cells) < 3) return std::nullopt;
  return Average::of(cells, options, progress);
}

Summary of_settled_lists(const CaptureTable& cells, const Options& given, base::Progress& progress,
                         const Meanwhile& meanwhile) {
  if (!given.is_part) {
    if (auto summary = without_number(cells, given)) return std::move(*summary);
  }
  Options options = with_total_prior(given, static_cast<double>(cells.observed()));
  const bool may_refuse = may_be_refused(cells, options);
  std::optional<Average> average;
  if (may_refuse) average = number_first(cells, options, progress);
  const bool is_bare = may_refuse && overlaps_refuse(cells, options, average, progress);
  if (is_bare) options.alternatives = options.checks_on_own_lists = false;
  const bool is_average = options.method == Method::automatic || options.method == Method::all;
  const bool has_alternatives = is_average && options.alternatives;
  std::optional<LatentBeside> beside;
  if (has_alternatives && cells.lists.size() > 2) beside.emplace(cells, options);
  Summary summary =
      average ? with_what_the_lists_say(cells, options.checks_on_own_lists
                                                   ? std::move(*average).with_checks(progress)
                                                   : std::move(*average).without_checks(progress))
              : by_method(options.method, cells, options, progress);
  if (has_alternatives) {
    add_alternatives(cells, options, progress, beside ? &*beside : nullptr, meanwhile, summary);
  } else {
    meanwhile(summary);
  }
  add_what_the_prior_does(cells, options, progress, summary);
  say_dependent_lists(cells, options, summary);
  if (options.checks_on_own_lists) add_answer_without_dependence(cells, options, progress, summary);
  if (!options.is_part) say_complete_lists(cells, options, with_progress(progress), summary);
  if (is_bare) {
    summary.warnings.push_back(
        message("no other method was asked and nothing was checked by hiding lists, since the "
                "overlaps alone say that this number cannot be quoted"));
  }
  if (on_two_lists_or_more(cells) > 0) {
    summary.chao_lower_bound = chao(frequencies(cells));
    summary.chao_with_list_effects = chao_with_list_effects(cells);
  }
  summary.cells = cells.cells;
  return summary;
}

}  // namespace

Summary estimate(const CaptureTable& table, const Options& options, base::Progress& progress,
                 const Meanwhile& meanwhile) {
  check_options(options);
  check_table(table);
  if (options.is_part) return of_settled_lists(ordered(table), options, progress, meanwhile);
  const SettledLists settled = settle_lists(table);
  Summary summary = of_settled_lists(with_settled(settled, table), with_settled(settled, options),
                                     progress, meanwhile);
  summary.warnings.insert(summary.warnings.begin(), settled.warnings.begin(),
                          settled.warnings.end());
  return summary;
}

Summary estimate(const CaptureTable& table, const Options& options, base::Progress& progress) {
  return estimate(table, options, progress, [](const Summary& /*so_far*/) {});
}

}  // namespace sanaq::estimate
