// Options that take a word of a closed list.
#pragma once
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/cli/arguments.h"

namespace sanaq::cli {

// For Argument::read_by: the code itself or its label in English, Russian or Kazakh becomes the
// code; anything else is refused with the labels of the reader's language. `table` is a table of
// the case file's vocabulary. The catalog must outlive the reader.
[[nodiscard]] WordReader word_of(const std::string& table, const base::Catalog& catalog);

}  // namespace sanaq::cli
