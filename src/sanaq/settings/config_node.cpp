#include "sanaq/settings/config_node.h"

#include <charconv>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/toml_section.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::settings {
namespace {

using base::message;

bool is_array_of_blocks(const std::string& key) { return key == "list" || key == "table"; }

std::string name_of(const toml::table& block, const std::string& array) {
  const auto text = [&](std::string_view key) {
    const toml::node* node = block.get(key);
    return node != nullptr && node->is_string() ? node->as_string()->get() : std::string();
  };
  if (array == "table") return text("file");
  const std::string name = text("name");
  return name.empty() ? base::file_stem(text("file")) : name;
}

// The block that `#2` means; none for another name.
std::optional<std::size_t> block_number(const std::string& name) {
  std::size_t number = 0;
  const char* const end = name.data() + name.size();
  if (!name.starts_with('#')) return std::nullopt;
  const auto [stop, error] = std::from_chars(name.data() + 1, end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  return number;
}

toml::table* block_called(toml::table& root, const std::string& array, const std::string& name) {
  toml::node* const node = root.get(array);
  if (node == nullptr || !node->is_array_of_tables()) return nullptr;
  toml::array& blocks = *node->as_array();
  for (toml::node& block : blocks) {
    if (name_of(*block.as_table(), array) == name) return block.as_table();
  }
  const auto number = block_number(name);
  return number && *number <= blocks.size() ? blocks[*number - 1].as_table() : nullptr;
}

}  // namespace

toml::node* node_at(toml::table& root, const KeyPath& path) {
  toml::node* node = &root;
  for (std::size_t at = 0; at < path.size() && node != nullptr; ++at) {
    toml::table* const table = node->as_table();
    if (table == nullptr) return nullptr;
    if (at == 0 && path.size() > 1 && is_array_of_blocks(path[0])) {
      node = block_called(root, path[0], path[1]);
      ++at;
    } else {
      node = table->get(path[at]);
    }
  }
  return node;
}

toml::table* table_at(toml::table& root, const KeyPath& path) {
  toml::node* const node = node_at(root, path);
  return node == nullptr ? nullptr : node->as_table();
}

bool names_a_new_block(toml::table& root, const KeyPath& path) {
  return path.size() > 1 && is_array_of_blocks(path[0]) &&
         block_called(root, path[0], path[1]) == nullptr;
}

std::vector<std::string> names_of_blocks(const toml::table& root, const std::string& array) {
  std::vector<std::string> names;
  const toml::node* const node = root.get(array);
  if (node == nullptr || !node->is_array_of_tables()) return names;
  for (const toml::node& block : *node->as_array())
    names.push_back(name_of(*block.as_table(), array));
  return names;
}

void expect_block(toml::table& root, const KeyPath& path, const std::string& file) {
  if (!names_a_new_block(root, path)) return;
  const std::vector<std::string> names = names_of_blocks(root, path[0]);
  const std::string near = text::nearest_word(path[1], names);
  const std::string what = "[[" + path[0] + "]]";
  throw base::Error(
      base::Kind::not_found,
      names.empty() ? message("{} has no {}; add one with  sanaq settings {}", file, what,
                              path[0] == "list" ? "list.NAME.file FILE" : "table.FILE.kind KIND")
      : near.empty()
          ? message("{} has no {} that is called {}; there are: {}", file, what, path[1],
                    joined(names))
          : message("{} has no {} that is called {}; did you mean {}?", file, what, path[1], near));
}

}  // namespace sanaq::settings
