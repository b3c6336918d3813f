#include "sanaq/tables/ingest_rows.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::tables {
namespace {

TEST(IngestRows, WhoHandsRowsOverMayLookAtTheRecordsBeforeCellsAreRead) {
  const std::string csv = "name,birth\nAsan Beken,1980\n";
  CsvRows rows(csv, ',', "list.csv");
  OpenedRows opened;
  opened.rows = &rows;
  opened.bytes = csv;
  std::size_t seen = 0;
  opened.check_texts = [&](const record::RecordTable& records) { seen = records.columns.size(); };
  base::Progress progress;
  ListSource source;
  source.name = "hospital";
  const IngestedList list = ingest_rows(source, opened, progress);
  EXPECT_EQ(1U, list.records.record_count());
  EXPECT_EQ(2U, seen);
  EXPECT_EQ(64U, list.records.lists[0].version.size());
}

}  // namespace
}  // namespace sanaq::tables
