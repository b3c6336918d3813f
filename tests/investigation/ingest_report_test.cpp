#include "sanaq/investigation/ingest_report.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {

TEST(IngestReport, HasEveryBadCellForASpreadsheetAndNeutralisesFormulas) {
  Outcome outcome;
  ListReport list;
  list.name = "hospital";
  list.bad_cells.push_back({"hospital", 7, "date", std::nullopt, "=HYPERLINK(1)",
                            base::message("not a date"), base::message("write 2011-12-16")});
  outcome.lists.push_back(list);
  const std::string csv =
      ingest_report_csv(outcome.lists, outcome.bad_case_cells, base::Catalog("en"));
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
  for (const char* part :
       {"list;row;column;value;reason;advice", "hospital;7;date", "'=HYPERLINK(1)"})
    EXPECT_NE(csv.find(part), std::string::npos) << csv;
}

}  // namespace sanaq::investigation
