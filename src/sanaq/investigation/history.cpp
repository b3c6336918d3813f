#include "sanaq/investigation/history.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {
namespace {

using base::Message;
using base::message;
using nlohmann::json;

std::string text_in(const json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end()) return "";
  return found->is_string() ? found->get<std::string>() : found->dump();
}

std::string text_below(const json& body, const char* object, const char* key) {
  const auto found = body.find(object);
  return found != body.end() && found->is_object() ? text_in(*found, key) : "";
}

Message decision_told(const json& body) {
  const std::string word = text_in(body, "decision");
  if (word == "same") return message("decided: one person");
  if (word == "different") return message("decided: different persons");
  if (word == "out_of_scope") return message("decided: out of scope");
  if (word == "unsure") return message("looked at, and nobody can say");
  if (word == "no_person") return message("decided: these rows are no persons");
  return message("decided: {}", word);
}

Message words_of_statement(const json& body) {
  const std::string property = text_in(body, "property");
  constexpr std::string_view mends = "mend/";
  if (property.starts_with(mends))
    return message("mended: the column {} says: {}", property.substr(mends.size()),
                   text_in(body, "value"));
  return message("stated of {}: {} is {}", text_in(body, "subject"), property,
                 text_in(body, "value"));
}

Message words_of_run(const json& body) {
  const std::string verb = text_in(body, "verb");
  const auto figure = [&](const char* name) {
    const std::string text = text_below(body, "figures", name);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
  };
  if (verb == "ingest") return message("the lists were read: {} records", figure("records"));
  if (verb == "link") return message("the records were linked: {} persons", figure("persons"));
  if (verb == "estimate" && !figure("median").empty())
    return message("the number was estimated: {} ({} to {})", figure("median"), figure("low"),
                   figure("high"));
  if (verb == "estimate")
    return message("the documented persons were counted: {}", figure("documented_low"));
  if (verb == "publish") return message("the site was made");
  if (verb == "verify")
    return message("the files were checked: {} of {} are what they were",
                   text_below(body, "checked", "good"), text_below(body, "checked", "files"));
  return message("done: {}", verb);
}

Message words_of_key(const json& body) {
  const std::string event = text_in(body, "event");
  if (event == "founded") return message("the investigation was founded");
  if (event == "begun" || event.empty()) return message("somebody began to write here");
  if (event == "member") return message("{} was taken in", text_in(body, "name"));
  if (event == "vouched") return message("entries that were here before were vouched for");
  return message("an event of keys: {}", event);
}

// Settings and tables come in too: what counts from a file is entered with it.
Message list_told(const json& body) {
  const std::string list = text_in(body, "list");
  if (list.empty()) return message("the file {} came in", text_in(body, "file"));
  return message("the list {} came in: {} rows", list, text_in(body, "rows"));
}

std::string named_entry(const json& body) {
  const auto entry = body.find("entry");
  if (entry == body.end() || !entry->is_object()) return "";
  return persons::short_name({text_in(*entry, "writer"), entry->value("seq", std::int64_t{0})});
}

Message words_of_body(const std::string& kind, const json& body) {
  if (kind == "decision") return decision_told(body);
  if (kind == "statement") return words_of_statement(body);
  if (kind == "run") return words_of_run(body);
  if (kind == "key") return words_of_key(body);
  if (kind == "list") return list_told(body);
  if (kind == "document") return message("the document {} was added", text_in(body, "name"));
  if (kind == "retraction") return message("{} was taken back", named_entry(body));
  if (kind == "erasure") return message("{} was erased", named_entry(body));
  if (kind == "publication")
    return message("the site was put in its place: {} files", text_in(body, "files"));
  if (kind == "secret") return message("a secret for the addresses of persons was made");
  if (kind == "checkpoint") return message("a checkpoint was made");
  if (kind == "comment")
    return body.contains("decides") ? message("a moderator decided about a comment")
                                    : message("a comment of a reader came");
  if (kind == "testimony") return message("something about sealed testimony was entered");
  return message("done: {}", kind);
}

// The words of each row that the entry names, then the reason.
std::vector<std::string> details_of(const json& body, const WordsOfRow& words_of_row) {
  std::vector<std::string> details;
  const auto add_row = [&](const std::string& identity) {
    std::string words = words_of_row(identity);
    if (!words.empty()) details.push_back(std::move(words));
  };
  const auto records = body.find("records");
  if (records != body.end() && records->is_array()) {
    for (const json& identity : *records) {
      if (identity.is_string()) add_row(identity.get<std::string>());
    }
  }
  const std::string subject = text_in(body, "subject");
  constexpr std::string_view of_record = "record:";
  if (text_in(body, "property").starts_with("mend/"))
    add_row(subject.starts_with(of_record) ? subject.substr(of_record.size()) : subject);
  const std::string reason = text_in(body, "reason");
  if (!reason.empty()) details.push_back(reason);
  return details;
}

using NamesOfWriters = std::map<std::string, std::string>;

HistoryEntry told(const ledger::Entry& entry, const NamesOfWriters& names,
                  const WordsOfRow& words_of_row) {
  HistoryEntry told{
      persons::short_name({entry.writer, entry.seq}), entry.time, "", entry.kind, {}, {}};
  const auto name = names.find(entry.writer);
  const bool has_name = name != names.end() && !name->second.empty();
  told.who = has_name ? name->second : entry.writer.substr(0, 8);
  if (!entry.body) {
    told.words = message("an entry whose words were erased");
    return told;
  }
  const json body = json::parse(*entry.body);
  for (const char* key : {"by", "author"}) {
    if (const std::string by = text_in(body, key); !by.empty()) told.who = by;
  }
  told.words = words_of_body(entry.kind, body);
  told.details = details_of(body, words_of_row);
  return told;
}

// Newest first: a retraction stands behind what it takes back.
void mark_taken_back(std::vector<HistoryEntry>& history,
                     const std::map<std::string, std::string>& taken_back_by) {
  std::set<std::string> out;
  for (HistoryEntry& entry : history) {
    entry.is_taken_back = out.contains(entry.name);
    const auto target = taken_back_by.find(entry.name);
    if (target != taken_back_by.end() && !entry.is_taken_back) out.insert(target->second);
  }
}

}  // namespace

std::vector<HistoryEntry> history_of(const std::string& folder, const WordsOfRow& words_of_row) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  const ledger::FolderFacts facts = ledger::gather_facts(folder);
  const ledger::Standing standing = ledger::standing_here(folder, facts);
  const NamesOfWriters names = ledger::names_of_writers(facts, standing);
  std::vector<HistoryEntry> history;
  std::map<std::string, std::string> taken_back_by;
  ledger::for_each_entry(facts, standing, [&](const ledger::Entry& entry) {
    history.push_back(told(entry, names, words_of_row));
    if (entry.kind == "retraction" && entry.body)
      taken_back_by[history.back().name] = named_entry(json::parse(*entry.body));
  });
  std::reverse(history.begin(), history.end());
  mark_taken_back(history, taken_back_by);
  return history;
}

}  // namespace sanaq::investigation
