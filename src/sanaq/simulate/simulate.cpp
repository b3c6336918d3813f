#include "sanaq/simulate/simulate.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/num/rng.h"
#include "sanaq/simulate/capture.h"

namespace sanaq::simulate {
namespace {

using base::Error;
using base::Kind;
using base::message;

void check_between(std::string_view name, double value, double low, double high) {
  if (value >= low && value <= high) return;
  throw Error(Kind::usage,
              message("--{} is {}; give a number from {} to {}", name, value, low, high));
}

// What the clerk writes for one person; on a list that may have duplicates some are written again,
// by another hand.
void append_rows(SimulatedList& list, const Result& truth, std::uint64_t person, num::Rng& random) {
  const Slips slips{truth.options.errors, truth.options.missing};
  list.rows.push_back({"", person, write_row(truth.persons[person], list.plan, slips, random)});
  if (!list.plan.one_per_person && random.uniform() < truth.options.duplicates) {
    list.rows.push_back({"", person, write_row(truth.persons[person], list.plan, slips, random)});
  }
}

void shuffle_rows(SimulatedList& list, num::Rng& random) {
  std::vector<SimulatedRow> shuffled;
  shuffled.reserve(list.rows.size());
  for (const std::uint32_t at : random.permutation(static_cast<std::uint32_t>(list.rows.size()))) {
    shuffled.push_back(std::move(list.rows[at]));
  }
  list.rows = std::move(shuffled);
}

void number_rows(SimulatedList& list) {
  const auto id =
      std::find_if(list.plan.columns.begin(), list.plan.columns.end(),
                   [](const PlannedColumn& column) { return column.field == record::Field::id; });
  const std::size_t above = list.plan.title.empty() ? 1 : 2;
  for (std::size_t at = 0; at < list.rows.size(); ++at) {
    SimulatedRow& row = list.rows[at];
    const bool has_id = id != list.plan.columns.end();
    row.record = fmt::format("{}", has_id ? at + 1 : at + 1 + above);
    if (has_id) row.cells[static_cast<std::size_t>(id - list.plan.columns.begin())] = row.record;
  }
}

}  // namespace

void check_options(const Options& options) {
  check_between("persons", static_cast<double>(options.persons), 1,
                static_cast<double>(persons_max));
  check_between("lists", options.lists, list_count_min, list_count_max);
  check_between("errors", options.errors, 0, 1);
  check_between("missing", options.missing, 0, 1);
  check_between("duplicates", options.duplicates, 0, 1);
  check_between("dependence", options.dependence, 0, 5);
  if (options.heterogeneity) check_between("heterogeneity", *options.heterogeneity, 0, 5);
}

Result simulate(const Options& options, const base::Progress& progress) {
  check_options(options);
  Result result;
  result.options = options;
  result.persons = invent_persons(options.persons, options.seed,
                                  options.many_names ? NamePool::many : NamePool::few, progress);
  const std::vector<ListPlan> plans = standard_plans(options.lists);
  const auto caught =
      capture(result.persons, plans, options.dependence,
              options.heterogeneity.value_or(options.dependence), options.seed, progress);
  for (std::size_t at = 0; at < plans.size(); ++at) {
    SimulatedList list{plans[at], {}};
    num::Rng random(options.seed, "simulate.list", at);
    for (std::uint64_t person = 0; person < result.persons.size(); ++person) {
      if (person % 4096 == 0) progress.throw_if_stopped();
      if (caught[at][person]) append_rows(list, result, person, random);
    }
    shuffle_rows(list, random);
    number_rows(list);
    result.lists.push_back(std::move(list));
  }
  for (std::size_t person = 0; person < result.persons.size(); ++person) {
    result.listed +=
        std::any_of(caught.begin(), caught.end(), [person](const auto& row) { return row[person]; })
            ? 1
            : 0;
  }
  return result;
}

std::string person_name(std::uint64_t person) { return fmt::format("p{:06}", person + 1); }

}  // namespace sanaq::simulate
