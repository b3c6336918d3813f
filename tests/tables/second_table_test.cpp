#include "sanaq/tables/second_table.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

TEST(SecondTable, NamesBesideTheFirstTableAreSaidAndCanBeNamed) {
  const std::string csv =
      "ФИО;Возраст;;ФИО;Возраст\nТасов Болат;30;;Кулов Асан;41\nСабов Ержан;25;;;\n";
  base::Progress progress;
  ListSource source;
  source.name = "morgue";
  source.path = "morgue.csv";
  const IngestedList list = ingest_bytes(source, csv, progress);
  EXPECT_EQ(list.records.record_count(), 2U);
  ASSERT_FALSE(list.warnings.empty());
  EXPECT_EQ(list.warnings[0].arguments[0], "1");
  source.columns = {{"name", "ФИО (2)"}, {"age", "Возраст (2)"}};
  const record::Column* names =
      ingest_bytes(source, csv, progress).records.find(record::Field::name);
  ASSERT_NE(names, nullptr);
}

}  // namespace sanaq::tables
