#include "sanaq/link/evaluate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "sanaq/base/check.h"
#include "sanaq/link/columns.h"
#include "sanaq/num/chains.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

namespace sanaq::link {
namespace {

// What one true person adds to the sums of all measures.
enum Part {
  records,
  shared_pairs,
  linked_pairs,
  true_pairs,
  exact,
  linked_persons,
  one,
  belonging,
  found,
  part_count
};
using Parts = std::array<double, part_count>;

// A measure is the sum of `above` over the sum of `below`, each a sum of two parts (the second may
// be the same part with weight 0).
struct Ratio {
  Part above, below, below_too;
  double above_weight, below_too_weight;
};
constexpr std::size_t ratio_count = 8;
constexpr std::array<Ratio, ratio_count> ratios = {
    {{shared_pairs, linked_pairs, linked_pairs, 1, 0},
     {shared_pairs, true_pairs, true_pairs, 1, 0},
     {shared_pairs, linked_pairs, true_pairs, 2, 1},
     {exact, linked_persons, linked_persons, 1, 0},
     {exact, one, one, 1, 0},
     {exact, linked_persons, one, 2, 1},
     {belonging, records, records, 1, 0},
     {found, records, records, 1, 0}}};

double above(const Parts& parts, const Ratio& ratio) {
  return ratio.above_weight * parts[ratio.above];
}
double below(const Parts& parts, const Ratio& ratio) {
  return parts[ratio.below] + ratio.below_too_weight * parts[ratio.below_too];
}

// How a true person's records are spread over linked persons: so many in one of that size.
struct Overlap {
  double count, size;
  auto operator<=>(const Overlap&) const = default;
};

Parts parts_of(std::vector<Overlap>& overlaps) {
  // So that labels and order do not reach the last bit.
  std::sort(overlaps.begin(), overlaps.end());
  Parts parts{};
  parts[one] = 1;
  for (const Overlap& overlap : overlaps) parts[records] += overlap.count;
  for (const auto& [count, size] : overlaps) {
    parts[shared_pairs] += count * (count - 1) / 2;
    parts[linked_pairs] += count * (size - 1) / 2;
    parts[linked_persons] += count / size;
    parts[belonging] += count * count / size;
    parts[found] += count * count / parts[records];
  }
  parts[true_pairs] = parts[records] * (parts[records] - 1) / 2;
  parts[exact] = overlaps.size() == 1 && overlaps[0].count == overlaps[0].size ? 1 : 0;
  return parts;
}

std::map<std::uint32_t, double> sizes_of(std::span<const std::uint32_t> labels) {
  std::map<std::uint32_t, double> sizes;
  for (const std::uint32_t label : labels) ++sizes[label];
  return sizes;
}

std::vector<Parts> parts_of_persons(std::span<const std::uint32_t> linked,
                                    std::span<const std::uint32_t> truth) {
  const auto size_of = sizes_of(linked);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
  for (std::size_t at = 0; at < truth.size(); ++at) {
    if (truth[at] != not_reviewed) both.emplace_back(truth[at], linked[at]);
  }
  std::sort(both.begin(), both.end());
  std::vector<Parts> persons;
  std::vector<Overlap> overlaps;
  for (std::size_t at = 0; at < both.size();) {
    std::size_t end = at;
    while (end < both.size() && both[end] == both[at]) ++end;
    overlaps.push_back({static_cast<double>(end - at), size_of.at(both[at].second)});
    if (end == both.size() || both[end].first != both[at].first) {
      persons.push_back(parts_of(overlaps));
      overlaps.clear();
    }
    at = end;
  }
  std::sort(persons.begin(), persons.end());
  return persons;
}

std::optional<double> harmonic(std::optional<double> precision, std::optional<double> recall) {
  if (!precision || !recall) return std::nullopt;
  return *precision + *recall > 0 ? 2 * *precision * *recall / (*precision + *recall) : 0;
}

// The eight ratios, and B-cubed's F1, which is none.
using Values = std::array<std::optional<double>, ratio_count + 1>;

Values values_of(const Parts& sums) {
  Values values;
  for (std::size_t at = 0; at < ratio_count; ++at) {
    const double divisor = below(sums, ratios[at]);
    if (divisor > 0) values[at] = above(sums, ratios[at]) / divisor;
  }
  values[ratio_count] = harmonic(values[6], values[7]);
  return values;
}

// Persons of one kind (most are: one record, found) are drawn together.
struct Kind {
  Parts parts;
  std::int64_t count;
};

std::vector<Kind> kinds_of(const std::vector<Parts>& sorted) {
  std::vector<Kind> kinds;
  for (const Parts& parts : sorted) {
    if (kinds.empty() || kinds.back().parts != parts) kinds.push_back({parts, 0});
    ++kinds.back().count;
  }
  return kinds;
}

Parts resampled(const std::vector<Kind>& kinds, std::int64_t persons, num::Rng& random) {
  Parts sums{};
  std::int64_t to_draw = persons;
  std::int64_t remaining = persons;
  for (const auto& [parts, count] : kinds) {
    const double chance = static_cast<double>(count) / static_cast<double>(remaining);
    const std::int64_t drawn = count == remaining ? to_draw : random.binomial(to_draw, chance);
    for (std::size_t part = 0; part < part_count; ++part)
      sums[part] += static_cast<double>(drawn) * parts[part];
    to_draw -= drawn;
    remaining -= count;
  }
  return sums;
}

std::vector<std::optional<Measure>> from_all(const std::vector<Parts>& persons,
                                             const EvaluateOptions& options,
                                             const base::Progress& progress) {
  const std::vector<Kind> kinds = kinds_of(persons);
  Parts sums{};
  for (const auto& [parts, count] : kinds) {
    for (std::size_t part = 0; part < part_count; ++part)
      sums[part] += static_cast<double>(count) * parts[part];
  }
  std::array<std::vector<double>, ratio_count + 1> draws;
  for (int draw = 0; draw < options.resamples; ++draw) {
    progress.throw_if_stopped();
    num::Rng random(options.seed, "link.evaluate", static_cast<std::uint64_t>(draw));
    const Values values =
        values_of(resampled(kinds, static_cast<std::int64_t>(persons.size()), random));
    for (std::size_t at = 0; at <= ratio_count; ++at) {
      if (values[at]) draws[at].push_back(*values[at]);
    }
  }
  std::vector<std::optional<Measure>> measures;
  const Values values = values_of(sums);
  for (std::size_t at = 0; at <= ratio_count; ++at) {
    measures.emplace_back();
    if (!values[at]) continue;
    measures.back() = Measure{*values[at], {}, {}, {}};
    if (persons.size() < 2 || draws[at].empty()) continue;
    measures.back()->low = num::quantile(draws[at], (1 - options.level) / 2);
    measures.back()->high = num::quantile(draws[at], (1 + options.level) / 2);
  }
  return measures;
}

// Both halves of each ratio a person, for the ratio estimator; means over persons.
struct Halves {
  std::vector<double> above, below;
  double above_mean = 0, below_mean = 0;
};

Halves halves_of(const std::vector<Parts>& persons, const Ratio& ratio) {
  Halves halves;
  for (const Parts& parts : persons) {
    halves.above.push_back(above(parts, ratio));
    halves.below.push_back(below(parts, ratio));
  }
  const auto count = static_cast<double>(persons.size());
  halves.above_mean = std::accumulate(halves.above.begin(), halves.above.end(), 0.0) / count;
  halves.below_mean = std::accumulate(halves.below.begin(), halves.below.end(), 0.0) / count;
  return halves;
}

// What each person moves the ratio by, in units of it: (above/mean - below/mean).
std::vector<double> pulls_of(const Halves& halves) {
  std::vector<double> pulls;
  for (std::size_t at = 0; at < halves.above.size(); ++at) {
    pulls.push_back(halves.above[at] / halves.above_mean - halves.below[at] / halves.below_mean);
  }
  return pulls;
}

// The bias of a ratio of means, and its standard error, both to first order (Binette et al. 2023,
// section 3).
struct Estimated {
  double value;
  std::optional<double> standard_error;
  std::vector<double> pulls;
};

std::optional<Estimated> estimate_ratio(const std::vector<Parts>& persons, const Ratio& ratio) {
  const Halves halves = halves_of(persons, ratio);
  if (halves.below_mean <= 0) return std::nullopt;
  if (halves.above_mean <= 0) return Estimated{0, {}, {}};
  const double plain = halves.above_mean / halves.below_mean;
  if (persons.size() < 2) return Estimated{plain, {}, {}};
  const auto count = static_cast<double>(persons.size());
  std::vector<double> pulls = pulls_of(halves);
  double bias = 0;
  double squares = 0;
  for (std::size_t at = 0; at < pulls.size(); ++at) {
    bias += halves.below[at] / halves.below_mean * pulls[at] / (count * (count - 1));
    squares += pulls[at] * pulls[at] / (count * (count - 1));
  }
  for (double& pull : pulls) pull *= plain;
  return Estimated{std::clamp(plain * (1 + bias), 0.0, 1.0), plain * std::sqrt(squares),
                   std::move(pulls)};
}

// F1 of two estimated ratios; its error by the delta method on what each person moves both by.
std::optional<Estimated> estimate_harmonic(const std::optional<Estimated>& precision,
                                           const std::optional<Estimated>& recall) {
  if (!precision || !recall) return std::nullopt;
  const double sum = precision->value + recall->value;
  if (sum <= 0) return Estimated{0, {}, {}};
  Estimated f1{2 * precision->value * recall->value / sum, {}, {}};
  if (!precision->standard_error || !recall->standard_error) return f1;
  const double by_precision = 2 * recall->value * recall->value / (sum * sum);
  const double by_recall = 2 * precision->value * precision->value / (sum * sum);
  const auto count = static_cast<double>(precision->pulls.size());
  double squares = 0;
  for (std::size_t at = 0; at < precision->pulls.size(); ++at) {
    const double pull = by_precision * precision->pulls[at] + by_recall * recall->pulls[at];
    squares += pull * pull / (count * (count - 1));
  }
  f1.standard_error = std::sqrt(squares);
  return f1;
}

std::optional<Measure> measure_of(const std::optional<Estimated>& estimated, double level) {
  if (!estimated) return std::nullopt;
  Measure measure{estimated->value, estimated->standard_error, {}, {}};
  if (measure.standard_error) {
    const double reach = num::normal_quantile((1 + level) / 2) * *measure.standard_error;
    measure.low = std::max(0.0, measure.value - reach);
    measure.high = std::min(1.0, measure.value + reach);
  }
  return measure;
}

std::vector<std::optional<Measure>> from_sample(std::vector<Parts> persons,
                                                const EvaluateOptions& options) {
  if (options.reviewed == Reviewed::records) {
    for (Parts& parts : persons) {
      const double size = parts[records];
      for (double& part : parts) part /= size;
    }
  }
  std::vector<std::optional<Estimated>> estimated;
  for (const Ratio& ratio : ratios) estimated.push_back(estimate_ratio(persons, ratio));
  estimated.push_back(estimate_harmonic(estimated[6], estimated[7]));
  std::vector<std::optional<Measure>> measures;
  for (const auto& one_of_them : estimated)
    measures.push_back(measure_of(one_of_them, options.level));
  return measures;
}

std::int64_t linked_persons_with_truth(std::span<const std::uint32_t> linked,
                                       std::span<const std::uint32_t> truth) {
  std::vector<std::uint32_t> labels;
  for (std::size_t at = 0; at < truth.size(); ++at) {
    if (truth[at] != not_reviewed) labels.push_back(linked[at]);
  }
  std::sort(labels.begin(), labels.end());
  return std::unique(labels.begin(), labels.end()) - labels.begin();
}

}  // namespace

Evaluation evaluate(std::span<const std::uint32_t> linked, std::span<const std::uint32_t> truth,
                    const EvaluateOptions& options, const base::Progress& progress) {
  base::check(linked.size() == truth.size(), "each record has a linked and a true person");
  base::check(options.level > 0 && options.level < 1 && options.resamples > 0,
              "level and resamples are in bounds");
  const bool has_all = options.reviewed == Reviewed::all;
  base::check(!has_all || std::find(truth.begin(), truth.end(), not_reviewed) == truth.end(),
              "every true person is known");
  const std::vector<Parts> persons = parts_of_persons(linked, truth);
  Evaluation evaluation;
  evaluation.true_persons = static_cast<std::int64_t>(persons.size());
  evaluation.linked_persons = linked_persons_with_truth(linked, truth);
  for (const Parts& parts : persons) {
    evaluation.records += static_cast<std::int64_t>(parts[records]);
    evaluation.exact_persons += static_cast<std::int64_t>(parts[exact]);
  }
  if (persons.empty()) return evaluation;
  const auto measures =
      has_all ? from_all(persons, options, progress) : from_sample(persons, options);
  evaluation.pairs = {measures[0], measures[1], measures[2]};
  evaluation.persons = {measures[3], measures[4], measures[5]};
  evaluation.b_cubed = {measures[6], measures[7], measures[8]};
  return evaluation;
}

}  // namespace sanaq::link
