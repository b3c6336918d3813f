#include "sanaq/ledger/about_envelope.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 2> envelope_kinds = {"comment", "testimony"};

bool is_decision_on(const json& body, const std::set<EntryPlace>& comments) {
  if (!body.contains("decides")) return false;
  const json& comment = body.at("comment");
  return comments.contains(
      {comment.value("writer", std::string()), comment.value("seq", std::int64_t(0))});
}

}  // namespace

std::vector<EntryPlace> entries_about_envelope(const std::string& investigation,
                                               const std::string& envelope) {
  std::vector<EntryPlace> found;
  std::set<EntryPlace> comments;
  for (const std::string_view kind : envelope_kinds) {
    visit_in_force(investigation, kind, [&](const Entry& entry, const json& body) {
      if (body.value("envelope", "") != envelope) return;
      found.push_back({entry.writer, entry.seq});
      if (kind == "comment") comments.insert(found.back());
    });
  }
  visit_in_force(investigation, "comment", [&](const Entry& entry, const json& body) {
    if (is_decision_on(body, comments)) found.push_back({entry.writer, entry.seq});
  });
  return found;
}

}  // namespace sanaq::ledger
