#include "sanaq/exchange/understood_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/progress.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::exchange {

TEST(UnderstoodCsv, HasWhatWasReadOfEachRecord) {
  tables::ListSource source;
  source.name = "morgue";
  source.path = "morgue.csv";
  base::Progress progress;
  const auto list =
      tables::ingest_bytes(source, "№;ФИО;Дата рождения;x\n7;A. Kulov;16.12.1985;y\n", progress);
  EXPECT_EQ(understood_csv(tables::combine({list}), tables::CsvFor::program),
            "list,row,record,id,name,birth,x\nmorgue,2,7,7,A. Kulov,1985-12-16,y\n");
}

}  // namespace sanaq::exchange
