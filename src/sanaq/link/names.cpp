#include "sanaq/link/names.h"

namespace sanaq::link {

text::NameTables name_tables(const std::vector<Nickname>& nicknames) {
  text::NameTables tables = text::NameTables::built_in();
  for (const Nickname& pair : nicknames) tables.add_nickname(pair.name, pair.nickname);
  return tables;
}

NameMeeting meet(const PreparedName& left, const PreparedName& right) {
  const text::NameComparison found = text::compare_names(*left, *right);
  return {static_cast<int>(found.level), found.weight_bits};
}

}  // namespace sanaq::link
