#include "sanaq/disclose/public_records.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/casefile/person_form.h"
#include "sanaq/disclose/disclose_evidence.h"

namespace sanaq::disclose {
namespace {

using nlohmann::json;

std::string entry_name(const ledger::EntryPlace& place) {
  return place.writer + ":" + std::to_string(place.seq);
}

// Addresses that lead to a page.
std::set<std::string> addresses_of(const pages::PublicView& view) {
  std::set<std::string> all;
  for (const pages::PublicPerson& person : view.persons) {
    all.insert(person.id);
    all.insert(person.forwards.begin(), person.forwards.end());
  }
  return all;
}

std::optional<json> found_in(const std::map<std::string, json>& in, const std::string& of) {
  const auto found = in.find(of);
  if (found == in.end()) return std::nullopt;
  return found->second;
}

}  // namespace

PublicRecords::PublicRecords(const std::string& investigation, const pages::PublicView& view,
                             const investigation::Outcome* outcome)
    : investigation_(investigation), view_(view), outcome_(outcome) {}

PublicRecords::~PublicRecords() = default;

void PublicRecords::know_decisions() {
  decisions_.emplace();
  if (outcome_ == nullptr || !outcome_->addresses.has_secret()) return;
  const std::set<std::string> shown = addresses_of(view_);
  for (const persons::Held& held : outcome_->decisions_held) {
    std::set<std::string> records;
    for (const std::uint32_t record : held.records) {
      const std::string address =
          record < outcome_->origins.size()
              ? persons::keyed_address(outcome_->addresses.secret, outcome_->origins[record])
              : std::string();
      if (shown.contains(address)) records.insert(address);
    }
    if (held.place.writer.empty() || records.size() < held.records.size()) continue;
    (*decisions_)[entry_name(held.place)] = {
        {"decision", held.verdict == ledger::Verdict::same ? "same" : "different"},
        {"records", records}};
  }
}

void PublicRecords::know_documents() {
  documents_.emplace();
  if (outcome_ == nullptr) return;
  const std::set<std::string> closed = casefile::closed_documents(outcome_->case_file.said);
  const std::vector<ledger::Document> all = ledger::documents(investigation_);
  for (const ledger::Document& document : all) {
    if (document.visibility != "public" || is_among(document, closed)) continue;
    for (const ledger::CustodyEntry& entry : document.custody)
      (*documents_)[entry_name(entry.place)] = {{"original", entry.custody.is_original},
                                                {"sha256", document.sha256},
                                                {"size", document.size},
                                                {"type", document.type}};
  }
}

std::optional<json> PublicRecords::decision(const std::string& of) {
  if (!decisions_) know_decisions();
  return found_in(*decisions_, of);
}

std::optional<json> PublicRecords::document(const std::string& of) {
  if (!documents_) know_documents();
  return found_in(*documents_, of);
}

}  // namespace sanaq::disclose
