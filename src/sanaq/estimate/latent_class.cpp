#include "sanaq/estimate/latent_class.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "sanaq/base/system.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/latent_sampler.h"
#include "sanaq/estimate/predictive.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/num/chains.h"

namespace sanaq::estimate {

namespace {

using base::message;

// Of one draw that is kept. Chains that have not come together go on to the next of these.
constexpr std::array sweeps_a_draw = {20, 30, 40, 60, 80};
constexpr double rhat_max = 1.01;
constexpr double ess_min = 400;
constexpr int sweeps_a_report = 250;
constexpr std::size_t predicted_lists_max = 8;  // beyond, the cells are too many to be looked at
// Runs over many nearly equal tables.
constexpr int anneal_first = 100, warmup_first = 150, warmup_going_on = 10;
constexpr int longer_max = 4;
constexpr double rhat_max_in_turn = 1.05;  // with a few hundred effective draws R-hat is that noisy

struct Run {
  num::Chains total, log_likelihood;
  std::optional<Prediction> prediction;
  std::optional<double> rhat, ess;
  [[nodiscard]] bool converged() const {
    return rhat && ess && *rhat <= rhat_max && *ess >= ess_min;
  }
};

// Every cell that could have been seen, in the order of LatentSampler::cell_means.
std::vector<PredictedCell> cells_of(const LatentData& data) {
  std::vector<PredictedCell> cells;
  for (const LatentGroup& group : data.groups) {
    for (std::uint32_t mask = 1; mask <= data.all_lists; ++mask) {
      if ((mask & ~group.covered) != 0) continue;
      cells.push_back({mask, data.all_lists & ~group.covered, 0, 0, 0, 0});
      for (const LatentCell& cell : data.cells) {
        if (cell.listed == mask && cell.covered == group.covered)
          cells.back().observed += std::llround(cell.count);
      }
    }
  }
  return cells;
}

class Blocks {
 public:
  Blocks(const LatentData& data, const Options& options)
      : predicts_(data.lists <= predicted_lists_max),
        replicates_(predicts_ ? cells_of(data) : std::vector<PredictedCell>()),
        rng_(options.seed, "estimate.latent_class.predictive"),
        arena_(options.threads > 0 ? options.threads : tbb::task_arena::automatic) {
    const int count = (options.chains + lane_count - 1) / lane_count;
    for (int block = 0; block < count; ++block) {
      samplers_.push_back(
          std::make_unique<LatentSampler>(data, static_cast<std::size_t>(options.classes_max),
                                          options.seed, static_cast<std::uint64_t>(block)));
    }
  }

  [[nodiscard]] std::size_t chains() const { return samplers_.size() * lane_count; }

  void warm_up(int sweeps, const base::Progress& progress) {
    each([&](std::size_t block) {
      samplers_[block]->anneal(sweeps / 2, progress);
      samplers_[block]->warm_up(sweeps - sweeps / 2, progress);
    });
  }

  template <typename Work>
  void in_arena(const Work& work) {
    arena_.execute(work);
  }

  // The chains go on until each has `sweeps` draws in all, which are added to the run.
  void sample_up_to(int sweeps, Run& run, base::Progress& progress) {
    run.total.resize(chains());
    run.log_likelihood.resize(chains());
    for (int done = static_cast<int>(run.total.front().size()); done < sweeps;) {
      progress.throw_if_stopped();
      const int now = std::min(sweeps_a_report, sweeps - done);
      each([&](std::size_t block) {
        const LatentDraws draws = samplers_[block]->sample(now);
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
          auto& total = run.total[block * lane_count + lane];
          auto& likelihood = run.log_likelihood[block * lane_count + lane];
          total.insert(total.end(), draws.total[lane].begin(), draws.total[lane].end());
          likelihood.insert(likelihood.end(), draws.log_likelihood[lane].begin(),
                            draws.log_likelihood[lane].end());
        }
      });
      for (const auto& sampler : samplers_) {
        for (std::size_t lane = 0; predicts_ && lane < lane_count; ++lane)
          replicates_.add(sampler->cell_means(lane), rng_);
      }
      done += now;
      progress.advance_to(done);
    }
    if (predicts_) run.prediction = replicates_.prediction();
  }

 private:
  template <typename Work>
  void each(const Work& work) {
    in_arena([&] { tbb::parallel_for(std::size_t{0}, samplers_.size(), work); });
  }

  bool predicts_;
  Replicates replicates_;
  num::Rng rng_;  // of the replicates
  tbb::task_arena arena_;
  std::vector<std::unique_ptr<LatentSampler>> samplers_;
};

// The likelihood is watched too: a total may agree by chance while chains stand at different
// places.
void judge(Run& run) {
  num::Convergence total;
  std::optional<double> likelihood;
  tbb::parallel_invoke([&] { total = num::convergence(run.total); },
                       [&] { likelihood = num::split_rhat(run.log_likelihood); });
  run.rhat.reset();
  run.ess.reset();
  if (total.rhat && likelihood) run.rhat = std::max(*total.rhat, *likelihood);
  if (total.ess_bulk && total.ess_tail) run.ess = std::min(*total.ess_bulk, *total.ess_tail);
}

std::vector<double> thinned(const num::Chains& chains, std::size_t stride) {
  std::vector<double> kept;
  for (const auto& chain : chains) {
    for (std::size_t i = stride - 1; i < chain.size(); i += stride) kept.push_back(chain[i]);
  }
  return kept;
}

void fill_estimate(const num::Chains& chains, Summary& summary) {
  std::vector<double> totals;
  for (const auto& chain : chains) totals.insert(totals.end(), chain.begin(), chain.end());
  std::sort(totals.begin(), totals.end());
  const auto interval = [&](double level, double shift) {
    return Interval{"model", level, num::quantile_sorted(totals, (1 - level) / 2) - shift,
                    num::quantile_sorted(totals, (1 + level) / 2) - shift};
  };
  const double median = num::quantile_sorted(totals, 0.5),
               observed = static_cast<double>(summary.observed);
  summary.estimate = Estimate{median, median, interval(0.95, 0)};
  summary.unlisted = Estimate{median - observed, median - observed, interval(0.95, observed)};
  summary.intervals = {interval(0.9, 0), interval(0.95, 0)};
}

// Every draw is kept as often as the prior says, chain by chain, after the chains were judged.
void put_prior_on(Run& run, const Options& options, Summary& summary) {
  if (!options.total_prior) return;
  double effective = 0;
  std::uint64_t chain = 0;
  for (auto& totals : run.total) {
    const KeptDraws kept = draws_under_prior(totals, options.total_prior, options.seed + chain++);
    std::vector<double> taken;
    for (const std::size_t draw : kept.kept) taken.push_back(totals[draw]);
    effective += kept.effective;
    totals = std::move(taken);
  }
  if (effective < ess_min) {
    summary.reasons.push_back(
        message("what was known beforehand and the lists disagree: hardly any draw suits both"));
  }
}

void say_what_chains_say(const Run& run, Summary& summary) {
  if (!run.rhat || *run.rhat > rhat_max) {
    summary.reasons.push_back(
        message("the chains have not come together (split R-hat {}, at most {} is good): run "
                "longer with more draws, or do not quote this number",
                fmt::format("{:.3f}", run.rhat.value_or(INFINITY)), rhat_max));
  } else if (!run.ess || *run.ess < ess_min) {
    summary.reasons.push_back(
        message("the chains say only as much as {} independent draws: run longer with more draws",
                std::llround(run.ess.value_or(0))));
  }
}

bool agree(const Run& run) {
  return run.rhat && run.ess && *run.rhat <= rhat_max_in_turn && *run.ess >= ess_min;
}

// Each draw's place among all chains' draws of one table, 0 to 1; equal ones share theirs. Tables
// differ, and the second half of a stratum's draws is of other tables than the first: as places
// they can be judged together, and what is left between chains is that they do not agree.
num::Chains places(const num::Chains& chains) {
  struct Draw {
    double value;
    std::size_t chain, at;
  };
  std::vector<Draw> draws;
  num::Chains found(chains.size());
  for (std::size_t chain = 0; chain < chains.size(); ++chain) {
    found[chain].resize(chains[chain].size());
    for (std::size_t at = 0; at < chains[chain].size(); ++at)
      draws.push_back({chains[chain][at], chain, at});
  }
  std::sort(draws.begin(), draws.end(),
            [](const Draw& a, const Draw& b) { return a.value < b.value; });
  for (std::size_t begin = 0, end = 0; begin < draws.size(); begin = end) {
    while (end < draws.size() && draws[end].value == draws[begin].value) ++end;
    const double place = static_cast<double>(begin + end) / (2 * static_cast<double>(draws.size()));
    for (std::size_t i = begin; i < end; ++i) found[draws[i].chain][draws[i].at] = place;
  }
  return found;
}

void append(num::Chains& all, const num::Chains& chains) {
  all.resize(chains.size());
  for (std::size_t chain = 0; chain < chains.size(); ++chain)
    all[chain].insert(all[chain].end(), chains[chain].begin(), chains[chain].end());
}

// One short run a table, each going on from the last. `all`: the chains one after the other, as
// places.
std::vector<Summary> pass_over(const std::vector<CaptureTable>& tables, const Options& options,
                               int longer, const base::Progress& progress, Run& all) {
  std::vector<Summary> summaries;
  std::vector<LatentData> data;
  for (const CaptureTable& table : tables) data.push_back(latent_data(table));
  std::unique_ptr<LatentSampler> last;
  const int sweeps = longer * ((options.draws + lane_count - 1) / lane_count);
  for (std::size_t at = 0; at < tables.size(); ++at) {
    auto sampler = std::make_unique<LatentSampler>(
        data[at], static_cast<std::size_t>(options.classes_max), options.seed, at);
    const bool goes_on = last && data[at].lists == data[at - 1].lists;
    if (goes_on) {
      sampler->go_on_from(*last);
    } else {
      sampler->anneal(longer * anneal_first, progress);
    }
    sampler->warm_up(longer * (goes_on ? warmup_going_on : warmup_first), progress);
    LatentDraws draws = sampler->sample(sweeps);
    Summary summary;
    summary.lists = tables[at].lists;
    summary.observed = tables[at].observed();
    summary.method = Method::latent_class;
    summary.seed = options.seed;
    summary.reasons = reasons_in_table(tables[at]);
    fill_estimate(draws.total, summary);
    summary.total_draws = thinned(draws.total, static_cast<std::size_t>(longer));
    summary.diagnostics.chains = lane_count;
    summary.diagnostics.draws = static_cast<std::int64_t>(summary.total_draws.size());
    summaries.push_back(std::move(summary));
    append(all.total, places(draws.total));
    append(all.log_likelihood, places(draws.log_likelihood));
    last = std::move(sampler);
  }
  return summaries;
}

}  // namespace

Summary estimate_latent_classes(const CaptureTable& table, const Options& options,
                                base::Progress& progress) {
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = Method::latent_class;
  summary.seed = options.seed;
  if (table.lists.size() < 3) {
    summary.reasons.push_back(
        message("latent classes need three lists or more, this table has {}: use Chapman's method",
                table.lists.size()));
    return summary;
  }
  summary.reasons = reasons_in_table(table);
  const double started = base::steady_seconds();
  const LatentData data = latent_data(table);
  Blocks blocks(data, options);
  const int chains = static_cast<int>(blocks.chains());
  const int draws_a_chain = (options.draws + chains - 1) / chains;
  blocks.warm_up(options.warmup, progress);
  Run run;
  int stride = 0;
  for (auto next = sweeps_a_draw.begin(); next != sweeps_a_draw.end() && !run.converged(); ++next) {
    stride = *next;
    progress.start(message("sampling latent classes"),
                   static_cast<std::int64_t>(draws_a_chain) * stride);
    blocks.sample_up_to(draws_a_chain * stride, run, progress);
    blocks.in_arena([&] { judge(run); });
    progress.finish();
  }
  summary.prediction = run.prediction;
  put_prior_on(run, options, summary);
  fill_estimate(run.total, summary);
  summary.total_draws = thinned(run.total, static_cast<std::size_t>(stride));
  const double seconds = base::steady_seconds() - started;
  summary.diagnostics = {run.rhat,
                         run.ess,
                         std::nullopt,
                         chains,
                         static_cast<std::int64_t>(summary.total_draws.size()),
                         seconds};
  if (run.ess && seconds > 0) summary.diagnostics.ess_per_second = *run.ess / seconds;
  say_what_chains_say(run, summary);
  if (partly_covered(table)) {
    summary.warnings.push_back(
        message("some lists did not cover everybody: those whom they covered and those whom they "
                "did not are taken to be listed alike by the other lists"));
  }
  return summary;
}

std::vector<Summary> estimate_latent_classes_in_turn(const std::vector<CaptureTable>& tables,
                                                     const Options& options,
                                                     const base::Progress& progress) {
  std::vector<Summary> summaries;
  for (int longer = 1; longer <= longer_max; longer *= 2) {
    Run all;
    summaries = pass_over(tables, options, longer, progress, all);
    judge(all);
    // Each table alone has few draws; together they must agree.
    for (Summary& summary : summaries) {
      summary.diagnostics.rhat = all.rhat;
      summary.diagnostics.ess = all.ess;
      if (!agree(all)) say_what_chains_say(all, summary);
    }
    if (agree(all)) break;
  }
  return summaries;
}

}  // namespace sanaq::estimate
