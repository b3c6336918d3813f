// The kind of a file by its first bytes, whatever its name says.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::tables {

enum class FileKind { text, xlsx, ods };

// Throws Error{bad_input}, naming what the file is and what to do, for pictures, PDF, archives,
// databases, web pages, XML spreadsheets, Numbers, old or locked Excel files and empty files.
[[nodiscard]] FileKind kind_of_file(std::string_view bytes, const std::string& file);

}  // namespace sanaq::tables
