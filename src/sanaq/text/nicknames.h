// Which given names stand for one another: Саша and Александр, Bob and Robert, Sasha and Александр.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sanaq::text {

// Groups are numbered by the full name's Latin key, so that tables of several scripts and of the
// user meet.
using NicknameGroups = std::vector<std::uint64_t>;  // sorted, distinct

// A table that a user may extend. Build it before the first name is prepared, then share it:
// reading is safe on any thread.
class NameTables {
 public:
  NameTables();  // the built-in nicknames
  // `name, short` in any scripts; each must be one word.
  void add_nickname(std::string_view name, std::string_view nickname);
  [[nodiscard]] NicknameGroups groups_of(std::string_view latin_key) const;
  [[nodiscard]] static const NameTables& built_in();

 private:
  void add_lines(std::string_view lines);  // a name and its short forms, commas between
  std::unordered_map<std::string, NicknameGroups> groups_;  // by Latin key
};

// Of a given name of one word, in any script; of several words or none: no group.
[[nodiscard]] NicknameGroups nickname_groups(std::string_view name, const NameTables& tables);

[[nodiscard]] bool share_group(const NicknameGroups& left, const NicknameGroups& right);

}  // namespace sanaq::text
