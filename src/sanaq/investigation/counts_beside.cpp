#include "sanaq/investigation/counts_beside.h"

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/investigation/choose_engine.h"
#include "sanaq/link/drawn_unnamed.h"
#include "sanaq/persons/capture_from_register.h"
#include "sanaq/persons/register.h"
#include "sanaq/persons/suspected_names.h"

namespace sanaq::investigation {
namespace {

using base::message;
using estimate::CaptureTable;
using estimate::Summary;
using Registers = std::vector<std::vector<std::uint32_t>>;

std::vector<CaptureTable> captures(const Outcome& outcome, const record::RecordTable& records,
                                   const link::Result& linked, const Registers& registers,
                                   persons::Unlinkable unlinkable, base::Progress& progress) {
  std::vector<CaptureTable> tables;
  link::Result drawn;
  drawn.probability = linked.probability;
  drawn.is_linkable = linked.is_linkable;
  for (const std::vector<std::uint32_t>& person_of : registers) {
    progress.throw_if_stopped();
    drawn.person_of = person_of;
    const std::vector<persons::Person> persons =
        persons::persons_of(records, drawn, outcome.in_scope, outcome.record_ids, outcome.arrivals);
    tables.push_back(persons::capture_from_register(outcome.config, records, persons, unlinkable));
  }
  return tables;
}

// Tables that have the lists of the first; a list on which nobody is left cannot be averaged.
void keep_those_like_the_first(std::vector<CaptureTable>& tables) {
  const std::vector<std::string> lists = tables.front().lists;
  std::erase_if(tables, [&](const CaptureTable& table) { return table.lists != lists; });
}

// Of a method without draws: the answer for the table whose number is in the middle.
Summary middle_one(const std::vector<CaptureTable>& tables, const estimate::Options& options,
                   base::Progress& progress) {
  std::vector<Summary> answers;
  for (const CaptureTable& table : tables)
    answers.push_back(estimate::estimate(table, options, progress));
  const auto number = [](const Summary& summary) {
    return summary.estimate ? summary.estimate->median : 0;
  };
  std::stable_sort(answers.begin(), answers.end(), [&](const Summary& left, const Summary& right) {
    return number(left) < number(right);
  });
  return answers[answers.size() / 2];
}

Summary over(std::vector<CaptureTable> tables, const estimate::Options& options,
             base::Progress& progress) {
  keep_those_like_the_first(tables);
  const std::vector<CaptureTable> sampled(tables.begin() + 1, tables.end());
  Summary summary = estimate::estimate_over_registers(tables.front(), sampled, options, progress);
  const bool has_draws = !summary.total_draws.empty() || !summary.estimate;
  return has_draws ? summary : middle_one(tables, options, progress);
}

// Only the number is shown of it: no other methods beside it, and no checks.
estimate::Options options_beside(const Outcome& outcome) {
  estimate::Options options = outcome.config.estimate;
  options.alternatives = false;
  options.checks_on_own_lists = false;
  return options;
}

// The published register first. Where none was sampled it stands for itself, as often as by
// default.
Registers with_published(const link::Result& linked) {
  constexpr std::size_t registers_drawn = 25;
  Registers registers = {linked.person_of};
  registers.insert(registers.end(), linked.draws.begin(), linked.draws.end());
  if (registers.size() == 1) registers.resize(1 + registers_drawn, linked.person_of);
  return registers;
}

std::vector<bool> linkable(const Outcome& outcome) {
  return outcome.link.is_linkable.empty() ? std::vector<bool>(outcome.records.record_count(), true)
                                          : outcome.link.is_linkable;
}

const estimate::Estimate& compared(const Summary& summary) {
  return summary.unstratified ? *summary.unstratified : *summary.estimate;
}

bool moves(double from, double to) {
  constexpr double little = 0.02;
  return std::abs(to - from) > little * std::max(1.0, from);
}

}  // namespace

std::vector<CaptureTable> captures_of_registers(const Outcome& outcome, const Registers& registers,
                                                base::Progress& progress) {
  return captures(outcome, outcome.records, outcome.link, registers, persons::Unlinkable::left_out,
                  progress);
}

std::optional<Summary> estimate_with_drawn(const Outcome& outcome, base::Progress& progress) {
  const Registers drawn =
      link::draw_unnamed(outcome.records, linkable(outcome), outcome.in_scope,
                         with_published(outcome.link), outcome.config.estimate.seed);
  std::vector<CaptureTable> tables = captures(outcome, outcome.records, outcome.link, drawn,
                                              persons::Unlinkable::each_a_person, progress);
  if (tables.front().lists.size() < 2) return std::nullopt;
  return over(std::move(tables), options_beside(outcome), progress);
}

std::optional<base::Message> moved_by_unnamed(const Summary& quoted, const Summary& drawn) {
  if (!quoted.estimate || !drawn.estimate) return std::nullopt;
  const estimate::Estimate& number = compared(quoted);
  const double half = (number.interval.high - number.interval.low) / 2;
  if (std::abs(drawn.estimate->median - number.median) <= half) return std::nullopt;
  return message(
      "the records without a name, taken by chance for named persons of other lists or for others, "
      "move the number by more than half the width of its interval; find out who they are, or "
      "leave out lists of unnamed bodies");
}

std::optional<base::Message> counted_without(const Outcome& outcome,
                                             const std::set<std::string>& names,
                                             const std::vector<link::Decision>& decisions,
                                             base::Progress& progress) {
  const record::RecordTable records = persons::without_names(outcome.records, names);
  link::Options options = outcome.config.link;
  options.decisions = decisions;
  options.leave_out.clear();
  for (const bool is_in : outcome.in_scope) options.leave_out.push_back(!is_in);
  const link::Result linked =
      link_table(records, options, outcome.config.splink_model, progress).result;
  const std::vector<persons::Person> persons =
      persons::persons_of(records, linked, outcome.in_scope, outcome.record_ids, outcome.arrivals);
  const auto low = static_cast<std::int64_t>(
      std::count_if(persons.begin(), persons.end(),
                    [](const persons::Person& person) { return person.is_linkable; }));
  const auto high = static_cast<std::int64_t>(persons.size());
  std::optional<Summary> other;
  if (outcome.estimate && outcome.estimate->estimate && low > 0) {
    std::vector<CaptureTable> tables = captures(outcome, records, linked, with_published(linked),
                                                persons::Unlinkable::left_out, progress);
    if (tables.front().lists.size() > 1)
      other = over(std::move(tables), options_beside(outcome), progress);
  }
  const bool has_other = other && other->estimate;
  const bool is_moved =
      moves(static_cast<double>(outcome.documented_low), static_cast<double>(low)) ||
      moves(static_cast<double>(outcome.documented_high), static_cast<double>(high)) ||
      (has_other && moves(compared(*outcome.estimate).median, other->estimate->median));
  if (!is_moved) return std::nullopt;
  if (!has_other)
    return message("if the names that may be nobody's are nobody's, {} to {} are documented", low,
                   high);
  const estimate::Estimate& number = *other->estimate;
  return message(
      "if the names that may be nobody's are nobody's, {} to {} are documented, and the estimate "
      "is "
      "{} ({}–{})",
      low, high, std::lround(number.median), std::lround(number.interval.low),
      std::lround(number.interval.high));
}

}  // namespace sanaq::investigation
