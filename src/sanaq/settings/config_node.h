// Where a key stands in a parsed investigation.toml, whose lists and tables are called by name.
#pragma once
#include <toml++/toml.h>

#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/settings/key_path.h"

namespace sanaq::settings {

// Returns the table at the path, or nullptr where there is none or something else stands there.
// `list.NAME` is the [[list]] of that name, or without a name of its own of a file with that stem,
// `table.FILE` the [[table]] with that file; `list.#2` is the second. The empty path is the root.
[[nodiscard]] toml::table* table_at(toml::table& root, const KeyPath& path);
[[nodiscard]] toml::node* node_at(toml::table& root, const KeyPath& path);

// Whether the path begins with the name of a [[list]] or [[table]] that is not there.
[[nodiscard]] bool names_a_new_block(toml::table& root, const KeyPath& path);

// What the blocks of an array of tables ("list", "table") are called, in the order of the file.
[[nodiscard]] std::vector<std::string> names_of_blocks(const toml::table& root,
                                                       const std::string& array);

// Throws Error{not_found} where the path leads into a [[list]] or [[table]] that is not there; says
// the nearest, or which there are.
void expect_block(toml::table& root, const KeyPath& path, const std::string& file);

}  // namespace sanaq::settings
