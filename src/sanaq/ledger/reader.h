// Reads all chains as one: the order of the union is the same whatever the order in which they were
// copied together.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

// Calls `visit` once for each entry by (clock, writer, seq), with its body where it is there and
// fits its kind (body_schema.h): one that does not counts for nothing, as if it had none. Of a forked chain only what stands before the fork is visited, and of one whose key was given up only
// what is still believed (key_events.h). Each line's seal and body are checked,
// the links between lines are not (verify does that). Throws Error{corrupt} naming file and line.
// An end that is still being written is left out.
void for_each_entry(const std::string& investigation,
                    const std::function<void(const Entry&)>& visit);

// Where each forked chain parts: writer -> seq of the first line that differs.
[[nodiscard]] std::map<std::string, std::int64_t> fork_points(const std::string& investigation);

}  // namespace sanaq::ledger
