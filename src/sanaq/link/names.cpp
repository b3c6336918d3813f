#include "sanaq/link/names.h"

namespace sanaq::link {

text::NameTables name_tables(const std::vector<Nickname>& nicknames) {
  text::NameTables tables = text::NameTables::built_in();
  for (const Nickname& pair : nicknames) tables.add_nickname(pair.name, pair.nickname);
  return tables;
}

NameAgreement name_agreement(text::NameLevel level, double weight_bits) {
  const auto below = [&](double bits) { return weight_bits < bits ? 1 : 0; };
  const auto later = [](NameAgreement first, int steps) {
    return static_cast<NameAgreement>(static_cast<int>(first) + steps);
  };
  switch (level) {
    case text::NameLevel::same:
      return later(NameAgreement::same_letters_strong, below(3.5));
    case text::NameLevel::same_sound:
      return later(NameAgreement::same_sound_strong, below(3.5));
    case text::NameLevel::one_letter_off:
      return later(NameAgreement::one_letter_off_strong, below(2.5));
    case text::NameLevel::part_missing:
      return later(NameAgreement::part_missing_strong, below(2.5) + below(1.5) + below(0.5));
    case text::NameLevel::near:
      return later(NameAgreement::near_strong, below(0.5) + below(-1.5));
    case text::NameLevel::differs:
      break;
  }
  return NameAgreement::differs;
}

NameMeeting meet(const PreparedName& left, const PreparedName& right) {
  const text::NameComparison found = text::compare_names(*left, *right);
  return {name_agreement(found.level, found.weight_bits), found.weight_bits};
}

}  // namespace sanaq::link
