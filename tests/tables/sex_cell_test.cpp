#include "sanaq/tables/sex_cell.h"

#include <gtest/gtest.h>

namespace sanaq::tables {

TEST(ReadSex, WordsOfThreeLanguages) {
  for (const char* cell : {"m", "M", "male", "Мужской", "муж.", "м", "ер", "Еркек", "ұл"})
    EXPECT_EQ(read_sex(cell).value(), "m") << cell;
  for (const char* cell : {"f", "Female", "ж", "Жен.", "женский", "әйел", "ҚЫЗ"})
    EXPECT_EQ(read_sex(cell).value(), "f") << cell;
  for (const char* cell : {"", "-", "?", "unknown", "неизвестно", "белгісіз"})
    EXPECT_EQ(read_sex(cell).value(), "") << cell;
}

TEST(ReadSex, NumbersAndOtherWordsAreReported) {
  for (const char* cell : {"1", "2", "worker", "мф"}) EXPECT_FALSE(read_sex(cell)) << cell;
}

TEST(ReadSex, WordsOfOtherLanguages) {
  for (const char* cell : {"чол.", "Hombre", "homme", "Erkek", "ذكر", "masculino"})
    EXPECT_EQ(read_sex(cell).value(), "m") << cell;
  for (const char* cell : {"жін.", "Mujer", "femme", "Kadın", "أنثى", "femenino"})
    EXPECT_EQ(read_sex(cell).value(), "f") << cell;
}

// In Spanish lists M is mujer: read as in English every woman would be a man, without a word.
TEST(ReadSex, WhatAnMIsTheColumnTells) {
  EXPECT_EQ(read_sex("M", sex_letters({"", "H", "M"})).value(), "f");
  EXPECT_EQ(read_sex("H", sex_letters({"", "H", "M"})).value(), "m");
  EXPECT_EQ(read_sex("M", sex_letters({"", "M", "F"})).value(), "m");
  EXPECT_EQ(read_sex("H", sex_letters({"", "H", "F"})).value(), "m");
  EXPECT_FALSE(read_sex("M", sex_letters({"", "H", "M", "F"})));
  EXPECT_EQ(read_sex("M", sex_letters({"", "V", "M"})).value(), "f");
  EXPECT_EQ(read_sex("E", sex_letters({"", "E", "K"})).value(), "m");
  EXPECT_EQ(read_sex("K", sex_letters({"", "E", "K"})).value(), "f");
  EXPECT_FALSE(read_sex("K"));
  EXPECT_FALSE(read_sex("H"));
}

}  // namespace sanaq::tables
