// Options that take a word of a closed list.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "sanaq/base/catalog.h"

namespace sanaq::cli {

// For option->transform(): the code itself or its label in English, Russian or Kazakh becomes the
// code; anything else is refused with the labels of the reader's language.
[[nodiscard]] CLI::Validator word_of(const std::string& table, const base::Catalog& catalog);

}  // namespace sanaq::cli
