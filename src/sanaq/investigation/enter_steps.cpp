#include "sanaq/investigation/enter_steps.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/history_files.h"
#include "sanaq/investigation/kept_files.h"
#include "sanaq/settings/config.h"

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

std::string mark_of(const ListReport& list, const std::string& history) {
  return "list " + base::sha256_hex(Json({list.name, list.version, list.columns, history}).dump());
}

std::string mark_of(const ledger::TableVersion& table) {
  return "table " + base::sha256_hex(Json({table.table, table.kind, table.sha256}).dump());
}

// What an entry says of a list's map: its hash, and that of the map that it goes on from.
void name_map(const persons::ListHistory& history, const std::string& sha256,
              ledger::ListVersion& version) {
  version.history = sha256;
  if (history.read_from != sha256) version.continues = history.read_from;
}

ledger::ListVersion version_entry(const ListReport& list) {
  return {list.name, list.file, list.version, list.records, list.columns};
}

// One opening of the ledger for all that is entered, and none where nothing is.
class Entering {
 public:
  Entering(const std::string& folder, const OpenLedger& open)
      : folder_(folder), open_(open), marks_(read_marks(folder)) {}

  // Is it new? Then it is entered by `enter`.
  void enter(const std::string& mark, const std::function<void(ledger::Writer&)>& enter) {
    if (!marks_.insert(mark).second) return;
    enter_now(enter);
  }
  // The caller knows that it is new.
  void enter_now(const std::function<void(ledger::Writer&)>& enter) {
    if (!writer_) writer_.emplace(open_());
    enter(*writer_);
    ++entries_;
  }
  // The map first: cut short in between, there is a file that no entry names, and the next run
  // makes the same one.
  void enter_map(const std::string& mark, const persons::ListHistory& history,
                 const std::function<void(ledger::Writer&)>& enter_list) {
    enter(mark, [&](ledger::Writer& writer) {
      keep_history(folder_, history);
      enter_list(writer);
    });
  }
  std::int64_t done() {
    if (entries_ > 0) write_marks(folder_, marks_);
    return entries_;
  }

 private:
  const std::string& folder_;
  const OpenLedger& open_;
  std::set<std::string> marks_;
  std::optional<ledger::Writer> writer_;
  std::int64_t entries_ = 0;
};

void enter_lists(const Outcome& outcome, Entering& entering) {
  for (std::size_t at = 0; at < outcome.lists.size(); ++at) {
    const ListReport& list = outcome.lists[at];
    const persons::ListHistory& history = outcome.histories[at];
    const bool is_as_read = !list.change.is_new && !history.read_from.empty();
    const std::string sha256 = is_as_read ? history.read_from : persons::history_hash(history);
    entering.enter_map(mark_of(list, sha256), history, [&](ledger::Writer& writer) {
      ledger::ListVersion version = version_entry(list);
      name_map(history, sha256, version);
      ledger::record_list(writer, version);
    });
  }
  if (!outcome.names_history) return;
  const persons::ListHistory& history = *outcome.names_history;
  const std::string sha256 = persons::history_hash(history);
  entering.enter_map("names " + sha256, history, [&](ledger::Writer& writer) {
    ledger::ListVersion version;
    version.list = history.list;
    version.rows = static_cast<std::int64_t>(history.identities.size());
    name_map(history, sha256, version);
    ledger::record_names(writer, version);
  });
}

void enter_new(const Outcome& outcome, Entering& entering) {
  enter_lists(outcome, entering);
  for (const ledger::TableVersion& table : table_versions(outcome)) {
    entering.enter(mark_of(table),
                   [&](ledger::Writer& writer) { ledger::record_table(writer, table); });
  }
  for (const StepDone& step : outcome.steps) {
    entering.enter(mark_of(step), [&](ledger::Writer& writer) {
      ledger::record_run(writer, run_entry(outcome, step));
    });
  }
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
  run.inputs.emplace_back(settings::settings_file, outcome.provenance.settings);
  for (const auto& [name, sha256] : outcome.provenance.inputs) {
    const bool decides = name == "decisions"                           ? step.name != "ingest"
                         : name == "statements" || name == "addresses" ? step.name == "publish"
                                                                       : true;
    if (decides) run.inputs.emplace_back(name, sha256);
  }
  run.outputs = step.outputs;
  run.figures = step.figures;
  return run;
}

std::int64_t enter_steps(const Outcome& outcome, const OpenLedger& open) {
  Entering entering(outcome.folder, open);
  enter_new(outcome, entering);
  return entering.done();
}

std::int64_t enter_steps(const Outcome& outcome, const ledger::Publication& publication,
                         const OpenLedger& open) {
  Entering entering(outcome.folder, open);
  enter_new(outcome, entering);
  if (!is_entered(outcome.folder, publication))
    entering.enter_now(
        [&](ledger::Writer& writer) { ledger::record_publication(writer, publication); });
  return entering.done();
}

}  // namespace sanaq::investigation
