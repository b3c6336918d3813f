#include "sanaq/tables/headers.h"

#include <gtest/gtest.h>

namespace sanaq::tables {

using record::Field;

TEST(FieldOfHeader, KnowsThreeLanguages) {
  EXPECT_EQ(field_of_header("Full Name"), Field::name);
  EXPECT_EQ(field_of_header(" Ф.И.О. "), Field::name);
  EXPECT_EQ(field_of_header("АТЫ-ЖӨНІ"), Field::name);
  EXPECT_EQ(field_of_header("date_of_birth"), Field::birth);
  EXPECT_EQ(field_of_header("Дата рождения"), Field::birth);
  EXPECT_EQ(field_of_header("Туған күні"), Field::birth);
  EXPECT_EQ(field_of_header("№ п/п"), Field::id);
  EXPECT_EQ(field_of_header("birth_year"), Field::birth_year);
  EXPECT_EQ(field_of_header("phone"), std::nullopt);
  EXPECT_EQ(field_of_header(""), std::nullopt);
}

TEST(FieldOfHeader, EveryFieldIsKnownByItsOwnName) {
  for (const std::string_view name : record::field_names)
    EXPECT_EQ(field_of_header(name), record::field_from_name(name)) << name;
}

TEST(FindHeaderRow, PassesOverTitles) {
  EXPECT_EQ(find_header_row({{"List"}, {""}, {"name", "date"}, {"Aida", "2011"}}), 2U);
  EXPECT_EQ(find_header_row({{"a", "b"}, {"1", "2"}}), 0U);
  EXPECT_EQ(find_header_row({{"List of 2011", "", ""}, {"a", "b", "c"}, {"1", "2", "3"}}), 1U);
  EXPECT_EQ(find_header_row({}), 0U);
}

// As people write them, each with brackets, commas, slashes, signs and languages of its own.
TEST(Headers, AreKnownAsPeopleWriteThem) {
  const std::vector<std::pair<record::Field, std::vector<const char*>>> known = {
      {record::Field::name,
       {"Фамилия, имя, отчество", "Ф. И. О. (полностью)", "ФИО погибшего", "Кто погиб", "Name_EN",
        "name_ar", "Victim's name", "Full Name of Victim", "Nombres y apellidos", "Nom",
        "الاسم الكامل", "Ad Soyad", "Тегі, аты, әкесінің аты", "Аты-жөні (толық)", "Deceased",
        "Прізвище, ім'я, по батькові", "ФИO"}},
      {record::Field::birth,
       {"Дата рождения (дд.мм.гггг)", "День рождения", "DOB (dd/mm/yyyy)", "Туған жылы, айы, күні",
        "Дaтa рождения", "Fecha de nacimiento", "Дата народження"}},
      {record::Field::birth_year, {"Г.р.", "г/р", "Birth yr", "Год рожд."}},
      {record::Field::death, {"Дата гибели/смерти", "Died on", "Когда погиб", "Date killed"}},
      {record::Field::age, {"Возраст (лет)", "Возраст, лет", "Age (years)", "Жасы (жыл)", "Edad"}},
      {record::Field::sex, {"М/Ж", "Пол (м/ж)", "Sex (M/F)", "Жынысы (е/ә)", "Cinsiyet"}},
      {record::Field::place, {"Қаза болған жері", "Место гибели (город)", "Lieu"}}};
  for (const auto& [field, headers] : known) {
    for (const char* header : headers) EXPECT_EQ(field_of_header(header), field) << header;
  }
  // Whose it is, on which day, and letters of another alphabet that look the same.
  EXPECT_EQ(field_of_header("ФИО убитых"), Field::name);
  EXPECT_EQ(field_of_header("Дата рождения погибшего"), Field::birth);
  EXPECT_EQ(field_of_header("Victim's age"), Field::age);
  EXPECT_EQ(field_of_header("Возраст на 16.12.2011"), Field::age);
  EXPECT_EQ(field_of_header("Meстo"), Field::place);
  EXPECT_EQ(field_of_header("МЕСТO"), Field::place);
  for (const char* header : {"ФИО матери", "ФИО врача", "Возраст матери", "Name of mother"})
    EXPECT_FALSE(field_of_header(header)) << header;
  // A place of birth or of living is not where somebody died.
  for (const char* header : {"Туған жері", "Место рождения", "Место жительства",
                             "Дата и место рождения", "Телефон", "Nomer"})
    EXPECT_FALSE(field_of_header(header)) << header;
}

}  // namespace sanaq::tables
