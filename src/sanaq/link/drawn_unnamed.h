// Registers in which the records without a name are somebody: for each, by chance, a named person
// of the other lists or somebody else. To see what they would do to a number that leaves them out.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::link {

// A register: the person of each record. Records that are not `in_scope` stay as they are, those
// that are not linkable too, but for this: with the share of its list's named persons who stand on
// another list too, such a record becomes one of the named persons of the other lists who do not
// stand on its own, each as probable, whom its cells allow (sex; age or birth, ten years apart at
// most; day of death and date, a week apart at most; place). A cell forbids only where named
// persons who stand on several lists agree in it nine times in ten. Two such records of one list
// are never the same person. Where the cells allow nobody it is somebody else.
//
// The draw for a register depends on `seed` and on its place alone.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> draw_unnamed(
    const record::RecordTable& table, const std::vector<bool>& is_linkable,
    const std::vector<bool>& in_scope, std::span<const std::vector<std::uint32_t>> registers,
    std::uint64_t seed);

}  // namespace sanaq::link
