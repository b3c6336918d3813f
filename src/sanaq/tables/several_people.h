// Whether more than one person stands in one cell of names: "Ахметов А. и Ахметова Б.", "семья
// Оспановых (4 чел.)", a list by commas or lines.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// A comma parts a family name from a given name where both sides are one word, where it does so in
// the whole column (`commas_part_names`), and in Latin letters ("García López, María Elena");
// otherwise it parts people where both sides are whole names. Spanish "y" and Portuguese "e" join
// the names of one person and are no sign.
[[nodiscard]] bool holds_several_people(std::string_view cell, bool commas_part_names = false);

// Whether two whole names in Latin letters stand on both sides of one comma: one person or two.
[[nodiscard]] bool may_hold_two_people(std::string_view cell);

// Whether so many cells of a column have one comma that it parts the names of one person.
[[nodiscard]] bool commas_part_names(const std::vector<std::string>& cells);

}  // namespace sanaq::tables
