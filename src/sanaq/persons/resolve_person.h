// Whom the cells of the case file mean: from a name or a record to the person of the register.
#pragma once
#include "sanaq/casefile/entities.h"
#include "sanaq/persons/register.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::persons {

// Returns a function that maps LIST:RECORD, a person's id or address, or a name, to the id of the
// person as he is now, and to "" if he is in no register. It accepts the id or address of any
// record of the person, under any secret in the ledger, so that nothing that was written down ever
// becomes invalid. It holds copies and may outlive the register. Call it after linking.
[[nodiscard]] casefile::Resolve resolve_person(const Register& all);

// Returns, for cells that name a person by an id or an older address, notes with the present
// address; twenty at most.
[[nodiscard]] std::vector<base::Message> notes_on_older_addresses(
    const Register& all, const std::vector<casefile::Statement>& said);

// Returns the record called LIST:ID or LIST:#ROW, or by an id or address that it has or had under
// any secret. Throws Error as find_record() does.
[[nodiscard]] std::uint32_t record_called(const Register& all, const std::string& text);

// Returns a note with the present address, for an id or address by which somebody asked; nullopt if
// it is the present address, or unknown.
[[nodiscard]] std::optional<base::Message> note_on_address(const Register& all,
                                                           const std::string& text);

// Returns the cells that have a LIST:RECORD whose list or record does not exist, or an id that
// nobody has; such cells mean nobody. Call it after the lists are read.
[[nodiscard]] std::vector<record::BadCell> missing_records(
    const Register& all, const settings::Config& config,
    const std::vector<casefile::Statement>& said);

}  // namespace sanaq::persons
