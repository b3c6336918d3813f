#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {
namespace {

IngestedList read(const std::string& name, std::string_view bytes) {
  base::Progress progress;
  return ingest_bytes({.name = name, .path = name + ".csv"}, bytes, progress);
}

std::vector<std::string> cells(const record::Column& column, bool canonical) {
  std::vector<std::string> texts;
  for (const std::uint32_t code : column.codes)
    texts.push_back(canonical ? column.canonical[code] : column.values[code]);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Combine, ColumnsOfOneFieldOrOneHeaderBecomeOne) {
  const record::RecordTable table =
      combine({read("a", "Name,Date,Phone\nAida,13/04/2011,1\nAli,03/04/2011,\n"),
               read("b", "phone,ФИО,Пол\n2,Бен,м\n"),
               read("c", "Name,Date\nAida,04/13/2011\nX,03/04/2011\n")});
  EXPECT_EQ(table.record_count(), 5U);
  EXPECT_EQ(table.lists.size(), 3U);
  EXPECT_EQ(table.list_of, (std::vector<std::uint32_t>{0, 0, 1, 2, 2}));
  ASSERT_EQ(table.columns.size(), 4U);
  EXPECT_EQ(cells(*table.find(record::Field::name), false),
            (Texts{"Aida", "Ali", "Бен", "Aida", "X"}));
  EXPECT_EQ(cells(*table.find(record::Field::sex), true), (Texts{"", "", "m", "", ""}));
  EXPECT_EQ(cells(table.columns[2], false), (Texts{"1", "", "2", "", ""}));
  // One text, two meanings: each list keeps what its own column proved.
  EXPECT_EQ(cells(*table.find(record::Field::date), true),
            (Texts{"2011-04-13", "2011-04-03", "", "2011-04-13", "2011-03-04"}));
}

TEST(Combine, TwoListsOfOneNameAreRefused) {
  EXPECT_THROW((void)combine({read("a", "Name\nAida\n"), read("a", "Name\nAli\n")}), base::Error);
}

TEST(Combine, NothingIsAnEmptyTable) { EXPECT_EQ(combine({}).record_count(), 0U); }

}  // namespace
}  // namespace sanaq::tables
