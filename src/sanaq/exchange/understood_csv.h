// How the lists were understood, record by record: each column as it was read, and as it was
// written if that differs.
#pragma once
#include <string>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::exchange {

// Returns a CSV with the columns list, row, record, and what was read of each FIELD ("" if nothing
// was). The user's own columns have their headers.
[[nodiscard]] std::string understood_csv(const record::RecordTable& records, tables::CsvFor reader);

}  // namespace sanaq::exchange
