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

}  // namespace sanaq::tables
