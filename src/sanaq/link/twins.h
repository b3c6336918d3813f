// Twins, and brothers entered under one day: people whose cells agree but for the given name.
//
// Between matches and strangers there is a third kind of pair. With tau the share of pairs that are
// such kin, and the other cells of kin as alike as those of one person,
//
//   P(levels | match) / P(levels | no match) <= m_l c / (tau v_l)
//
// l: the level of the given names, c: of slips, those that end in another name that people have;
// v_l: of kin, those whose names are as much alike. tau is at least a fiftieth of the share of
// matches, and what the lists show each within itself: one family name, one birth, two given names.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Looks at all records once: which columns are names and births, and how many kin there are. Of one
// list: none are looked for.
[[nodiscard]] Twins look_for_twins(const std::vector<Feature>& features,
                                   const std::vector<std::uint32_t>& list_of,
                                   std::size_t list_count);

// The bound, as a natural log; infinite where these two records are no such kin.
[[nodiscard]] double most_of_twins(const PairModel& model, const std::vector<Feature>& features,
                                   const std::int8_t* levels, std::uint32_t left,
                                   std::uint32_t right);

}  // namespace sanaq::link
