// The last changes that somebody made, in words, and taking one back: decisions, mendings and
// statements by a retraction, settings by the file before.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/investigation/settings_words.h"

namespace sanaq::investigation {

enum class ChangeKind { decision, mending, statement, settings };

struct Change {
  ChangeKind kind = ChangeKind::decision;
  std::string name;               // "3f9a0c12:7" or "settings:17"
  std::string time;               // UTC, "2026-11-30T09:25:11Z"
  std::string by;                 // who entered it; "" of settings
  SpokenChange said;              // what was done, with the words of its rows in it
  std::vector<std::string> rows;  // of a decision or mending: the words of each row
  // What was done, to be said in the catalogue's language.
  [[nodiscard]] base::Message words(const base::Catalog& catalog = base::Catalog()) const {
    return with_terms(said, catalog);
  }
};

// Gives the words of the row that an identity means now ("hospital:17 Aibar Tanbaev (birth 1970)");
// "" if no list has it any more.
using WordsOfRow = std::function<std::string(const std::string& identity)>;
// From lists that were read, in the words of a language. The outcome must outlive it.
[[nodiscard]] WordsOfRow words_of_rows(const Outcome& outcome, std::string_view language = "en");

// What the person whose key this is changed in this investigation and what is still in force, the
// newest first, at most `count`: entries of the ledger and saves of the settings, in one list by
// time. Decisions that are one act are one change, called by the last of its entries. Decisions of
// other writers, and what `sanaq add` entered with a document, are not in it. Nothing is written;
// no key is opened.
[[nodiscard]] std::vector<Change> last_changes(const std::string& folder, std::size_t count,
                                               const WordsOfRow& words_of_row);

// Returns the change of this name, or the newest if `name` is empty. Throws Error: not_found if
// there is none; usage for what cannot be undone (an erasure, a publication, a merge, an event of
// keys, a document), saying why and what can be done; conflict for an entry that somebody else
// made, that was taken back already, or for settings that were changed since.
[[nodiscard]] Change change_to_undo(const std::string& folder, const std::string& name,
                                    const WordsOfRow& words_of_row);

struct Undone {
  Change change;
  std::string entry;  // of the retraction, "3f9a0c12:8"; of settings the save, "settings:18"
};

// Takes it back. `open` is called only for an entry of the ledger. An undo can itself be undone by
// entering the change again; it is not among last_changes(). Throws as change_to_undo() and
// undo_settings() do.
Undone undo(const std::string& folder, const Change& change, const std::string& reason,
            const OpenLedger& open);

}  // namespace sanaq::investigation
