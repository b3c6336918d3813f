#include "sanaq/ledger/ledger.h"

#include <nlohmann/json.hpp>

namespace sanaq::ledger {
namespace {

using nlohmann::json;

json json_of(const std::vector<std::pair<std::string, std::string>>& files) {
  json named = json::object();
  for (const auto& [name, sha256] : files) named[name] = sha256;
  return named;
}

std::vector<std::pair<std::string, std::string>> files_of(const json& named) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& [name, sha256] : named.items())
    files.emplace_back(name, sha256.get<std::string>());
  return files;
}

}  // namespace

Entry record_run(Writer& writer, const Run& run) {
  return writer.append("run", {{"inputs", json_of(run.inputs)},
                               {"outputs", json_of(run.outputs)},
                               {"seed", run.seed},
                               {"settings", run.settings},
                               {"verb", run.verb},
                               {"version", run.version}});
}

Entry record_list(Writer& writer, const ListVersion& version) {
  return writer.append("list", {{"columns", version.columns},
                                {"file", version.file},
                                {"list", version.list},
                                {"rows", version.rows},
                                {"sha256", version.sha256}});
}

std::vector<Run> runs(const std::string& investigation) {
  std::vector<Run> found;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (entry.kind != "run" || !entry.body) return;
    const json body = json::parse(*entry.body);
    found.push_back({body.value("verb", ""), body.value("version", ""), body.value("seed", ""),
                     body.value("settings", ""), files_of(body.value("inputs", json::object())),
                     files_of(body.value("outputs", json::object()))});
  });
  return found;
}

}  // namespace sanaq::ledger
