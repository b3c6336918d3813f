#include "sanaq/disclose/public_forms.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "sanaq/base/files.h"
#include "sanaq/disclose/public_records.h"
#include "sanaq/disclose/row_cells.h"
#include "sanaq/disclose/row_words.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/grounds.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/retractions.h"
#include "sanaq/log/merkle.h"
#include "sanaq/log/note.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;
using nlohmann::json;

std::string day_of(const std::string& time) { return time.substr(0, 10); }

std::string name_of(const ledger::EntryPlace& place) {
  return place.writer + ":" + std::to_string(place.seq);
}

json filled(const std::vector<std::pair<const char*, std::string>>& texts) {
  json body = json::object();
  for (const auto& [name, text] : texts) {
    if (!text.empty()) body[name] = text;
  }
  return body;
}

// A statement as the pages show it.
json shown_body(const Statement& said) {
  return filled({{"confidence", said.confidence},
                 {"language", said.language},
                 {"locator", said.locator},
                 {"property", said.property},
                 {"source", said.source},
                 {"subject", said.subject},
                 {"value", said.value}});
}

// The same of an entry that they do not show.
json closed_body(const json& raw) {
  const auto text = [&](const char* name) { return raw.value(name, std::string()); };
  return filled({{"confidence", text("confidence")},
                 {"language", text("lang")},
                 {"locator", text("locator")},
                 {"property", text("property")},
                 {"source", text("source")},
                 {"subject", text("subject")},
                 {"value", text("value")}});
}

json without_persons(json body) {
  for (const char* name : {"by", "author", "reason", "obtained"}) body.erase(name);
  return body;
}

// Canonical JSON of an object whose values are canonical already; its keys are ASCII.
std::string object_text(const std::map<std::string, std::string>& values) {
  std::string text;
  for (const auto& [key, value] : values)
    text += (text.empty() ? "{\"" : ",\"") + key + "\":" + value;
  return text + "}";
}

class Forms {
 public:
  Forms(const std::string& investigation, const pages::PublicView& view, const std::string& secret,
        const std::string& origin, const KnownLeaves& known, const investigation::Outcome* outcome)
      : view_(view),
        secret_(secret),
        origin_(origin),
        known_(known),
        cells_(view.columns),
        records_(investigation, view, outcome),
        outcome_(outcome) {
    for (const pages::PublicPerson& person : view.persons) pages_.insert(person.id);
    const pages::PublicCase& shown = view.case_file;
    for (std::size_t at = 0; at < shown.ledger_entries.size(); ++at) {
      if (!shown.ledger_entries[at].empty())
        statements_[shown.ledger_entries[at]] = &shown.view.statements()[at];
    }
  }

  void add_rows() {
    if (secret_.empty()) return;
    std::vector<std::vector<PublicForm>> of_persons(view_.persons.size());
    tbb::parallel_for(std::size_t{0}, of_persons.size(),
                      [&](std::size_t at) { of_persons[at] = rows_of(view_.persons[at]); });
    for (std::vector<PublicForm>& rows : of_persons) {
      for (PublicForm& row : rows) forms_.open.push_back(std::move(row));
    }
    add_table_rows();
  }

  void add_entry(const ledger::Entry& entry) {
    if (!entry.body) return;
    const std::string of = name_of({entry.writer, entry.seq});
    if (entry.kind == "statement") return add_statement(of, entry);
    if (entry.kind == "retraction" || entry.kind == "erasure") return add_end(of, entry);
    if (entry.kind == "key") return add_log_key(of, entry);
    const bool is_decision = entry.kind == "decision", is_document = entry.kind == "document";
    if (!is_decision && !is_document && entry.kind != "comment") return;
    const json raw = json::parse(*entry.body);
    const std::optional<json> open = is_decision   ? records_.decision(of)
                                     : is_document ? records_.document(of)
                                                   : shown_comment(of);
    add(open.has_value(), of, entry, open ? *open : without_persons(raw));
    if (!open) note_closed(of, raw);
  }

  [[nodiscard]] PublicForms done() {
    name_withdrawn();
    return std::move(forms_);
  }

 private:
  // The rows of lists that a person has. On any thread.
  [[nodiscard]] std::vector<PublicForm> rows_of(const pages::PublicPerson& person) const {
    std::vector<Row> rows;
    std::map<std::size_t, std::size_t> number;
    for (const pages::PublicRecord& record : person.records) {
      const std::string& list = view_.lists[record.list].name;
      std::string cells = cells_.text(record);
      std::string of = row_word(secret_, list, person.id, number[record.list]++, cells);
      const bool is_new = std::none_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.list == record.list && row.cells == cells;
      });
      // Equal rows of one person are one leaf.
      if (is_new) rows.push_back({record.list, std::move(cells), std::move(of)});
    }
    auto forms = standing_rows(person, rows);
    return forms ? std::move(*forms) : new_rows(person, rows);
  }

  struct Row {
    std::size_t list = 0;
    std::string cells, of;
  };

  // None if not all of them stand open: what each replaces is then looked for.
  [[nodiscard]] std::optional<std::vector<PublicForm>> standing_rows(
      const pages::PublicPerson& person, const std::vector<Row>& rows) const {
    if (!known_.open_row) return std::nullopt;
    std::vector<PublicForm> forms;
    for (const Row& row : rows) {
      const auto leaf = known_.open_row(row.of);
      if (!leaf) return std::nullopt;
      forms.push_back({row.of, "", "", person.id, {}, leaf});
    }
    return forms;
  }

  [[nodiscard]] std::vector<PublicForm> new_rows(const pages::PublicPerson& person,
                                                 const std::vector<Row>& rows) const {
    std::vector<PublicForm> forms;
    std::set<std::string> texts;
    for (const Row& row : rows) {
      add_row(row.of,
              {{"cells", row.cells},
               {"list", ledger::canonical(json(view_.lists[row.list].name))},
               {"person", ledger::canonical(json(person.id))}},
              person.id, texts, forms);
    }
    return forms;
  }

  // Whoever changes this form changes record_format too (publish/site_record.cpp): rows that stand
  // open are not made again. `row` has all but the origin and what it replaces, each value as
  // canonical JSON: it is written once however many forms are tried.
  void add_row(const std::string& of, std::map<std::string, std::string> row,
               const std::string& person, std::set<std::string>& texts,
               std::vector<PublicForm>& rows) const {
    row["kind"] = R"("row")";
    row["origin"] = ledger::canonical(json(origin_));
    row["replaces"] = "null";
    const std::string alone = object_text(row);
    // Equal rows of one person are one leaf.
    if (!texts.insert(alone).second) return;
    const RowForm form = [&](std::optional<std::uint64_t> replaces) {
      if (!replaces) return alone;
      std::map<std::string, std::string> whole = row;
      whole["replaces"] = std::to_string(*replaces);
      whole["closes"] = ledger::canonical(json(known_.with_what_it_closed(*replaces)));
      whole["ground"] = R"("replaced")";
      return object_text(whole);
    };
    const std::optional<std::uint64_t> replaces = known_.replaced_by(of, form);
    PublicForm made{of, form(replaces), secret_, person};
    if (replaces) made.ends = known_.with_what_it_closed(*replaces);
    rows.push_back(std::move(made));
  }

  // What a row of a case table says of one thing is a leaf.
  void add_table_rows() {
    std::set<std::string> texts;
    const pages::PublicCase& shown = view_.case_file;
    std::map<std::tuple<std::string, std::int64_t, std::string>, json> rows;
    for (std::size_t at = 0; at < shown.ledger_entries.size(); ++at) {
      const Statement& said = shown.view.statements()[at];
      if (!shown.ledger_entries[at].empty()) continue;
      json body = shown_body(said);
      body.erase("subject");
      rows[{said.origin.file, said.origin.row, said.subject}].push_back(std::move(body));
    }
    std::map<std::pair<std::string, std::string>, std::size_t> number;
    for (const auto& [place, said] : rows) {
      const auto& [table, row, subject] = place;
      add_row(row_word(secret_, table_word(table), subject, number[{table, subject}]++,
                       ledger::canonical(said)),
              {{"said", ledger::canonical(said)},
               {"subject", ledger::canonical(json(subject))},
               {"table", ledger::canonical(json(table))}},
              page_of(subject), texts, forms_.open);
    }
  }

  // A comment is open while a page shows it, with what the page shows.
  [[nodiscard]] std::optional<json> shown_comment(const std::string& of) const {
    const auto found = view_.comment_forms.find(of);
    if (found == view_.comment_forms.end()) return std::nullopt;
    return json::parse(found->second);
  }

  void add_statement(const std::string& of, const ledger::Entry& entry) {
    const json raw = json::parse(*entry.body);
    const std::string ground = raw.value("ground", std::string());
    if (!ground.empty() && raw.value("property", std::string()) == "visibility")
      withdrawals_.push_back(
          {{entry.writer, entry.seq}, ground, raw.value("subject", std::string())});
    const auto shown = statements_.find(of);
    const json closed = closed_body(raw);
    const json body = shown == statements_.end() ? closed : shown_body(*shown->second);
    const bool is_open = shown != statements_.end();
    add(is_open, of, entry, body, is_open ? page_of(shown->second->subject) : std::string());
    if (!is_open || body != closed) note_closed(of, raw);
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
    const ledger::EntryPlace target = {raw.at("entry").value("writer", std::string()),
                                       raw.at("entry").value("seq", std::int64_t(0))};
    if (entry.kind == "retraction") retractions_.note({entry.writer, entry.seq}, target);
    const auto index = known_.index_of(name_of(target));
    const bool is_open = index && known_.was_open(*index);
    const auto ends = index ? known_.with_what_it_closed(*index) : std::vector<std::uint64_t>();
    // An entry from before grounds were given says what it is.
    const std::string ground = raw.contains("ground")
                                   ? ledger::ground_of(raw.value("ground", std::string()))
                               : entry.kind == "erasure" ? "erased"
                                                         : "retracted";
    const json form = {{"closes", ends},
                       {"day", day_of(entry.time)},
                       {"ground", ground},
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

  void add(bool is_open, const std::string& of, const ledger::Entry& entry, const json& body,
           const std::string& subject = {}) {
    const json form = {
        {"body", body}, {"day", day_of(entry.time)}, {"kind", entry.kind}, {"origin", origin_}};
    (is_open ? forms_.open : forms_.closed)
        .push_back({of, ledger::canonical(form), entry.salt, subject});
  }

  // Of what was open once it is asked at the end who withdrew it.
  void note_closed(const std::string& of, const json& raw) {
    const auto index = known_.index_of(of);
    if (index && known_.was_open(*index)) closed_since_.emplace_back(of, raw);
  }

  void name_withdrawn() {
    const std::set<ledger::EntryPlace> retracted = retractions_.retracted();
    Withdrawals withdrawals(outcome_);
    for (const Entered& one : withdrawals_) {
      if (!retracted.contains(one.place))
        withdrawals.add(name_of(one.place), one.ground, one.subject);
    }
    if (withdrawals.is_empty()) return;
    forms_.withdrawn = [withdrawals, closed = std::move(closed_since_)]() mutable {
      std::map<std::string, Withdrawn> found;
      withdrawals.know();
      withdrawals.find_rows(found);
      for (const auto& [of, raw] : closed) {
        if (const auto by = withdrawals.of_entry(raw)) found.emplace(of, *by);
      }
      return found;
    };
  }

  struct Entered {
    ledger::EntryPlace place;
    std::string ground, subject;
  };

  const pages::PublicView& view_;
  const std::string& secret_;
  const std::string& origin_;
  const KnownLeaves& known_;
  RowCells cells_;
  PublicRecords records_;
  const investigation::Outcome* outcome_;
  std::map<std::string, const Statement*> statements_;
  std::set<std::string> pages_;  // addresses
  bool has_log_key_ = false;
  std::vector<Entered> withdrawals_;
  ledger::Retractions retractions_;
  std::vector<std::pair<std::string, json>> closed_since_;  // entries that were open
  PublicForms forms_;
};

}  // namespace

PublicForms public_forms(const std::string& investigation, const pages::PublicView& view,
                         const std::string& secret, const std::string& origin,
                         const KnownLeaves& known, const investigation::Outcome* outcome) {
  Forms forms(investigation, view, secret, origin, known, outcome);
  forms.add_rows();
  if (base::folder_exists(ledger::ledger_folder(investigation)))
    ledger::for_each_entry(investigation,
                           [&](const ledger::Entry& entry) { forms.add_entry(entry); });
  return forms.done();
}

}  // namespace sanaq::disclose
