#include "sanaq/log/open_lists.h"

#include <fmt/format.h>

#include <charconv>

namespace sanaq::log {
namespace {

// Two numbers with `between` between them, and nothing else.
std::optional<std::pair<std::uint64_t, std::uint64_t>> two_numbers(std::string_view text,
                                                                   char between) {
  std::pair<std::uint64_t, std::uint64_t> both;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, both.first);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != between) return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, both.second);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  return both;
}

bool add_list_line(std::string_view line, std::uint64_t size, OpenList& list) {
  const bool opens = line.starts_with('+');
  if (!opens && !line.starts_with('-')) return false;
  const auto both = two_numbers(line.substr(1), opens ? '-' : ' ');
  if (!both || both->first >= size || both->second >= size) return false;
  if (!opens) return list.closed.insert(*both).second;
  // No run is longer than a tree in memory; larger ones are somebody's joke.
  if (both->second < both->first || both->second - both->first > 100'000'000) return false;
  for (std::uint64_t index = both->first; index <= both->second; ++index)
    list.opened.insert(list.opened.end(), index);
  return true;
}

}  // namespace

std::string open_list_text(const OpenList& list) {
  std::string text;
  for (auto at = list.opened.begin(); at != list.opened.end();) {
    const std::uint64_t from = *at;
    std::uint64_t to = from;
    for (++at; at != list.opened.end() && *at == to + 1; ++at) to = *at;
    text += fmt::format("+{}-{}\n", from, to);
  }
  for (const auto& [index, by] : list.closed) text += fmt::format("-{} {}\n", index, by);
  return text;
}

std::optional<OpenList> parse_open_list(std::string_view text, std::uint64_t size) {
  OpenList list;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t end = left.find('\n');
    if (end == left.npos || !add_list_line(left.substr(0, end), size, list)) return std::nullopt;
    left.remove_prefix(end + 1);
  }
  if (open_list_text(list) != text) return std::nullopt;
  return list;
}

bool add_open_list(std::set<std::uint64_t>& open, const OpenList& list) {
  bool is_possible = true;
  for (const auto& [index, by] : list.closed) is_possible &= open.erase(index) == 1;
  for (const std::uint64_t index : list.opened) is_possible &= open.insert(index).second;
  return is_possible;
}

std::string open_list_path(std::uint64_t size) { return fmt::format("log/open/{}.txt", size); }

std::string publication_path(std::uint64_t size) {
  return fmt::format("log/publication/{}.json", size);
}

}  // namespace sanaq::log
