#include "sanaq/ledger/ledger.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sanaq::ledger {
namespace {

using nlohmann::json;

using Named = std::vector<std::pair<std::string, std::string>>;

json json_of(const Named& texts) {
  json named = json::object();
  for (const auto& [name, text] : texts) named[name] = text;
  return named;
}

Named named_in(const json& body, const char* key) {
  Named texts;
  const json named = body.value(key, json::object());
  for (const auto& [name, text] : named.items()) texts.emplace_back(name, text.get<std::string>());
  return texts;
}

Publication publication_in(const Entry& entry, const json& body) {
  return {body.value("mark", ""),
          body.value("files", std::int64_t(0)),
          body.value("addresses", std::vector<std::string>()),
          body.value("site", ""),
          {entry.writer, entry.seq},
          entry.time,
          body.value("facts", ""),
          body.value("corrections", ""),
          body.value("root", ""),
          body.value("leaves", std::int64_t(0)),
          body.value("intake", "")};
}

}  // namespace

Entry record_run(Writer& writer, const Run& run) {
  return writer.append("run", {{"figures", json_of(run.figures)},
                               {"inputs", json_of(run.inputs)},
                               {"outputs", json_of(run.outputs)},
                               {"seed", run.seed},
                               {"settings", run.settings},
                               {"verb", run.verb},
                               {"version", run.version}});
}

Entry record_publication(Writer& writer, const Publication& publication) {
  std::vector<std::string> addresses = publication.addresses;
  std::sort(addresses.begin(), addresses.end());
  json body = {{"addresses", addresses}, {"files", publication.files}, {"mark", publication.mark}};
  if (!publication.site.empty()) body["site"] = publication.site;
  if (!publication.facts.empty()) body["facts"] = publication.facts;
  if (!publication.corrections.empty()) body["corrections"] = publication.corrections;
  if (!publication.intake_keys.empty()) body["intake"] = publication.intake_keys;
  if (!publication.log_root.empty()) {
    body["root"] = publication.log_root;
    body["leaves"] = publication.log_size;
  }
  return writer.append("publication", body);
}

std::vector<Publication> publications(const std::string& investigation) {
  std::vector<Publication> found;
  visit_in_force(investigation, "publication", [&](const Entry& entry, const json& body) {
    found.push_back(publication_in(entry, body));
  });
  return found;
}

std::vector<Run> runs(const std::string& investigation) {
  std::vector<Run> found;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (entry.kind != "run" || !entry.body) return;
    const json body = json::parse(*entry.body);
    found.push_back({body.value("verb", ""),
                     body.value("version", ""),
                     body.value("seed", ""),
                     body.value("settings", ""),
                     named_in(body, "inputs"),
                     named_in(body, "outputs"),
                     named_in(body, "figures"),
                     {entry.writer, entry.seq},
                     entry.time});
  });
  return found;
}

}  // namespace sanaq::ledger
