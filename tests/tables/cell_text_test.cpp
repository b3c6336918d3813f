#include "sanaq/tables/cell_text.h"

#include <gtest/gtest.h>

#include "sanaq/text/fold.h"

namespace sanaq::tables {

TEST(Trimmed, TakesBlanksOfAllKindsFromBothEnds) {
  EXPECT_EQ(trimmed("  a b \t\r\n"), "a b");
  EXPECT_EQ(trimmed("\xC2\xA0 Айгүл\xE2\x80\x8B \xC2\xA0"), "Айгүл");
  EXPECT_EQ(trimmed(" \xC2\xA0 "), "");
  EXPECT_EQ(trimmed("Р"), "Р");  // its last byte is that of a no-break space, it is not one
  EXPECT_EQ(trimmed(""), "");
}

TEST(SaysNothing, OnlyForWordsThatAreNobodysName) {
  for (const char* word : {"", "-", "?", "n/a", "unknown", "неизвестно", "белгісіз", "нет", "жоқ"})
    EXPECT_TRUE(says_nothing(word)) << word;
  for (const char* word : {"na", "none of them", "a"}) EXPECT_FALSE(says_nothing(word)) << word;
}

TEST(CellSaysNothing, AgreesWithTheFoldedWord) {
  for (const char* word : {"",
                           "-",
                           "—",
                           "–",
                           "?",
                           "...",
                           "…",
                           "N/A",
                           "#N/A",
                           "Unknown",
                           "NULL",
                           "no data",
                           "НЕИЗВЕСТНО",
                           "Неизвестно",
                           "н/д",
                           "Нет данных",
                           "Не установлено",
                           "Белгісіз",
                           "БЕЛГІСІЗ",
                           "Мәлімет жоқ"}) {
    EXPECT_TRUE(says_nothing(text::fold(word))) << word;
    EXPECT_TRUE(cell_says_nothing(word)) << word;
  }
  // Families, unless written as programs do.
  for (const char* name : {"Null", "Nan", "Na", "ＮＵＬＬ", "Nina", "Нина", "Белгі", "Мәлік",
                           "Айгүл", "Unk Ali", "Aida"})
    EXPECT_FALSE(cell_says_nothing(name)) << name;
}

}  // namespace sanaq::tables
