// What the fields of records and the kinds of tables are called on a screen.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/draw/voice.h"
#include "sanaq/record/field.h"

namespace sanaq::workspace {

// "Date of birth" in the reader's language.
[[nodiscard]] std::string field_title(const draw::Voice& voice, record::Field field);
// Does the same for a FIELD by its name; any other column is its own title.
[[nodiscard]] std::string column_title(const draw::Voice& voice, const std::string& column);

// A value as it was read, for people: sexes as words; dates and everything else as they stand.
[[nodiscard]] std::string value_words(const draw::Voice& voice, record::Field field,
                                      const std::string& canonical);

// "list" or the kind of a table: "Prisoners".
[[nodiscard]] std::string kind_title(const draw::Voice& voice, std::string_view kind);

}  // namespace sanaq::workspace
