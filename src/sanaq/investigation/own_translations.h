// The investigation's own texts in other languages: translations/LANG.po in its folder, one
// catalogue for each language, as gettext's tools write it.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/po_text.h"
#include "sanaq/casefile/statement.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

inline constexpr std::string_view translations_folder = "translations";

using OwnTranslations = std::map<std::string, std::vector<base::PoEntry>>;  // by language

// Returns the paths of the catalogues below the folder: "translations/ru.po". None is none.
[[nodiscard]] std::vector<std::string> translation_files(const std::string& folder);

// Reads them. Throws Error{bad_input} with file and line for what is no catalogue.
[[nodiscard]] OwnTranslations read_own_translations(const std::string& folder);

// Returns every text of the investigation that a reader may meet and that is written in one
// language alone, each once, in the order of settings and statements: title, what is said about it,
// names of lists, and of the public statements those that hold words. Names of persons, references
// and codes are no texts, nor is a statement that says its language.
[[nodiscard]] std::vector<base::PoEntry> own_texts(const settings::Config& config,
                                                   const std::vector<casefile::Statement>& said);

}  // namespace sanaq::investigation
