#include "sanaq/settings/list_options.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/settings/read_config.h"
#include "settings/field_count.h"

namespace sanaq::settings {
namespace {

ListConfig list_with(const std::string& lines) {
  return parse_config("[[list]]\nfile = \"a.csv\"\n" + lines + "\n", "t").lists.at(0);
}

// Whoever adds a field adds its option to the table, and raises the number here.
TEST(ListOptions, NoFieldOfAListOrTableLacksItsOption) {
  EXPECT_EQ(field_count<ListConfig>(), list_options().size());
  EXPECT_EQ(field_count<TableConfig>(), table_options().size());
}

TEST(ListOptions, AListWithoutANameHasThatOfItsFile) {
  EXPECT_EQ(list_with("").name, "a");
  EXPECT_FALSE(list_with("").has_own_name);
  EXPECT_TRUE(list_with("name = \"b\"").has_own_name);
  EXPECT_THROW((void)parse_config("[[list]]\nname = \"b\"\n", "t"), base::Error);
}

TEST(ListOptions, HowCellsAreReadIsCheckedWhereItIsSaid) {
  EXPECT_EQ(list_with("calendar = \"gregorian\"").calendar, "");
  EXPECT_EQ(list_with("century = 1930").century, 1930);
  EXPECT_EQ(list_with("values = { sex = { \"1\" = \"m\" } }").values.at("sex").at("1"), "m");
  EXPECT_EQ(list_with("covers = { places = [\"Aktau\"] }").covers.places.size(), 1U);
  for (const char* line :
       {"calendar = \"lunar\"", "century = 30", "dates = \"dym\"", "header_row = -1",
        "covers = { status = \"dead\" }", "columns = { nam = \"x\" }"})
    EXPECT_THROW((void)list_with(line), base::Error) << line;
}

TEST(ListOptions, TheColumnsOfATableAreThoseOfItsKind) {
  const auto table = [](const std::string& lines) {
    return parse_config("[[table]]\nfile = \"c.csv\"\n" + lines + "\n", "t").tables.at(0);
  };
  EXPECT_EQ(table("kind = \"claim\"\ncolumns = { min = \"at least\" }").columns.at("min"),
            "at least");
  EXPECT_THROW((void)table("kind = \"act\"\ncolumns = { min = \"at least\" }"), base::Error);
  EXPECT_THROW((void)table("kind = \"magic\""), base::Error);
  EXPECT_THROW((void)table(""), base::Error);
}

}  // namespace
}  // namespace sanaq::settings
