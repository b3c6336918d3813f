// Whole names, compared by the room text; each distinct value is prepared once.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/options.h"
#include "sanaq/text/name.h"
#include "sanaq/text/name_comparison.h"
#include "sanaq/text/nicknames.h"

namespace sanaq::link {

using PreparedName = text::PreparedNamePtr;

// Returns the built-in nicknames and the user's.
[[nodiscard]] text::NameTables name_tables(const std::vector<Nickname>& nicknames);

// How two whole names agree: the level of the room text, subdivided by its weight for exactly this
// pair, which knows how much there was to compare: two initials that fit are more than a family
// name alone, though a part is missing in both cases.
enum class NameAgreement {
  same_letters_strong,
  same_letters,
  same_sound_strong,
  same_sound,
  one_letter_off_strong,
  one_letter_off,
  part_missing_strong,
  part_missing,
  part_missing_weak,
  part_missing_very_weak,
  near_strong,
  near,
  near_weak,
  differs,
};
inline constexpr int name_agreements = 14;
// The first of these levels, which are equal by letters or by sound.
inline constexpr std::size_t equal_names = static_cast<std::size_t>(NameAgreement::same_sound) + 1;

struct NameMeeting {
  NameAgreement agreement = NameAgreement::differs;
  double weight_bits = 0;  // log2(m/u) of exactly this pair of names, rarity included
};
[[nodiscard]] NameMeeting meet(const PreparedName& left, const PreparedName& right);
[[nodiscard]] NameAgreement name_agreement(text::NameLevel level, double weight_bits);

}  // namespace sanaq::link
