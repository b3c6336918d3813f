// One table of a TOML file, read key by key: what nobody asked for is unknown, and every complaint
// names the file, the line and the key.
#pragma once
#include <toml++/toml.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/record/partial_date.h"

namespace sanaq::settings {

using Words = std::vector<std::string>;

// "a, b, c"
[[nodiscard]] std::string joined(const Words& words);

// The flags of a command, by the keys of the options that they set: the flag's name and what stands
// behind it in the line.
struct FlagInLine {
  std::string name, words;
};
using FlagsInLine = std::map<std::string, FlagInLine>;

class Section {
 public:
  // `name` is that of the table in the file, empty for the whole of it; `path` is the file's, for
  // complaints. The table and the path must outlive the section.
  Section(const toml::table& table, std::string name, const std::string& path);
  // What flags say in place of a file: complaints are Error{usage} and name the flag.
  Section(const toml::table& table, const FlagsInLine& flags);

  // Each of these gives the value of a key, nothing where the file does not have the key, and
  // throws Error{bad_input} where another kind of value stands there.
  [[nodiscard]] std::optional<std::string> text(const std::string& key);
  [[nodiscard]] std::optional<bool> flag(const std::string& key);
  [[nodiscard]] std::optional<double> number(const std::string& key);
  [[nodiscard]] std::optional<std::int64_t> whole(const std::string& key);
  // A whole number that is not negative; as text where it is beyond what TOML holds.
  [[nodiscard]] std::optional<std::uint64_t> seed(const std::string& key);
  [[nodiscard]] Words texts(const std::string& key);

  // One text or several: sheet = "A", sheet = ["A", "B"].
  [[nodiscard]] Words one_or_more(const std::string& key);

  // Numbers of rows, and runs of them: [3, 17, "40-52"].
  [[nodiscard]] std::vector<std::int64_t> rows(const std::string& key);
  // Every key that the file has here.
  [[nodiscard]] Words keys() const;

  // Every key with its text, whatever the keys.
  [[nodiscard]] std::map<std::string, std::string> all_texts();

  // Two numbers, low < high.
  [[nodiscard]] std::optional<std::pair<double, double>> range(const std::string& key);

  // Arrays of two texts.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs(const std::string& key);

  // A date as TOML knows it, or as text: 2011-12-16, "2011-12", "2011".
  [[nodiscard]] std::optional<record::PartialDate> date(const std::string& key);
  [[nodiscard]] std::optional<Section> section(const std::string& key);
  [[nodiscard]] std::vector<Section> sections(const std::string& key);

  // Every key with its text, for tables whose keys the user chooses from `allowed`.
  [[nodiscard]] std::map<std::string, std::string> mapping(const Words& allowed);
  // These keys are known too, whoever reads them.
  void know(const Words& keys);
  // Throws Error{bad_input} for the first key that nobody asked for, with the nearest that somebody
  // did.
  void refuse_unknown() const;
  // What stands at the key cannot be used; `allowed` says how to write it.
  [[noreturn]] void wrong(const toml::node& node, const std::string& key,
                          const std::string& allowed) const;
  [[noreturn]] void wrong(const std::string& key, const std::string& allowed) const;
  // It is a number and not between these two.
  [[noreturn]] void outside(const std::string& key, double value, double low, double high) const;
  // It is none of the words that are known; the nearest is named.
  [[noreturn]] void unknown_word(const std::string& key, const std::string& word,
                                 const Words& known) const;
  [[noreturn]] void missing(const std::string& key) const;
  [[nodiscard]] const std::string& path() const;
  [[nodiscard]] std::int64_t line_of(const std::string& key) const;
  // The whole name of a key: "scope.from".
  [[nodiscard]] std::string inside(const std::string& key) const;
  // As the reader writes it: a key, or a flag.
  [[nodiscard]] std::string spelled(const std::string& key) const;

 private:
  const toml::node* find(const std::string& key);

  const toml::table& table_;
  std::string name_;
  const std::string& path_;
  const FlagsInLine* flags_ = nullptr;  // of a line; null: a file is read
  Words known_;
};

}  // namespace sanaq::settings
