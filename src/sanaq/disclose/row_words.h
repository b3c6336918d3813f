// What a row is called in publication/leaves (docs/formats/log.md): two keyed hashes, by the first
// of which a row is known whose cells were corrected, by the second one that went to another
// person. Nobody without the secret can make them.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/persons/address.h"

namespace sanaq::disclose {

// "row:PLACE": which row of the list or table, and of whom or what.
[[nodiscard]] std::string place_of_row(const std::string& secret, std::string_view list,
                                       std::string_view subject, std::size_t number);

// "row:PLACE:CELLS". `subject`: a person's address, or what a row of a case table is about;
// `number`: which of its rows there, from 0; `cells`: canonical JSON.
[[nodiscard]] std::string row_word(const std::string& secret, std::string_view list,
                                   std::string_view subject, std::size_t number,
                                   std::string_view cells);

// What stands for `list` where the row is one of a case table; no list is called so.
[[nodiscard]] std::string table_word(std::string_view table);

// All secrets under which rows may have been called, the present one first.
[[nodiscard]] std::vector<std::string> secrets_of(const persons::AddressBook& addresses);

}  // namespace sanaq::disclose
