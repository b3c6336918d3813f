// Where in the text of investigation.toml a value may be put or taken out. Each place is a guess
// from positions: whoever uses it reads the result again (edit_config.h).
#pragma once
#include <toml++/toml.h>

#include <string>
#include <vector>

#include "sanaq/settings/key_path.h"
#include "sanaq/settings/toml_lines.h"

namespace sanaq::settings {

// Return texts of the whole file as it may be afterwards, the best first. `root` is the file as it
// was parsed. `toml` is a value as TOML writes it.
[[nodiscard]] std::vector<std::string> texts_with(toml::table& root, const TomlLines& lines,
                                                  const KeyPath& path, const std::string& toml);
[[nodiscard]] std::vector<std::string> texts_without(toml::table& root, const TomlLines& lines,
                                                     const KeyPath& path);

// The text with a new [[list]] or [[table]] block, behind the last one of its kind.
[[nodiscard]] std::vector<std::string> texts_with_block(toml::table& root, const TomlLines& lines,
                                                        const KeyPath& path,
                                                        const std::string& toml);

// What a person would paste: "[link]" and "threshold = 0.5".
[[nodiscard]] std::string lines_to_paste(const KeyPath& path, const std::string& toml);

}  // namespace sanaq::settings
