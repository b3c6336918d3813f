// Reviewers' decisions from the ledger, on the lists as they are now (docs/formats/ledger.md, In
// force).
//
// A decision holds for records that still say what the reviewer read. One whose record was
// corrected or removed since, or that contradicts a newer one, is not applied and comes up for
// review: nothing is dropped in silence, and nothing is decided by a row that nobody looked at.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/link/options.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/record/record_table.h"

namespace sanaq::persons {

// FIELDs that the list of each record has, one a list of the table.
using ListFields = std::vector<std::set<std::string>>;

// FIELDs that a table has.
[[nodiscard]] ListFields::value_type fields_of(const record::RecordTable& list);

// What a reviewer has before him of one record, for a decision's entry.
[[nodiscard]] ledger::CellsRead cells_read(const record::RecordTable& records,
                                           const ListFields& fields, std::uint32_t record);

enum class Setback { changed, removed, unknown, overruled };

// A decision that was not applied, and why: once for each record that is the cause, or once where
// it contradicts newer ones (then `record` is none).
struct ForReview {
  ledger::Decision decision;
  Setback setback = Setback::changed;
  std::string identity;                 // of the record, as the decision names it
  std::optional<std::uint32_t> record;  // what it is now; none where it is gone
  std::vector<std::uint32_t> now = {};  // all records of the decision that are there
};

// "3f9a0c12:7", as the command line calls an entry.
[[nodiscard]] std::string short_name(const ledger::EntryPlace& place);
[[nodiscard]] std::string verdict_word(ledger::Verdict verdict, const base::Catalog& catalog);
[[nodiscard]] base::Message why_set_back(Setback setback);
[[nodiscard]] base::Message advice_on(Setback setback, const std::string& entry);

// A decision that holds, on the records as they are now.
struct Held {
  ledger::Verdict verdict = ledger::Verdict::same;
  std::vector<std::uint32_t> records;
};

// The pairs that decisions bind: `same` is a chain through the records, `different` each pair.
[[nodiscard]] std::vector<link::Decision> pairs_of(const std::vector<Held>& held);

struct AppliedDecisions {
  std::vector<link::Decision> pairs;        // pairs_of(held)
  std::vector<Held> held;                   // same and different, on records in scope, newest first
  std::vector<std::uint32_t> out_of_scope;  // ascending
  std::int64_t applied = 0;                 // decisions
  std::vector<ForReview> for_review;        // in the order of the decisions
};

// What is unsure binds nothing. `in_scope`: one a record; a pair with a record out of scope binds
// nothing. `histories`: one a list.
[[nodiscard]] AppliedDecisions apply_decisions(const std::vector<ledger::Decision>& decisions,
                                               const record::RecordTable& records,
                                               const std::vector<bool>& in_scope,
                                               const std::vector<ListHistory>& histories);

// SHA-256 over what the decisions say; "" for none. By it a run shows what it was made from.
[[nodiscard]] std::string decisions_digest(const std::vector<ledger::Decision>& decisions);

// `decision,verdict,reason,by,list,record,row,why,advice` for people with a spreadsheet, in the
// catalogue's language.
[[nodiscard]] std::string review_csv(const std::vector<ForReview>& for_review,
                                     const record::RecordTable& records,
                                     const base::Catalog& catalog);

}  // namespace sanaq::persons
