#include "sanaq/investigation/estimated.h"

#include <optional>
#include <utility>

#include "sanaq/base/message.h"
#include "sanaq/estimate/one_person.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/estimate/strata.h"
#include "sanaq/investigation/counts_beside.h"
#include "sanaq/investigation/linked.h"
#include "sanaq/link/model.h"
#include "sanaq/persons/capture_from_register.h"

namespace sanaq::investigation {
namespace {

using base::message;

std::optional<base::Message> why_no_estimate(const settings::Config& config, const Number& number) {
  if (config.lists.empty()) return message("no list has been loaded, so there is no estimate");
  if (number.documented_low == 0)
    return message("no record with a name is in scope, so there is no estimate");
  if (number.capture->lists.size() < 2)
    return message(
        "one list alone cannot tell how many are on none; a second, independent list is needed");
  return std::nullopt;
}

// What is published of persons who may be living is rounded by this.
std::optional<estimate::Moves> moves_of_one_person(const persons::Register& all,
                                                   const settings::Config& config,
                                                   const estimate::CaptureTable& capture,
                                                   base::Progress& progress) {
  std::vector<estimate::CaptureTable> tables;
  if (config.strata.empty()) {
    tables.push_back(capture);
  } else {
    for (const estimate::Stratum& stratum : persons::captures_by_stratum(
             config, all.records, all.persons, persons::Unlinkable::left_out, config.strata))
      tables.push_back(stratum.table);
  }
  return estimate::one_person_moves(tables, config.estimate, progress);
}

// The capture table of each sampled register. A draw whose lists are not those of the published
// register (a list on which nobody with a name is left) cannot be averaged with it and is passed
// over.
std::vector<estimate::CaptureTable> sampled_captures(const persons::Register& all,
                                                     const settings::Config& config,
                                                     const estimate::CaptureTable& capture,
                                                     base::Progress& progress) {
  std::vector<estimate::CaptureTable> tables =
      captures_of_registers(all, config, all.link.draws, progress);
  std::erase_if(tables,
                [&](const estimate::CaptureTable& table) { return table.lists != capture.lists; });
  return tables;
}

// Every stratum of the published register with its table in each sampled one.
std::vector<estimate::Stratum> sampled_strata(const persons::Register& all,
                                              const settings::Config& config,
                                              const estimate::CaptureTable& capture,
                                              base::Progress& progress) {
  const auto by_stratum = [&](const std::vector<persons::Person>& persons) {
    return persons::captures_by_stratum(config, all.records, persons, persons::Unlinkable::left_out,
                                        config.strata);
  };
  std::vector<std::vector<estimate::Stratum>> registers;
  link::Result drawn = all.link;
  for (const std::vector<std::uint32_t>& draw : all.link.draws) {
    progress.throw_if_stopped();
    drawn.person_of = draw;
    auto strata = by_stratum(
        persons::persons_of(all.records, drawn, all.in_scope, all.record_ids, all.arrivals));
    if (!strata.empty() && strata[0].table.lists == capture.lists)
      registers.push_back(std::move(strata));
  }
  return estimate::with_sampled(by_stratum(all.persons), registers);
}

// Beside the estimate of the named, one in which each record without a name is somebody.
void weigh_unnamed(const persons::Register& all, const settings::Config& config,
                   base::Progress& progress, Number& number) {
  number.estimate_with_unlinkable = estimate_with_drawn(all, config, progress);
  if (!number.estimate_with_unlinkable) return;
  if (auto why = moved_by_unnamed(*number.estimate, *number.estimate_with_unlinkable))
    number.estimate->reasons.push_back(std::move(*why));
}

void estimate_number(const persons::Register& all, const settings::Config& config,
                     base::Progress& progress, const std::function<void()>& meanwhile,
                     Number& number) {
  const estimate::CaptureTable& capture = *number.capture;
  number.estimate = config.strata.empty()
                        ? estimate::estimate_over_registers(
                              capture, sampled_captures(all, config, capture, progress),
                              config.estimate, progress, meanwhile)
                        : estimate::estimate_strata(sampled_strata(all, config, capture, progress),
                                                    config.estimate, progress);
  if (all.link.model.recall_lost > link::recall_lost_most)
    number.estimate->reasons.push_back(link::too_much_lost(all.link.model));
  if (number.documented_high > number.documented_low) weigh_unnamed(all, config, progress, number);
  if (!config.scope.all_dead())
    number.one_person_moves = moves_of_one_person(all, config, capture, progress);
}

}  // namespace

Number number_of(const persons::Register& all, const settings::Config& config,
                 const CountedBeside& beside, base::Progress& progress,
                 const std::function<void()>& meanwhile) {
  Number number{documented(all.persons)};
  if (!config.lists.empty())
    number.capture = persons::capture_from_register(config, all.records, all.persons,
                                                    persons::Unlinkable::left_out);
  number.no_estimate = why_no_estimate(config, number);
  if (!number.no_estimate) estimate_number(all, config, progress, meanwhile, number);
  if (beside.suspected.empty() || config.lists.empty()) return number;
  if (auto said =
          counted_without(all, config, number, beside.suspected, beside.decisions, progress))
    number.counted_otherwise.push_back(std::move(*said));
  return number;
}

}  // namespace sanaq::investigation
