// The menus that say how a list is to be read: as they were chosen, as settings, and as an edit of
// investigation.toml.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/http/form.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/preview.h"

namespace sanaq::workspace {

struct ColumnsForm {
  std::string sheet;       // "" is found out; "*" stays as the settings say
  std::string header_row;  // "" is looked for; "0": none
  std::string encoding, dates;
  // Header (line_ends.h) -> FIELD, or "" for a column that is none; a header that is not in it is
  // as it is read.
  std::map<std::string, std::string> fields;
  std::map<std::string, bool> is_public;  // by header
  bool has_no_names = false;
  bool has_duplicates = true;
  std::string covers_from, covers_to, covers_places;  // places parted by commas
};

// As the settings have it, with the columns as they are read now.
[[nodiscard]] ColumnsForm form_of(const settings::ListConfig& list, const tables::Preview& seen);
// As it was posted: sheet, header_row, encoding, dates, header-N, field-N, public-N, no_names,
// duplicates, covers_from, covers_to, covers_places.
[[nodiscard]] ColumnsForm posted_columns(const http::Form& form);

// The list's settings with what was chosen. `seen` is how the file is read under the sheet, header
// row and encoding that were chosen (unmapped()), without any column named. Throws Error{bad_input}
// where one field is chosen for two columns, and Error{usage} where no column is a name and nobody
// said that the list has none.
[[nodiscard]] settings::ListConfig chosen(const settings::ListConfig& list, const ColumnsForm& form,
                                          const tables::Preview& seen);
// The same without the columns.
[[nodiscard]] settings::ListConfig unmapped(const settings::ListConfig& list,
                                            const ColumnsForm& form);

// Returns investigation.toml with what differs between the two changed on its lines. Throws what
// settings/edit_config.h throws.
[[nodiscard]] std::string with_columns(const std::string& toml, const settings::ListConfig& before,
                                       const settings::ListConfig& after, const ColumnsForm& form,
                                       const std::string& file);

}  // namespace sanaq::workspace
