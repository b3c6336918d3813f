#include "sanaq/disclose/person_cells.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

using casefile::NameForm;
using casefile::PlaceForm;
using record::Field;

PersonRule rule_of(NameForm name, PlaceForm place, bool is_name_only = false) {
  PersonRule rule;
  rule.name = name;
  rule.place = place;
  rule.is_name_only = is_name_only;
  return rule;
}

std::string shown(const PersonCells& cells, std::optional<Field> field, const char* text) {
  const auto cell = cells.shown(field, {text, text});
  if (cell) EXPECT_EQ(cell->text, cell->reading);
  return cell ? cell->text : "-";
}

TEST(PersonCells, EachKindOfCellLeavesAsFarAsItMay) {
  const casefile::PlacesAbove nowhere({});
  const PersonCells whole(PersonRule{}, {"Sample Bolat"}, {"Munaykent"}, nowhere);
  EXPECT_EQ(shown(whole, Field::name, "Sample Bolat"), "Sample Bolat");
  EXPECT_EQ(shown(whole, std::nullopt, "Sample of Munaykent"), "Sample of Munaykent");
  const PersonCells short_name(rule_of(NameForm::initials, PlaceForm::exact), {"Sample Bolat"},
                               {"Munaykent"}, nowhere);
  EXPECT_EQ(shown(short_name, Field::family, "Sample"), "S.");
  EXPECT_EQ(shown(short_name, Field::birth, "1970"), "1970");
  EXPECT_EQ(shown(short_name, std::nullopt, "called Bolat the Tall"), "-");
  EXPECT_EQ(shown(short_name, std::nullopt, "a welder"), "a welder");
  const PersonCells nowhere_known(rule_of(NameForm::full, PlaceForm::region), {"Sample Bolat"},
                                  {"Munaykent"}, nowhere);
  EXPECT_EQ(shown(nowhere_known, Field::place, "Munaykent"), "-");
  EXPECT_EQ(shown(nowhere_known, Field::place_town, "Munaykent"), "-");
  EXPECT_EQ(shown(nowhere_known, Field::place_region, "Ozen region"), "Ozen region");
  EXPECT_EQ(shown(nowhere_known, std::nullopt, "7 Oil Street, Munaykent"), "-");
  const PersonCells name_only(rule_of(NameForm::full, PlaceForm::none, true), {}, {}, nowhere);
  EXPECT_EQ(shown(name_only, Field::name, "Sample Bolat"), "Sample Bolat");
  EXPECT_EQ(shown(name_only, Field::birth, "1970"), "-");
  EXPECT_EQ(shown(name_only, Field::place_country, "Ozen"), "-");
}

}  // namespace
}  // namespace sanaq::disclose
