#include "sanaq/settings/edit_config.h"

#include <algorithm>
#include <functional>
#include <sstream>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/settings/config_node.h"
#include "sanaq/settings/edit_places.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/settings/toml_check.h"
#include "sanaq/settings/toml_lines.h"
#include "sanaq/settings/written_node.h"

namespace sanaq::settings {
namespace {

using base::Error;
using base::Kind;
using base::message;

// The file, and nothing where it is no TOML.
std::optional<toml::table> parsed_or_none(std::string_view toml) {
  try {
    return toml::parse(toml);
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

toml::table parsed_file(std::string_view toml, const std::string& file) {
  check_toml(toml, file);
  auto table = parsed_or_none(toml);
  if (!table) (void)parse_config(toml, file);  // says what is wrong, and where
  return std::move(*table);
}

void put_value(toml::table& root, const KeyPath& path, const toml::node& value) {
  const KeyPath parent(path.begin(), path.end() - 1);
  toml::table* table = table_at(root, parent);
  if (table == nullptr) {
    put_value(root, parent, toml::table());
    table = table_at(root, parent);
  }
  if (table != nullptr) table->insert_or_assign(path.back(), value);
}

void put_block(toml::table& root, const KeyPath& path, const toml::node& value) {
  toml::table block;
  block.insert_or_assign(path[0] == "list" ? "name" : "file", path[1]);
  block.insert_or_assign(path.back(), value);
  if (root.get(path[0]) == nullptr) root.insert_or_assign(path[0], toml::array());
  if (toml::array* const blocks = root.get_as<toml::array>(path[0])) blocks->push_back(block);
}

void take_out(toml::table& root, const KeyPath& path) {
  const bool is_block = path.size() == 2 && (path[0] == "list" || path[0] == "table");
  if (!is_block) {
    table_at(root, KeyPath(path.begin(), path.end() - 1))->erase(path.back());
    return;
  }
  const toml::node* const block = node_at(root, path);
  toml::array& blocks = *root.get_as<toml::array>(path[0]);
  blocks.erase(std::find_if(blocks.begin(), blocks.end(),
                            [&](const toml::node& each) { return &each == block; }));
  if (blocks.empty()) root.erase(path[0]);
}

// What is wrong with a value is the same where it stands.
std::string whole_file(const toml::table& table) {
  std::ostringstream text;
  text << toml::toml_formatter(table);
  return text.str();
}

// The first text that says what is wanted and nothing else.
std::optional<std::string> the_one(const std::vector<std::string>& texts,
                                   const toml::table& wanted) {
  for (const std::string& text : texts) {
    const auto found = parsed_or_none(text);
    if (found && *found == wanted) return text;
  }
  return std::nullopt;
}

// A key of a table whose value is not a table would be lost behind the new one.
void expect_tables_above(toml::table& root, const KeyPath& path, const std::string& file) {
  for (std::size_t size = 1; size < path.size(); ++size) {
    const KeyPath above(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(size));
    const toml::node* const node = node_at(root, above);
    const bool is_array_of_blocks = size == 1 && (path[0] == "list" || path[0] == "table");
    if (node == nullptr || node->is_table() || is_array_of_blocks) continue;
    throw Error(Kind::bad_input,
                message("{}, line {}: {} is a value and no table, so it has no {}", file,
                        node->source().begin.line, spelled(above), spelled(path)));
  }
}

bool is_whole_array(const KeyPath& path) {
  return path.size() == 1 && (path[0] == "list" || path[0] == "table");
}

void expect_a_key(const KeyPath& path) {
  if (!is_whole_array(path) && (path.size() != 2 || !is_whole_array({path[0]}))) return;
  throw Error(Kind::usage,
              message("{}: name a key of it, such as {}", spelled(path),
                      path[0] == "list" ? "list.hospital.public" : "table.\"claims.csv\".kind"));
}

// The complaints of parse_config() without the line: the value stands on none yet.
const std::vector<base::Message>& complaints_without_line() {
  static const std::vector<base::Message> all = {
      message("{}: the key {} is not known; known here are: {}"),
      message("{}: the key {} is not known; did you mean {}?"),
      message("{}: {} cannot be used as it stands; write it like this: {}"),
      message("{}: {} is {}; it must lie between {} and {}"),
      message("{}: {} cannot be \"{}\"; did you mean \"{}\"?"),
      message("{}: {} is missing; add it")};
  return all;
}

base::Message without_line(const base::Message& complaint) {
  constexpr std::string_view place = "{}, line {}";
  if (!complaint.id.starts_with(place) || complaint.arguments.size() < 2) return complaint;
  for (const base::Message& other : complaints_without_line()) {
    if (complaint.id.substr(place.size()) != other.id.substr(2)) continue;
    base::Message plain = complaint;
    plain.id = other.id;
    plain.arguments.erase(plain.arguments.begin() + 1);
    return plain;
  }
  return complaint;
}

// Whether the file is well as it is.
bool is_usable(std::string_view toml, const std::string& file) {
  try {
    (void)parse_config(toml, file);
    return true;
  } catch (const Error&) {
    return false;
  }
}

// What is wrong after an edit is the edit's fault where the file was well before: it then names no
// line, since that is one of a file which nobody has.
void expect_usable(std::string_view edited_toml, std::string_view before, const std::string& file) {
  try {
    (void)parse_config(edited_toml, file);
  } catch (const Error& error) {
    if (error.kind() != Kind::bad_input || !is_usable(before, file)) throw;
    throw Error(error.kind(), without_line(error.message()));
  }
}

// The file with the value; none where it could stand there but cannot be placed.
std::optional<std::string> edited(std::string_view toml, const KeyPath& path,
                                  const TomlValue& value, const std::string& file) {
  toml::table root = parsed_file(toml, file);
  toml::table wanted = root;  // a copy has no positions
  const toml::table holder = toml::parse("v = " + value.toml);
  const toml::node& node = *holder.get("v");
  const bool makes_block = names_a_new_block(root, path) && path.size() == 3 &&
                           path[2] == (path[0] == "list" ? "file" : "kind");
  if (!makes_block) expect_block(root, path, file);
  expect_a_key(path);
  expect_tables_above(root, path, file);
  makes_block ? put_block(wanted, path, node) : put_value(wanted, path, node);
  const TomlLines lines(toml);
  auto text = the_one(makes_block ? texts_with_block(root, lines, path, value.toml)
                                  : texts_with(root, lines, path, value.toml),
                      wanted);
  expect_usable(text ? *text : whole_file(wanted), toml, file);
  return text;
}

[[noreturn]] void refuse_place(const KeyPath& path, const TomlValue& value,
                               const std::string& file) {
  throw Error(Kind::bad_input,
              message("{}: {} cannot be changed without touching what else stands there; write "
                      "it yourself:  {}",
                      file, spelled(path), lines_to_paste(path, value.toml)));
}

void visit_values(toml::node& node, const KeyPath& path,
                  const std::function<void(const KeyPath&, const toml::node&)>& visit) {
  toml::table* const table = node.as_table();
  if (table == nullptr) return visit(path, node);
  for (auto&& [key, inner] : *table) {
    KeyPath below = path;
    below.emplace_back(key.str());
    visit_values(inner, below, visit);
  }
}

}  // namespace

std::string with_value(std::string_view toml, const KeyPath& path, const TomlValue& value,
                       const std::string& file) {
  if (auto text = edited(toml, path, value, file)) return std::move(*text);
  refuse_place(path, value, file);
}

std::string with_typed(std::string_view toml, const KeyPath& path, std::string_view typed,
                       const std::string& file) {
  std::optional<Error> first;
  for (const TomlValue& value : readings(typed)) {
    std::optional<std::string> text;
    try {
      text = edited(toml, path, value, file);
    } catch (const Error& error) {
      if (error.kind() != Kind::bad_input) throw;
      if (!first) first = error;
      continue;
    }
    if (!text) refuse_place(path, value, file);
    return std::move(*text);
  }
  throw Error(*first);
}

std::string without_value(std::string_view toml, const KeyPath& path, const std::string& file) {
  toml::table root = parsed_file(toml, file);
  toml::table wanted = root;  // a copy has no positions
  expect_block(root, path, file);
  if (is_whole_array(path))
    throw Error(Kind::usage, message("{}: name one of them, such as {}.NAME", path[0], path[0]));
  if (node_at(root, path) == nullptr)
    throw Error(Kind::not_found, message("{}: {} does not stand there", file, spelled(path)));
  take_out(wanted, path);
  const auto text = the_one(texts_without(root, TomlLines(toml), path), wanted);
  if (!text)
    throw Error(Kind::bad_input,
                message("{}, line {}: {} cannot be taken out without touching what else stands "
                        "there; take it out yourself",
                        file, node_at(root, path)->source().begin.line, spelled(path)));
  expect_usable(*text, toml, file);
  return *text;
}

std::optional<TomlValue> value_in(std::string_view toml, const KeyPath& path,
                                  const std::string& file) {
  toml::table root = parsed_file(toml, file);
  expect_block(root, path, file);
  const toml::node* const node = node_at(root, path);
  return node == nullptr ? std::nullopt : std::optional<TomlValue>(TomlValue{written(*node)});
}

std::vector<KeyValue> values_in(std::string_view toml, const std::string& file) {
  toml::table root = parsed_file(toml, file);
  std::vector<std::pair<toml::source_position, KeyValue>> found;
  const auto note = [&](const KeyPath& path, const toml::node& node) {
    found.emplace_back(node.source().begin, KeyValue{path, {written(node)}});
  };
  for (auto&& [key, node] : root) {
    const std::string name(key.str());
    if (!is_whole_array({name}) || !node.is_array_of_tables()) {
      visit_values(node, {name}, note);
      continue;
    }
    const std::vector<std::string> names = names_of_blocks(root, name);
    for (std::size_t at = 0; at < names.size(); ++at) {
      const bool is_first = std::find(names.begin(), names.end(), names[at]) ==
                            names.begin() + static_cast<std::ptrdiff_t>(at);
      visit_values((*node.as_array())[at],
                   {name, is_first ? names[at] : "#" + std::to_string(at + 1)}, note);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<KeyValue> values;
  for (auto& [position, value] : found) values.push_back(std::move(value));
  return values;
}

}  // namespace sanaq::settings
