// Changes one value in the text of investigation.toml by editing its lines: comments, order, line
// ends and everything else stay as they are.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/settings/key_path.h"
#include "sanaq/settings/toml_value.h"

namespace sanaq::settings {

// Each takes the whole file as text and returns it as it is afterwards. They write nothing. What
// they return was parsed again: it is TOML, it differs from what was given in this one value alone,
// and parse_config() takes it. `file` names it in complaints.
//
// Throws Error{bad_input} where the result could not be used (an unknown key, a value outside its
// bounds, a list without a file), in the words of parse_config(), and where the value cannot be
// placed without touching what else stands there (an array with comments of which nothing is kept,
// edit_array.h): the message then has the line to paste. Throws Error{not_found} for a list or
// table that is not in the file, naming the nearest.

// Sets the value. A key that is not there is added to its table, a table that is not there is made.
// `list.NAME.file` of a list that is not there makes a [[list]] block, and `table.FILE.kind` a
// [[table]] block.
[[nodiscard]] std::string with_value(std::string_view toml, const KeyPath& path,
                                     const TomlValue& value, const std::string& file);

// Sets what somebody typed: the first of readings() that the option takes. Throws what the first of
// them is refused with, if all are.
[[nodiscard]] std::string with_typed(std::string_view toml, const KeyPath& path,
                                     std::string_view typed, const std::string& file);

// Takes a key out, with its comment behind it on the line, or a whole [[list]] or [[table]] block
// (`list.NAME`) or table (`scope`). Throws Error{not_found} where it is not there.
[[nodiscard]] std::string without_value(std::string_view toml, const KeyPath& path,
                                        const std::string& file);

// Returns the value that stands in the file; nullopt where none does, so that the default holds.
// Tables are returned as inline tables. Throws Error{not_found} for a list or table that is not
// there.
[[nodiscard]] std::optional<TomlValue> value_in(std::string_view toml, const KeyPath& path,
                                                const std::string& file);

struct KeyValue {
  KeyPath path;
  TomlValue value;
  bool operator==(const KeyValue&) const = default;
};

// Returns every value of the file that is not a table, by its path, in the order of the file.
[[nodiscard]] std::vector<KeyValue> values_in(std::string_view toml, const std::string& file);

}  // namespace sanaq::settings
