#include "sanaq/casefile/table_rows.h"

namespace sanaq::casefile {

using base::message;

base::Result<std::optional<record::PartialDate>> read_edtf(std::string_view /*column*/,
                                                           std::string_view cell) {
  const auto date = record::from_edtf(cell);
  if (!date) {
    return tl::unexpected(
        base::Problem{message("not a date"), message("write 2011-12-16, 2011-12 or 2011")});
  }
  return date;
}

}  // namespace sanaq::casefile
