// The columns of names: whether their parts are compared each by itself or as one whole name.
#pragma once
#include "sanaq/link/column_source.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

[[nodiscard]] bool is_name_part(const std::optional<record::Field>& field);

// The parts of a record's name, with spaces between.
[[nodiscard]] std::string join_names(const std::vector<const record::Column*>& parts,
                                     std::uint32_t at);

// Parts are compared together where some list has only the whole name, or where they come in
// several scripts; in one script, with whatever marks on its letters, each by itself: a given name
// that was replaced says nothing of the family name, and the two may be exchanged.
[[nodiscard]] bool wants_whole_names(const record::RecordTable& table,
                                     const std::vector<std::uint32_t>& records);

// One name a record: the whole name where there is one, else family, given and patronymic together.
[[nodiscard]] Source whole_names(const record::RecordTable& table,
                                 const std::vector<std::uint32_t>& records);

}  // namespace sanaq::link
