#include "sanaq/link/name_columns.h"

#include <gtest/gtest.h>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

bool wants_whole(const std::vector<std::string>& headers, const Rows& rows) {
  const record::RecordTable table = a_table(headers, rows);
  return wants_whole_names(table, as_they_stand(table));
}

TEST(NameColumns, PartsInOneScriptAreComparedApartWhateverTheirMarks) {
  EXPECT_FALSE(
      wants_whole({"given", "family"}, {{"José", "Muñoz"}, {"Zoë", "Brontë"}, {"Ann", "Lee"}}));
  EXPECT_FALSE(wants_whole({"given", "family"}, {{"Нұрлан", "Өтегенов"}, {"Мария", "Белова"}}));
  EXPECT_FALSE(wants_whole({"given", "family"}, {{"Ann", "Lee"}}));
}

TEST(NameColumns, PartsInSeveralScriptsAndBesideWholeNamesAreComparedTogether) {
  EXPECT_TRUE(wants_whole({"given", "family"}, {{"Нурлан", "Отегенов"}, {"Nurlan", "Otegenov"}}));
  EXPECT_TRUE(wants_whole({"name", "given", "family"}, {{"", "Ann", "Lee"}, {"Ann Lee", "", ""}}));
}

TEST(NameColumns, AWholeNameIsPutTogetherFromItsParts) {
  const record::RecordTable table =
      a_table({"given", "family"}, {{"Нурлан", "Отегенов"}, {"", ""}});
  const Source names = whole_names(table, as_they_stand(table));
  EXPECT_EQ(names.texts[names.codes[0]], "Отегенов Нурлан");
  EXPECT_EQ(names.texts[names.codes[1]], "");
}

// A header that says "name" and stands beside family names is of given names.
TEST(NameColumns, AFamilyNameThatTheNameLacksIsPutToIt) {
  const record::RecordTable table =
      a_table({"name", "family"}, {{"Alba", "Navillo"}, {"Alba Torona", "Torona"}});
  const Source names = whole_names(table, as_they_stand(table));
  EXPECT_EQ(names.texts[names.codes[0]], "Navillo Alba");
  EXPECT_EQ(names.texts[names.codes[1]], "Alba Torona");
}

}  // namespace
}  // namespace sanaq::link
