#include "sanaq/workspace/columns_form.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::workspace {
namespace {

using record::Field;

const std::string toml_text =
    "title = \"A\"\n\n[[list]] # first\nname = \"h\"\nfile = \"h.csv\" # theirs\ndates = \"dmy\"\n";

settings::ListConfig list_in(const std::string& toml) {
  return settings::parse_config(toml, "t").lists.at(0);
}

tables::Preview seen() {
  tables::Preview made;
  made.columns = {{"ФИО", Field::name, Field::name},
                  {"Дата", Field::date, Field::date},
                  {"Телефон", std::nullopt, std::nullopt}};
  return made;
}

TEST(ColumnsForm, WhatTheSettingsSayComesBackUnchanged) {
  const settings::ListConfig list = list_in(toml_text);
  ColumnsForm form = form_of(list, seen());
  EXPECT_EQ(form.dates, "dmy");
  settings::ListConfig after = chosen(list, form, seen());
  EXPECT_EQ(after.columns.at("name"), "ФИО");
  EXPECT_TRUE(after.guesses_columns);
  after.columns = list.columns;
  EXPECT_EQ(with_columns(toml_text, list, after, form, "t"), toml_text);
}

TEST(ColumnsForm, OnlyTheLinesThatDifferAreEdited) {
  const settings::ListConfig list = list_in(toml_text);
  ColumnsForm form = form_of(list, seen());
  form.dates = "";
  form.sheet = "Лист 2";
  form.header_row = "0";
  form.has_duplicates = false;
  form.covers_places = " Актау , , Жетыбай";
  form.is_public["Телефон"] = form.is_public["ФИО"] = true;
  const std::string toml = with_columns(toml_text, list, chosen(list, form, seen()), form, "t");
  const settings::ListConfig after = list_in(toml);
  EXPECT_EQ(after.dates, "");
  EXPECT_EQ(after.sheets, (std::vector<std::string>{"Лист 2"}));
  EXPECT_EQ(after.header_row, 0);
  EXPECT_FALSE(after.has_duplicates);
  EXPECT_EQ(after.covers.places, (std::vector<std::string>{"Актау", "Жетыбай"}));
  EXPECT_EQ(after.public_fields, (std::vector<std::string>{"name", "Телефон"}));
  EXPECT_NE(toml.find("[[list]] # first\nname = \"h\"\nfile = \"h.csv\" # theirs\n"),
            std::string::npos);
}

TEST(ColumnsForm, AColumnMadeFromPartsStaysPublic) {
  settings::ListConfig list = list_in(toml_text);
  list.public_fields = {"birth", "name"};
  ColumnsForm form = form_of(list, seen());
  EXPECT_TRUE(form.is_public.at("ФИО"));
  form.is_public["ФИО"] = false;
  EXPECT_EQ(chosen(list, form, seen()).public_fields, (std::vector<std::string>{"birth"}));
}

TEST(ColumnsForm, NoNamesAndGuessesTakenBackAreSaidByNamingAllThatHolds) {
  const settings::ListConfig list = list_in(toml_text);
  ColumnsForm form = form_of(list, seen());
  form.fields["Дата"] = "";
  EXPECT_FALSE(chosen(list, form, seen()).guesses_columns);
  form.fields["Дата"] = "date";
  form.fields["Телефон"] = "name";
  EXPECT_THROW((void)chosen(list, form, seen()), base::Error);  // two columns of names
  form.fields["ФИО"] = "";
  const settings::ListConfig moved = chosen(list, form, seen());
  EXPECT_EQ(moved.columns.at("name"), "Телефон");
  EXPECT_TRUE(moved.guesses_columns);
  form.has_no_names = true;
  const settings::ListConfig none = chosen(list, form, seen());
  EXPECT_FALSE(none.columns.contains("name"));
  EXPECT_FALSE(none.guesses_columns);
  EXPECT_TRUE(form_of(none, seen()).has_no_names);
}

TEST(ColumnsForm, AHeaderOfTwoLinesIsKnownAgainWhenItComesBack) {
  tables::Preview two;
  two.columns = {{"Фамилия,\nимя", std::nullopt, std::nullopt}};
  http::Form posted;
  posted.fields = {{"header-0", "Фамилия,\r\nимя"}, {"field-0", "name"}, {"public-0", "on"}};
  const settings::ListConfig list = chosen({}, posted_columns(posted), two);
  EXPECT_EQ(list.columns.at("name"), "Фамилия,\nимя");
  EXPECT_EQ(list.public_fields, (std::vector<std::string>{"name"}));
}

TEST(ColumnsForm, WhatIsPostedIsReadByItsHeaders) {
  http::Form posted;
  posted.fields = {{"header-0", "ФИО"},  {"field-0", "name"}, {"public-0", "on"},
                   {"header-1", "Дата"}, {"field-1", ""},     {"duplicates", "on"},
                   {"header_row", "3"}};
  const ColumnsForm form = posted_columns(posted);
  EXPECT_EQ(form.fields.at("ФИО"), "name");
  EXPECT_TRUE(form.is_public.at("ФИО"));
  EXPECT_FALSE(form.is_public.at("Дата"));
  EXPECT_EQ(unmapped({}, form).header_row, 3);
  ColumnsForm bad = form;
  bad.header_row = "-3";
  EXPECT_THROW((void)unmapped({}, bad), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
