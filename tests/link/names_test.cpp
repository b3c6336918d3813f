#include "sanaq/link/names.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(Names, AreComparedByRoomTextAcrossScripts) {
  const PreparedName cyrillic = text::prepare_name("Айдын Өтегенов"),
                     latin = text::prepare_name("Aidyn Otegenov"),
                     other = text::prepare_name("Роман Сепняков");
  EXPECT_GT(meet(cyrillic, latin).weight_bits, 1);
  EXPECT_LT(meet(cyrillic, other).weight_bits, 0);
  EXPECT_LT(meet(cyrillic, latin).agreement, meet(cyrillic, other).agreement);
  EXPECT_LE(meet(cyrillic, cyrillic).agreement, NameAgreement::same_letters);
  EXPECT_EQ(meet(cyrillic, other).agreement, NameAgreement::differs);
}

TEST(Names, AnAgreementIsPartedByItsWeight) {
  EXPECT_EQ(name_agreement(text::NameLevel::same, 6), NameAgreement::same_letters_strong);
  EXPECT_EQ(name_agreement(text::NameLevel::same, 1), NameAgreement::same_letters);
  EXPECT_EQ(name_agreement(text::NameLevel::part_missing, 3), NameAgreement::part_missing_strong);
  EXPECT_EQ(name_agreement(text::NameLevel::part_missing, 2), NameAgreement::part_missing);
  EXPECT_EQ(name_agreement(text::NameLevel::part_missing, 1), NameAgreement::part_missing_weak);
  EXPECT_EQ(name_agreement(text::NameLevel::part_missing, -1),
            NameAgreement::part_missing_very_weak);
  EXPECT_EQ(name_agreement(text::NameLevel::near, -4), NameAgreement::near_weak);
  EXPECT_EQ(name_agreement(text::NameLevel::differs, 9), NameAgreement::differs);
}

TEST(Names, InitialsThatFitSayMoreThanAFamilyNameAlone) {
  const PreparedName full = text::prepare_name("Еркенов Ораз Маратұлы");
  const NameMeeting initials = meet(full, text::prepare_name("Еркенов О.М.")),
                    family = meet(full, text::prepare_name("Еркенов"));
  EXPECT_LT(initials.agreement, family.agreement);
  EXPECT_EQ(family.agreement, NameAgreement::part_missing_very_weak);
}

}  // namespace
}  // namespace sanaq::link
