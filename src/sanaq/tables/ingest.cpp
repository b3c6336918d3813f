#include "sanaq/tables/ingest.h"

#include "sanaq/base/files.h"
#include "sanaq/tables/ingest_rows.h"
#include "sanaq/tables/opened_list.h"

namespace sanaq::tables {

IngestedList ingest_bytes(const ListSource& source, std::string_view bytes,
                          base::Progress& progress) {
  const std::unique_ptr<OpenedList> list = open_list(source, bytes);
  OpenedRows opened;
  opened.rows = list->rows.get();
  opened.bytes = bytes;
  opened.encoding = list->encoding;
  opened.delimiter = list->delimiter;
  opened.is_spreadsheet = list->is_spreadsheet;
  opened.warnings = list->warnings;
  return ingest_rows(source, opened, progress);
}

IngestedList ingest(const ListSource& source, base::Progress& progress) {
  const base::MappedFile file(source.path);
  return ingest_bytes(source, file.bytes(), progress);
}

}  // namespace sanaq::tables
