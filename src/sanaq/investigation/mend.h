// Mending one cell: a statement in the ledger says what stands in the place of the cell. The list's
// file stays as it is.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

struct MendingWanted {
  std::uint32_t record = 0;        // index into outcome.records, as persons::record_called() finds
  std::string column;              // a FIELD, or the header of a column of the list
  std::string value;               // what is to stand there; empty: nobody knows
  std::optional<std::string> was;  // what must stand there now; absent: not checked
  std::string reason;
};

// A mending before it is entered, in words that a person can check.
struct MendingShown {
  std::string row;             // whom it hits, in the words of the row as it is now
  std::string column, header;  // as the entry names it, and as the file does
  std::string was, now;        // the cell as it is, and as it is to be
  base::Message reading;       // how the new text is read: as a day from … to …
  std::string canonical;       // what is read, as RecordTable has it; "" if nobody knows
  // Why it cannot be read as this column is; then it cannot be entered.
  std::optional<record::BadCell> unreadable;
  ledger::Statement statement;  // what is to be entered, without its author
};

// Reads the list again with this one cell mended, and says how the cell is then read. Throws
// Error: not_found for a column that the list does not have, naming the nearest; conflict if `was`
// is given and something else stands there; usage for the id, which names the record, for a value
// that stands there already, and for one with signs that no cell has. The row is told in the
// catalogue's language.
[[nodiscard]] MendingShown show_mending(const Outcome& outcome, const MendingWanted& wanted,
                                        base::Progress& progress,
                                        const base::Catalog& catalog = base::Catalog());

// Enters it, in the name of `by`. It must be readable.
ledger::Entry enter_mending(ledger::Writer& writer, const MendingShown& shown,
                            const std::string& by);

}  // namespace sanaq::investigation
