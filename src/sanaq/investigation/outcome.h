// What an investigation knows when its steps are done: the lists as they were read, the register,
// the number, and what each was made from.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/articles/article.h"
#include "sanaq/base/message.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/one_person.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/own_translations.h"
#include "sanaq/investigation/step_keys.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/testimonies.h"
#include "sanaq/persons/claims_beside.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/persons/register.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/settings/config.h"
#include "sanaq/splink/model.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::investigation {

// How one list was read: rows_read = records + blank + refused.
struct ListReport {
  std::string name, file, version, encoding, delimiter;
  std::int64_t header_row = 0, rows_read = 0, records = 0, blank = 0, refused = 0;
  std::vector<tables::RefusedRow> refused_rows;
  std::vector<record::BadCell> bad_cells;
  std::vector<record::BadCell> doubtful_cells;  // read as they are, but worth a look
  std::map<std::string, std::string> columns;   // FIELD -> header that was used
  std::vector<std::string> counter_headers;     // of columns that only count the rows
  std::vector<std::string> unmapped_headers;
  std::vector<std::string> unclear_headers;  // list_visibility.h; if any, nothing is published
  std::vector<base::Message> warnings;
  std::int64_t out_of_scope = 0;  // number of records outside [scope]
  std::int64_t no_person = 0;     // number of records that a reviewer called no persons
  std::int64_t unlinkable = 0;    // number of records in scope too poor to link (no name)
  persons::VersionChange change;  // compared with the version of the last ingest
  bool one_per_person = false;
};

// What a result was made from; every result has it.
struct Provenance {
  std::string version;                                      // of sanaq
  std::string seed;                                         // in digits; may be above 2^53
  std::vector<std::pair<std::string, std::string>> inputs;  // names and SHA-256
  std::string settings;                                     // SHA-256 of investigation.toml
  std::string made_on;                                      // day, UTC
};

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

struct StepDone {
  std::string name;
  bool was_up_to_date = false;
  double seconds = 0;
  std::string key;       // hash of inputs, settings, decisions and version that it was made from
  std::string settings;  // SHA-256 of the settings that decide its result, flags included
  NamedTexts outputs;    // names and SHA-256 of what it made, without times
  NamedTexts figures;    // what a reader compares: persons, documented, the estimate
};

// What was found in lists/.
struct Lists {
  std::vector<ListReport> lists;         // in the order of the settings
  persons::ListFields list_fields;       // the FIELDs of each list
  std::vector<std::string> spare_files;  // files that no list names
};

// What the case file says, and what in it could not be read.
struct CaseKnown {
  CaseFile case_file;                      // of events, acts and people, and the codes
  std::set<std::string> public_documents;  // SHA-256; empty if no statement has a SHA-256
  std::vector<persons::Claim> claims;
  std::vector<record::BadCell> bad_case_cells;        // of all its tables
  std::optional<persons::ListHistory> names_history;  // of the people whom it names
  OwnTranslations translations;                       // of the investigation's own texts
};

// Reviewers' decisions and mendings, as they apply to the lists as they are now.
struct Reviewed {
  std::int64_t decisions_applied = 0;                    // number that the register follows
  std::vector<persons::Held> decisions_held;             // those of them that bind records
  std::vector<persons::ForReview> decisions_for_review;  // those that must be looked at again
  std::vector<std::uint32_t> no_person;                  // records that are nobody, ascending
  std::vector<persons::MendingHeld> mendings_held;
  std::vector<persons::MendingForReview> mendings_for_review;
};

// How many there are: those who are documented, and those whom no list has.
struct Documented {
  std::int64_t documented_low = 0;   // persons with a name
  std::int64_t documented_high = 0;  // the same plus the records without one, each as a person
};
struct Number : Documented {
  std::optional<base::Message> no_estimate;  // why there is none: one list, nobody in scope, ...
  std::optional<estimate::CaptureTable> capture;
  std::optional<estimate::Summary> estimate;  // without the records that are too poor to link
  // With them, each drawn as a named person of another list or as somebody else; absent if there
  // are none (counts_beside.h).
  std::optional<estimate::Summary> estimate_with_unlinkable;
  // What changes if names that may be nobody's are nobody's.
  std::vector<base::Message> counted_otherwise;
  // If persons may be living: how far one person moves the number (estimate/one_person.h).
  std::optional<estimate::Moves> one_person_moves;
  std::optional<std::int64_t> invented_truth;  // example data only: the true number
};

// What the run was made from, and what it did.
struct RunRecord {
  Provenance provenance;
  std::string today;  // the day of this run, UTC; provenance has the day of the estimate
  StepKeys keys;
  std::vector<StepDone> steps;
};

// Everything that a finished run knows. Each part is filled by one step, and code that needs one
// part takes only that one. Nothing of it may be published except through the gate
// (disclose/disclose.h).
struct Outcome : Lists, persons::Register, CaseKnown, Reviewed, Number, RunRecord {
  std::string folder;
  settings::Config config;
  // The model that the records were linked with, including what was learnt; nullptr if our own
  // engine linked them, or if the register was kept from an earlier run.
  std::shared_ptr<const splink::Model> splink_model;
  std::vector<articles::Article> articles;  // as they lie in articles/, also those that are closed
  std::vector<ledger::ModeratedComment> comments;  // of readers, the held ones too
  std::vector<ledger::IntakeKey> intake_keys;      // in force, the newest first
  // Warnings about the whole: files in lists/ that no list names, ...
  std::vector<base::Message> warnings;
  // Those of the warnings that say what a mistake keeps from being published; the publisher is told
  // again.
  std::vector<base::Message> closings;
};

}  // namespace sanaq::investigation
