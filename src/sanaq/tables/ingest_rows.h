// Reads a list from its rows, wherever they come from.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

// The rows, and what is known of where they come from.
struct OpenedRows {
  RowSource* rows = nullptr;
  std::string_view bytes = {};  // of the file; empty if there is none
  std::string encoding, delimiter;
  bool is_spreadsheet = false;
  std::vector<base::Message> warnings = {};
  // Called with the records as they are written, before cells are read; may throw. May be empty.
  std::function<void(const record::RecordTable&)> check_texts = {};
};

// Does what ingest() (ingest.h) says, and throws what it throws.
[[nodiscard]] IngestedList ingest_rows(const ListSource& source, const OpenedRows& opened,
                                       base::Progress& progress);

}  // namespace sanaq::tables
