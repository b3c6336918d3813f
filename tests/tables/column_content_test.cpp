#include "sanaq/tables/column_content.h"

#include <gtest/gtest.h>

namespace sanaq::tables {

using Cells = std::vector<std::string_view>;

TEST(ColumnContent, NamesLookLikeNamesInEveryScript) {
  EXPECT_EQ(content_of({"Тасов Болат", "КУЛОВ АСАН", "Сабов Е. К.", "Оглы-Тасов Ержан оглы"}),
            ContentKind::name);
  EXPECT_EQ(content_of({"Bolat Tasov", "Juan de la Vega", "Aigul O'Kulova"}), ContentKind::name);
  EXPECT_EQ(content_of({"بولات تاسوف", "اسان كولوف", "ايغول سابوفا"}), ContentKind::name);
}

TEST(ColumnContent, WhatIsNoNameIsNone) {
  EXPECT_EQ(content_of({"г. Тасбулак", "село Аксай", "пос. Кумкуль"}), ContentKind::nothing);
  EXPECT_EQ(content_of({"слесарь", "водитель", "учитель школы"}), ContentKind::nothing);
  // The same two words again and again are a place or an office, not names.
  EXPECT_EQ(content_of({"Старая Площадь", "Старая Площадь", "Старая Площадь", "Новый Базар"}),
            ContentKind::nothing);
  EXPECT_EQ(content_of({}), ContentKind::nothing);
}

TEST(ColumnContent, SexesAgesAndDates) {
  EXPECT_EQ(content_of({"м", "ж", "м", "М"}), ContentKind::sex);
  EXPECT_EQ(content_of({"35", "41", "7", "19"}), ContentKind::age);
  EXPECT_EQ(content_of({"16.12.2011", "17.12.2011", "1985"}), ContentKind::date);
  // What counts the rows is no age.
  EXPECT_EQ(content_of({"1", "2", "3", "4", "5"}), ContentKind::nothing);
}

TEST(ColumnContent, PlaceWordsAreWholeWords) {
  EXPECT_TRUE(has_place_word("г. Тасбулак"));
  EXPECT_TRUE(has_place_word("г.Тасбулак"));
  EXPECT_TRUE(has_place_word("Тасбулак ауданы"));
  EXPECT_FALSE(has_place_word("Городов Асан"));
  EXPECT_FALSE(has_place_word("Сергей"));
}

}  // namespace sanaq::tables
