#include "sanaq/settings/held_value.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/settings/options.h"
#include "sanaq/settings/toml_section.h"
#include "sanaq/settings/written_node.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::settings {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

std::string toml_of(const Json& json) {
  std::string items;
  if (json.is_array()) {
    for (const Json& item : json) items += (items.empty() ? "" : ", ") + toml_of(item);
    return "[" + items + "]";
  }
  if (json.is_object()) {
    for (const auto& [key, item] : json.items())
      items += (items.empty() ? "" : ", ") + written_key(key) + " = " + toml_of(item);
    return items.empty() ? "{}" : "{ " + items + " }";
  }
  return json.is_string() ? text_value(json.get<std::string>()).toml : json.dump();
}

// Of the option that has the first of these keys, or of what lies in it.
template <typename Owner>
std::optional<TomlValue> value_of(const std::vector<Option<Owner>>& options, const Owner& owner,
                                  const KeyPath& path, std::size_t at) {
  Words known;
  for (const Option<Owner>& each : options) {
    if (each.read) known.emplace_back(each.key);
  }
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option<Owner>& each) {
    return each.read && at < path.size() && each.key == path[at];
  });
  if (found == options.end()) {
    const std::string near = at < path.size() ? text::nearest_word(path[at], known) : "";
    throw Error(Kind::usage, near.empty() ? message("the key {} is not known; known here are: {}",
                                                    spelled(path), joined(known))
                                          : message("the key {} is not known; did you mean {}?",
                                                    spelled(path), near));
  }
  Json value = found->value(owner);
  for (++at; at < path.size() && value.is_object(); ++at)
    value = value.contains(path[at]) ? value[path[at]] : Json();
  if (value.is_null() || at < path.size()) return std::nullopt;
  return TomlValue{toml_of(value)};
}

[[noreturn]] void no_block(const KeyPath& path, const Words& names) {
  const std::string near = text::nearest_word(path[1], names);
  throw Error(Kind::not_found, near.empty()
                                   ? message("there is no {} in the settings; there are: {}",
                                             spelled({path[0], path[1]}), joined(names))
                                   : message("there is no {} in the settings; did you mean {}?",
                                             spelled({path[0], path[1]}), near));
}

template <typename Block, typename NameOf>
std::optional<TomlValue> in_block(const std::vector<Option<Block>>& options,
                                  const std::vector<Block>& blocks, const KeyPath& path,
                                  NameOf name_of) {
  Words names;
  for (const Block& block : blocks) {
    names.push_back(name_of(block));
    if (path.size() > 1 && names.back() == path[1]) return value_of(options, block, path, 2);
  }
  if (path.size() > 1) no_block(path, names);
  return std::nullopt;
}

}  // namespace

std::optional<TomlValue> held_value(const Config& config, const KeyPath& path) {
  if (path[0] == "list")
    return in_block(list_options(), config.lists, path,
                    [](const ListConfig& list) { return list.name; });
  if (path[0] == "table")
    return in_block(table_options(), config.tables, path,
                    [](const TableConfig& table) { return table.file; });
  if (path[0] == "scope") return value_of(scope_options(), config.scope, path, 1);
  if (path[0] == "words") return value_of(words_options(), config, path, 1);
  if (path[0] == "link") return value_of(link_options(), config, path, 1);
  if (path[0] == "estimate") return value_of(estimate_options(), config, path, 1);
  if (path[0] == "publish") return value_of(publish_options(), config, path, 1);
  return value_of(first_options(), config, path, 0);
}

}  // namespace sanaq::settings
