#include "sanaq/settings/edit_places.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sanaq/base/toml_text.h"
#include "sanaq/settings/config_node.h"
#include "sanaq/settings/edit_array.h"
#include "sanaq/settings/written_node.h"

namespace sanaq::settings {
namespace {

std::string replaced(std::string_view text, std::size_t begin, std::size_t end,
                     std::string_view with) {
  return std::string(text.substr(0, begin)).append(with).append(text.substr(end));
}

// A line of its own behind line `after`; 0: before all lines.
std::string with_lines(const TomlLines& lines, std::size_t after,
                       const std::vector<std::string>& added) {
  const std::size_t at = after == 0 ? lines.begin_of(1) : lines.end_of(after);
  const std::string_view text = lines.text();
  std::string all;
  if (at > lines.begin_of(1) && text[at - 1] != '\n') all += lines.line_end();
  for (const std::string& line : added) all.append(line).append(lines.line_end());
  return replaced(text, at, at, all);
}

bool is_header(const TomlLines& lines, const toml::table& table) {
  const std::size_t at = lines.offset(table.source().begin);
  return !table.is_inline() && table.source().begin.line > 0 && at < lines.text().size() &&
         lines.text()[at] == '[';
}

// The last line of what stands in a table itself: its keys, and tables that stand within their
// values. 0 where there is none.
std::size_t last_own_line(const TomlLines& lines, const toml::table& table) {
  std::size_t last = 0;
  for (const auto& [key, node] : table) {
    if (node.is_array_of_tables() && lines.text()[lines.offset(node.source().begin)] == '[' &&
        lines.line(node.source().begin.line).starts_with("[["))
      continue;
    if (const toml::table* const inner = node.as_table(); inner != nullptr && !inner->is_inline()) {
      if (!is_header(lines, *inner)) last = std::max(last, last_own_line(lines, *inner));
      continue;
    }
    last = std::max<std::size_t>(last, node.source().end.line);
  }
  return last;
}

// The last line of a table with all that stands below it.
std::size_t last_line(const toml::node& node) {
  std::size_t last = node.source().begin.line;
  if (const toml::table* const table = node.as_table(); table != nullptr && !table->is_inline()) {
    for (const auto& [key, inner] : *table) last = std::max(last, last_line(inner));
    return last;
  }
  if (const toml::array* const array = node.as_array(); array != nullptr) {
    for (const toml::node& item : *array) last = std::max(last, last_line(item));
  }
  return node.is_table() ? last : std::max<std::size_t>(last, node.source().end.line);
}

// The line of a comment that shows how to write the key (`sanaq new` writes them), within the lines
// of a table; with the lines of the comment that go on behind it.
std::optional<std::size_t> example_line(const TomlLines& lines, std::size_t from,
                                        const std::string& key) {
  for (std::size_t at = from + 1; at <= lines.count(); ++at) {
    std::string_view line = lines.line(at);
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == line.npos) continue;
    line.remove_prefix(begin);
    if (line.starts_with('[')) break;
    if (!line.starts_with('#')) continue;
    line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
    if (line.starts_with("[[")) break;
    if (!line.starts_with(key)) continue;
    line.remove_prefix(key.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.starts_with('=')) continue;
    while (at < lines.count() && lines.line(at + 1).starts_with("#     ")) ++at;
    return at;
  }
  return std::nullopt;
}

// Before the brace that closes an inline table.
std::string within_braces(const TomlLines& lines, const toml::table& table,
                          const std::string& pair) {
  const std::string_view text = lines.text();
  const std::size_t brace = lines.offset(table.source().end) - 1;
  if (table.empty()) {
    const std::size_t open = lines.offset(table.source().begin);
    return replaced(text, open + 1, brace, " " + pair + " ");
  }
  std::size_t end = brace;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return replaced(text, end, end, ", " + pair);
}

// `scope.from = …` stands somewhere: `scope.to = …` goes below it.
std::optional<std::string> beside_dotted(const TomlLines& lines, const toml::table& table,
                                         const std::string& pair) {
  const std::size_t last = last_own_line(lines, table);
  if (last == 0) return std::nullopt;
  for (const auto& [key, node] : table) {
    if (node.source().end.line != last || (node.is_table() && !node.as_table()->is_inline()))
      continue;
    const std::size_t begin = lines.begin_of(key.source().begin.line);
    const std::size_t name = lines.offset(key.source().begin);
    return with_lines(lines, last, {std::string(lines.text().substr(begin, name - begin)) + pair});
  }
  return std::nullopt;
}

std::string indent_of(std::string_view line) {
  return std::string(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
}

void add_below_header(const TomlLines& lines, std::size_t header, const toml::table& table,
                      const std::string& key, const std::string& pair,
                      std::vector<std::string>& texts) {
  if (const auto example = example_line(lines, header, key))
    texts.push_back(with_lines(lines, *example, {pair}));
  const std::size_t last = last_own_line(lines, table);
  const std::string indent = last == 0 ? "" : indent_of(lines.line(last));
  // Behind keys that are read first; a key in a table further down is none of them.
  if (last != 0) texts.push_back(with_lines(lines, last, {indent + pair}));
  texts.push_back(with_lines(lines, header, {pair}));
}

std::string header_of(const KeyPath& table) {
  std::string name;
  for (const std::string& part : table) name += (name.empty() ? "" : ".") + written_key(part);
  return "[" + name + "]";
}

void add_at_end(const TomlLines& lines, const std::vector<std::string>& added,
                std::vector<std::string>& texts) {
  std::vector<std::string> all = added;
  if (!lines.text().empty()) all.insert(all.begin(), "");
  texts.push_back(with_lines(lines, lines.count(), all));
}

std::vector<std::string> texts_with_key(toml::table& root, const TomlLines& lines,
                                        const KeyPath& parent, toml::table& table,
                                        const std::string& key, const std::string& toml) {
  std::vector<std::string> texts;
  const std::string pair = written_key(key) + " = " + toml;
  if (table.is_inline()) return {within_braces(lines, table, pair)};
  if (&table == &root) {
    add_below_header(lines, 0, table, key, pair, texts);
    return texts;
  }
  if (is_header(lines, table))
    add_below_header(lines, table.source().begin.line, table, key, pair, texts);
  else if (auto text = beside_dotted(lines, table, pair))
    texts.push_back(std::move(*text));
  // A table that is there only since another one is within it has no header yet.
  if (parent.front() != "list" && parent.front() != "table")
    add_at_end(lines, {header_of(parent), pair}, texts);
  return texts;
}

// Of an array with comments only what is another value is written anew.
std::vector<std::string> texts_within_array(const TomlLines& lines, const toml::node& node,
                                            const std::string& toml) {
  const toml::table holder = toml::parse("v = " + toml);
  const toml::array* const now = holder.get_as<toml::array>("v");
  if (node.as_array() == nullptr || now == nullptr) return {};
  auto text = text_with_array(lines, *node.as_array(), *now);
  return text ? std::vector<std::string>{std::move(*text)} : std::vector<std::string>();
}

}  // namespace

std::vector<std::string> texts_with(toml::table& root, const TomlLines& lines, const KeyPath& path,
                                    const std::string& toml) {
  if (const toml::node* const node = node_at(root, path); node != nullptr) {
    const std::string_view old = lines.between(node->source());
    const bool is_block = node->is_table() && !node->as_table()->is_inline();
    if (is_block) return {};
    if (has_comment(old)) return texts_within_array(lines, *node, toml);
    const std::size_t begin = lines.offset(node->source().begin);
    return {replaced(lines.text(), begin, begin + old.size(), toml)};
  }
  const KeyPath parent(path.begin(), path.end() - 1);
  if (toml::table* const table = table_at(root, parent); table != nullptr)
    return texts_with_key(root, lines, parent, *table, path.back(), toml);
  if (parent.empty() || node_at(root, parent) != nullptr) return {};
  if (parent.size() == 1) {
    std::vector<std::string> texts;
    add_at_end(lines, {header_of(parent), written_key(path.back()) + " = " + toml}, texts);
    return texts;
  }
  return texts_with(root, lines, parent, "{ " + written_key(path.back()) + " = " + toml + " }");
}

std::vector<std::string> texts_without(toml::table& root, const TomlLines& lines,
                                       const KeyPath& path) {
  const toml::node* const node = node_at(root, path);
  const KeyPath parent(path.begin(), path.end() - 1);
  const toml::table* const table = table_at(root, parent);
  const std::string_view text = lines.text();
  if (const toml::table* const own = node->as_table();
      own != nullptr && !own->is_inline() && is_header(lines, *own))
    return {replaced(text, lines.begin_of(own->source().begin.line), lines.end_of(last_line(*own)),
                     "")};
  if (table == nullptr) return {};
  const auto key = table->find(path.back());
  const toml::source_position begin = key->first.source().begin;
  if (!table->is_inline())
    return {replaced(text, lines.begin_of(begin.line), lines.end_of(last_line(*node)), "")};
  std::size_t from = lines.offset(begin), to = lines.offset(node->source().end);
  const std::size_t next = text.find_first_not_of(" \t", to);
  std::vector<std::string> texts;
  if (next != text.npos && text[next] == ',')
    texts.push_back(replaced(text, from, text.find_first_not_of(" \t", next + 1), ""));
  const std::size_t before = from == 0 ? text.npos : text.find_last_not_of(" \t", from - 1);
  if (before != text.npos && text[before] == ',') texts.push_back(replaced(text, before, to, ""));
  texts.push_back(replaced(text, from, to, ""));
  return texts;
}

std::vector<std::string> texts_with_block(toml::table& root, const TomlLines& lines,
                                          const KeyPath& path, const std::string& toml) {
  std::vector<std::string> texts;
  const std::string name = base::toml_text(path[1]);
  const std::vector<std::string> block =
      path[0] == "list"
          ? std::vector<std::string>{"", "[[list]]", "name = " + name, "file = " + toml}
          : std::vector<std::string>{"", "[[table]]", "kind = " + toml, "file = " + name};
  const toml::node* const array = root.get(path[0]);
  if (array != nullptr) texts.push_back(with_lines(lines, last_line(*array), block));
  add_at_end(lines, {block.begin() + 1, block.end()}, texts);
  return texts;
}

std::string lines_to_paste(const KeyPath& path, const std::string& toml) {
  const std::size_t named = path[0] == "list" || path[0] == "table" ? 2 : 1;
  if (path.size() <= named) return written_key(path.back()) + " = " + toml;
  std::string key;
  for (std::size_t at = named; at < path.size(); ++at)
    key += (key.empty() ? "" : ".") + written_key(path[at]);
  const std::string header = named == 2 ? "[[" + path[0] + "]]" : "[" + path[0] + "]";
  return header + "  " + key + " = " + toml;
}

}  // namespace sanaq::settings
