// Values as TOML writes them, and what somebody may have meant who typed one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sanaq::settings {

// One value as it stands behind the `=`, on one line: `0.5`, `"dmy"`, `["name", "date"]`.
struct TomlValue {
  std::string toml;
  bool operator==(const TomlValue&) const = default;
};

[[nodiscard]] TomlValue text_value(std::string_view text);
[[nodiscard]] TomlValue texts_value(const std::vector<std::string>& texts);
[[nodiscard]] TomlValue truth_value(bool truth);
[[nodiscard]] TomlValue number_value(double number);  // finite
[[nodiscard]] TomlValue whole_value(std::int64_t number);
// { "1" = "m", "2" = "f" }
[[nodiscard]] TomlValue mapping_value(
    const std::vector<std::pair<std::string, std::string>>& texts);

// Returns what the words that somebody typed behind a key may be, the most literal first: the words
// themselves where they are one value of TOML (`0.5`, `["a", "b"]`), a text, and the parts between
// commas as an array. The option itself decides which of them it takes (`with_typed()` in
// edit_config.h).
[[nodiscard]] std::vector<TomlValue> readings(std::string_view typed);

// Returns the words of a value for people: a text without its quotes, anything else as TOML has it.
[[nodiscard]] std::string words_of(const TomlValue& value);

}  // namespace sanaq::settings
