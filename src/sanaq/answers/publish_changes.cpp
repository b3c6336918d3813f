#include "sanaq/answers/publish_changes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/report/text_table.h"

namespace sanaq::answers {
namespace {

using base::Catalog;
using base::message;
using publish::Change;
using publish::ChangedThing;
using publish::ChangeKind;

constexpr std::size_t cell_characters_max = 60;

std::string thing_word(ChangedThing thing, const Catalog& catalog) {
  switch (thing) {
    case ChangedThing::person:
      return catalog.say("person");
    case ChangedThing::statement:
      return catalog.say("statement");
    case ChangedThing::document:
      break;
  }
  return catalog.say("document");
}

std::string value_of(const Change& change) {
  const std::string before = report::safe_cell(change.before, cell_characters_max),
                    now = report::safe_cell(change.now, cell_characters_max);
  if (change.kind == ChangeKind::changed) return before + " → " + now;
  return change.kind == ChangeKind::gone ? before : now;
}

std::string part(const publish::Changes& changes, ChangeKind kind, const std::string& title,
                 const Catalog& catalog) {
  std::vector<std::vector<std::string>> rows;
  for (const Change& change : changes.changes) {
    if (change.kind != kind) continue;
    rows.push_back({"  " + thing_word(change.thing, catalog),
                    report::safe_cell(change.id, cell_characters_max),
                    report::safe_cell(change.what, cell_characters_max), value_of(change)});
  }
  if (rows.empty()) return "";
  return title + ": " + std::to_string(rows.size()) + "\n" + report::text_table(rows);
}

}  // namespace

std::string changes_text(const publish::Changes& changes, const Catalog& catalog) {
  std::string text;
  if (!changes.has_site)
    text += catalog.say("no published site stands there, so everything would be new") + "\n";
  for (const std::string& path : changes.not_as_published)
    text += catalog.say(message("{}: this is not as it was published; what it held counts as not "
                                "public",
                                path)) +
            "\n";
  text += part(changes, ChangeKind::added, catalog.say("newly public"), catalog);
  text += part(changes, ChangeKind::changed, catalog.say("changed"), catalog);
  text += part(changes, ChangeKind::gone, catalog.say("gone"), catalog);
  if (changes.changes.empty())
    text += catalog.say("no person, statement or document would change") + "\n";
  return text +
         catalog.say(message("pages and files: new {}, changed {}, gone {}", changes.files_added,
                             changes.files_changed, changes.files_gone)) +
         "\n";
}

nlohmann::json changes_json(const std::vector<publish::FactChange>& facts) {
  nlohmann::json all = nlohmann::json::array();
  for (const publish::FactChange& fact : facts) {
    const char* change = fact.kind == ChangeKind::added     ? "new"
                         : fact.kind == ChangeKind::changed ? "changed"
                                                            : "gone";
    all.push_back({{"change", change},
                   {"page", fact.page},
                   {"subject", fact.subject},
                   {"property", fact.property},
                   {"value", fact.value},
                   {"source", fact.source}});
  }
  return all;
}

}  // namespace sanaq::answers
