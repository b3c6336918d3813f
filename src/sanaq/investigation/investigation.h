// One investigation, from its folder to its results: the verbs that every face of sanaq calls.
//
// Each verb does what is out of date before it (by the hashes of inputs, settings and version) and
// leaves the rest alone.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/one_person.h"
#include "sanaq/investigation/address.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/config.h"
#include "sanaq/investigation/decisions.h"
#include "sanaq/investigation/list_history.h"
#include "sanaq/investigation/step_keys.h"
#include "sanaq/link/link.h"
#include "sanaq/record/record_table.h"
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

// Records held to be one human being. The id is that of the founding record (docs/decisions/0003);
// it never leaves.
struct Person {
  std::string id;
  std::vector<std::uint32_t> records;  // indices into Outcome::records, founding record first
  double probability = 1;              // that these records belong together
  bool is_linkable = true;  // false: a record without a name, which may be anybody's second record
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
struct Outcome {
  std::string folder;
  Config config;
  std::vector<ListReport> lists;
  record::RecordTable records;          // of all lists
  std::vector<bool> in_scope;           // one a record
  std::vector<std::string> record_ids;  // one a record: its own id (decision 0003)
  std::vector<std::string> origins;     // one a record: its identity as it was first seen
  AddressBook addresses;                // what makes addresses of them
  link::Result link;                    // over all records in scope; indices are those of `records`
  std::vector<Person> persons;          // in scope only, ordered by founding record
  std::vector<Person> case_persons;     // named by the case file alone: in no count of the dead
  CaseFile case_file;                   // what is said of events, acts and people, and the codes
  std::set<std::string> public_documents;  // SHA-256 of those that statements name by it
  std::int64_t documented_low = 0;         // persons with a name
  std::int64_t documented_high = 0;        // and the records without one, if each is somebody else
  std::optional<base::Message>
      no_estimate;                      // why there is none: no list, one list, nobody in scope
  std::vector<base::Message> warnings;  // of the whole: files in lists/ that no list names, ...
  // Those of the warnings that say what a slip keeps closed: whoever publishes is told again.
  std::vector<base::Message> closings;
  std::vector<tables::BadCell> bad_claim_cells;  // of all tables of the case file
  std::vector<std::int64_t> arrivals;  // one a record: at which ingest it was first seen, from 1
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
  // By which the records were linked, with what was learnt; null: by our own engine, or the
  // register was kept from an earlier run.
  std::shared_ptr<const splink::Model> splink_model;
  Provenance provenance;
  std::string today;  // the day of this run, UTC; provenance has that of the estimate
  std::vector<StepDone> steps;
  ListFields list_fields;       // FIELDs that each list has
  std::vector<std::string> spare_files;  // in lists/, which no list names
  std::vector<ListHistory> histories;           // one a list; written once they are entered
  std::optional<ListHistory> names_history;     // of the people whom the case file names
  std::vector<Held> decisions_held;             // and those that bind records to each other
  std::int64_t decisions_applied = 0;           // reviewers' decisions that the register honours
  std::vector<ForReview> decisions_for_review;  // and those that wait for a second look
  StepKeys keys;
};

// Who asks: progress and stop, the language of what is written for people, and what he allows.
struct Face {
  base::Progress& progress;
  const base::Catalog& catalog;
  // Folders outside the investigation in which files that its settings name may be read.
  std::vector<std::string> allow_outside = {};
};

// Changes settings for one call, as flags on the command line do.
using Adjust = std::function<void(Config&)>;

// Each verb reads the lists anew (docs/decisions/0001), takes up what earlier steps left in .sanaq/
// where it still holds, and does the rest. Throws Error for what ends the job: no investigation, a
// list that cannot be read.
[[nodiscard]] Outcome ingest_lists(const std::string& folder, const Face& face);
[[nodiscard]] Outcome link_records(const std::string& folder, const Face& face,
                                   const Adjust& adjust = {});
[[nodiscard]] Outcome estimate_total(const std::string& folder, const Face& face,
                                     const Adjust& adjust = {});

}  // namespace sanaq::investigation
