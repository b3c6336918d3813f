// Twins, and brothers entered with the same day: people whose cells agree except for the given
// name.
//
// Besides matches and strangers there is a third kind of pair. If tau is the share of pairs that
// are such kin, and the other cells of kin are as alike as those of one person, then
//
//   P(levels | match) / P(levels | no match) <= m_l c / (tau v_l)
//
// where l is the level of the given names, c the share of errors that give another name which
// people have, and v_l the share of kin whose names are as much alike. tau is at least a fiftieth
// of the share of matches, and at least what is seen within each list: one family name, one birth,
// two given names.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Looks at all records once, and finds which columns are names and births, and how many kin there
// are. With one list it does not look for any.
[[nodiscard]] Twins look_for_twins(const std::vector<Feature>& features,
                                   const std::vector<std::uint32_t>& list_of,
                                   std::size_t list_count);

// Returns the bound as a natural log; it is infinite if these two records are not such kin.
[[nodiscard]] double most_of_twins(const PairModel& model, const std::vector<Feature>& features,
                                   const std::int8_t* levels, std::uint32_t left,
                                   std::uint32_t right);

}  // namespace sanaq::link
