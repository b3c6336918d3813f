#include "sanaq/disclose/public_forms.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "sanaq/base/files.h"
#include "sanaq/base/hmac.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/log/merkle.h"
#include "sanaq/log/note.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;
using nlohmann::json;

std::string day_of(const std::string& time) { return time.substr(0, 10); }

json cells_of(const pages::PublicView& view, const pages::PublicRecord& record) {
  json cells = json::object();
  for (std::size_t at = 0; at < record.cells.size(); ++at) {
    if (!record.cells[at]) continue;
    const pages::PublicColumn& column = view.columns[at];
    std::string name =
        column.field ? std::string(record::field_name(*column.field)) : column.header;
    // A header that reads like a field's name, or twice: no cell may stand for the other.
    while (cells.contains(name)) name += "'";
    cells[name] = record.cells[at]->text;
  }
  return cells;
}

json filled(const std::vector<std::pair<const char*, std::string>>& texts) {
  json body = json::object();
  for (const auto& [name, text] : texts) {
    if (!text.empty()) body[name] = text;
  }
  return body;
}

class Forms {
 public:
  Forms(const pages::PublicView& view, const std::string& secret, const std::string& origin,
        const KnownLeaves& known)
      : view_(view), secret_(secret), origin_(origin), known_(known) {
    for (const pages::PublicPerson& person : view.persons) pages_.insert(person.id);
    const pages::PublicCase& shown = view.case_file;
    for (std::size_t at = 0; at < shown.ledger_entries.size(); ++at) {
      if (!shown.ledger_entries[at].empty())
        statements_[shown.ledger_entries[at]] = &shown.view.statements()[at];
    }
  }

  void add_rows() {
    if (secret_.empty()) return;
    std::set<std::string> texts;
    for (const pages::PublicPerson& person : view_.persons) {
      std::map<std::size_t, std::size_t> number;
      for (const pages::PublicRecord& record : person.records)
        add_row(person, record, number[record.list]++, texts);
    }
  }

  void add_entry(const ledger::Entry& entry) {
    if (!entry.body) return;
    const std::string of = entry.writer + ":" + std::to_string(entry.seq);
    if (entry.kind == "statement") return add_statement(of, entry);
    if (entry.kind == "retraction" || entry.kind == "erasure") return add_end(of, entry);
    if (entry.kind == "key") return add_log_key(of, entry);
    if (entry.kind == "comment" || entry.kind == "document" || entry.kind == "decision")
      add(false, of, entry, without_persons(json::parse(*entry.body)));
  }

  [[nodiscard]] PublicForms done() { return std::move(forms_); }

 private:
  void add_row(const pages::PublicPerson& person, const pages::PublicRecord& record,
               std::size_t number, std::set<std::string>& texts) {
    const std::string& list = view_.lists[record.list].name;
    const json cells = cells_of(view_, record);
    const std::string of = row_word(secret_, list, person.id, number, ledger::canonical(cells));
    const RowForm form = [&](std::optional<std::uint64_t> replaces) {
      json row = {{"cells", cells},    {"kind", "row"},       {"list", list},
                  {"origin", origin_}, {"person", person.id}, {"replaces", nullptr}};
      if (replaces) {
        row["replaces"] = *replaces;
        row["closes"] = known_.with_what_it_closed(*replaces);
        row["ground"] = "replaced";
      }
      return ledger::canonical(row);
    };
    // Equal rows of one person are one leaf.
    if (!texts.insert(form(std::nullopt)).second) return;
    const std::optional<std::uint64_t> replaces = known_.replaced_by(of, form);
    PublicForm made{of, form(replaces), secret_, person.id};
    if (replaces) made.ends = known_.with_what_it_closed(*replaces);
    forms_.open.push_back(std::move(made));
  }

  void add_statement(const std::string& of, const ledger::Entry& entry) {
    const json raw = json::parse(*entry.body);
    const auto text = [&](const char* name) { return raw.value(name, std::string()); };
    const auto shown = statements_.find(of);
    if (shown == statements_.end()) {
      add(false, of, entry,
          filled({{"confidence", text("confidence")},
                  {"language", text("lang")},
                  {"locator", text("locator")},
                  {"property", text("property")},
                  {"source", text("source")},
                  {"subject", text("subject")},
                  {"value", text("value")}}));
      return;
    }
    const Statement& said = *shown->second;
    add(true, of, entry,
        filled({{"confidence", said.confidence},
                {"language", said.language},
                {"locator", said.locator},
                {"property", said.property},
                {"source", said.source},
                {"subject", said.subject},
                {"value", said.value}}),
        page_of(said.subject));
  }

  // The address of a person with a page; "" for anything else, a person who is named alone too.
  [[nodiscard]] std::string page_of(std::string_view subject) const {
    if (casefile::kind_of(subject) != "person") return "";
    const std::string id(casefile::id_of(subject));
    return pages_.contains(id) ? id : "";
  }

  // What ends another entry is open only if that one ever was.
  void add_end(const std::string& of, const ledger::Entry& entry) {
    const json raw = json::parse(*entry.body);
    const std::string target = raw.at("entry").value("writer", std::string()) + ":" +
                               std::to_string(raw.at("entry").value("seq", std::int64_t(0)));
    const auto index = known_.index_of(target);
    const bool is_open = index && known_.was_open(*index);
    const auto ends = index ? known_.with_what_it_closed(*index) : std::vector<std::uint64_t>();
    json form = {{"closes", ends},
                 {"day", day_of(entry.time)},
                 {"ground", entry.kind == "erasure" ? "erased" : "retracted"},
                 {"kind", entry.kind},
                 {"origin", origin_}};
    PublicForm made{of, ledger::canonical(form), entry.salt};
    made.ends = ends;
    (is_open ? forms_.open : forms_.closed).push_back(std::move(made));
  }

  // A further key of the log is named in it. The first is the one by which it is known.
  void add_log_key(const std::string& of, const ledger::Entry& entry) {
    const json raw = json::parse(*entry.body);
    const auto open = log::hash_of_hex(raw.value("public", std::string()));
    if (raw.value("event", std::string()) != "log" || !open) return;
    if (!std::exchange(has_log_key_, true)) return;
    const log::NoteKey key = {origin_, log::ed25519_type, {open->begin(), open->end()}};
    const json form = {{"day", day_of(entry.time)},
                       {"kind", "key"},
                       {"log_key", log::vkey_text(key)},
                       {"origin", origin_}};
    forms_.open.push_back({of, ledger::canonical(form), entry.salt});
  }

  static json without_persons(json body) {
    for (const char* name : {"by", "author", "reason", "obtained"}) body.erase(name);
    return body;
  }

  void add(bool is_open, const std::string& of, const ledger::Entry& entry, const json& body,
           const std::string& subject = {}) {
    const json form = {
        {"body", body}, {"day", day_of(entry.time)}, {"kind", entry.kind}, {"origin", origin_}};
    (is_open ? forms_.open : forms_.closed)
        .push_back({of, ledger::canonical(form), entry.salt, subject});
  }

  const pages::PublicView& view_;
  const std::string& secret_;
  const std::string& origin_;
  const KnownLeaves& known_;
  std::map<std::string, const Statement*> statements_;
  std::set<std::string> pages_;  // addresses
  bool has_log_key_ = false;
  PublicForms forms_;
};

}  // namespace

std::string row_word(const std::string& secret, std::string_view list, std::string_view person,
                     std::size_t number, std::string_view cells) {
  constexpr std::size_t digits = 16;
  const auto keyed = [&](const std::string& text) {
    return base::hmac_sha256_hex(secret, "sanaq row 1\n" + text).substr(0, digits);
  };
  const std::string start(list);
  return "row:" + keyed(start + "\nplace\n" + std::string(person) + "\n" + std::to_string(number)) +
         ":" + keyed(start + "\ncells\n" + std::string(cells));
}

PublicForms public_forms(const std::string& investigation, const pages::PublicView& view,
                         const std::string& secret, const std::string& origin,
                         const KnownLeaves& known) {
  Forms forms(view, secret, origin, known);
  forms.add_rows();
  if (base::folder_exists(ledger::ledger_folder(investigation)))
    ledger::for_each_entry(investigation,
                           [&](const ledger::Entry& entry) { forms.add_entry(entry); });
  return forms.done();
}

}  // namespace sanaq::disclose
