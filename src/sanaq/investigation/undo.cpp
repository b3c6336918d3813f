#include "sanaq/investigation/undo.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/answer.h"
#include "sanaq/investigation/own_chain.h"
#include "sanaq/investigation/settings_changes.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/persons/successors.h"
#include "sanaq/record/field_title.h"
#include "sanaq/settings/key_path.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::string_view settings_prefix = "settings:";
constexpr std::string_view of_record = "record:";

std::string joined_rows(const std::vector<std::string>& rows) {
  std::string all;
  for (const std::string& row : rows) all += (all.empty() ? "" : " | ") + row;
  return all;
}

base::Message words_of_decision(const ledger::Decision& decision,
                                const std::vector<std::string>& rows) {
  const std::string said = joined_rows(rows);
  switch (decision.verdict) {
    case ledger::Verdict::same:
      return message("one person: {}", said);
    case ledger::Verdict::different:
      return message("different persons: {}", said);
    case ledger::Verdict::unsure:
      return message("unsure: {}", said);
    case ledger::Verdict::out_of_scope:
      return message("out of scope: {}", said);
    case ledger::Verdict::no_person:
      break;
  }
  return message("no person: {}", said);
}

// One act of several decisions, in the order in which they were entered.
Change change_of(const std::vector<ledger::Decision>& act, const WordsOfRow& words_of_row) {
  Change change{ChangeKind::decision,
                persons::short_name(act.back().place),
                act.back().time,
                act.back().by,
                {},
                {}};
  for (const ledger::Decision& decision : act) {
    std::vector<std::string> rows;
    for (const std::string& identity : decision.records) {
      const std::string row = words_of_row(identity);
      rows.push_back(row.empty() ? identity : row);
      if (std::find(change.rows.begin(), change.rows.end(), rows.back()) == change.rows.end())
        change.rows.push_back(rows.back());
    }
    const base::Message words = words_of_decision(decision, rows);
    if (act.size() == 1) {
      change.said.words = words;
      continue;
    }
    const std::size_t place = change.said.words.arguments.size();
    change.said.words.id += place == 0 ? "{}" : "; {}";
    change.said.words.arguments.push_back(words.english());
    change.said.terms.emplace_back(place, words);
  }
  return change;
}

Change change_of(const ledger::Statement& said, const WordsOfRow& words_of_row) {
  Change change{
      ChangeKind::statement, persons::short_name(said.place), said.time, said.author, {}, {}};
  if (!persons::is_about_a_cell(said)) {
    change.said.words = message("statement: {} {} {}", said.subject, said.property, said.value);
    return change;
  }
  change.kind = ChangeKind::mending;
  const std::string identity =
      said.subject.starts_with(of_record) ? said.subject.substr(of_record.size()) : said.subject;
  const std::string row = words_of_row(identity);
  change.rows.push_back(row.empty() ? identity : row);
  const std::string column = said.property.substr(said.property.find('/') + 1);
  change.said.words = said.value.empty()
                          ? message("mended: {} is not known: {}", column, change.rows[0])
                          : message("mended: {} = {}: {}", column, said.value, change.rows[0]);
  if (const auto field = record::field_from_name(column))
    change.said.terms.emplace_back(0, record::field_title(*field));
  return change;
}

std::string list_in_key(const std::string& key) {
  const settings::KeyPath path = settings::key_path(key);
  return path.size() > 1 ? path[1] : key;
}

Change change_of(const SettingsSave& save) {
  Change change{ChangeKind::settings,
                std::string(settings_prefix) + std::to_string(save.number),
                save.time,
                "",
                {},
                {}};
  change.said = save.replaced.empty()
                    ? words_of_settings(save.key, save.was, save.now)
                    : SpokenChange{message("The list {} was replaced by a newer copy: {}",
                                           list_in_key(save.key), save.replaced),
                                   {}};
  return change;
}

// What sanaq read from a document, and entered with it, in one write.
bool is_of_a_document(const ledger::Statement& said) {
  return said.property.starts_with("metadata.");
}

// A change whose words are found only if somebody is to read them.
struct Found {
  ledger::EntryPlace place = {};            // of an entry, the last of its act
  std::vector<ledger::EntryPlace> earlier;  // of the same act
  std::string time;
  std::string ledger_end;  // of a save: where the own chain ended then
  std::function<Change()> change;
};

// Own decisions in force, those of one act together.
std::vector<std::vector<ledger::Decision>> own_acts(const std::string& folder,
                                                    const std::set<std::string>& own) {
  std::vector<std::vector<ledger::Decision>> acts;
  std::map<std::pair<std::string, std::string>, std::size_t> known;  // by writer and task
  for (const ledger::Decision& decision : ledger::decisions_in_force(folder)) {
    if (!own.contains(decision.place.writer)) continue;
    const auto [act, is_new] =
        known.try_emplace({decision.place.writer, decision.asked.task}, acts.size());
    if (is_new || decision.asked.task.empty()) {
      act->second = acts.size();
      acts.emplace_back();
    }
    acts[act->second].push_back(decision);
  }
  for (std::vector<ledger::Decision>& act : acts)
    std::sort(act.begin(), act.end(),
              [](const auto& left, const auto& right) { return left.place < right.place; });
  return acts;
}

// Own entries in force, in the order of the ledger.
std::vector<Found> entries_of(const std::string& folder, const WordsOfRow& words_of_row) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  const std::set<std::string> own = own_chains(folder);
  std::map<ledger::EntryPlace, Found> found;
  for (const std::vector<ledger::Decision>& act : own_acts(folder, own)) {
    const ledger::Decision& last = act.back();
    std::vector<ledger::EntryPlace> earlier;
    for (std::size_t at = 0; at + 1 < act.size(); ++at) earlier.push_back(act[at].place);
    found[last.place] = {last.place, std::move(earlier), last.time, "",
                         [act, &words_of_row] { return change_of(act, words_of_row); }};
  }
  for (const ledger::Statement& said : ledger::statements_in_force(folder)) {
    if (!own.contains(said.place.writer) || is_of_a_document(said)) continue;
    found[said.place] = {said.place, {}, said.time, "", [said, &words_of_row] {
                           return change_of(said, words_of_row);
                         }};
  }
  std::vector<Found> in_order;
  ledger::for_each_entry(folder, [&](const ledger::Entry& entry) {
    const auto known = found.find({entry.writer, entry.seq});
    if (known != found.end()) in_order.push_back(std::move(known->second));
  });
  return in_order;
}

// Saves of the settings that are no undo and were not taken back, in their order.
std::vector<Found> saves_of(const std::string& folder) {
  std::vector<Found> found;
  const std::vector<SettingsSave> saves = settings_saves(folder);
  std::set<std::int64_t> undone;
  for (const SettingsSave& save : saves) undone.insert(save.undoes);
  for (const SettingsSave& save : saves) {
    if (save.undoes != 0 || undone.contains(save.number)) continue;
    Found one;
    one.time = save.time;
    one.ledger_end = save.ledger_end;
    one.change = [save] { return change_of(save); };
    found.push_back(std::move(one));
  }
  return found;
}

// By the chain where it tells, otherwise by the clock.
bool is_newer(const Found& save, const Found& entry) {
  const std::size_t colon = save.ledger_end.find(':');
  if (colon != std::string::npos && save.ledger_end.substr(0, colon) == entry.place.writer)
    return std::to_string(entry.place.seq) == save.ledger_end.substr(colon + 1) ||
           entry.place.seq < std::strtoll(save.ledger_end.c_str() + colon + 1, nullptr, 10);
  return save.time >= entry.time;
}

[[noreturn]] void refuse_kind(const std::string& kind, const std::string& name) {
  if (kind == "erasure")
    throw Error(Kind::usage, message("{}: an erasure cannot be undone: its words are gone; while "
                                     "it only seals, take it back with  sanaq retract {}",
                                     name, name));
  if (kind == "publication")
    throw Error(Kind::usage, message("{}: a publication cannot be undone: others may have seen "
                                     "it; close what is not to be public and publish again",
                                     name));
  if (kind == "retraction")
    throw Error(Kind::usage, message("{}: this is itself an undo; to bring back what it took "
                                     "away:  sanaq retract {}",
                                     name, name));
  if (kind == "document" || kind == "list" || kind == "run")
    throw Error(Kind::usage, message("{}: undo takes back decisions, mendings, statements and "
                                     "settings; a document is taken out of force with  sanaq "
                                     "retract {}",
                                     name, name));
  throw Error(Kind::usage, message("{}: this cannot be undone: others are checked by it; see "
                                   "sanaq key --help",
                                   name));
}

// Why an entry that is not among the own ones in force cannot be taken back.
[[noreturn]] void refuse_entry(const std::string& folder, const ledger::EntryPlace& place) {
  const std::string name = persons::short_name(place);
  std::string kind;
  ledger::for_each_entry(folder, [&](const ledger::Entry& entry) {
    if (ledger::EntryPlace{entry.writer, entry.seq} == place) kind = entry.kind;
  });
  if (!own_chains(folder).contains(place.writer))
    throw Error(Kind::conflict, message("{}: somebody else entered this; undo takes back what you "
                                        "did yourself. If it does not hold:  sanaq retract {}",
                                        name, name));
  if (kind != "decision" && kind != "statement") refuse_kind(kind, name);
  throw Error(Kind::conflict, message("{}: this was taken back already, or something newer on the "
                                      "same records counts",
                                      name));
}

std::int64_t number_of_change(const std::string& name) {
  std::int64_t number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + settings_prefix.size(), end, number);
  if (error != std::errc() || stop != end)
    throw Error(Kind::usage, message("{}: a change of the settings is named settings:NUMBER, as  "
                                     "sanaq undo --list  prints it",
                                     name));
  return number;
}

Change settings_change(const std::string& folder, const std::string& name) {
  const std::int64_t number = number_of_change(name);
  const std::vector<SettingsSave> saves = settings_saves(folder);
  for (const SettingsSave& save : saves) {
    if (save.undoes == number || (save.number == number && save.undoes > 0))
      throw Error(Kind::conflict,
                  message("{}: this was taken back already, or is itself an undo", name));
  }
  for (const SettingsSave& save : saves) {
    if (save.number == number) return change_of(save);
  }
  throw Error(Kind::not_found, message("{}: the file before this change is no longer kept", name));
}

Change entry_change(const std::string& folder, const std::string& name,
                    const WordsOfRow& words_of_row) {
  const ledger::EntryPlace place = ledger::find_entry(folder, name);
  for (const Found& found : entries_of(folder, words_of_row)) {
    if (found.place == place ||
        std::find(found.earlier.begin(), found.earlier.end(), place) != found.earlier.end())
      return found.change();
  }
  refuse_entry(folder, place);
}

}  // namespace

// Only once somebody asks for a row: it takes as long as there are records.
WordsOfRow words_of_rows(const Outcome& outcome, std::string_view language) {
  struct Rows {
    base::Catalog catalog;
    std::once_flag is_made;
    std::optional<persons::Successors> successors;
    std::optional<exchange::RowWords> words;
  };
  const auto rows = std::make_shared<Rows>();
  rows->catalog = base::Catalog(language);
  return [rows, &outcome](const std::string& identity) {
    std::call_once(rows->is_made, [&] {
      rows->successors.emplace(outcome.records, outcome.histories);
      rows->words.emplace(outcome.records);
    });
    const auto record = rows->successors->find(identity).record;
    return record ? rows->words->named_line(*record, rows->catalog) : std::string();
  };
}

std::vector<Change> last_changes(const std::string& folder, std::size_t count,
                                 const WordsOfRow& words_of_row) {
  std::vector<Found> entries = entries_of(folder, words_of_row), saves = saves_of(folder);
  std::vector<Change> changes;
  while (changes.size() < count && !(entries.empty() && saves.empty())) {
    const bool is_save =
        !saves.empty() && (entries.empty() || is_newer(saves.back(), entries.back()));
    std::vector<Found>& newest = is_save ? saves : entries;
    changes.push_back(newest.back().change());
    newest.pop_back();
  }
  return changes;
}

Change change_to_undo(const std::string& folder, const std::string& name,
                      const WordsOfRow& words_of_row) {
  if (name.starts_with(settings_prefix)) return settings_change(folder, name);
  if (!name.empty()) return entry_change(folder, name, words_of_row);
  std::vector<Change> last = last_changes(folder, 1, words_of_row);
  if (last.empty())
    throw Error(Kind::not_found, message("{}: there is nothing of yours here to undo", folder));
  return std::move(last.front());
}

Undone undo(const std::string& folder, const Change& change, const std::string& reason,
            const OpenLedger& open) {
  if (change.kind == ChangeKind::settings) {
    const SettingsSave save = undo_settings(folder, number_of_change(change.name));
    return {change, std::string(settings_prefix) + std::to_string(save.number)};
  }
  ledger::Writer writer = open();
  // Nobody else writes from here on: it may have been taken back meanwhile.
  const ledger::EntryPlace place = ledger::find_entry(folder, change.name);
  (void)entry_change(folder, change.name, [](const std::string&) { return std::string(); });
  std::vector<std::pair<std::string, nlohmann::json>> retractions;
  for (const ledger::EntryPlace& one : entries_of_act(ledger::decisions_standing(folder), place))
    retractions.emplace_back("retraction",
                             ledger::retraction_body(one, reason, writer.key().name()));
  const ledger::Entry entry = writer.append_all(retractions).back();
  return {change, persons::short_name({entry.writer, entry.seq})};
}

}  // namespace sanaq::investigation
