#include "sanaq/estimate/lower_bounds.h"

#include <cmath>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/list_effect_bound.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {

namespace {

using base::message;

double real(std::int64_t value) { return static_cast<double>(value); }
double list_factor(const Frequencies& persons) { return (persons.lists - 1.0) / persons.lists; }

double chao_unlisted(const Frequencies& persons) {
  const double one = real(persons.on_one), two = real(persons.on_two);
  return list_factor(persons) * (persons.on_two > 0 ? one * one / (2 * two) : one * (one - 1) / 2);
}

double chao_variance(const Frequencies& persons) {
  const double one = real(persons.on_one), two = real(persons.on_two),
               factor = list_factor(persons);
  if (persons.on_two > 0) {
    const double ratio = one / two, square = ratio * ratio;
    return two * (factor * factor * square * square / 4 + factor * factor * square * ratio +
                  factor * square / 2);
  }
  const double total = real(persons.observed) + chao_unlisted(persons);
  const double power = one * one * one * one;
  return factor * one * (one - 1) / 2 + factor * factor * one * (2 * one - 1) * (2 * one - 1) / 4 -
         factor * factor * power / (4 * total);
}

}  // namespace

Frequencies frequencies(const CaptureTable& table) {
  const auto persons = persons_on_lists(table);
  return {table.observed(), persons[1], persons[2],
          partly_covered(table) ? 2 : static_cast<int>(table.lists.size())};
}

double chao(const Frequencies& persons) { return real(persons.observed) + chao_unlisted(persons); }

Interval chao_interval(const Frequencies& persons, double level) {
  const double unlisted = chao_unlisted(persons), observed = real(persons.observed);
  if (unlisted <= 0) return {"model", level, observed, observed};
  const double variance = chao_variance(persons);
  const double factor = std::exp(num::normal_quantile((1 + level) / 2) *
                                 std::sqrt(std::log1p(variance / (unlisted * unlisted))));
  return {"model", level, observed + unlisted / factor, observed + unlisted * factor};
}

std::optional<double> zelterman(const Frequencies& persons) {
  if (persons.on_two == 0) return std::nullopt;
  if (persons.on_one == 0) return real(persons.observed);
  return real(persons.observed) / -std::expm1(-2 * real(persons.on_two) / real(persons.on_one));
}

Summary estimate_lower_bound(const CaptureTable& table, const Options& options) {
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = Method::chao;
  summary.seed = options.seed;
  summary.reasons = reasons_in_table(table);
  const Frequencies persons = frequencies(table);
  summary.chao_lower_bound = chao(persons);
  if (table.observed() == persons.on_one) return summary;  // nobody on two lists: no number
  const Interval interval = chao_interval(persons, 0.95);
  const double total = chao(persons), observed = real(summary.observed);
  summary.estimate = Estimate{total, total, interval};
  summary.unlisted =
      Estimate{total - observed,
               total - observed,
               {interval.name, interval.level, interval.low - observed, interval.high - observed}};
  summary.intervals = {chao_interval(persons, 0.9), interval};
  summary.models = {{"Chao", 0, 1, total}};
  if (const auto with_lists = chao_with_list_effects(table))
    summary.models.push_back({"Chao, lists differ", 0, 0, *with_lists});
  if (const auto other = zelterman(persons)) summary.models.push_back({"Zelterman", 0, 0, *other});
  summary.warnings.push_back(
      message("this is a lower bound, not an estimate: at least so many, unless the lists avoid "
              "each other's people"));
  if (partly_covered(table)) {
    summary.warnings.push_back(
        message("some lists did not cover everybody: the bound is lower than it could be"));
  }
  return summary;
}

}  // namespace sanaq::estimate
