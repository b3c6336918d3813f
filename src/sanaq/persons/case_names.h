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

// A name as a cell has it, its mark (` #2`) included, and what `person` statements say of it.
struct CaseName {
  std::string ref, birth, death, sex, place, occupation;
};

// Every victim, prisoner and holder of a post by name, and whoever else is spoken of as a person;
// not LIST:RECORD (nor what looks like it, with a list that is not there), not the id of a person,
// and no cell that names several. Perpetrators only where they are named as persons
// elsewhere. In the order in which they are first named. Two births that cannot be of one human
// being are reported.
[[nodiscard]] std::vector<CaseName> case_names(const std::vector<casefile::Statement>& said,
                                               const settings::Config& config,
                                               std::vector<record::BadCell>& bad_cells);

// None without names. Throws Error{bad_input} where a list has that name already.
[[nodiscard]] std::optional<tables::IngestedList> case_list(const std::vector<CaseName>& names,
                                                            const settings::Config& config,
                                                            base::Progress& progress);

// Remembers at which ingest each name was first seen. Names that are gone stay known, so that who
// comes back has his address and nobody ever takes over that of another. Gives one arrival a name;
// true in `is_new` where something must be written.
[[nodiscard]] std::vector<std::int64_t> remember_names(ListHistory& history,
                                                       const std::vector<std::string>& identities,
                                                       std::int64_t arrival, bool& is_new);

// LIST:RECORD with a LIST of the investigation.
[[nodiscard]] bool is_record_reference(std::string_view ref, const settings::Config& config);
// It looks like one, and there is no such list: nobody can say whom it means.
[[nodiscard]] bool names_no_list(std::string_view ref, const settings::Config& config);

}  // namespace sanaq::persons
