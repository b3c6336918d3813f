#include "sanaq/estimate/prior_sensitivity.h"

#include <cmath>
#include <functional>

#include "sanaq/estimate/draws_answer.h"
#include "sanaq/estimate/total_prior.h"
#include "sanaq/estimate/unlisted_grid.h"

namespace sanaq::estimate {
namespace {

using base::message;
using Values = std::vector<double>;

Estimate under(const Values& totals, const std::function<double(double)>& log_weight,
               const Interval& like, std::uint64_t seed) {
  Values weights, kept;
  for (const double total : totals) weights.push_back(log_weight(total));
  for (const std::size_t draw : keep_by_weight(std::move(weights), seed).kept)
    kept.push_back(totals[draw]);
  return estimate_from_draws(std::move(kept), like.name, like.level);
}

using Belongs = bool (*)(const RandomInteractions&);

std::optional<Estimate> part(const BacktestedPosterior& posterior, Belongs belongs) {
  Values mixture(posterior.unlisted.size(), 0.0);
  double weight = 0;
  for (std::size_t model = 0; model < posterior.by_model.size(); ++model) {
    if (!belongs(averaged_models()[model])) continue;
    weight += posterior.model_weight[model];
    for (std::size_t k = 0; k < mixture.size(); ++k) mixture[k] += posterior.by_model[model][k];
  }
  if (!(weight > 1e-12)) return std::nullopt;
  double mean = 0;
  for (std::size_t k = 0; k < mixture.size(); ++k) {
    mixture[k] /= weight;
    mean += mixture[k] * posterior.unlisted[k];
  }
  const double n = static_cast<double>(posterior.observed);
  const auto quantile = [&](double level) {
    return n + grid_quantile(posterior.unlisted, mixture, level);
  };
  return Estimate{quantile(0.5),
                  n + mean,
                  {"back-tested", tested_level, quantile(tested_tail), quantile(1 - tested_tail)}};
}

}  // namespace

std::vector<PriorAnswer> answers_under_priors(const Values& totals,
                                              const std::optional<TotalPrior>& prior,
                                              const Interval& like, std::uint64_t seed) {
  std::vector<PriorAnswer> answers;
  if (totals.empty()) return answers;
  if (prior) {
    answers.push_back({message("without what was known beforehand"),
                       under(
                           totals, [](double) { return 0.0; }, like, seed)});
    const std::optional<TotalPrior> wide = twice_as_wide(*prior);
    answers.push_back(
        {message("what was known beforehand, twice as wide"),
         under(
             totals, [&](double total) { return log_prior_ratio(wide, total); }, like, seed)});
  }
  answers.push_back(
      {message("every total as likely as any other beforehand"),
       under(
           totals, [&](double total) { return log_prior_ratio(prior, total) + std::log(total); },
           like, seed)});
  answers.push_back(
      {message("small totals likelier beforehand (1/N squared)"),
       under(
           totals, [&](double total) { return log_prior_ratio(prior, total) - std::log(total); },
           like, seed)});
  return answers;
}

std::vector<PriorAnswer> answers_of_parts(const BacktestedPosterior& posterior) {
  std::vector<PriorAnswer> answers;
  const auto add = [&](base::Message name, Belongs belongs) {
    if (auto estimate = part(posterior, belongs)) answers.push_back({std::move(name), *estimate});
  };
  add(message("one kind of people"), [](const RandomInteractions& m) { return m.classes == 1; });
  add(message("two kinds of people, easy and hard to find"),
      [](const RandomInteractions& m) { return m.classes == 2; });
  add(message("lists depend weakly on each other"),
      [](const RandomInteractions& m) { return m.sd <= 0.2; });
  add(message("lists may depend strongly on each other"),
      [](const RandomInteractions& m) { return m.sd >= 0.5; });
  add(message("lists do not lean towards the same people"),
      [](const RandomInteractions& m) { return m.mean <= 0; });
  return answers;
}

}  // namespace sanaq::estimate
