#include "sanaq/text/nicknames.h"

#include <algorithm>

#include "embedded/sanaq_text.h"
#include "sanaq/text/keys.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/units.h"

namespace sanaq::text {
namespace {

std::string fold_of(std::string_view word) {
  std::string fold;
  for (const Word& part : split_words(word)) {
    fold += latin_key(
        read_word(part.letters, cyrillic_language(part.letters), is_kazakh_arabic(part.letters))
            .units);
  }
  return fold;
}

// FNV-1a: the same number on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char letter : text)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  return hash;
}

void insert_sorted(NicknameGroups& groups, std::uint64_t group) {
  const auto at = std::lower_bound(groups.begin(), groups.end(), group);
  if (at == groups.end() || *at != group) groups.insert(at, group);
}

}  // namespace

// The second table has the forms that Ukrainian and Belarusian give to names that Russian has too.
NameTables::NameTables() {
  for (const char* file : {"name_nicknames.txt", "name_forms.txt"}) add_lines(embedded_file(file));
}

void NameTables::add_lines(std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    std::size_t at = line.find(',');
    const std::string_view name = line.substr(0, at);
    while (at < line.size()) {
      const std::size_t end = std::min(line.find(',', at + 1), line.size());
      add_nickname(name, line.substr(at + 1, end - at - 1));
      at = end;
    }
  }
}

void NameTables::add_nickname(std::string_view name, std::string_view nickname) {
  const std::string full = fold_of(name);
  const std::string nick = fold_of(nickname);
  if (full.empty() || nick.empty()) return;
  insert_sorted(groups_[full], hash_of(full));
  insert_sorted(groups_[nick], hash_of(full));
}

NicknameGroups NameTables::groups_of(std::string_view fold) const {
  const auto found = groups_.find(std::string(fold));
  return found == groups_.end() ? NicknameGroups{} : found->second;
}

const NameTables& NameTables::built_in() {
  static const NameTables tables;
  return tables;
}

NicknameGroups nickname_groups(std::string_view name, const NameTables& tables) {
  return split_words(name).size() == 1 ? tables.groups_of(fold_of(name)) : NicknameGroups{};
}

bool share_group(const NicknameGroups& left, const NicknameGroups& right) {
  for (auto at = left.begin(), other = right.begin(); at != left.end() && other != right.end();) {
    if (*at == *other) return true;
    *at < *other ? ++at : ++other;
  }
  return false;
}

}  // namespace sanaq::text
