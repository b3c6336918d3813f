// The columns of names, and whether their parts are compared separately or as one whole name.
#pragma once
#include "sanaq/link/column_source.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

[[nodiscard]] bool is_name_part(const std::optional<record::Field>& field);

// Returns the parts of a record's name, with spaces between them.
[[nodiscard]] std::string join_names(const std::vector<const record::Column*>& parts,
                                     std::uint32_t at);

// Returns true if parts are to be compared together: some list has only the whole name, or they
// come in several scripts. In one script, with whatever marks on its letters, they are compared
// separately: a wrong given name says nothing about the family name, and the two may be exchanged.
[[nodiscard]] bool wants_whole_names(const record::RecordTable& table,
                                     const std::vector<std::uint32_t>& records);

// Returns one name for each record: the whole name if there is one, else family name, given name
// and patronymic together.
[[nodiscard]] Source whole_names(const record::RecordTable& table,
                                 const std::vector<std::uint32_t>& records);

}  // namespace sanaq::link
