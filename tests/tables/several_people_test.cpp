#include "sanaq/tables/several_people.h"

#include <gtest/gtest.h>

namespace sanaq::tables {

TEST(SeveralPeople, AreSeenInWordsListsAndNumbers) {
  for (const char* cell : {"Тасов А. и Тасова Б.",
                           "Асан и Усен",
                           "Тасов А. және Кулов Б.",
                           "A. Kulov and B. Tasov",
                           "Тасов Асан, Кулов Болат",
                           "Тасов А.; Кулов Б.",
                           "Тасов Асан\nКулов Болат",
                           "Тасов Асан / Кулов Болат",
                           "семья Тасовых (4 чел.)",
                           "Тасов А. + 2",
                           "Тасов А. и др.",
                           "братья Тасовы",
                           "3 неизвестных",
                           "Тасов А. с женой",
                           "Тасов и ещё 2 человека",
                           "ТАСОВ И ТАСОВА",
                           "The Kulov family",
                           "A. Kulov et al.",
                           "María López y Ana López",
                           "Jean et Marie Kulov",
                           "Bolat Tasov ve Asan Kulov",
                           "Тасов Асан та Кулов Болат",
                           "Тасов і Кулов"})
    EXPECT_TRUE(holds_several_people(cell)) << cell;
}

TEST(SeveralPeople, OneNameIsOnePersonHoweverItIsWritten) {
  for (const char* cell : {"Тасов, Асан",
                           "Тасов Асан",
                           "Тасов\nАсан Болатович",
                           "Пак И Хо",
                           "Ортега-и-Гассет",
                           "José Ortega y Gasset",
                           "Ramón y Cajal",
                           "Та Ван Хо",
                           "Eva e Silva",
                           "García López, María Elena",
                           "Тасов (Кулов) Асан",
                           "Andy Andrews",
                           "Тасов Асан, 1985",
                           "неизвестный мужчина, около 30 лет",
                           "Семьянов Асан",
                           "Братов Болат",
                           "труп 3",
                           "unknown male 30-35",
                           "Ли И",
                           "Супрунов Асан"})
    EXPECT_FALSE(holds_several_people(cell)) << cell;
}

TEST(SeveralPeople, TwoWholeNamesInLatinLettersMayBeTwoPeople) {
  EXPECT_TRUE(may_hold_two_people("García López, María Elena"));
  EXPECT_TRUE(may_hold_two_people("Bolat Tasov, Asan Kulov"));
  EXPECT_FALSE(may_hold_two_people("Tasov, Bolat"));
  EXPECT_FALSE(may_hold_two_people("Tasov, Bolat Asanovich"));
  EXPECT_FALSE(may_hold_two_people("Bolat Tasov"));
}

TEST(SeveralPeople, CommasThatPartNamesInTheWholeColumnPartThemHere) {
  EXPECT_FALSE(holds_several_people("Тасов Оглы, Асан Болатович", true));
  EXPECT_TRUE(holds_several_people("Тасов Асан, Кулов Болат, Сабов Ержан", true));
  EXPECT_TRUE(commas_part_names({"", "Тасов, А", "Кулов, Б", "Сабов, Е"}));
  EXPECT_FALSE(commas_part_names({"", "Тасов А", "Кулов, Б", "Сабов Е", "Оспов А"}));
}

}  // namespace sanaq::tables
