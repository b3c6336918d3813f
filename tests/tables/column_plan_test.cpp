#include "sanaq/tables/column_plan.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::tables {

using record::Field;

TEST(PlanColumns, AGivenNameAloneIsTheWholeName) {
  EXPECT_EQ(plan_columns({}, {"Имя", "Возраст"}).columns[0].field, Field::name);
  EXPECT_EQ(plan_columns({}, {"Имя", "Фамилия"}).columns[0].field, Field::given);
  EXPECT_EQ(plan_columns({.columns = {{"given", "Имя"}}}, {"Имя", "Возраст"}).columns[0].field,
            Field::given);
}

TEST(PlanColumns, TheFirstOfTwoColumnsForAFieldIsReadAsIt) {
  const ColumnPlan plan = plan_columns({}, {"name", "address", "location"});
  EXPECT_EQ(plan.columns[1].field, Field::place);
  EXPECT_EQ(plan.columns[2].field, std::nullopt);
  ASSERT_EQ(plan.warnings.size(), 1U);
  EXPECT_EQ(plan.warnings[0].arguments, (std::vector<std::string>{"address", "location", "place"}));
}

TEST(PlanColumns, AHeaderThatStandsThousandsOfTimesIsNumberedAtOnce) {
  const std::vector<std::string> header(16'384, "name");
  const ColumnPlan plan = plan_columns({.name = "a", .path = "a.csv"}, header);
  EXPECT_EQ(plan.columns[1].header, "name (2)");
  EXPECT_EQ(plan.columns.back().header, "name (16384)");
}

TEST(PlanColumns, NothingIsRecognisedWhereThatIsNotWanted) {
  const ColumnPlan plan =
      plan_columns({.columns = {{"name", "A"}}, .guess_columns = false}, {"A", "date"});
  EXPECT_EQ(plan.columns[0].field, Field::name);
  EXPECT_EQ(plan.columns[1].field, std::nullopt);
}

TEST(PlanColumns, AColumnThatIsNotThereIsRefusedWithTheNearestOrWithAllThatThereAre) {
  const auto refusal = [](const std::string& header) {
    try {
      (void)plan_columns({.name = "a", .columns = {{"name", header}}}, {"Name", "Born"});
    } catch (const base::Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_NE(refusal("Nmae").find("the nearest is Name"), std::string::npos);
  EXPECT_NE(refusal("Qwxyzvk").find("the columns are: Name, Born"), std::string::npos);
}

TEST(PlanColumns, OneColumnCannotBeTwoFields) {
  EXPECT_THROW((void)plan_columns({.columns = {{"name", "A"}, {"place", "A"}}}, {"A"}),
               base::Error);
}

// Where no header says which column has the names, the cells do, and it is said first.
TEST(PlanColumns, NamesAreFoundByTheirCells) {
  const SampledRows below = {{"1", "Тасов Болат", "м", "30"},
                             {"2", "Кулов Асан", "м", "41"},
                             {"3", "Сабова Айгуль", "ж", "25"}};
  const ColumnPlan plan = plan_columns({}, {"п", "Сведения", "кто", "сколько"}, below);
  EXPECT_EQ(plan.columns[1].field, Field::name);
  EXPECT_EQ(plan.columns[2].field, Field::sex);
  EXPECT_EQ(plan.columns[3].field, std::nullopt);  // only said
  ASSERT_FALSE(plan.warnings.empty());
  EXPECT_NE(plan.warnings[0].english().find("columns = { name = \"Сведения\" }"),
            std::string::npos);
  // A header that is known decides.
  EXPECT_EQ(plan_columns({}, {"п", "Сведения", "кто", "ФИО"}, below).columns[1].field,
            std::nullopt);
}

TEST(PlanColumns, WithoutAnyNamesItIsSaidFirst) {
  const ColumnPlan plan = plan_columns({}, {"note", "note"}, {{"x", "y"}});
  ASSERT_EQ(plan.warnings.size(), 2U);
  EXPECT_NE(plan.warnings[0].english().find("no column of names"), std::string::npos);
}

TEST(PlanColumns, CellsBesideTheHeaderAreAColumnWhereSeveralRowsHaveThem) {
  SampledRows below(18, {"A. Kulov"});
  below.push_back({"B. Tasov", "found later"});
  EXPECT_EQ(plan_columns({}, {"name"}, below).columns.size(), 1U);  // one row: a slip
  below.push_back({"C. Omarov", "seen twice"});
  EXPECT_EQ(plan_columns({}, {"name"}, below).columns.size(), 1U);  // one in ten: slips
  below.push_back({"D. Seitov", "", "his brother called"});
  const ColumnPlan plan = plan_columns({}, {"name"}, below);
  ASSERT_EQ(plan.columns.size(), 3U);
  EXPECT_EQ(plan.columns[2].header, "#3");
}

TEST(PlanColumns, SaysWhichColumnsAreAskedForByHeaderFieldOrTheFieldThatTheyArePartOf) {
  ListSource source;
  source.only_columns = {{"birth", "remark"}};
  const ColumnPlan plan =
      plan_columns(source, {"id", "name", "birth_year", "remark", "other remark"});
  std::vector<bool> asked, read;
  for (const PlannedColumn& column : plan.columns) {
    asked.push_back(column.is_asked_for);
    read.push_back(column.is_read());
  }
  EXPECT_EQ(asked, (std::vector<bool>{false, false, true, true, false}));
  EXPECT_EQ(read, (std::vector<bool>{true, false, true, true, false}));  // ids name the records
  for (const PlannedColumn& column : plan_columns({}, {"id", "name"}).columns)
    EXPECT_TRUE(column.is_asked_for);
}

}  // namespace sanaq::tables
