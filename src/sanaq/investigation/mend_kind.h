// Mending by kind: equal cells that cannot be read are one question, and one answer mends them all,
// as an edit of the settings or as one decision.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/settings/edit_config.h"

namespace sanaq::investigation {

// Equal cells of one column that cannot be read. Rows that a decision calls no persons are left
// out.
struct BadKind {
  std::string list, column, text;  // the list's name, the header, the cell as written
  std::string field;               // the FIELD of the column; "" if it has none
  base::Message reason, advice;    // those of the first of them
  std::vector<std::int64_t> rows;  // as a spreadsheet counts them, ascending
};

// In the order of the lists; within a list the most frequent first, then by column and text.
[[nodiscard]] std::vector<BadKind> bad_kinds(const Outcome& outcome);

enum class KindAnswer {
  means,      // the text means something else: "1" is "m"
  dates,      // dates of this list are written day.month.year, ...: "dmy", "mdy", "ymd"
  nobody,     // the text says that nobody knows
  no_person,  // the rows are no persons
};

struct KindMending {
  KindAnswer answer = KindAnswer::means;
  std::string list, column, text;  // of the kind
  std::string meaning;             // of `means` and `dates`
  std::string reason;              // of `no_person`
};

// What an answer does, before it is saved.
struct KindEffect {
  std::int64_t readable = 0;    // cells of all lists that can be read then and cannot now
  std::int64_t unreadable = 0;  // cells that can be read now and cannot be then
  std::int64_t left = 0;        // cells of this kind that still cannot be read
  // If any are left: why the first of them cannot, after this answer.
  base::Message reason, advice;
  // The edit of the settings, and the file as it is then; both empty for `no_person`.
  settings::KeyValue edit;
  std::string toml;
  // Of `no_person`: one decision that names the rows, without `by`; no records otherwise.
  ledger::Decision decision;
  std::vector<std::string> rows;  // the words of the first ten rows that it names
};

// Reads the lists anew with the answer; writes nothing. `toml` is the file as the caller read it
// (settings_changes.h), and is what the edit is made in. Throws Error: not_found for a kind that
// there is not; bad_input for another order of dates than the three; usage for an answer that the
// kind cannot have (a meaning for a row without a record); what edit_config.h throws.
[[nodiscard]] KindEffect effect_of(const Outcome& outcome, const KindMending& mending,
                                   const std::string& toml, base::Progress& progress,
                                   const base::Catalog& catalog = base::Catalog());

}  // namespace sanaq::investigation
