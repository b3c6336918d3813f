#include "sanaq/investigation/counts_beside.h"

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/exchange/choose_engine.h"
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

std::vector<CaptureTable> captures(const persons::Register& all, const settings::Config& config,
                                   const record::RecordTable& records, const link::Result& linked,
                                   const Registers& registers, persons::Unlinkable unlinkable,
                                   base::Progress& progress) {
  std::vector<CaptureTable> tables;
  link::Result drawn;
  drawn.probability = linked.probability;
  drawn.is_linkable = linked.is_linkable;
  for (const std::vector<std::uint32_t>& person_of : registers) {
    progress.throw_if_stopped();
    drawn.person_of = person_of;
    const std::vector<persons::Person> persons =
        persons::persons_of(records, drawn, all.in_scope, all.record_ids, all.arrivals);
    tables.push_back(persons::capture_from_register(config, records, persons, unlinkable));
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
estimate::Options options_beside(const settings::Config& config) {
  estimate::Options options = config.estimate;
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

std::vector<bool> linkable(const persons::Register& all) {
  return all.link.is_linkable.empty() ? std::vector<bool>(all.records.record_count(), true)
                                      : all.link.is_linkable;
}

const estimate::Estimate& compared(const Summary& summary) {
  return summary.unstratified ? *summary.unstratified : *summary.estimate;
}

bool moves(double from, double to) {
  constexpr double little = 0.02;
  return std::abs(to - from) > little * std::max(1.0, from);
}

}  // namespace

std::vector<CaptureTable> captures_of_registers(const persons::Register& all,
                                                const settings::Config& config,
                                                const Registers& registers,
                                                base::Progress& progress) {
  return captures(all, config, all.records, all.link, registers, persons::Unlinkable::left_out,
                  progress);
}

std::optional<Summary> estimate_with_drawn(const persons::Register& all,
                                           const settings::Config& config,
                                           base::Progress& progress) {
  const Registers drawn = link::draw_unnamed(all.records, linkable(all), all.in_scope,
                                             with_published(all.link), config.estimate.seed);
  std::vector<CaptureTable> tables = captures(all, config, all.records, all.link, drawn,
                                              persons::Unlinkable::each_a_person, progress);
  if (tables.front().lists.size() < 2) return std::nullopt;
  return over(std::move(tables), options_beside(config), progress);
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

std::optional<base::Message> counted_without(const persons::Register& all,
                                             const settings::Config& config, const Number& number,
                                             const std::set<std::string>& names,
                                             const std::vector<link::Decision>& decisions,
                                             base::Progress& progress) {
  const record::RecordTable records = persons::without_names(all.records, names);
  link::Options options = config.link;
  options.decisions = decisions;
  options.leave_out.clear();
  for (const bool is_in : all.in_scope) options.leave_out.push_back(!is_in);
  const link::Result linked =
      exchange::link_table(records, options, config.splink_model, progress).result;
  const std::vector<persons::Person> persons =
      persons::persons_of(records, linked, all.in_scope, all.record_ids, all.arrivals);
  const auto low = static_cast<std::int64_t>(
      std::count_if(persons.begin(), persons.end(),
                    [](const persons::Person& person) { return person.is_linkable; }));
  const auto high = static_cast<std::int64_t>(persons.size());
  std::optional<Summary> other;
  if (number.estimate && number.estimate->estimate && low > 0) {
    std::vector<CaptureTable> tables =
        captures(all, config, records, linked, with_published(linked),
                 persons::Unlinkable::left_out, progress);
    if (tables.front().lists.size() > 1)
      other = over(std::move(tables), options_beside(config), progress);
  }
  const bool has_other = other && other->estimate;
  const bool is_moved =
      moves(static_cast<double>(number.documented_low), static_cast<double>(low)) ||
      moves(static_cast<double>(number.documented_high), static_cast<double>(high)) ||
      (has_other && moves(compared(*number.estimate).median, other->estimate->median));
  if (!is_moved) return std::nullopt;
  if (!has_other)
    return message("if the names that may be nobody's are nobody's, {} to {} are documented", low,
                   high);
  const estimate::Estimate& total = *other->estimate;
  return message(
      "if the names that may be nobody's are nobody's, {} to {} are documented, and the estimate "
      "is "
      "{} ({}–{})",
      low, high, std::lround(total.median), std::lround(total.interval.low),
      std::lround(total.interval.high));
}

}  // namespace sanaq::investigation
