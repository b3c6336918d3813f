// The step `ingest`: the records of all lists, and what was found in each list.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/persons/register.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/mended_cell.h"

namespace sanaq::investigation {

// What the lists gave, before anything is linked.
struct Ingested {
  std::vector<ListReport> lists;    // in the order of the settings
  persons::ListFields list_fields;  // the FIELDs of each list
  persons::Records records;         // of all lists, including those outside the scope
  std::set<std::string> suspected;  // names that may be nobody's: suspected_names.h
  std::vector<base::Message> warnings, closings;
  // Mendings by the records of all lists: those that hold, and those that wait.
  std::vector<persons::MendingHeld> mendings_held;
  std::vector<persons::MendingForReview> mendings_for_review;
};

// Reads each list of the settings, adds it to its history, puts what was mended in
// the place of the cells, and finds which records are in scope. It writes nothing. Throws
// Error{bad_input} for a list that cannot be read.
[[nodiscard]] Ingested read_lists(const std::string& folder, const settings::Config& config,
                                  const ledger::KnownMaps& known_maps,
                                  const std::vector<persons::Mending>& mendings,
                                  base::Progress& progress);

// The mendings of one list as the reader of lists takes them.
[[nodiscard]] std::vector<tables::MendedCell> mended_cells(
    const std::vector<persons::MendingHeld>& held);

}  // namespace sanaq::investigation
