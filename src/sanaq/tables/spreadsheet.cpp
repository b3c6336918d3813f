#include "sanaq/tables/spreadsheet.h"

#include "sanaq/tables/ods.h"
#include "sanaq/tables/workbook.h"
#include "sanaq/tables/xlsx.h"

namespace sanaq::tables {

std::unique_ptr<Workbook> open_workbook(std::string_view bytes, FileKind kind,
                                        const std::string& file) {
  return kind == FileKind::ods ? open_ods(bytes, file) : open_xlsx(bytes, file);
}

}  // namespace sanaq::tables
