#include "sanaq/settings/toml_value.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <optional>

#include "sanaq/base/check.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/settings/toml_check.h"
#include "sanaq/settings/written_node.h"

namespace sanaq::settings {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// The words as one value of TOML, written as we write it; none where they are something else.
std::optional<TomlValue> literal(std::string_view words) {
  const std::string line = "v = " + std::string(words);
  if (words.empty() || line.find_first_of("\r\n") != line.npos) return std::nullopt;
  try {
    check_toml(line, "");
    const toml::table table = toml::parse(line);
    const toml::node* node = table.get("v");
    if (table.size() != 1 || node == nullptr) return std::nullopt;
    // A comment behind the value would be taken along.
    const auto letters = static_cast<std::size_t>(node->source().end.column);
    std::size_t columns = 1;
    for (const char byte : line) columns += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (letters != columns) return std::nullopt;
    return TomlValue{written(*node)};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::vector<std::string_view> between_commas(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const std::size_t comma = words.find(',');
    const std::string_view part = trimmed(words.substr(0, comma));
    if (!part.empty()) parts.push_back(part);
    words = comma == words.npos ? std::string_view() : words.substr(comma + 1);
  }
  return parts;
}

TomlValue array_with(const std::vector<std::string_view>& parts, bool with_literals) {
  std::string items;
  for (const std::string_view part : parts) {
    const auto as_it_stands = with_literals ? literal(part) : std::nullopt;
    items += (items.empty() ? "" : ", ") + (as_it_stands ? *as_it_stands : text_value(part)).toml;
  }
  return {"[" + items + "]"};
}

}  // namespace

TomlValue text_value(std::string_view text) { return {base::toml_text(text)}; }

TomlValue texts_value(const std::vector<std::string>& texts) {
  return array_with({texts.begin(), texts.end()}, false);
}

TomlValue truth_value(bool truth) { return {truth ? "true" : "false"}; }

TomlValue number_value(double number) { return {written(toml::value<double>(number))}; }

TomlValue whole_value(std::int64_t number) { return {fmt::format("{}", number)}; }

TomlValue mapping_value(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::string all;
  for (const auto& [key, text] : texts)
    all += (all.empty() ? " " : ", ") + written_key(key) + " = " + base::toml_text(text);
  return {all.empty() ? "{}" : "{" + all + " }"};
}

std::vector<TomlValue> readings(std::string_view typed) {
  std::vector<TomlValue> all;
  if (const auto as_it_stands = literal(trimmed(typed))) all.push_back(*as_it_stands);
  all.push_back(text_value(typed));
  const std::vector<std::string_view> parts = between_commas(typed);
  all.push_back(array_with(parts, true));
  all.push_back(array_with(parts, false));
  return all;
}

std::string words_of(const TomlValue& value) {
  const toml::table table = toml::parse("v = " + value.toml);
  const toml::node* node = table.get("v");
  base::check(node != nullptr, "a value is one value of TOML");
  return node->is_string() ? node->as_string()->get() : value.toml;
}

}  // namespace sanaq::settings
