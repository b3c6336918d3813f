// Finds cells of names with more than one person: "Ахметов А. и Ахметова Б.", "семья Оспановых (4
// чел.)", a list separated by commas or lines.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// Returns true if a cell names several people. A comma separates a family name from a given name if
// both sides are one word, if it does so in the whole column (`commas_part_names`), and in Latin
// letters ("García López, María Elena"); otherwise it separates people if both sides are whole
// names. Spanish "y" and Portuguese "e" join the names of one person and are no sign.
[[nodiscard]] bool holds_several_people(std::string_view cell, bool commas_part_names = false);

// Returns true if there are two whole names in Latin letters on both sides of one comma: one person
// or two.
[[nodiscard]] bool may_hold_two_people(std::string_view cell);

// Returns true if so many cells of a column have one comma that it separates the names of one
// person.
[[nodiscard]] bool commas_part_names(const std::vector<std::string>& cells);

}  // namespace sanaq::tables
