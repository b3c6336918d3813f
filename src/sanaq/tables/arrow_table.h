// A plain table as an Arrow stream.
#pragma once
#include <memory>

#include "sanaq/record/plain_table.h"
#include "sanaq/tables/arrow_abi.h"

namespace sanaq::tables {

// As to_arrow() (arrow.h) says.
void export_table(std::shared_ptr<const record::PlainTable> table, ArrowArrayStream* out);

}  // namespace sanaq::tables
