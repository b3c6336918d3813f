// Cells of lists that somebody mended by a statement in the ledger (docs/formats/ledger.md,
// Mending), applied to the lists as they are now. The files stay as they are.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/statements.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/record/record_table.h"

namespace sanaq::persons {

// One mending, as the ledger has it.
struct Mending {
  std::string identity;  // of the record, as it was then
  std::string column;    // a FIELD, or the header of a column that is none
  std::string digest;    // of the cell that it replaces, as the file had it
  std::string value;     // "" if nobody knows
  std::string reason, author, time;
  ledger::EntryPlace place;
};

// Whether a statement is about a cell of a list, in whatever form: it is none of the case file.
[[nodiscard]] bool is_about_a_cell(const ledger::Statement& statement);
// Returns the mendings among statements, in their order. What has not the form mends nothing.
[[nodiscard]] std::vector<Mending> mendings_of(const std::vector<ledger::Statement>& statements);
// The others.
[[nodiscard]] std::vector<ledger::Statement> without_mendings(
    std::vector<ledger::Statement> statements);

// Returns the statement that mends a cell, without an author. `cell` is its text as the file has
// it.
[[nodiscard]] ledger::Statement mending_statement(const std::string& list,
                                                  const std::string& identity,
                                                  const std::string& column,
                                                  const std::string& cell, const std::string& value,
                                                  const std::string& reason);

// What an entry calls a column: its FIELD, or its header.
[[nodiscard]] std::string column_called(const record::Column& column);
// Returns the column that is called so in a list; nullptr if there is none.
[[nodiscard]] const record::Column* find_column(const record::RecordTable& list,
                                                const std::string& column);

// A mending that holds.
struct MendingHeld {
  Mending mending;
  std::uint32_t record = 0;  // its index
  std::string header;        // of the column
  std::string was;           // the cell as the file has it
};

// One that changes nothing, and waits for somebody to look at it.
enum class WhyNotMended { changed, removed, unknown, no_column };
struct MendingForReview {
  Mending mending;
  WhyNotMended why = WhyNotMended::changed;
  std::optional<std::uint32_t> record;  // its index now; absent if it is gone
};
[[nodiscard]] base::Message why_not_mended(WhyNotMended why);
[[nodiscard]] base::Message advice_on_mending(const std::string& entry);

struct AppliedMendings {
  std::vector<MendingHeld> held;             // one a cell, in the order of the ledger
  std::vector<MendingForReview> for_review;  // in the order of the ledger
  std::vector<bool> was_known;               // for each mending: this list has or had the record
};

// `list` is one list with its cells as the file has them, `history` its history up to this version.
[[nodiscard]] AppliedMendings apply_mendings(const std::vector<Mending>& mendings,
                                             const record::RecordTable& list,
                                             const ListHistory& history);

// Returns the SHA-256 of what the mendings say, or "" if there are none.
[[nodiscard]] std::string mendings_digest(const std::vector<Mending>& mendings);

}  // namespace sanaq::persons
