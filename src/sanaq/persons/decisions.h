// Reviewers' decisions from the ledger, applied to the lists as they are now
// (docs/formats/ledger.md, In force).
//
// A decision is applied to records that still say what the reviewer read. If a record was corrected
// or removed since, or if a newer decision contradicts it, it is not applied and comes up for
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
#include "sanaq/persons/mendings.h"
#include "sanaq/record/record_table.h"

namespace sanaq::persons {

// For each list of the table, the FIELDs that it has.
using ListFields = std::vector<std::set<std::string>>;

// Returns the FIELDs that a table has.
[[nodiscard]] ListFields::value_type fields_of(const record::RecordTable& list);

// Returns what a reviewer is shown of one record, for a decision's entry.
[[nodiscard]] ledger::CellsRead cells_read(const record::RecordTable& records,
                                           const ListFields& fields, std::uint32_t record);

enum class Setback { changed, removed, unknown, overruled };

// A decision that was not applied, and why. There is one for each record that is the cause, or one
// (with `record` absent) if the decision contradicts newer ones.
struct ForReview {
  ledger::Decision decision;
  Setback setback = Setback::changed;
  std::string identity;                 // the record's, as the decision names it
  std::optional<std::uint32_t> record;  // its index now; absent if it is gone
  std::vector<std::uint32_t> now = {};  // all records of the decision that still exist
};

// Returns what the command line calls an entry: "3f9a0c12:7".
[[nodiscard]] std::string short_name(const ledger::EntryPlace& place);
[[nodiscard]] std::string verdict_word(ledger::Verdict verdict, const base::Catalog& catalog);
[[nodiscard]] base::Message why_set_back(Setback setback);
[[nodiscard]] base::Message advice_on(Setback setback, const std::string& entry);

// A decision that is applied, with the records as they are now.
struct Held {
  ledger::Verdict verdict = ledger::Verdict::same;
  std::vector<std::uint32_t> records;
};

// Whether a verdict leaves its records out of the register.
[[nodiscard]] bool leaves_out(ledger::Verdict verdict);

// Returns the pairs that decisions bind: for `same` a chain through the records, for `different`
// each pair.
[[nodiscard]] std::vector<link::Decision> pairs_of(const std::vector<Held>& held);

struct AppliedDecisions {
  std::vector<link::Decision> pairs;  // pairs_of(held)
  std::vector<Held> held;             // same and different, for records in scope; newest first
  // Indices of records that are left out, ascending; of them those that are no persons.
  std::vector<std::uint32_t> out_of_scope, no_person;
  std::int64_t applied = 0;           // number of decisions
  std::vector<ForReview> for_review;  // in the order of the decisions
};

// The verdict "unsure" binds nothing, and neither does a pair with a record out of scope.
// `in_scope` has one entry for each record, `histories` one for each list.
[[nodiscard]] AppliedDecisions apply_decisions(const std::vector<ledger::Decision>& decisions,
                                               const record::RecordTable& records,
                                               const std::vector<bool>& in_scope,
                                               const std::vector<ListHistory>& histories);

// Returns the SHA-256 of what the decisions say, or "" if there are none. It shows what a run was
// made from.
[[nodiscard]] std::string decisions_digest(const std::vector<ledger::Decision>& decisions);

// Returns the CSV `decision,verdict,reason,by,list,record,row,why,advice` for people with a
// spreadsheet, in the catalogue's language: decisions, then mendings.
[[nodiscard]] std::string review_csv(const std::vector<ForReview>& for_review,
                                     const std::vector<MendingForReview>& mendings,
                                     const record::RecordTable& records,
                                     const base::Catalog& catalog);

}  // namespace sanaq::persons
