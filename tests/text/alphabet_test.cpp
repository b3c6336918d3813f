#include "sanaq/text/alphabet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sanaq::text {

TEST(Alphabet, ARussianRegisterStandsUnderRussianLettersAndLatinNamesBehindThem) {
  const Alphabet russian("ru");
  EXPECT_EQ(russian.letter_of("Шарипов").label, "Ш");
  EXPECT_EQ(russian.letter_of("Ёлкин").label, "Е");
  EXPECT_EQ(russian.letter_of("ерлан").label, "Е");
  EXPECT_EQ(russian.letter_of("Omarov").label, "O");
  EXPECT_LT(russian.key("Ямадаев"), russian.key("Abenov"));
}

TEST(Alphabet, AKazakhRegisterHasKazakhLettersInTheirPlaces) {
  const Alphabet kazakh("kk");
  EXPECT_EQ(kazakh.letter_of("Әбенов").label, "Ә");
  EXPECT_EQ(kazakh.letter_of("Қабылов").label, "Қ");
  std::vector<std::string> names = {"Қабылов", "Байов", "Әбенов", "Кенов", "Абенов"};
  std::sort(names.begin(), names.end(), [&](const auto& left, const auto& right) {
    return kazakh.key(left) < kazakh.key(right);
  });
  EXPECT_EQ(names, (std::vector<std::string>{"Абенов", "Әбенов", "Байов", "Кенов", "Қабылов"}));
}

TEST(Alphabet, EachLetterHasAFileOfItsOwn) {
  for (const char* language : {"en", "ru", "kk", "ar-x-test", "xx"}) {
    const Alphabet alphabet(language);
    std::set<std::pair<std::string, std::string>> seen;
    std::set<std::string> files;
    for (char32_t code = 0x41; code < 0x0530; ++code) {
      std::string letter;
      if (code < 0x80) {
        letter += static_cast<char>(code);
      } else {
        letter += static_cast<char>(0xC0 | (code >> 6));
        letter += static_cast<char>(0x80 | (code & 0x3F));
      }
      const Alphabet::Letter& found = alphabet.letter_of(letter);
      EXPECT_EQ(found.file.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
                std::string::npos);
      if (seen.emplace(found.label, found.file).second) {
        EXPECT_TRUE(files.insert(found.file).second) << language << found.label;
      }
    }
    EXPECT_GT(files.size(), 50u);
  }
}

TEST(Alphabet, WhatBeginsWithNoLetterStandsUnderANumberSign) {
  const Alphabet alphabet("en");
  for (const char* text : {"", "12", "王小明", "\xff\xfe"}) {
    EXPECT_EQ(alphabet.letter_of(text).label, "#") << text;
    EXPECT_EQ(alphabet.letter_of(text).file, "other") << text;
  }
}

TEST(Alphabet, ALongTextHasAKeyToo) {
  const Alphabet alphabet("ru");
  EXPECT_LT(alphabet.key(std::string(5000, 'a')), alphabet.key(std::string(5000, 'b')));
}

}  // namespace sanaq::text
