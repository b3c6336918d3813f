#include "sanaq/ledger/testimonies.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

constexpr std::string_view sealed_ending = ".sealed";

// Files in evidence/ that are removed again unless their entries were written.
class SealedFiles {
 public:
  explicit SealedFiles(const std::string& investigation)
      : folder_(base::join(investigation, "evidence")) {}
  SealedFiles(const SealedFiles&) = delete;
  SealedFiles& operator=(const SealedFiles&) = delete;
  ~SealedFiles() {
    if (is_entered_) return;
    for (const std::string& path : written_) base::remove_file(path);
  }
  void keep() { is_entered_ = true; }

  // The fields that name the file.
  json put(const std::string& sealed) {
    const std::string sha256 = base::sha256_hex(sealed);
    const std::string name = sha256 + std::string(sealed_ending);
    base::make_folder(folder_);
    const std::string path = base::join(folder_, name);
    if (!base::file_exists(path)) written_.push_back(path);
    base::write_private_file_whole(path, sealed);
    return {{"file", "evidence/" + name}, {"sha256", sha256}};
  }

 private:
  std::string folder_;
  std::vector<std::string> written_;
  bool is_entered_ = false;
};

void take_testimony(const Entry& entry, const json& body, Testimonies& found,
                    std::map<std::string, std::string>& sources) {
  const std::string envelope = body.value("envelope", "");
  if (body.contains("source")) {
    sources[envelope] = body.value("source", "");
  } else if (body.value("is_reply", false)) {
    found.replies.push_back({envelope, body.value("file", ""), entry.time, body.value("by", "")});
  } else if (body.contains("file")) {
    const bool is_known =
        std::any_of(found.received.begin(), found.received.end(),
                    [&](const Testimony& one) { return one.envelope == envelope; });
    if (!is_known)
      found.received.push_back({envelope,
                                body.value("sha256", ""),
                                body.value("file", ""),
                                body.value("day", ""),
                                "",
                                {entry.writer, entry.seq}});
  }
}

IntakeKey intake_key_of(const Entry& entry, const json& body) {
  return {body.value("intake", ""),
          body.value("keeps", ""),
          body.value("by", ""),
          {entry.writer, entry.seq}};
}

}  // namespace

void enter_testimonies(Writer& writer, const std::vector<NewTestimony>& testimonies) {
  if (testimonies.empty()) return;
  SealedFiles files(writer.investigation());
  std::vector<std::pair<std::string, json>> entries;
  for (const NewTestimony& one : testimonies) {
    json body = files.put(one.sealed);
    body["day"] = one.day;
    body["envelope"] = one.envelope;
    entries.emplace_back("testimony", std::move(body));
  }
  (void)writer.append_all(entries);
  files.keep();
}

void enter_reply(Writer& writer, const std::string& envelope, const std::string& sealed,
                 const std::string& by) {
  SealedFiles files(writer.investigation());
  json body = files.put(sealed);
  body["by"] = by;
  body["envelope"] = envelope;
  body["is_reply"] = true;
  (void)writer.append("testimony", body);
  files.keep();
}

void name_source(Writer& writer, const std::string& envelope, const std::string& name,
                 const std::string& by) {
  (void)writer.append("testimony", {{"by", by}, {"envelope", envelope}, {"source", name}});
}

Testimonies testimonies(const std::string& investigation) {
  Testimonies found;
  std::map<std::string, std::string> sources;
  visit_in_force(investigation, "testimony", [&](const Entry& entry, const json& body) {
    take_testimony(entry, body, found, sources);
  });
  for (Testimony& one : found.received) {
    const auto source = sources.find(one.envelope);
    if (source != sources.end()) one.source = source->second;
  }
  return found;
}

std::vector<IntakeKey> intake_keys(const std::string& investigation) {
  std::vector<IntakeKey> keys;
  visit_in_force(investigation, "testimony", [&](const Entry& entry, const json& body) {
    if (body.contains("intake")) keys.insert(keys.begin(), intake_key_of(entry, body));
  });
  return keys;
}

std::vector<IntakeKey> intake_keys_ever(const std::string& investigation) {
  std::vector<IntakeKey> keys;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (entry.kind != "testimony" || !entry.body) return;
    const json body = json::parse(*entry.body);
    if (body.contains("intake")) keys.insert(keys.begin(), intake_key_of(entry, body));
  });
  return keys;
}

void enter_intake_key(Writer& writer, const IntakeKey& key,
                      const std::vector<EntryPlace>& out_of_force) {
  std::vector<std::pair<std::string, json>> entries;
  for (const EntryPlace& place : out_of_force)
    entries.emplace_back("retraction", retraction_body(place, "renewed", key.by));
  entries.emplace_back("testimony",
                       json{{"by", key.by}, {"intake", key.intake}, {"keeps", key.keeps}});
  (void)writer.append_all(entries);
}

}  // namespace sanaq::ledger
