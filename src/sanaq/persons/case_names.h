// The people whom the case file names, as a list of their own: linked with the others, never a
// capture list.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/casefile/statement.h"
#include "sanaq/persons/address.h"
#include "sanaq/persons/list_history.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/record/record_table.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::persons {

inline constexpr std::string_view case_list_name = "case file";

// A name as a cell has it, including its mark (` #2`), and what `person` statements say about it.
struct CaseName {
  std::string ref, birth, death, sex, place, occupation;
};

// Returns every victim, prisoner and holder of a post who is given by name, and everybody else who
// is spoken of as a person, in the order in which they are first named. It leaves out LIST:RECORD
// (also if the list does not exist), ids of persons, and cells that name several people.
// Perpetrators are included only if they are named as persons elsewhere. Two births that cannot be
// of one human being are reported in `bad_cells`.
[[nodiscard]] std::vector<CaseName> case_names(const std::vector<casefile::Statement>& said,
                                               const settings::Config& config,
                                               std::vector<record::BadCell>& bad_cells);

// Returns the names as a list, and nullopt if there are none. Throws Error{bad_input} if a list of
// the settings already has the name `case_list_name`.
[[nodiscard]] std::optional<tables::IngestedList> case_list(const std::vector<CaseName>& names,
                                                            const settings::Config& config,
                                                            base::Progress& progress);

// Remembers at which ingest each name was first seen, and returns one arrival for each name. Names
// that are gone stay known, so that whoever comes back has his old address and nobody ever takes
// over another's. Sets `is_new` to true if the history has changed and must be written.
[[nodiscard]] std::vector<std::int64_t> remember_names(ListHistory& history,
                                                       const std::vector<std::string>& identities,
                                                       std::int64_t arrival, bool& is_new);

// Returns true if `ref` is LIST:RECORD with a LIST of the investigation.
[[nodiscard]] bool is_record_reference(std::string_view ref, const settings::Config& config);
// Returns true if `ref` looks like LIST:RECORD but there is no such list, so that it means nobody.
[[nodiscard]] bool names_no_list(std::string_view ref, const settings::Config& config);

}  // namespace sanaq::persons
