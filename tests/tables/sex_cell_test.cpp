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

}  // namespace sanaq::tables
