#include "sanaq/settings/written_node.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "sanaq/base/toml_text.h"

namespace sanaq::settings {
namespace {

std::string written_array(const toml::array& array) {
  std::string items;
  for (const toml::node& item : array) items += (items.empty() ? "" : ", ") + written(item);
  return "[" + items + "]";
}

std::string written_table(const toml::table& table) {
  std::vector<std::pair<toml::source_position, std::string>> pairs;
  for (const auto& [key, node] : table)
    pairs.emplace_back(key.source().begin, written_key(key.str()) + " = " + written(node));
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::string all;
  for (const auto& [position, pair] : pairs) all += (all.empty() ? "" : ", ") + pair;
  return all.empty() ? "{}" : "{ " + all + " }";
}

// The fewest digits that are read as this number; with a point, or it would be a whole one.
std::string written_number(double number) {
  std::string digits = fmt::format("{}", number);
  if (digits.find_first_not_of("-0123456789") == digits.npos) digits += ".0";
  return digits;
}

}  // namespace

std::string written(const toml::node& node) {
  if (node.is_string()) return base::toml_text(node.as_string()->get());
  if (node.is_array()) return written_array(*node.as_array());
  if (node.is_table()) return written_table(*node.as_table());
  if (node.is_floating_point()) return written_number(node.as_floating_point()->get());
  std::ostringstream text;
  text << toml::toml_formatter(node);
  return text.str();
}

std::string written_key(std::string_view key) {
  const bool is_bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
  });
  return is_bare ? std::string(key) : base::toml_text(key);
}

}  // namespace sanaq::settings
