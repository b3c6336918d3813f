// What the lists were understood to say, record by record: each column as it was read, beside how
// it was written where that is something else.
#pragma once
#include <string>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::exchange {

// Columns: list, row, record, and of each FIELD what was read; "" where nothing was. Columns of the
// user's own stand under their headers.
[[nodiscard]] std::string understood_csv(const record::RecordTable& records, tables::CsvFor reader);

}  // namespace sanaq::exchange
