// The case file as entities of FollowTheMoney (JSON, one a line), and back.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/read_table.h"

namespace sanaq::casefile {

// What the schemata cannot hold stands in `notes` or `description` as lines `sanaq 1 {…}`, one a
// statement, so that nothing is lost. Ids are "sanaq-KIND-" and 16 hex digits.
[[nodiscard]] std::string to_follow_the_money(const View& view, const Entities& entities);

// Statements from our file or another's; a line that is no entity is reported. Of another's come
// Person, Organization and its kin, Event, Occupancy with its Position.
[[nodiscard]] ReadTable from_follow_the_money(std::string_view lines, const std::string& file,
                                              const std::string& hash);

}  // namespace sanaq::casefile
