#include "sanaq/link/name_sounds.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

std::vector<PreparedName> names_of(const std::vector<std::string>& texts) {
  std::vector<PreparedName> names;
  for (const std::string& text : texts) names.push_back(text::prepare_name(text));
  return names;
}

// Invented names; the second spelling is the same name in Latin letters.
TEST(NameSounds, CountsThoseWhoShareTheRarestTwoSounds) {
  const std::vector<PreparedName> names =
      names_of({"", "Полынов Степан", "Stepan Polynov", "Полынов Юрий", "Якорев Степан"});
  const NameSounds sounds(names, {0, 3, 2, 10, 4});
  EXPECT_EQ(sounds.common(1, 2), 2u);
  EXPECT_EQ(sounds.sharing(1, 2), 5);
  EXPECT_EQ(sounds.sharing(1, 1), 5);
  EXPECT_EQ(sounds.common(1, 3), 1u);
  EXPECT_EQ(sounds.sharing(1, 3), 0) << "one common sound is no name";
  EXPECT_EQ(sounds.sharing(3, 4), 0);
  EXPECT_EQ(sounds.sharing(2, 1), sounds.sharing(1, 2));
}

TEST(NameSounds, ANameOfOneWordSharesWithNobody) {
  const NameSounds sounds(names_of({"", "Полынов", "Полынов"}), {0, 3, 2});
  EXPECT_EQ(sounds.common(1, 2), 1u);
  EXPECT_EQ(sounds.sharing(1, 2), 0);
}

// Room text reads eight words of a name at most: more sounds than these are never in common.
TEST(NameSounds, OfNamesWithVeryManyWordsEightTell) {
  std::string text;
  for (const char* start : {"Ba", "De", "Gi", "Ko", "Lu"}) {
    for (const char* end : {"rom", "nas", "vil", "tok", "lud"})
      text += std::string(start) + end + ' ';
  }
  const NameSounds sounds(names_of({"", text, text}), {0, 3, 2});
  EXPECT_EQ(sounds.common(1, 2), 8u);
  EXPECT_EQ(sounds.sharing(1, 2), 5);
}

}  // namespace
}  // namespace sanaq::link
