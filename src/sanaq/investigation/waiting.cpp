#include "sanaq/investigation/waiting.h"

#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/doubtful_pairs.h"

namespace sanaq::investigation {
namespace {

std::string waiting_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "waiting.json");
}

}  // namespace

Waiting waiting_in(const Outcome& outcome, bool is_linked, base::Progress& progress) {
  Waiting waiting;
  waiting.bad_cells = static_cast<std::int64_t>(outcome.bad_case_cells.size());
  for (const ListReport& list : outcome.lists)
    waiting.bad_cells += static_cast<std::int64_t>(list.bad_cells.size());
  std::set<ledger::EntryPlace> setbacks;
  for (const persons::ForReview& one : outcome.decisions_for_review)
    setbacks.insert(one.decision.place);
  waiting.setbacks = static_cast<std::int64_t>(setbacks.size());
  if (is_linked && outcome.records.record_count() > 0)
    // How many there are does not depend on how they are ordered.
    waiting.pairs =
        static_cast<std::int64_t>(doubtful_pairs(outcome, progress, GainOf::persons).size());
  return waiting;
}

void keep_waiting(const std::string& folder, const Waiting& waiting) {
  nlohmann::json json = {
      {"bad_cells", waiting.bad_cells}, {"pairs", waiting.pairs}, {"setbacks", waiting.setbacks}};
  if (waiting.facts) json["facts"] = *waiting.facts;
  try {
    base::make_folder(base::join(folder, ".sanaq"));
    base::write_file_whole(waiting_path(folder), json.dump() + "\n");
  } catch (const base::Error&) {
    return;
  }
}

std::optional<Waiting> last_waiting(const std::string& folder) {
  if (!base::file_exists(waiting_path(folder))) return std::nullopt;
  try {
    const auto json = nlohmann::json::parse(base::read_file(waiting_path(folder)));
    Waiting waiting{json.at("bad_cells"), json.at("pairs"), json.at("setbacks")};
    if (json.contains("facts")) waiting.facts = json.at("facts").get<std::int64_t>();
    return waiting;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

}  // namespace sanaq::investigation
