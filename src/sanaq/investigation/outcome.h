// What an investigation knows once its steps are done: the lists as they were read, the register,
// the number, and what each was made from.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/one_person.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/config.h"
#include "sanaq/investigation/decisions.h"
#include "sanaq/investigation/list_history.h"
#include "sanaq/investigation/register.h"
#include "sanaq/investigation/step_keys.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::investigation {

// What became of one list: rows_read = records + blank + refused.
struct ListReport {
  std::string name, file, version, encoding, delimiter;
  std::int64_t header_row = 0, rows_read = 0, records = 0, blank = 0, refused = 0;
  std::vector<tables::RefusedRow> refused_rows;
  std::vector<tables::BadCell> bad_cells;
  std::vector<tables::BadCell> doubtful_cells;  // read as they stand, and worth a look
  std::map<std::string, std::string> columns;   // FIELD -> header that was used
  std::vector<std::string> counter_headers;     // of columns that only count the rows
  std::vector<std::string> unmapped_headers;
  std::vector<std::string> unclear_headers;  // list_visibility.h; with any, nothing of it leaves
  std::vector<base::Message> warnings;
  std::int64_t out_of_scope = 0;  // records that fell outside [scope]
  std::int64_t unlinkable = 0;    // records in scope too poor to link (no name)
  VersionChange change;           // against the version that the last ingest saw
  bool one_per_person = false;
};

// A number that somebody asserted (design 3.2, Claim).
struct Claim {
  std::string id, what;
  std::optional<std::int64_t> min, max;
  std::string place, from, to, group, asserted_by, asserted_at, printed_in, source;
  bool in_scope = true;  // casefile::differences() has none; false: shown, not compared
  std::string visibility = "public";
};

// What a result was made from. Stamped on each.
struct Provenance {
  std::string version;                                      // of sanaq
  std::string seed;                                         // as text: beyond 2^53
  std::vector<std::pair<std::string, std::string>> inputs;  // name, SHA-256
  std::string settings;                                     // SHA-256 of investigation.toml
  std::string made_on;                                      // day, UTC
};

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

struct StepDone {
  std::string name;
  bool was_up_to_date = false;
  double seconds = 0;
  std::string key;       // of inputs, settings, decisions and version: what it was made from
  std::string settings;  // SHA-256 of the settings that decide its result, flags included
  NamedTexts outputs;    // name, SHA-256 of what it made, without times
  NamedTexts figures;    // what a reader compares: persons, documented, the estimate
};

// All that a finished run knows. Nothing of it may leave but through publish/disclose.
struct Outcome : Register {
  std::string folder;
  Config config;
  std::vector<ListReport> lists;
  CaseFile case_file;                      // what is said of events, acts and people, and the codes
  std::set<std::string> public_documents;  // SHA-256 of those that statements name by it
  std::int64_t documented_low = 0;         // persons with a name
  std::int64_t documented_high = 0;        // and the records without one, if each is somebody else
  std::optional<base::Message>
      no_estimate;                      // why there is none: no list, one list, nobody in scope
  std::vector<base::Message> warnings;  // of the whole: files in lists/ that no list names, ...
  // Those of the warnings that say what a slip keeps closed: whoever publishes is told again.
  std::vector<base::Message> closings;
  std::vector<tables::BadCell> bad_claim_cells;  // of all tables of the case file
  std::vector<Claim> claims;
  std::optional<estimate::CaptureTable> capture;
  std::optional<estimate::Summary> estimate;  // without the records too poor to link
  // With them, each drawn as a named person of another list or as somebody else; none where there
  // are none (counts_beside.h).
  std::optional<estimate::Summary> estimate_with_unlinkable;
  std::vector<base::Message> counted_otherwise;  // if names that may be nobody's are nobody's
  std::optional<estimate::Moves>
      one_person_moves;  // where persons may be living: estimate/one_person.h
  std::optional<std::int64_t>
      invented_truth;  // example data only: the true number, from `truth.csv`
  Provenance provenance;
  std::string today;  // the day of this run, UTC; provenance has that of the estimate
  std::vector<StepDone> steps;
  ListFields list_fields;                       // FIELDs that each list has
  std::vector<std::string> spare_files;         // in lists/, which no list names
  std::vector<ListHistory> histories;           // one a list; written once they are entered
  std::optional<ListHistory> names_history;     // of the people whom the case file names
  std::vector<Held> decisions_held;             // and those that bind records to each other
  std::int64_t decisions_applied = 0;           // reviewers' decisions that the register honours
  std::vector<ForReview> decisions_for_review;  // and those that wait for a second look
  StepKeys keys;
};

}  // namespace sanaq::investigation
