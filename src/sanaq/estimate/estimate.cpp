#include "sanaq/estimate/estimate.h"

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
#include "sanaq/estimate/decomposable_estimate.h"
#include "sanaq/estimate/joined_lists.h"
#include "sanaq/estimate/largest_counts.h"
#include "sanaq/estimate/latent_class.h"
#include "sanaq/estimate/loglinear.h"
#include "sanaq/estimate/lower_bounds.h"
#include "sanaq/estimate/prior_sensitivity.h"
#include "sanaq/estimate/sparse.h"
#include "sanaq/estimate/thresholded.h"
#include "sanaq/estimate/two_lists.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr std::array<std::pair<std::string_view, Method>, 9> names{
    {{"auto", Method::automatic},
     {"lcm", Method::latent_class},
     {"dga", Method::decomposable},
     {"loglinear", Method::loglinear},
     {"sparse", Method::sparse},
     {"threshold", Method::thresholded},
     {"chao", Method::chao},
     {"chapman", Method::chapman},
     {"all", Method::all}}};

constexpr double disagreement_max = 3;  // ratio of the methods' totals

void require(bool holds, base::Message what) {
  if (!holds) throw base::Error(base::Kind::usage, std::move(what));
}

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

std::string one_by_one(const std::vector<std::string>& lists) {
  std::string text;
  for (const std::string& list : lists) text += (text.empty() ? "" : ", ") + list;
  return text;
}

// Lists beyond what the method can take are joined, and the answer says so.
Summary by_method(Method method, const CaptureTable& table, const Options& options,
                  base::Progress& progress) {
  if (auto refused = refuse_too_many(method, table, options)) return std::move(*refused);
  const std::size_t most = lists_most(method, partly_covered(table));
  if (table.lists.size() <= most) return of_few_lists(method, table, options, progress);
  const CaptureTable joined = join_smallest_lists(table, most);
  Summary summary = of_few_lists(method, joined, options, progress);
  summary.lists = table.lists;
  summary.prediction.reset();  // its cells are those of the joined lists
  summary.hidden_lists.clear();
  summary.left_out_lists.clear();
  summary.merged_lists.clear();
  summary.lists_added.clear();
  summary.warnings.push_back(
      message("more than {} lists: the smallest were joined: {}", most, one_by_one(joined.lists)));
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

// Latent classes take one thread and the longest: they run beside all else. With one thread they
// run when they are asked for. Nobody waits for them where the rest was stopped.
class LatentBeside {
 public:
  LatentBeside(const CaptureTable& table, const Options& options)
      : is_alone_(options.threads == 1),
        answer_(std::async(is_alone_ ? std::launch::deferred : std::launch::async,
                           [&table, &options, this] {
                             return by_method(Method::latent_class, table, options, progress_);
                           })) {}
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
  bool is_alone_;
  Stoppable progress_;
  std::future<Summary> answer_;
};

void add_alternatives(const CaptureTable& table, const Options& options, base::Progress& progress,
                      LatentBeside* beside, Summary& summary) {
  for (const Method method : others(table)) {
    progress.throw_if_stopped();
    const Summary other = method == Method::latent_class && beside != nullptr
                              ? beside->take(progress)
                              : by_method(method, table, options, progress);
    summary.alternatives.push_back({method, other.estimate, other.usable(), other.reasons});
    if (method != Method::latent_class) continue;
    summary.intervals.insert(summary.intervals.end(), other.intervals.begin(),
                             other.intervals.end());
  }
  say_if_methods_disagree(summary);
}

void check_prior(const TotalPrior& prior) {
  require(std::isfinite(prior.high) && prior.low > 0 && prior.low < prior.high,
          message("what is known of the total beforehand needs 0 < low < high, not {} and {}",
                  prior.low, prior.high));
}

// Draws without the prior are made once more: those with it lie where it is, and cannot say what
// would be elsewhere.
void add_prior_answers(const CaptureTable& table, const Options& options, base::Progress& progress,
                       Summary& summary) {
  if (!summary.estimate || summary.total_draws.empty()) return;
  std::vector<PriorAnswer> answers;
  if (options.total_prior) {
    Options without = options;
    without.total_prior.reset();
    const Summary other = by_method(options.method, table, without, progress);
    answers = answers_under_priors(other.total_draws, options.total_prior,
                                   summary.estimate->interval, options.seed);
  } else {
    answers = answers_under_priors(summary.total_draws, std::nullopt, summary.estimate->interval,
                                   options.seed);
  }
  summary.prior_answers.insert(summary.prior_answers.begin(), answers.begin(), answers.end());
}

// What was done with the pairs that are said to depend, in the answer.
void say_dependent_lists(const CaptureTable& table, const Options& options, Summary& summary) {
  const std::size_t most = lists_most(options.method, partly_covered(table));
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

}  // namespace

std::optional<Method> method_from_name(std::string_view name) {
  for (const auto& [known, method] : names) {
    if (known == name) return method;
  }
  return std::nullopt;
}

std::string_view method_name(Method method) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const auto& entry) { return entry.second == method; });
  return found->first;
}

std::optional<Criterion> criterion_from_name(std::string_view name) {
  for (const Criterion criterion : {Criterion::bic, Criterion::aic, Criterion::aicc}) {
    if (criterion_name(criterion) == name) return criterion;
  }
  return std::nullopt;
}

std::string_view criterion_name(Criterion criterion) {
  return criterion == Criterion::bic ? "bic" : criterion == Criterion::aic ? "aic" : "aicc";
}

void check_options(const Options& options) {
  require(options.bootstrap == 0 || (options.bootstrap >= 100 && options.bootstrap <= 1'000'000),
          message("bootstrap: {} resamples are not between 100 and 1,000,000", options.bootstrap));
  require(options.chains >= 1 && options.chains <= 1024,
          message("chains: {} is not between 1 and 1024", options.chains));
  require(options.draws >= 1, message("draws: {} is fewer than 1", options.draws));
  require(options.warmup >= 100, message("warm-up: {} is fewer than 100 draws", options.warmup));
  require(options.classes_max >= 1 && options.classes_max <= 64,
          message("classes: {} is not between 1 and 64", options.classes_max));
  require(options.threads >= 0,
          message("threads: {} is below 0 (0 is all processors)", options.threads));
  if (options.total_prior) check_prior(*options.total_prior);
  if (const auto& share = options.unlisted_prior) {
    require(!options.total_prior,
            message("say beforehand the total or the share on no list, not both"));
    require(share->low >= 0 && share->low < share->high && share->high < 1,
            message("the share on no list needs 0 <= low < high < 1, not {} and {}", share->low,
                    share->high));
  }
}

void check_dependent_lists(const Options& options, const std::vector<std::string>& lists) {
  for (const DependentLists& pair : options.dependent_lists) {
    for (const std::string& name : {pair.first, pair.second}) {
      if (std::find(lists.begin(), lists.end(), name) != lists.end()) continue;
      throw base::Error(
          base::Kind::bad_input,
          message("{} is said to depend on another list, but there is no list of that "
                  "name among {}",
                  name, one_by_one(lists)));
    }
    if (pair.first == pair.second) {
      throw base::Error(base::Kind::bad_input,
                        message("{} is said to depend on itself: name two lists", pair.first));
    }
  }
}

Options with_total_prior(Options options, double observed) {
  if (options.unlisted_prior) {
    options.total_prior = prior_from_unlisted_share(*options.unlisted_prior, observed);
    options.unlisted_prior.reset();
  }
  if (!options.total_prior) return options;
  if (options.total_prior->high < observed) {
    throw base::Error(
        base::Kind::bad_input,
        message("beforehand the total was known to be at most {}, but {} persons are on the lists: "
                "one of the two is wrong",
                options.total_prior->high, observed));
  }
  if (options.total_prior->is_range && options.total_prior->low > 100 * observed) {
    throw base::Error(base::Kind::bad_input,
                      message("a total of more than {}, 100 times the documented number, cannot be "
                              "estimated from these lists",
                              100 * observed));
  }
  return options;
}

Summary estimate(const CaptureTable& table, const Options& given, base::Progress& progress) {
  check_options(given);
  check_table(table);
  const CaptureTable cells = ordered(table);
  const Options options = with_total_prior(given, static_cast<double>(cells.observed()));
  const bool is_average = options.method == Method::automatic || options.method == Method::all;
  const bool has_alternatives = is_average && options.alternatives;
  std::optional<LatentBeside> beside;
  if (has_alternatives && cells.lists.size() > 2) beside.emplace(cells, options);
  Summary summary = by_method(options.method, cells, options, progress);
  if (has_alternatives)
    add_alternatives(cells, options, progress, beside ? &*beside : nullptr, summary);
  const bool uses_prior = is_average || options.method == Method::latent_class ||
                          options.method == Method::decomposable;
  if (options.total_prior && (!uses_prior || cells.lists.size() == 2)) {
    summary.warnings.push_back(
        message("this method does not use what was known of the total beforehand"));
  }
  say_dependent_lists(cells, options, summary);
  if (options.checks_on_own_lists) {
    add_prior_answers(cells, options, progress, summary);
    add_answer_without_dependence(cells, options, progress, summary);
  }
  summary.chao_lower_bound = chao(frequencies(cells));
  summary.cells = cells.cells;
  return summary;
}

}  // namespace sanaq::estimate
