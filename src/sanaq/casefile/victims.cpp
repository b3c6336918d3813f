#include "sanaq/casefile/victims.h"

#include <algorithm>
#include <array>

#include "sanaq/casefile/cell.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using base::message;

constexpr const char* unnamed = "unnamed";

// "unnamed man", "неизвестный мужчина": somebody, and no name.
bool is_without_a_name(std::string_view text) {
  static constexpr std::array<std::string_view, 8> words = {
      "unnamed",  "unknown",    "unidentified", "неизвестн",
      "безымянн", "неопознанн", "аты белгісіз", "белгісіз"};
  const std::string folded = text::fold(text);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.starts_with(word); });
}

// "5 unnamed men", "5-7 workers": a number and words, but no record ("hospital:12") and no id.
std::optional<VictimCell> group_of_so_many(const std::string& cell) {
  const std::size_t end = cell.find_first_not_of("0123456789-");
  if (end == 0 || end == std::string::npos || cell[end] != ' ') return std::nullopt;
  const auto count = read_counts(cell.substr(0, end));
  const std::size_t word = cell.find_first_not_of(' ', end);
  if (!count || word == std::string::npos) return std::nullopt;
  return VictimCell{cell.substr(word), count};
}

}  // namespace

VictimCell read_victim(const std::string& cell) {
  if (auto group = group_of_so_many(cell)) return *group;
  if (is_without_a_name(cell)) return {cell, Range{1, 1}};
  return {cell, std::nullopt};
}

VictimCells read_victims(const std::vector<std::string>& cells, const std::optional<Range>& count) {
  VictimCells out;
  for (const std::string& cell : cells) out.victims.push_back(read_victim(cell));
  if (!count) return out;
  if (out.victims.empty()) {
    if (count->high > 0) out.victims.push_back({unnamed, count});
    return out;
  }
  if (out.victims.size() == 1) {
    VictimCell& only = out.victims.front();
    if (only.count || *count != Range{1, 1}) only.count = count;
    return out;
  }
  Range told{0, 0};
  for (const VictimCell& victim : out.victims) {
    told.low += victim.count ? victim.count->low : 1;
    told.high += victim.count ? victim.count->high : 1;
  }
  if (count->high < told.low) {
    out.problem = {message("fewer than the victims that the row names"),
                   message("correct the count, or leave it empty")};
  } else if (count->high > told.low) {
    out.victims.push_back({unnamed, Range{std::max<std::int64_t>(0, count->low - told.high),
                                          count->high - told.low}});
  }
  return out;
}

}  // namespace sanaq::casefile
