#include "sanaq/investigation/last_number.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/investigation/estimate_state.h"
#include "sanaq/investigation/step_state.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {
namespace {

CountEntered count_of(const ledger::Run& run) {
  CountEntered count;
  count.time = run.time;
  for (const auto& [name, text] : run.figures) {
    const nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
    if (!value.is_number()) continue;
    if (name == "documented_low") count.documented_low = value;
    if (name == "documented_high") count.documented_high = value;
    if (name == "median") count.median = value;
    if (name == "low") count.low = value;
    if (name == "high") count.high = value;
  }
  return count;
}

bool is_same(const CountEntered& left, const CountEntered& right) {
  return left.documented_low == right.documented_low &&
         left.documented_high == right.documented_high && left.median == right.median &&
         left.low == right.low && left.high == right.high;
}

}  // namespace

std::optional<LastNumber> last_number(const std::string& folder) {
  const auto state = read_last_state(folder, "estimate");
  if (!state) return std::nullopt;
  try {
    Outcome outcome;
    restore_estimate(state->state.content, outcome);
    return LastNumber{static_cast<const Number&>(outcome), outcome.provenance.made_on, state->key};
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

std::vector<CountEntered> last_counts(const std::string& folder, std::size_t count) {
  std::vector<CountEntered> counts;
  if (!base::folder_exists(ledger::ledger_folder(folder))) return counts;
  for (const ledger::Run& run : ledger::runs(folder)) {
    if (run.verb != "estimate") continue;
    CountEntered next = count_of(run);
    if (!counts.empty() && is_same(counts.back(), next)) continue;
    counts.push_back(std::move(next));
  }
  std::vector<CountEntered> newest(
      counts.rbegin(),
      counts.rbegin() + static_cast<std::ptrdiff_t>(std::min(count, counts.size())));
  return newest;
}

}  // namespace sanaq::investigation
