#include "sanaq/link/make_columns.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "link/a_table.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(MakeColumns, CodesComeFromSortedValuesAndZeroIsMissing) {
  const Columns columns = columns_of(
      a_table({"town", "surname"}, {{"b", "one"}, {"a", "two"}, {"", "three"}, {"b", "four"}}));
  for (const Feature& feature : columns.features) {
    EXPECT_EQ(feature.values[0], "");
    EXPECT_TRUE(std::is_sorted(feature.values.begin() + 1, feature.values.end()));
    std::uint32_t filled = 0;
    for (const std::uint32_t code : feature.codes) filled += code != 0;
    EXPECT_EQ(feature.filled, filled);
  }
}

TEST(MakeColumns, AColumnWithOneValueTellsNothingAndIsLeftOut) {
  for (const Feature& feature :
       columns_of(a_table({"country", "surname"}, {{"x", "one"}, {"x", "two"}, {"x", "three"}}))
           .features) {
    EXPECT_NE(feature.column, "country");
  }
}

TEST(MakeColumns, ANumberOfItsOwnInEveryRowIsTheListsNumberingAndLeftOut) {
  Rows rows;
  for (int row = 0; row < 200; ++row)
    rows.push_back({"family" + std::to_string(row % 50), std::to_string(48129931 + 77 * row),
                    std::to_string(48129931 + 77 * (row / 2))});
  std::vector<std::string> kept;
  for (const Feature& feature :
       columns_of(a_table({"surname", "row number", "house number"}, rows)).features)
    kept.push_back(feature.column);
  EXPECT_EQ(std::count(kept.begin(), kept.end(), "row number"), 0);
  EXPECT_EQ(std::count(kept.begin(), kept.end(), "house number"), 1);
}

TEST(MakeColumns, OnlyNamesAreKnownAsThat) {
  EXPECT_TRUE(
      columns_of(a_table({"name"}, {{"Айдын Өтегенов"}, {"Нурлан Сариев"}, {"Nurlan Sariev"}}))
          .has_names_only);
  EXPECT_FALSE(columns_of(a_town(20, 5)).has_names_only);
}

std::vector<std::string> births_of(const record::RecordTable& table) {
  const Columns columns = columns_of(table);
  std::vector<std::string> births;
  for (const Feature& feature : columns.features) {
    if (feature.column != "birth") continue;
    for (const std::uint32_t code : feature.codes) births.push_back(feature.values[code]);
  }
  return births;
}

bool has_column(const record::RecordTable& table, const std::string& name) {
  const Columns columns = columns_of(table);
  return std::any_of(columns.features.begin(), columns.features.end(),
                     [&](const Feature& feature) { return feature.column == name; });
}

// 30 years old on 16 December 2011: born from 17 December 1980 to 16 December 1981.
TEST(MakeColumns, AnAgeOnADayIsAnIntervalOfBirths) {
  Rows rows = {{"Serik Ozenov", "1981-05-06", "", "2011-12-16"},
               {"Marat Kudarov", "", "30", "2011-12-16"},
               {"Olga Stepnova", "", "30", ""},
               {"Anna Stepnova", "1975", "", "2011-12-17"}};
  for (int row = 0; row < 20; ++row)
    rows.push_back({"Somebody " + std::string(1, static_cast<char>('a' + row)), "",
                    std::to_string(20 + row), "2011-12-17"});
  const record::RecordTable table = a_table({"name", "birth", "age", "date"}, rows);
  const std::vector<std::string> births = births_of(table);
  ASSERT_EQ(births.size(), rows.size());
  EXPECT_EQ(births[0], "19810506");
  EXPECT_EQ(births[1], "1980-12-17/1981-12-16");
  EXPECT_EQ(births[2], "1980-12-17/1981-12-17");  // nothing dates it but the event's two days
  EXPECT_EQ(births[3], "1975");
  EXPECT_FALSE(has_column(table, "age"));
}

TEST(MakeColumns, AgesStayWhereNobodyHasABirthAloneOrNothingDatesThem) {
  Rows everybody, undated;
  for (int row = 0; row < 20; ++row) {
    const std::string name = "Somebody " + std::string(1, static_cast<char>('a' + row)),
                      age = std::to_string(20 + row);
    everybody.push_back({name, "19" + std::to_string(60 + row), age, "2011-12-16"});
    undated.push_back({name, row % 2 == 0 ? "19" + std::to_string(60 + row) : "",
                       row % 2 == 0 ? "" : age,
                       row < 2   ? "1999-01-01"
                       : row < 4 ? "2011"
                                 : ""});
  }
  EXPECT_TRUE(has_column(a_table({"name", "birth", "age", "date"}, everybody), "age"));
  EXPECT_TRUE(has_column(a_table({"name", "birth", "age", "date"}, undated), "age"));
}

TEST(MakeColumns, AnAgeFromOneYearToAnotherIsAnIntervalOfBirths) {
  Rows rows = {{"Serik Ozenov", "1981-05-06", "", "2011-12-16"},
               {"Marat Kudarov", "", "30-32", "2011-12-16"},
               {"Anna Stepnova", "1975", "", "2011-12-17"}};
  for (int row = 0; row < 20; ++row)
    rows.push_back({"Somebody " + std::string(1, static_cast<char>('a' + row)), "",
                    std::to_string(20 + row), "2011-12-17"});
  const std::vector<std::string> births =
      births_of(a_table({"name", "birth", "age", "date"}, rows));
  ASSERT_EQ(births.size(), rows.size());
  EXPECT_EQ(births[1], "1978-12-17/1981-12-16");
}

TEST(MakeColumns, AgesThatMeetAreNumbersAndBandsBesideEachOtherAreNot) {
  const auto kind_of_ages = [](const std::vector<std::string>& ages) {
    Rows rows;
    for (std::size_t row = 0; row < ages.size() * 3; ++row)
      rows.push_back({"Somebody " + std::to_string(row), ages[row % ages.size()]});
    const Columns columns = columns_of(a_table({"name", "age"}, rows));
    for (const Feature& feature : columns.features) {
      if (feature.column == "age") return feature.kind;
    }
    return Kind::text;
  };
  EXPECT_EQ(kind_of_ages({"42", "40-45", "30"}), Kind::number);
  EXPECT_EQ(kind_of_ages({"30-44", "45-54", "55+"}), Kind::category);
}

// A region that one record has must not hide that both have the same country.
TEST(MakeColumns, PlacesInPartsAreComparedPartByPart) {
  Rows rows;
  for (int row = 0; row < 60; ++row) {
    const std::string region = row % 3 == 0 ? "region" + std::to_string(row % 5) : "",
                      country = "country" + std::to_string(row % 4);
    rows.push_back({"name" + std::to_string(row), region, country,
                    region.empty() ? country : region + ", " + country});
  }
  const std::vector<std::string> headers{"surname", "place_region", "place_country", "place"};
  const auto has = [](const Columns& columns, const std::string& name) {
    return std::any_of(columns.features.begin(), columns.features.end(),
                       [&](const Feature& feature) { return feature.column == name; });
  };
  const Columns in_parts = columns_of(a_table(headers, rows));
  EXPECT_TRUE(has(in_parts, "place_region") && has(in_parts, "place_country"));
  EXPECT_FALSE(has(in_parts, "place"));
  rows.push_back({"name", "", "", "a town"});  // one list has its places whole
  EXPECT_TRUE(has(columns_of(a_table(headers, rows)), "place"));
}

}  // namespace
}  // namespace sanaq::link
