#include "sanaq/settings/toml_section.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "sanaq/base/error.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::settings {

using base::Error;
using base::Kind;
using base::message;

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

Section::Section(const toml::table& table, std::string name, const std::string& path)
    : table_(table), name_(std::move(name)), path_(path) {}

// Flags come from no file.
const std::string no_path;

Section::Section(const toml::table& table, const FlagsInLine& flags)
    : table_(table), path_(no_path), flags_(&flags) {}

std::optional<std::string> Section::text(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_string()) wrong(*node, key, R"(a text in quotes, such as "…")");
  return node->as_string()->get();
}

std::optional<bool> Section::flag(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_boolean()) wrong(*node, key, "true, false");
  return node->as_boolean()->get();
}

std::optional<double> Section::number(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_number()) wrong(*node, key, "0.5");
  return *node->value<double>();
}

std::optional<std::int64_t> Section::whole(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_integer()) wrong(*node, key, "1, 2, 3, …");
  return node->as_integer()->get();
}

std::optional<std::uint64_t> Section::seed(const std::string& key) {
  constexpr const char* form = "0, 1, 2, …";
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  std::uint64_t seed = 0;
  if (node->is_integer() && node->as_integer()->get() >= 0) {
    seed = static_cast<std::uint64_t>(node->as_integer()->get());
  } else if (node->is_string()) {
    const std::string& digits = node->as_string()->get();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    if (error != std::errc() || end != digits.data() + digits.size()) wrong(*node, key, form);
  } else {
    wrong(*node, key, form);
  }
  return seed;
}

Words Section::texts(const std::string& key) {
  const toml::node* node = find(key);
  Words words;
  if (node == nullptr) return words;
  if (!node->is_array()) wrong(*node, key, R"(["…", "…"])");
  for (const toml::node& item : *node->as_array()) {
    if (!item.is_string()) wrong(item, key, R"(["…", "…"])");
    words.push_back(item.as_string()->get());
  }
  return words;
}

Words Section::one_or_more(const std::string& key) {
  const toml::node* node = find(key);
  if (node != nullptr && node->is_string()) return {node->as_string()->get()};
  return texts(key);
}

std::vector<std::int64_t> Section::rows(const std::string& key) {
  constexpr const char* form = "[3, 17, \"40-52\"]";
  constexpr std::int64_t rows_max = 1'000'000;
  const toml::node* node = find(key);
  std::vector<std::int64_t> all;
  if (node == nullptr) return all;
  if (!node->is_array()) wrong(*node, key, form);
  for (const toml::node& item : *node->as_array()) {
    std::int64_t first = 0, last = 0;
    if (item.is_integer()) {
      first = last = item.as_integer()->get();
    } else if (item.is_string()) {
      std::istringstream run(item.as_string()->get());
      char hyphen = ' ';
      run >> first >> hyphen >> last;
      if (!run || !(run >> std::ws).eof() || hyphen != '-') wrong(item, key, form);
    }
    if (first < 1 || last < first || last - first > rows_max) wrong(item, key, form);
    for (std::int64_t row = first; row <= last; ++row) all.push_back(row);
  }
  return all;
}

Words Section::keys() const {
  Words all;
  for (const auto& [key, node] : table_) all.emplace_back(key.str());
  return all;
}

std::map<std::string, std::string> Section::all_texts() {
  std::map<std::string, std::string> all;
  for (const std::string& key : keys()) all[key] = *text(key);
  return all;
}

std::optional<std::pair<double, double>> Section::range(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const toml::array* pair = node->as_array();
  if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
    wrong(*node, key, "[100, 500]");
  return std::pair{*(*pair)[0].value<double>(), *(*pair)[1].value<double>()};
}

std::vector<std::pair<std::string, std::string>> Section::pairs(const std::string& key) {
  constexpr const char* form = R"([["…", "…"], ["…", "…"]])";
  const toml::node* node = find(key);
  std::vector<std::pair<std::string, std::string>> all;
  if (node == nullptr) return all;
  if (!node->is_array()) wrong(*node, key, form);
  for (const toml::node& item : *node->as_array()) {
    const toml::array* pair = item.as_array();
    if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_string() || !(*pair)[1].is_string())
      wrong(item, key, form);
    all.emplace_back((*pair)[0].as_string()->get(), (*pair)[1].as_string()->get());
  }
  return all;
}

std::optional<record::PartialDate> Section::date(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  std::optional<record::PartialDate> value;
  if (const auto* day = node->as_date(); day != nullptr) {
    value = record::make_date(day->get().year, day->get().month, day->get().day);
  } else if (const auto* written = node->as_string(); written != nullptr) {
    value = record::from_edtf(written->get());
  }
  if (!value) wrong(*node, key, R"("2011-12-16", "2011-12", "2011")");
  return value;
}

std::optional<Section> Section::section(const std::string& key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) wrong(*node, key, "{ … = \"…\" }");
  return Section(*node->as_table(), inside(key), path_);
}

std::vector<Section> Section::sections(const std::string& key) {
  const toml::node* node = find(key);
  std::vector<Section> all;
  if (node == nullptr) return all;
  if (!node->is_array_of_tables()) wrong(*node, key, "[[" + key + "]]");
  for (const toml::node& item : *node->as_array())
    all.emplace_back(*item.as_table(), inside(key), path_);
  return all;
}

std::map<std::string, std::string> Section::mapping(const Words& allowed) {
  known_ = allowed;
  refuse_unknown();
  std::map<std::string, std::string> all;
  for (const std::string& key : allowed) {
    if (const auto value = text(key)) all[key] = *value;
  }
  return all;
}

void Section::know(const Words& keys) { known_.insert(known_.end(), keys.begin(), keys.end()); }

void Section::refuse_unknown() const {
  for (const auto& [key, node] : table_) {
    const std::string word(key.str());
    if (std::find(known_.begin(), known_.end(), word) != known_.end()) continue;
    const std::string near = text::nearest_word(word, known_);
    if (near.empty()) {
      throw Error(Kind::bad_input,
                  message("{}, line {}: the key {} is not known; known here are: {}", path_,
                          node.source().begin.line, inside(word), joined(known_)));
    }
    throw Error(Kind::bad_input, message("{}, line {}: the key {} is not known; did you mean {}?",
                                         path_, node.source().begin.line, inside(word), near));
  }
}

void Section::wrong(const toml::node& node, const std::string& key,
                    const std::string& allowed) const {
  if (flags_ != nullptr) {
    throw Error(Kind::usage, message("{} {} cannot be used as it stands; write it like this: {}",
                                     spelled(key), flags_->at(key).words, allowed));
  }
  throw Error(Kind::bad_input,
              message("{}, line {}: {} cannot be used as it stands; write it like this: {}", path_,
                      node.source().begin.line, inside(key), allowed));
}

void Section::wrong(const std::string& key, const std::string& allowed) const {
  wrong(*table_.get(key), key, allowed);
}

void Section::outside(const std::string& key, double value, double low, double high) const {
  if (flags_ != nullptr) {
    throw Error(Kind::usage,
                message("{} is {}; it must lie between {} and {}", spelled(key), value, low, high));
  }
  throw Error(Kind::bad_input, message("{}, line {}: {} is {}; it must lie between {} and {}",
                                       path_, line_of(key), inside(key), value, low, high));
}

void Section::unknown_word(const std::string& key, const std::string& word,
                           const Words& known) const {
  const std::string near = text::nearest_word(word, known);
  if (near.empty()) wrong(key, joined(known));
  if (flags_ != nullptr) {
    throw Error(Kind::usage, message("{} {}: there is nothing of this name; did you mean {}?",
                                     spelled(key), word, near));
  }
  throw Error(Kind::bad_input, message("{}, line {}: {} cannot be \"{}\"; did you mean \"{}\"?",
                                       path_, line_of(key), inside(key), word, near));
}

void Section::missing(const std::string& key) const {
  throw Error(Kind::bad_input, message("{}, line {}: {} is missing; add it", path_,
                                       table_.source().begin.line, inside(key)));
}

const std::string& Section::path() const { return path_; }

std::int64_t Section::line_of(const std::string& key) const {
  return table_.get(key)->source().begin.line;
}

std::string Section::inside(const std::string& key) const {
  return name_.empty() ? key : name_ + "." + key;
}

std::string Section::spelled(const std::string& key) const {
  return flags_ == nullptr ? key : flags_->at(key).name;
}

const toml::node* Section::find(const std::string& key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
  return table_.get(key);
}

}  // namespace sanaq::settings
