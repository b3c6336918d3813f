#include "sanaq/tables/csv_write.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sanaq/tables/csv.h"

namespace sanaq::tables {
namespace {

std::string written(const std::vector<std::string_view>& cells, CsvFor reader) {
  std::string out;
  append_csv_row(out, cells, reader);
  return out;
}

TEST(CsvWrite, ProgramsGetPlainCommas) {
  EXPECT_EQ(written({"a", "b c", "1,5", "say \"x\"", "=1"}, CsvFor::program),
            "a,b c,\"1,5\",\"say \"\"x\"\"\",=1\n");
  EXPECT_EQ(written({""}, CsvFor::program), "\"\"\n");
}

TEST(CsvWrite, PeopleGetWhatExcelInRussianOpens) {
  std::string out = written({"имя", "1,5"}, CsvFor::person);
  EXPECT_EQ(out, "\xEF\xBB\xBFимя;\"1,5\"\r\n");
  append_csv_row(out, {"x"}, CsvFor::person);
  EXPECT_EQ(out, "\xEF\xBB\xBFимя;\"1,5\"\r\nx\r\n");
}

TEST(CsvWrite, AWordOfPeopleIsNeutralisedAlsoForAProgram) {
  EXPECT_EQ(neutralised("=1"), "'=1");
  EXPECT_EQ(neutralised("Aibar"), "Aibar");
}

TEST(CsvWrite, NothingBeginsAsAFormula) {
  for (const std::string cell :
       {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"}) {
    const std::string out = written({"x", cell}, CsvFor::person);
    std::vector<std::string_view> cells;
    CsvReader reader(std::string_view(out).substr(3), ';', "");
    ASSERT_TRUE(reader.next(cells));
    EXPECT_EQ(cells.at(1), "'" + cell);
  }
  EXPECT_EQ(written({"x", "a=1"}, CsvFor::person).find('\''), std::string::npos);
}

RC_GTEST_PROP(CsvWrite, ProgramsReadBackWhatWasWritten, (const std::vector<std::string>& cells)) {
  RC_PRE(!cells.empty());
  const std::string out = written({cells.begin(), cells.end()}, CsvFor::program);
  CsvReader reader(out, ',', "");
  std::vector<std::string_view> back;
  RC_ASSERT(reader.next(back));
  RC_ASSERT(std::vector<std::string>(back.begin(), back.end()) == cells);
  RC_ASSERT(!reader.next(back));
}

TEST(CsvWrite, AWholeTableHasItsHeaderFirst) {
  const Sheet sheet{"x", {{"name"}, {"date"}}, {{"=cmd", "2011-12-16"}}};
  EXPECT_EQ(sheet_csv(sheet, CsvFor::person), "\xEF\xBB\xBFname;date\r\n'=cmd;2011-12-16\r\n");
  EXPECT_EQ(sheet_csv(sheet, CsvFor::program), "name,date\n=cmd,2011-12-16\n");
}

}  // namespace
}  // namespace sanaq::tables
