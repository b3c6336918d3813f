#include "sanaq/workspace/list_rows.h"

#include "workspace/a_read_bench.h"

namespace sanaq::workspace {
namespace {

class RowsOfAList : public AReadBench {};

TEST_F(RowsOfAList, HaveTheFilesHeadersAndItsCellsAsWritten) {
  open();
  const ListRows rows(bench_.held(), 0);
  ASSERT_EQ(rows.count(), 4U);
  EXPECT_FALSE(rows.is_linked());
  EXPECT_EQ(rows.headers(), (std::vector<std::string>{"ФИО", "Пол", "Дата рождения", "Дата"}));
  EXPECT_EQ(rows.row(1).cells.at(2), "когда-то");
  EXPECT_EQ(rows.row(3).row, 6);
  const tables::Sheet sheet = rows.sheet(draw::Voice("en"));
  EXPECT_EQ(sheet.columns.at(3).cells, tables::SheetCells::days);
  EXPECT_EQ(sheet.rows.at(0).at(3), "1970-02-03");
}

TEST_F(RowsOfAList, NameThePersonOnceTheListsAreLinked) {
  open();
  auto held = std::make_shared<Held>(*bench_.held());
  held->outcome.persons = {{"p1", {0, 2}, 0.75}};
  const ListRows rows(held, 0);
  EXPECT_TRUE(rows.is_linked());
  EXPECT_EQ(rows.row(2).person, "p1");
  EXPECT_EQ(rows.row(1).person, "");
  EXPECT_EQ(rows.sheet(draw::Voice("en")).rows.at(0).back(), "0.750");
}

}  // namespace
}  // namespace sanaq::workspace
