#include "sanaq/ledger/taken_envelopes.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "sanaq/ledger/reader.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

bool is_received(std::string_view kind, const json& body) {
  return kind == "comment"
             ? !body.contains("decides")
             : kind == "testimony" && body.contains("file") && !body.value("is_reply", false);
}

}  // namespace

std::set<std::string> taken_envelopes(const std::string& investigation) {
  std::set<std::string> taken;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (!entry.body) return;
    if (entry.kind != "erasure" && entry.kind != "comment" && entry.kind != "testimony") return;
    taken.insert(json::parse(*entry.body).value("envelope", ""));
  });
  taken.erase("");
  return taken;
}

std::string envelope_at(const std::string& investigation, const EntryPlace& place) {
  std::string envelope;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (!entry.body || !(EntryPlace{entry.writer, entry.seq} == place)) return;
    const json body = json::parse(*entry.body);
    if (is_received(entry.kind, body)) envelope = body.value("envelope", "");
  });
  return envelope;
}

}  // namespace sanaq::ledger
