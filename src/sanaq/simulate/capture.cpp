#include "sanaq/simulate/capture.h"

#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"
#include "sanaq/simulate/name_pools.h"

namespace sanaq::simulate {
namespace {

constexpr double visible_shift = 0.6;

// What one list knows more of because of another list or of work.
double list_shift(const Person& person, const ListPlan& plan, bool partner_caught) {
  double shift = 0;
  if (partner_caught) shift += plan.partner_shift;
  if (person.occupation < oil_occupations) shift += plan.worker_shift;
  return shift;
}

double mean_chance(const std::vector<double>& shifts, double intercept) {
  double sum = 0;
  for (const double shift : shifts) sum += num::inverse_logit(intercept + shift);
  return sum / static_cast<double>(shifts.size());
}

// The mean rises with the intercept, so halving finds it.
double intercept_for(const std::vector<double>& shifts, double coverage,
                     const base::Progress& progress) {
  double low = -30;
  double high = 30;
  for (int step = 0; step < 60; ++step) {
    progress.throw_if_stopped();
    const double middle = (low + high) / 2;
    (mean_chance(shifts, middle) < coverage ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

std::vector<std::vector<bool>> capture(const std::vector<Person>& persons,
                                       const std::vector<ListPlan>& plans, double dependence,
                                       double heterogeneity, std::uint64_t seed,
                                       const base::Progress& progress) {
  std::vector<std::vector<bool>> caught;
  for (std::size_t list = 0; list < plans.size(); ++list) {
    const ListPlan& plan = plans[list];
    std::vector<double> shifts(persons.size());
    for (std::size_t at = 0; at < persons.size(); ++at) {
      const bool partner_caught = plan.partner && caught[*plan.partner][at];
      shifts[at] = heterogeneity * (persons[at].is_visible ? visible_shift : -visible_shift) +
                   dependence * list_shift(persons[at], plan, partner_caught);
    }
    const double intercept = intercept_for(shifts, plan.coverage, progress);
    num::Rng random(seed, "simulate.capture", list);
    std::vector<bool> row(persons.size());
    for (std::size_t at = 0; at < persons.size(); ++at) {
      row[at] = random.uniform() < num::inverse_logit(intercept + shifts[at]);
    }
    caught.push_back(std::move(row));
  }
  return caught;
}

}  // namespace sanaq::simulate
