#include "sanaq/text/family_first.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(FamilyFirst, AnEndingAPatronymicInitialsOrACommaTellWhichWordIsTheFamilyName) {
  for (const auto& [written, filed] : {
           std::pair{"Айбар Танбаев", "Танбаев Айбар"},
           {"Танбаев Айбар", "Танбаев Айбар"},
           {"Aibar Tanbaev", "Tanbaev Aibar"},
           {"У.К. Сарсенбаева", "Сарсенбаева У.К."},
           {"У. К. Сарсенбаева", "Сарсенбаева У. К."},
           {"Сарсенбаева У.К.", "Сарсенбаева У.К."},
           {"Пётр Иванович Ким", "Ким Пётр Иванович"},
           {"Ким Пётр Иванович", "Ким Пётр Иванович"},
           {"Казимир Северинович Малевич", "Малевич Казимир Северинович"},
           {"Нұрлан Бекұлы Омар", "Омар Нұрлан Бекұлы"},
           {"Smith, John", "Smith John"},
           {"van der Berg, Jan", "van der Berg Jan"},
       })
    EXPECT_EQ(family_first(written), filed) << written;
}

TEST(FamilyFirst, AGivenNameThatEndsAsAFamilyNameDoesIsNone) {
  EXPECT_EQ(family_first("Марина Омарова"), "Омарова Марина");
  EXPECT_EQ(family_first("Ким Ирина"), "Ким Ирина");
  EXPECT_EQ(family_first("Ким Марина"), "Ким Марина");
  EXPECT_EQ(family_first("Константин Пушкин"), "Пушкин Константин");
}

TEST(FamilyFirst, WhatDoesNotTellStaysAsItIs) {
  for (const char* name : {"", "Erlan", "Asan Bek", "王小明", "Omarov Tanbaev", ",", "a, b, c"})
    EXPECT_EQ(family_first(name), name) << name;
}

TEST(FamilyFirst, CapitalsOfAMorguesListBecomeOrdinary) {
  EXPECT_EQ(ordinary_case("ОМАРОВ НҰРЛАН БЕКҰЛЫ"), "Омаров Нұрлан Бекұлы");
  EXPECT_EQ(ordinary_case("ОМАРОВ Н. Б."), "Омаров Н. Б.");
  EXPECT_EQ(ordinary_case("АЛИЕВ РАШИД МАМЕД ОГЛЫ"), "Алиев Рашид Мамед оглы");
  EXPECT_EQ(ordinary_case("САЛТЫКОВА-ЩЕДРИНА АННА"), "Салтыкова-Щедрина Анна");
  for (const char* name : {"Омаров Н. Б.", "У.К.", "de Souza", "McDonald", ""})
    EXPECT_EQ(ordinary_case(name), name);
}

TEST(FamilyFirst, TheFullestNameIsTheOneThatSaysMost) {
  EXPECT_EQ(fullest_name({"Сарсенбаева У.К.", "Сарсенбаева Умит"}), 1u);
  EXPECT_EQ(fullest_name({"Сарсенбаева Умит", "Сарсенбаева Умит К."}), 1u);
  EXPECT_EQ(fullest_name({"ОМАРОВ НУРЛАН", "Омаров Нурлан"}), 1u);
  EXPECT_EQ(fullest_name({"Омаров Нурлан", "Омаров Нурлан"}), 0u);
  EXPECT_EQ(fullest_name({"Омароваа Асель", "Омарова Асель", "ОМАРОВА АСЕЛЬ"}), 1u);
  EXPECT_EQ(fullest_name({""}), 0u);
}

TEST(FamilyFirst, AThousandWordsAreNoTrouble) {
  std::string name;
  for (int at = 0; at < 1000; ++at) name += "Слово ";
  EXPECT_EQ(family_first(name).size(), name.size() - 1);
}

}  // namespace sanaq::text
