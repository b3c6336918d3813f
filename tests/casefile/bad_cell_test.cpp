#include "sanaq/casefile/bad_cell.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {

TEST(BadCell, NamesTheRowOfATableOrTheEntryOfTheLedger) {
  Statement said = test::said("custody:c", "released", "long ago");
  said.origin.entry = "3f9a:12";
  const record::BadCell typed = bad_cell_of(said, base::message("a"), base::message("b"));
  EXPECT_EQ(typed.list, "ledger");
  EXPECT_EQ(typed.row, 12);
  EXPECT_EQ(typed.column, "custody:c released");
  said.origin = {"custody.csv", "", 4, ""};
  const record::BadCell written = bad_cell_of(said, base::message("a"), base::message("b"));
  EXPECT_EQ(written.list, "custody.csv");
  EXPECT_EQ(written.row, 4);
  EXPECT_EQ(written.column, "released");
}

}  // namespace sanaq::casefile
