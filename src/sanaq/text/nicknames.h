// Which given names stand for one another: Саша and Александр, Bob and Robert, Sasha and Александр.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sanaq::text {

// A group is the full name and its short forms. Its number is made from the full name's Latin key,
// so that the tables of several scripts and the user's own agree on it.
using NicknameGroups = std::vector<std::uint64_t>;  // sorted, distinct

// The nicknames, which a user may extend. Build the table before the first name is prepared, then
// share it: reading it is safe on any thread.
class NameTables {
 public:
  NameTables();  // has the built-in nicknames
  // Adds a short form of a full name. Both may be in any script; each must be one word.
  void add_nickname(std::string_view name, std::string_view nickname);
  [[nodiscard]] NicknameGroups groups_of(std::string_view latin_key) const;
  [[nodiscard]] static const NameTables& built_in();

 private:
  void add_lines(std::string_view lines);  // each a name and its short forms, separated by commas
  std::unordered_map<std::string, NicknameGroups> groups_;  // by Latin key
};

// Returns the groups of a given name in any script; none if it is not exactly one word.
[[nodiscard]] NicknameGroups nickname_groups(std::string_view name, const NameTables& tables);

[[nodiscard]] bool share_group(const NicknameGroups& left, const NicknameGroups& right);

}  // namespace sanaq::text
