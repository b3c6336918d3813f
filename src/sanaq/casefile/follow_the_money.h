// The case file as entities of FollowTheMoney (JSON, one on each line), and back.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/read_table.h"

namespace sanaq::casefile {

// What the schemata have no place for is in `notes` or `description` as lines `sanaq 1 {…}`, one
// for each statement, so that nothing is lost. Ids are "sanaq-KIND-" and 16 hex digits.
[[nodiscard]] std::string to_follow_the_money(const View& view, const Entities& entities);

// Returns the statements of a file of ours or of another program; a line that is not an entity is
// reported. From other programs it takes Person, Organization and related schemata, Event, and
// Occupancy with its Position.
[[nodiscard]] ReadTable from_follow_the_money(std::string_view lines, const std::string& file,
                                              const std::string& hash);

}  // namespace sanaq::casefile
