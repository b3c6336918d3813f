#include "sanaq/tables/ingest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using record::Field;

IngestedList read(std::string_view bytes, ListSource source = {}) {
  if (source.name.empty()) source.name = "morgue";
  if (source.path.empty()) source.path = "lists/morgue.csv";
  base::Progress progress;
  return ingest_bytes(source, bytes, progress);
}

IngestedList read_fixture(const std::string& name, ListSource source = {}) {
  source.name = "morgue";
  source.path = SANAQ_SOURCE_DIR "/tests/tables/fixtures/" + name;
  base::Progress progress;
  return ingest(source, progress);
}

std::vector<std::string> canonical(const IngestedList& list, Field field) {
  const record::Column* column = list.records.find(field);
  if (column == nullptr) return {"no such column"};
  std::vector<std::string> cells;
  for (const std::uint32_t code : column->codes) cells.push_back(column->canonical[code]);
  return cells;
}

using Texts = std::vector<std::string>;

void expect_sums(const IngestedList& list) {
  EXPECT_EQ(list.rows_read,
            static_cast<std::int64_t>(list.records.record_count() + list.refused.size()) +
                list.blank_rows);
}

TEST(Ingest, ReadsAListInEveryEncoding) {
  // The bytes of windows-1251 and KOI8-R, made with iconv from utf8.csv.
  const auto path = [](const char* name) {
    return std::string(SANAQ_SOURCE_DIR "/tests/tables/fixtures/") + name;
  };
  for (const auto& [file, encoding] :
       std::vector<std::pair<std::string, std::string>>{{"utf8.csv", "UTF-8"},
                                                        {"bom.csv", "UTF-8"},
                                                        {"utf16le.csv", "UTF-16LE"},
                                                        {"utf16be.csv", "UTF-16BE"},
                                                        {"cp1251.csv", "windows-1251"},
                                                        {"koi8r.csv", "KOI8-R"}}) {
    base::Progress progress;
    const IngestedList list = ingest({.name = "morgue", .path = path(file.c_str())}, progress);
    EXPECT_EQ(list.encoding, encoding) << file;
    EXPECT_EQ(list.delimiter, ";");
    EXPECT_EQ(canonical(list, Field::name), (Texts{"Тестов Ерлан", "Сынакова Айгуль"})) << file;
    EXPECT_EQ(canonical(list, Field::sex), (Texts{"m", "f"}));
    EXPECT_EQ(canonical(list, Field::death), (Texts{"2011-12-16", "2011-12"}));
    EXPECT_EQ(canonical(list, Field::age), (Texts{"35", "2"}));
    EXPECT_TRUE(list.bad_cells.empty());
    expect_sums(list);
  }
  const IngestedList latin = read("name,place\nJos\xE9,M\xFCnchen\n", {.encoding = "ISO-8859-1"});
  EXPECT_EQ(canonical(latin, Field::name), (Texts{"José"}));
}

TEST(Ingest, OnlyTheColumnsThatAreAskedForAreKept) {
  const std::string text =
      "id,name,birth_year,birth_month,town\n7,Aida,1990,2,Oral\n8,Serik,1991,3,Aqtau\n";
  const IngestedList whole = read(text);
  ListSource source;
  source.only_columns = {{"birth", "town"}};
  source.with_identities = false;
  const IngestedList list = read(text, source);
  std::vector<std::string> headers;
  for (const record::Column& column : list.records.columns) headers.push_back(column.header);
  EXPECT_EQ(headers, (Texts{"birth_year", "birth_month", "town", "birth"}));
  EXPECT_EQ(list.records.ids, (Texts{"7", "8"}));
  EXPECT_TRUE(list.records.identities.empty());
  EXPECT_EQ(canonical(list, Field::birth), canonical(whole, Field::birth));
  EXPECT_EQ(list.rows_read, whole.rows_read);
}

TEST(Ingest, AMendedCellIsReadAsItsColumnIsAndTheNamesOfRecordsStay) {
  const std::string bytes =
      "name,birth,sex\nAibar Tanbaev,31.12.1970,m\nAlibek Munarov,long ago,m\nSergei "
      "Stepnov,01.02.1980,m\n";
  const IngestedList before = read(bytes);
  ASSERT_EQ(before.bad_cells.size(), 1U);
  ListSource source;
  std::vector<std::string> seen;
  source.mend = [&](const record::RecordTable& list) {
    seen = list.identities;
    return std::vector<MendedCell>{
        {1, "birth", "03.04.1977"}, {0, "sex", ""}, {2, "name", "X Y"}, {1, "name", "X Y"}};
  };
  const IngestedList after = read(bytes, source);
  EXPECT_EQ(seen, before.records.identities);
  EXPECT_EQ(after.records.identities, before.records.identities);
  EXPECT_EQ(canonical(after, Field::birth), (Texts{"1970-12-31", "1977-04-03", "1980-02-01"}));
  EXPECT_EQ(canonical(after, Field::sex), (Texts{"", "m", "m"}));
  EXPECT_EQ(canonical(after, Field::name), (Texts{"Aibar Tanbaev", "X Y", "X Y"}));
  EXPECT_TRUE(after.bad_cells.empty());
}

TEST(Ingest, AMendedCellDecidesNothingOfHowOthersAreRead) {
  const std::string bytes = "name,birth\nAibar Tanbaev,03/04/1970\nAlibek Munarov,05/06/1977\n";
  const IngestedList before = read(bytes);
  ListSource source;
  source.mend = [](const record::RecordTable&) {
    return std::vector<MendedCell>{{0, "birth", "25/12/1970"}};
  };
  const IngestedList after = read(bytes, source);
  EXPECT_EQ(canonical(after, Field::birth)[1], canonical(before, Field::birth)[1]);
}

TEST(Ingest, ReadsTheSameWithOneThreadAndWithMany) {
  std::string text = "id,name,note\n";
  for (int row = 0; row < 9000; ++row)
    text += std::to_string(row) + ",\"A \"\"" + std::to_string(row % 1000) + "\"\"\",x" +
            std::to_string(row % 7) + "\n";
  ListSource alone, many;
  alone.threads = 1;
  many.threads = 2;
  const IngestedList one = read(text, alone), two = read(text, many);
  ASSERT_EQ(one.records.columns.size(), two.records.columns.size());
  for (std::size_t at = 0; at < one.records.columns.size(); ++at) {
    EXPECT_EQ(one.records.columns[at].codes, two.records.columns[at].codes);
    EXPECT_EQ(one.records.columns[at].values, two.records.columns[at].values);
  }
  EXPECT_EQ(one.records.columns[1].values[1], "A \"0\"");
  EXPECT_EQ(one.records.lists[0].version, two.records.lists[0].version);
}

TEST(Ingest, EveryDelimiterAndQuotedLines) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::string text = "id,name,place\n1,\"Aida\nTestova\",a\n2,Ali,b\n";
    for (char& letter : text) letter = letter == ',' ? delimiter : letter;
    const IngestedList list = read(text);
    EXPECT_EQ(list.delimiter, delimiter == '\t' ? "tab" : std::string(1, delimiter));
    EXPECT_EQ(canonical(list, Field::name), (Texts{"Aida\nTestova", "Ali"}));
    EXPECT_EQ(list.records.rows, (std::vector<std::int64_t>{2, 3}));
  }
}

TEST(Ingest, HeadersOfThreeLanguagesAnywhereInTheFirstRows) {
  std::string titles;
  for (int row = 1; row < 20; ++row)
    titles += row % 2 == 0 ? "\n" : "Invented list of the morgue\n";
  for (const std::string header : {"Name,Sex,Age", "ФИО,Пол,Возраст", "Аты-жөні,Жынысы,Жасы"}) {
    const IngestedList list = read(titles + header + "\nAida,f,3\n");
    EXPECT_EQ(list.header_row, 20);
    EXPECT_EQ(list.mapping.size(), 3U) << header;
    EXPECT_EQ(list.records.rows, (std::vector<std::int64_t>{21}));
  }
}

TEST(Ingest, TheUsersMappingDecides) {
  const IngestedList list =
      read("A,B,name\n1,Aida,clerk\n", {.columns = {{"name", "B"}, {"id", "A"}}});
  EXPECT_EQ(canonical(list, Field::name), (Texts{"Aida"}));
  EXPECT_EQ(list.records.ids, (Texts{"1"}));
  EXPECT_EQ(list.unmapped_headers, (Texts{"name"}));
}

TEST(Ingest, AColumnOrFieldThatIsNotThereIsNamedWithTheNearest) {
  try {
    (void)read("Full name,Died\nAida,2011\n", {.columns = {{"name", "Ful name"}}});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    EXPECT_EQ(error.message().arguments, (Texts{"morgue", "Ful name", "Full name"}));
  }
  try {
    (void)read("Full name,Died\nAida,2011\n", {.columns = {{"nmae", "Full name"}}});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.message().arguments, (Texts{"morgue", "nmae", "name"}));
  }
}

TEST(Ingest, EveryCellThatCannotBeReadIsReportedAndItsRowKept) {
  const IngestedList list = read(
      "id,name,sex,age,date\n1,Aida,7,old,soon\n2,Ali,m,35,03/04/2011\n3,Ben,f,36,2011-02-30\n");
  ASSERT_EQ(list.bad_cells.size(), 5U);
  EXPECT_EQ(list.records.record_count(), 3U);
  EXPECT_EQ(list.bad_cells[0].list, "morgue");
  EXPECT_EQ(list.bad_cells[0].row, 2);
  EXPECT_EQ(list.bad_cells[0].column, "sex");
  EXPECT_EQ(list.bad_cells[0].value, "7");
  EXPECT_EQ(list.bad_cells[4].row, 4);
  for (const record::BadCell& cell : list.bad_cells)
    EXPECT_FALSE(cell.reason.id.empty() || cell.advice.id.empty());
}

TEST(Ingest, SplitDatesAndPlacesAreCombined) {
  const IngestedList list = read(
      "name,year of birth,month of birth,day of "
      "birth,city,region\nA,1975,декабрь,16,Town,Region\nB,1975,,,,Region\nC,0000,,,,\nD,2011,2,30,"
      "Town,\nE,,5,1,,\n");
  EXPECT_EQ(canonical(list, Field::birth), (Texts{"1975-12-16", "1975", "", "", ""}));
  EXPECT_EQ(canonical(list, Field::place), (Texts{"Town, Region", "Region", "", "Town", ""}));
  ASSERT_EQ(list.bad_cells.size(), 2U);
  EXPECT_EQ(list.bad_cells[0].column, "birth");
  EXPECT_EQ(list.bad_cells[0].row, 5);
  EXPECT_EQ(list.bad_cells[1].row, 6);
}

TEST(Ingest, BlankAndRefusedRowsAreCounted) {
  const IngestedList list = read("id,name\n1,Aida\n\n , \n2,Ali,too,many\nid,name\n3,Ben\n");
  EXPECT_EQ(list.rows_read, 6);
  EXPECT_EQ(list.blank_rows, 2);
  ASSERT_EQ(list.refused.size(), 2U);
  EXPECT_EQ(list.refused[0].row, 5);
  EXPECT_EQ(list.refused[1].row, 6);
  EXPECT_EQ(list.records.record_count(), 2U);
}

TEST(Ingest, CellsBesideTheHeaderRowAreAColumn) {
  const IngestedList list = read("id,name\n1,Aida,seen\n2,Ali,heard\n3,Ben,\n");
  EXPECT_EQ(list.records.record_count(), 3U);
  EXPECT_EQ(list.unmapped_headers, (Texts{"#3"}));
}

bool warns(const IngestedList& list, std::string_view words) {
  for (const base::Message& warning : list.warnings) {
    if (warning.english().find(words) != std::string::npos) return true;
  }
  return false;
}

TEST(Ingest, WarnsOfDuplicateIdsEqualHeadersAndNoNames) {
  const IngestedList list = read("id,note,note\n1,a,b\n1,c,d\n,e,f\n,e,f\n");
  EXPECT_TRUE(warns(list, "1 values of the id column id"));
  EXPECT_TRUE(warns(list, "2 rows have no value"));
  EXPECT_TRUE(warns(list, "two columns are called note"));
  EXPECT_TRUE(warns(list, "no column of names"));
  EXPECT_EQ(list.records.ids, (Texts{"1", "1", "4", "5"}));
  EXPECT_EQ(
      std::set<std::string>(list.records.identities.begin(), list.records.identities.end()).size(),
      4U);
  EXPECT_FALSE(warns(read("id,name\n1,a\n2,b\n"), ""));
}

TEST(Ingest, SpreadsheetsByNameWithSerialDatesAndFormulas) {
  const IngestedList list = read_fixture("lists.xlsx", {.sheets = {"Морг"}});
  EXPECT_EQ(list.delimiter, "");
  EXPECT_EQ(list.header_row, 3);
  EXPECT_EQ(list.records.rows, (std::vector<std::int64_t>{4, 5, 7}));
  EXPECT_EQ(list.records.ids, (Texts{"1", "2", "1234567890123"}));
  EXPECT_EQ(canonical(list, Field::death), (Texts{"2011-12-16", "2011-12-17", "2011-12-18"}));
  EXPECT_EQ(canonical(list, Field::name),
            (Texts{"Сериков Ерлан", "Нурлан Тестов", "Гүлнар Сынақова"}));
  EXPECT_EQ(list.blank_rows, 1);
  ASSERT_EQ(list.bad_cells.size(), 1U);
  EXPECT_EQ(list.bad_cells[0].value, "TRUE");
  expect_sums(list);
  EXPECT_EQ(read_fixture("lists.xlsx").header_row, 3);
  EXPECT_TRUE(warns(read_fixture("lists.xlsx"), "several sheets"));
  const IngestedList ods = read_fixture("list.ods");
  EXPECT_EQ(ods.rows_read, 8);
  EXPECT_EQ(ods.blank_rows, 2);
  EXPECT_EQ(canonical(ods, Field::name)[1], "");
  try {
    (void)read_fixture("lists.xlsx", {.sheets = {"Witness"}});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.message().arguments, (Texts{"lists.xlsx", "Witness", "Witnesses"}));
  }
}

TEST(Ingest, WhatIsNoTableEndsWell) {
  const std::string nul("name,date\nAi\0da,2011\n", 21);
  for (const std::string& bytes :
       {std::string(), std::string("\n\n"), std::string("\xEF\xBB\xBF"), std::string("name,date\n"),
        std::string("name,date\n,\n"), nul, std::string("\xFF\xD8\xFF\xE0 JFIF"),
        std::string("%PDF-1.4"), std::string("name,date\n\"Aida,2011\n"), std::string(3000000, 'x'),
        std::string(100, '\0')}) {
    try {
      (void)read(bytes);
      FAIL() << bytes.substr(0, 20);
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::bad_input) << error.what();
    }
  }
  const help::Scratch scratch;
  base::Progress progress;
  EXPECT_THROW((void)ingest({.name = "a", .path = scratch.path()}, progress), base::Error);
  EXPECT_THROW((void)ingest({.name = "a", .path = scratch / "none.csv"}, progress), base::Error);
  EXPECT_THROW((void)read("name\nAida\n", {.encoding = "no-such"}), base::Error);
}

TEST(Ingest, AnIdentityIsListAndIdOrTheCellsThatAreMapped) {
  const auto identities = [](std::string_view text) { return read(text).records.identities; };
  EXPECT_EQ(identities("id,name\n1,Aida\n2,Ali\n")[1],
            identities("id,name\n2,Ali (corrected)\n")[0]);
  const Texts plain = identities("name,place,note\nAida,Town,x\nAida,Town,y\nAli,Town,z\n");
  const Texts moved = identities("Note,Name,Place\nother,Ali,Town\nx,Aida,Town\ny,Aida,Town\n");
  EXPECT_EQ(moved, (Texts{plain[2], plain[0], plain[1]}));
  EXPECT_NE(plain[0], read("name,place\nAida,Town\n", {.name = "other"}).records.identities[0]);
}

TEST(Ingest, AStopIsHeard) {
  class Stopping : public base::Progress {
   public:
    [[nodiscard]] bool stop_requested() const override { return true; }
  } stopping;
  std::string text = "name\n";
  for (int row = 0; row < 20000; ++row) text += "a\n";
  EXPECT_THROW((void)ingest_bytes({.name = "a", .path = "a.csv"}, text, stopping), base::Error);
}

RC_GTEST_PROP(Ingest, RowsReadAreRecordsBlankRowsAndRefusedRows, ()) {
  const auto cell = rc::gen::element<std::string>("", " ", "Aida", "35", "2011-12-16", "?", "7",
                                                  "\"a,\nb\"", "Ж");
  const auto rows = *rc::gen::container<std::vector<Texts>>(rc::gen::container<Texts>(cell));
  std::string text = "id,name,age,sex,date\nx,y,1,m,2011\n";
  for (const Texts& row : rows) {
    std::string line;
    for (std::size_t at = 0; at < row.size(); ++at) line += (at > 0 ? "," : "") + row[at];
    text +=
        (line == "?" ? "id,name,age,sex,date" : line) + "\n";  // now and then the header row again
  }
  const IngestedList list = read(text);
  const record::RecordTable& table = list.records;
  RC_ASSERT(list.rows_read == static_cast<std::int64_t>(rows.size()) + 1);
  RC_ASSERT(list.rows_read ==
            static_cast<std::int64_t>(table.record_count() + list.refused.size()) +
                list.blank_rows);
  RC_ASSERT(table.ids.size() == table.record_count() && table.rows.size() == table.record_count());
  RC_ASSERT(std::set<std::string>(table.identities.begin(), table.identities.end()).size() ==
            table.record_count());
  for (const record::Column& column : table.columns) {
    RC_ASSERT(column.codes.size() == table.record_count());
    RC_ASSERT(column.values.size() == column.canonical.size());
    RC_ASSERT(column.values[0].empty() && column.canonical[0].empty());
  }
}

RC_GTEST_PROP(Ingest, AnyBytesAreReadOrRefused, (const std::string& bytes)) {
  try {
    (void)read(bytes);
  } catch (const base::Error& error) {
    RC_ASSERT(error.kind() == base::Kind::bad_input);
  }
}

}  // namespace
}  // namespace sanaq::tables
