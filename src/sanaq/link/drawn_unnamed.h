// Registers in which each record without a name is, by chance, a named person of the other lists or
// somebody else. They show what such records would do to a number that leaves them out.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Returns registers, each with the person of each record. Records that are not `in_scope` are
// unchanged. A record that is not linkable is changed with a probability: the share of its list's
// named persons who are on another list too. It then becomes one of the named persons of the other
// lists who are not on its own, all equally probable, whom its cells allow (sex; age or birth, ten
// years apart at most; day of death and date, a week apart at most; place). A cell forbids only if
// named persons who are on several lists agree in it nine times in ten. Two such records of one
// list are never the same person. If the cells allow nobody, the record is somebody else.
//
// The draw for a register depends only on `seed` and on its place in `registers`.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> draw_unnamed(
    const record::RecordTable& table, const std::vector<bool>& is_linkable,
    const std::vector<bool>& in_scope, std::span<const std::vector<std::uint32_t>> registers,
    std::uint64_t seed);

}  // namespace sanaq::link
