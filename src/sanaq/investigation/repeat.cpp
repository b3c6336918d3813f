#include "sanaq/investigation/repeat.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Texts = std::map<std::string, std::string>;

Texts by_name(const NamedTexts& texts) { return {texts.begin(), texts.end()}; }

// The settings file itself may have been laid out anew: what it says is in Run::settings.
Texts inputs_that_decide(const ledger::Run& run) {
  Texts inputs = by_name(run.inputs);
  inputs.erase(std::string(settings::settings_file));
  return inputs;
}

bool is_run_of(const ledger::Run& entered, const ledger::Run& now) {
  return entered.verb == now.verb && entered.settings == now.settings && entered.seed == now.seed &&
         inputs_that_decide(entered) == inputs_that_decide(now);
}

// What differs between now and the last run of that verb, for a reader.
std::string changed_inputs(const ledger::Run& entered, const ledger::Run& now) {
  const Texts before = inputs_that_decide(entered);
  const Texts after = inputs_that_decide(now);
  std::set<std::string> names;
  for (const auto& [name, hash] : before) {
    if (!after.contains(name) || after.at(name) != hash) names.insert(name);
  }
  for (const auto& [name, hash] : after) {
    if (!before.contains(name)) names.insert(name);
  }
  if (entered.settings != now.settings || entered.seed != now.seed)
    names.insert(std::string(settings::settings_file));
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

ledger::Run last_run_of(const std::vector<ledger::Run>& runs, const ledger::Run& now,
                        const std::string& folder) {
  const auto same = std::find_if(runs.rbegin(), runs.rend(),
                                 [&](const ledger::Run& run) { return is_run_of(run, now); });
  if (same != runs.rend()) return *same;
  const auto other = std::find_if(runs.rbegin(), runs.rend(),
                                  [&](const ledger::Run& run) { return run.verb == now.verb; });
  if (other == runs.rend()) {
    throw Error(Kind::not_found,
                message("{}: the ledger has no run of {} to compare with; run first: sanaq run {}",
                        folder, now.verb, folder));
  }
  throw Error(Kind::bad_input,
              message("{}: changed since the last run of {}: {}; there is nothing to compare until "
                      "it is run again: sanaq run {}",
                      folder, now.verb, changed_inputs(*other, now), folder));
}

bool is_estimate(const std::string& figure) {
  return figure == "median" || figure == "low" || figure == "high";
}

// What no other version or processor may change: which records there are, and who is one person.
bool are_same_people(const Texts& before, const Texts& now) {
  for (const char* output : {"records", "persons"}) {
    const auto old_one = before.find(output);
    const auto new_one = now.find(output);
    if (old_one == before.end()) continue;
    if (new_one == now.end() || new_one->second != old_one->second) return false;
  }
  return true;
}

bool is_close(const std::string& before, const std::string& now) {
  try {
    const double old_value = std::stod(before);
    const double new_value = std::stod(now);
    return std::abs(new_value - old_value) <= repeat_tolerance * std::abs(old_value);
  } catch (const std::exception&) {
    return before == now;
  }
}

// A site has no figures of its own: it can be the same bytes, or says nothing.
bool has_comparable_figures(const ledger::Run& before) { return !before.figures.empty(); }

std::string figure_of(const NamedTexts& figures, const std::string& name) {
  for (const auto& [own, text] : figures) {
    if (own == name) return text;
  }
  return "";
}

}  // namespace

Sameness compare_run(const ledger::Run& before, const NamedTexts& outputs,
                     const NamedTexts& figures) {
  if (by_name(before.outputs) == by_name(outputs)) return Sameness::same_bytes;
  if (!are_same_people(by_name(before.outputs), by_name(outputs))) return Sameness::different;
  const Texts now = by_name(figures);
  if (!has_comparable_figures(before) || before.figures.size() != figures.size())
    return Sameness::different;
  for (const auto& [name, text] : before.figures) {
    if (name == "made_on") continue;
    const auto found = now.find(name);
    const bool is_same = found != now.end() && (is_estimate(name) ? is_close(text, found->second)
                                                                  : text == found->second);
    if (!is_same) return Sameness::different;
  }
  return Sameness::same_within_tolerance;
}

Sameness Repeat::sameness() const {
  Sameness worst = Sameness::same_bytes;
  for (const RepeatedStep& step : steps) worst = std::max(worst, step.sameness);
  return worst;
}

Repeat repeat(const std::string& folder, const SiteDigest& site, const Caller& caller) {
  const std::vector<ledger::Run> runs = ledger::runs(folder);
  Steps steps(folder, caller, {}, Reuse::nothing);
  Outcome& outcome = steps.outcome();
  // Before the work: is there anything to compare with?
  StepDone planned{"estimate", false, 0, "", steps.keys().settings.estimate, {}, {}};
  (void)last_run_of(runs, run_entry(outcome, planned), folder);
  steps.ingest();
  steps.link();
  steps.estimate();
  Repeat repeated;
  repeated.version = outcome.provenance.version;
  for (const StepDone& step : outcome.steps) {
    const ledger::Run before = last_run_of(runs, run_entry(outcome, step), folder);
    repeated.steps.push_back({step.name, compare_run(before, step.outputs, step.figures), before,
                              step.outputs, step.figures});
    if (step.name == "estimate") outcome.provenance.made_on = figure_of(before.figures, "made_on");
  }
  const StepDone publish{"publish", false, 0, "", steps.keys().settings.publish, {}, {}};
  const ledger::Run now = run_entry(outcome, publish);
  const auto published = std::find_if(runs.rbegin(), runs.rend(),
                                      [&](const ledger::Run& run) { return is_run_of(run, now); });
  const bool can_compare = repeated.sameness() == Sameness::same_bytes &&
                           published != runs.rend() && published->version == repeated.version;
  if (!can_compare) return repeated;
  const NamedTexts outputs = {{"site", site(outcome)}};
  repeated.steps.push_back(
      {"publish", compare_run(*published, outputs, {}), *published, outputs, {}});
  return repeated;
}

}  // namespace sanaq::investigation
