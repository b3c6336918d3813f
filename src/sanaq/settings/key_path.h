// What a setting is called on the command line, in a form of the workspace and in complaints:
// `scope.from`, `list.hospital.columns.name`, `table."claims.csv".kind`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::settings {

// The parts of a key from the outside in. A list stands in it by its name (that of its file where
// it has none of its own), a table by its file: {"list", "hospital", "columns", "name"}.
using KeyPath = std::vector<std::string>;

// Reads a key whose parts are parted by points. A part with other signs than letters, digits, `_`
// and `-` may stand in quotes, single or double; without quotes every sign but the point is taken
// as it stands, so that `list.больница.columns.name` needs none. Throws Error{usage} for an empty
// part or a quote that is not closed.
[[nodiscard]] KeyPath key_path(std::string_view text);

// Returns the text that key_path() reads back, with quotes where they are needed.
[[nodiscard]] std::string spelled(const KeyPath& path);

}  // namespace sanaq::settings
