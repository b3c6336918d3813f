#include "sanaq/investigation/enter_steps.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/new_investigation.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

std::string marks_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "entered.json");
}

// A damaged file counts as none: an entry made twice does no harm, a missing one does.
std::set<std::string> read_marks(const std::string& folder) {
  std::set<std::string> marks;
  if (!base::file_exists(marks_path(folder))) return marks;
  const Json json = Json::parse(base::read_file(marks_path(folder)), nullptr, false);
  if (!json.is_array()) return marks;
  for (const Json& mark : json) {
    if (mark.is_string()) marks.insert(mark.get<std::string>());
  }
  return marks;
}

void write_marks(const std::string& folder, const std::set<std::string>& marks) {
  base::make_folder(base::parent_folder(marks_path(folder)));
  base::write_file_whole(marks_path(folder), Json(marks).dump() + "\n");
}

std::string mark_of(const StepDone& step) { return step.name + " " + step.key; }

std::string mark_of(const ListReport& list) {
  return "list " + base::sha256_hex(Json({list.name, list.version, list.columns}).dump());
}

ledger::ListVersion version_entry(const ListReport& list) {
  return {list.name, list.file, list.version, list.records, list.columns};
}

std::int64_t enter_new(const Outcome& outcome, const std::function<ledger::Writer&()>& ledger) {
  std::set<std::string> marks = read_marks(outcome.folder);
  std::int64_t entries = 0;
  for (const ListReport& list : outcome.lists) {
    if (!marks.insert(mark_of(list)).second) continue;
    ledger::record_list(ledger(), version_entry(list));
    ++entries;
  }
  for (const StepDone& step : outcome.steps) {
    if (!marks.insert(mark_of(step)).second) continue;
    ledger::record_run(ledger(), run_entry(outcome, step));
    ++entries;
  }
  if (entries > 0) write_marks(outcome.folder, marks);
  return entries;
}

// Opens at the first call, and once.
std::function<ledger::Writer&()> once(const OpenLedger& open) {
  return [&open, writer = std::make_shared<std::optional<ledger::Writer>>()]() -> ledger::Writer& {
    if (!*writer) writer->emplace(open());
    return **writer;
  };
}

bool is_entered(const std::string& folder, const ledger::Publication& publication) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return false;
  const std::vector<ledger::Publication> known = ledger::publications(folder);
  const auto newest = std::find_if(known.rbegin(), known.rend(), [&](const auto& entered) {
    return entered.site == publication.site;
  });
  return newest != known.rend() && newest->mark == publication.mark;
}

}  // namespace

ledger::Run run_entry(const Outcome& outcome, const StepDone& step) {
  ledger::Run run;
  run.verb = step.name;
  run.version = outcome.provenance.version;
  run.seed =
      step.name == "link" ? std::to_string(outcome.config.link.seed) : outcome.provenance.seed;
  run.settings = step.settings;
  run.inputs.emplace_back(settings_file, outcome.provenance.settings);
  for (const auto& [name, sha256] : outcome.provenance.inputs) {
    const bool decides = name == "decisions"    ? step.name != "ingest"
                         : name == "statements" ? step.name == "publish"
                                                : true;
    if (decides) run.inputs.emplace_back(name, sha256);
  }
  run.outputs = step.outputs;
  run.figures = step.figures;
  return run;
}

std::int64_t enter_steps(const Outcome& outcome, const OpenLedger& open) {
  return enter_new(outcome, once(open));
}

std::int64_t enter_steps(const Outcome& outcome, const ledger::Publication& publication,
                         const OpenLedger& open) {
  const auto ledger = once(open);
  const std::int64_t entries = enter_new(outcome, ledger);
  if (is_entered(outcome.folder, publication)) return entries;
  ledger::record_publication(ledger(), publication);
  return entries + 1;
}

}  // namespace sanaq::investigation
