// Which record is which person, as clusters.csv and truth files say it: list,record,person.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"

namespace sanaq::exchange {

struct Membership {
  std::string list;  // empty where the file has no such column: one list
  std::string record, person;
  bool operator==(const Membership&) const = default;
};

// Any of , ; tab | and any encoding; other columns are passed over. Throws Error{bad_input} naming
// the file and row for a missing column, a row that is too short, an empty record or person, and a
// record that stands twice; and for a file without rows. `path` is for those sentences. Throws
// Error{stopped} if `progress` says so.
[[nodiscard]] std::vector<Membership> parse_membership(
    std::string_view bytes, const std::string& path,
    const base::Progress& progress = base::Progress());

}  // namespace sanaq::exchange
