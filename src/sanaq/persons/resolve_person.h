// Whom the cells of the case file mean: from a name or a record to the person of the register.
#pragma once
#include "sanaq/casefile/entities.h"
#include "sanaq/persons/register.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::persons {

// Of a finished linking: LIST:RECORD, a person's id or address (or that of any record of his, under
// any secret that the ledger has, so that nothing that was written down ever breaks) or a name, to
// the id of the person as he stands now. "" for who is in no register. Holds copies; the register
// may go.
[[nodiscard]] casefile::Resolve resolve_person(const Register& all);

// For cells that name a person by an id or an older address: what the address is now. Twenty at
// most.
[[nodiscard]] std::vector<base::Message> notes_on_older_addresses(
    const Register& all, const std::vector<casefile::Statement>& said);

// LIST:ID, LIST:#ROW, or an id or address that a record has or had under any secret. Throws Error
// as find_record() does.
[[nodiscard]] std::uint32_t record_called(const Register& all, const std::string& text);

// What is to be said of an id or address by which somebody asked: the present address. None where
// it is that, or is no address that is known.
[[nodiscard]] std::optional<base::Message> note_on_address(const Register& all,
                                                           const std::string& text);

// Cells with LIST:RECORD whose list or record is not there, and with an id that nobody has:
// reported, and nobody is meant. Once the lists are read.
[[nodiscard]] std::vector<record::BadCell> missing_records(
    const Register& all, const settings::Config& config,
    const std::vector<casefile::Statement>& said);

}  // namespace sanaq::persons
