// A form with one file in it, read into memory: for a table that somebody filled in. Lists come in
// another way, since they may be large.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sanaq/http/form.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

struct PostedFile {
  http::Form fields;      // those that are no file
  std::string file_name;  // as the browser says it; "" if no file was chosen
  std::string bytes;
};

// Reads the body of a POST to `route`. Returns nullopt if the form is not one of this session's
// (its field csrf must stand before the file); nothing of the file is read then. Throws
// Error{bad_input} if it is longer than `most` bytes, is no such form, or was cut.
[[nodiscard]] std::optional<PostedFile> read_posted_file(const Visit& visit,
                                                         const std::string& route,
                                                         std::int64_t most);

}  // namespace sanaq::workspace
