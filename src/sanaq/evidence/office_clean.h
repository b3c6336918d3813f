// An office file with its text, tables and pictures and nothing that says who made it.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::evidence {

// Without properties, comments, thumbnails, printers, paths, signatures; tracked changes accepted;
// the pictures within cleaned. A problem where the file is damaged or encrypted, or has a part that
// we do not know (a macro, an embedded object): then nothing is promised, and no copy made.
[[nodiscard]] base::Result<std::string> clean_office(std::string_view bytes);

}  // namespace sanaq::evidence
