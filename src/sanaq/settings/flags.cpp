#include "sanaq/settings/flags.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/settings/toml_section.h"

namespace sanaq::settings {
namespace {

using base::Error;
using base::Kind;
using base::message;

template <typename Number>
std::optional<Number> number_in(std::string_view word) {
  Number value{};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

template <typename Number>
Number number_or_refused(std::string_view flag, const std::string& word, const char* form) {
  if (const auto number = number_in<Number>(word)) return *number;
  throw Error(Kind::usage, message("{} {} cannot be used as it stands; write it like this: {}",
                                   flag, word, form));
}

// A number, or a share with %.
std::optional<double> bound_in(std::string_view word) {
  const bool is_percent = word.ends_with('%');
  if (is_percent) word.remove_suffix(1);
  const auto value = number_in<double>(word);
  return value && is_percent ? *value / 100 : value;
}

// "100:500", "20%:60%".
toml::array range_in(std::string_view flag, const std::string& word) {
  const std::size_t colon = word.find(':');
  if (colon != std::string::npos) {
    const auto low = bound_in(std::string_view(word).substr(0, colon));
    const auto high = bound_in(std::string_view(word).substr(colon + 1));
    if (low && high) return toml::array{*low, *high};
  }
  throw Error(
      Kind::usage,
      message("{} {}: write two numbers with a colon between them, such as 100:500", flag, word));
}

// "hospital+police", for lists whose names have no plus.
toml::array pair_in(std::string_view flag, const std::string& word) {
  const std::size_t plus = word.find('+');
  if (plus == std::string::npos || plus == 0 || plus + 1 == word.size()) {
    throw Error(Kind::usage, message("{} {}: write two lists with a plus between them, such as "
                                     "hospital+police",
                                     flag, word));
  }
  return toml::array{word.substr(0, plus), word.substr(plus + 1)};
}

// The value as it would stand in the file.
void put(toml::table& table, const Option<Config>& option, const std::vector<std::string>& words) {
  const std::string_view flag = option.flag.name;
  const auto set = [&](auto value) { table.insert_or_assign(option.key, std::move(value)); };
  toml::array all;
  switch (option.written) {
    case Written::truth:
      return set(true);
    case Written::number:
      return set(number_or_refused<double>(flag, words.back(), "0.5"));
    case Written::whole:
      return set(number_or_refused<std::int64_t>(flag, words.back(), "1, 2, 3, …"));
    case Written::seed:
    case Written::text:
    case Written::file:
      return set(words.back());
    case Written::range:
      return set(range_in(flag, words.back()));
    case Written::texts:
    case Written::list:
      for (const std::string& word : words) all.push_back(word);
      return set(std::move(all));
    case Written::pairs:
      for (const std::string& word : words) all.push_back(pair_in(flag, word));
      return set(std::move(all));
  }
}

std::string joined_by_blanks(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace

std::string shown_default(const Option<Config>& option) {
  const nlohmann::json value = option.value(Config{});
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  return value.is_number() ? fmt::format("{}", value.get<double>()) : "";
}

void read_flags(const std::vector<Option<Config>>& options, const Said& said, Config& config) {
  toml::table table;
  FlagsInLine flags;
  for (const Option<Config>& each : options) {
    const std::string key(each.key);
    if (each.flag.name.empty()) continue;
    flags[key].name = each.flag.name;
    const auto found = said.find(key);
    if (found == said.end() || !found->second.stand() || each.written == Written::file) continue;
    flags[key].words = joined_by_blanks(found->second.words);
    put(table, each, found->second.words);
  }
  Section section(table, flags);
  for (const Option<Config>& each : options) {
    if (table.contains(each.key)) each.read(section, config);
  }
}

std::string file_of(const Said& said, std::string_view key) {
  const auto found = said.find(key);
  return found == said.end() || found->second.words.empty() ? "" : found->second.words.back();
}

}  // namespace sanaq::settings
