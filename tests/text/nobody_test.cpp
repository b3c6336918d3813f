#include "sanaq/text/nobody.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

TEST(Nobody, WordsAndPhrasesForNothingAreKnownInAnyCase) {
  for (const char* cell : {"",
                           "-",
                           "—",
                           "…",
                           "?",
                           "***",
                           "_",
                           "/",
                           "#",
                           "-//-",
                           "н/д",
                           "НЕТ СВЕДЕНИЙ",
                           "не указано",
                           "Отсутствует",
                           "б/д",
                           "xxx",
                           "NN",
                           "N.N.",
                           "unknown",
                           "UNKNOWN",
                           "no data",
                           "sin datos",
                           "غير معروف",
                           "мәлімет жоқ",
                           "Көрсетілмеген",
                           "#Н/Д",
                           "#ССЫЛКА!",
                           "#REF!",
                           "(пусто)",
                           "NA",
                           "NaN",
                           "nan",
                           "NULL",
                           "null",
                           "None",
                           "<NA>",
                           "N/A"})
    EXPECT_TRUE(says_nothing(cell)) << cell;
}

TEST(Nobody, ANameThatSaysNobodyKnowsIsNone) {
  for (const char* cell : {"Неизвестный",
                           "неизвестная",
                           "Неизвестный мужчина",
                           "Неустановленное лицо",
                           "неустановленного лица",
                           "Неопознанный труп мужчины",
                           "неопознан",
                           "Труп №3",
                           "тело 12",
                           "Body no. 3",
                           "Unknown male, about 30",
                           "Unidentified woman",
                           "John Doe",
                           "Без имени",
                           "белгісіз ер адам",
                           "тұлғасы анықталмаған",
                           "Неизвестная девочка (7 лет)",
                           "НЕИЗВ. МУЖЧИНА",
                           "не опознан",
                           "مجهول الهوية",
                           "desconocido",
                           "Невідомий чоловік",
                           "неизвестный мужчина 40-45 лет"})
    EXPECT_TRUE(names_nobody(cell)) << cell;
}

// Families that are, or begin like, such a word; and a person named beside one.
TEST(Nobody, RealNamesStayNames) {
  for (const char* cell : {"Неизвестный Эрнст",
                           "Трупов Иван",
                           "Нетребко Анна",
                           "Doe",
                           "Doe John Michael",
                           "Nan",
                           "Na",
                           "Null",
                           "Nan Li",
                           "Телов",
                           "Телова Мария",
                           "Неизвестных Пётр",
                           "Безымянов",
                           "Мужчинин",
                           "Женин Олег",
                           "Лицов",
                           "Адамов",
                           "Жасұлан",
                           "Бала Серік",
                           "Ким М.",
                           "Нет Ли",
                           "Body Charles",
                           "Мужев",
                           "Unknow Peter",
                           "Corpse Adam",
                           "Ер Мұрат",
                           "Адам",
                           "Man Ray",
                           "Child Lydia",
                           "Аты Берік"})
    EXPECT_FALSE(names_nobody(cell)) << cell;
}

TEST(Nobody, WhatStandsBesideIsNobodyOnlyBesideOne) {
  EXPECT_FALSE(names_nobody("мужчина"));
  EXPECT_FALSE(names_nobody("№3"));
  EXPECT_FALSE(names_nobody("12"));
  EXPECT_TRUE(names_nobody("неизвестный 12"));
}

// Invented words: no list has them.
TEST(NobodyWords, WordsAndPhrasesOfOnesOwnNameNobody) {
  const NobodyWords own({"Бевестный", "Тұлға  Беймәлім", "", "  "});
  for (const char* cell : {"Бевестный", "бевестный мужчина", "БЕВЕСТНЫЙ, 30 лет", "тұлға беймәлім",
                           "Тұлға беймәлім №4", "Бевестный неизвестный", "Неизвестный мужчина"})
    EXPECT_TRUE(own.names_nobody(cell)) << cell;
  for (const char* cell : {"Бевестный Эрнст", "Бевестных", "Тұлға", "Беймәлім тұлға", "мужчина",
                           "Беймәлім", "Трупов", "12"})
    EXPECT_FALSE(own.names_nobody(cell)) << cell;
  EXPECT_TRUE(own.has_nobody_word("Бевестный Эрнст"));
  EXPECT_TRUE(own.has_nobody_word("Неизвестный Эрнст"));
  EXPECT_FALSE(own.has_nobody_word("Эрнст Трупов"));
}

TEST(NobodyWords, InAnyColumnTheWholeCellIsOneOfThem) {
  const NobodyWords own({"скрыто", "по делу"});
  EXPECT_TRUE(own.says_nothing("Скрыто"));
  EXPECT_TRUE(own.says_nothing(" ПО ДЕЛУ"));
  EXPECT_TRUE(own.says_nothing("н/д"));
  EXPECT_FALSE(own.says_nothing("скрыто в горах"));
  EXPECT_FALSE(NobodyWords().says_nothing("скрыто"));
}

}  // namespace
}  // namespace sanaq::text
