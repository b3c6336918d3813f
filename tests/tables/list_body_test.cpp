#include "sanaq/tables/list_body.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

TEST(ListBody, EveryRowIsARecordBlankOrRefused) {
  ListSource source;
  source.skip_rows = {5};
  const FoundHeader header = {1, 1, {"name", "age"}, false};
  const std::vector<PlannedColumn> planned = {{"name", record::Field::name},
                                              {"age", record::Field::age}};
  ListBody body(source, planned, header, 100, "test.csv");
  IngestedList list;
  std::vector<std::vector<std::string_view>> rows = {
      {"A. Kulov", " 30 "}, {"", " "}, {"name", "age"}, {"B. Tasov", "1"}, {"C", "2", "3"}};
  for (std::size_t at = 0; at < rows.size(); ++at)
    body.add(rows[at], static_cast<std::int64_t>(at) + 2, list);
  body.queue_waiting_rows();
  body.encode(0, 1);
  const std::vector<record::Column> columns = body.release_columns();
  EXPECT_EQ(list.records.rows, (std::vector<std::int64_t>{2}));
  EXPECT_EQ(list.blank_rows, 1);
  EXPECT_EQ(list.refused.size(), 3U);
  EXPECT_EQ(columns[1].values, (std::vector<std::string>{"", "30"}));
}

}  // namespace sanaq::tables
