// How far the sentences of the program, or the texts of an investigation, are translated.
#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/translation_state.h"

namespace sanaq::answers {

struct Translations {
  std::string of;                     // what they are of: "sanaq", or a folder
  std::vector<base::PoEntry> wanted;  // every text that should be there
  std::map<std::string, std::vector<base::PoEntry>> translated;  // by language
};

// Returns a table: one row a language with total, missing, machine, reviewed and stale.
[[nodiscard]] std::string translations_text(const Translations& shown,
                                            const base::Catalog& catalog);
[[nodiscard]] nlohmann::json translations_json(const Translations& shown);

// Returns the missing texts of one language as a catalogue to fill in; "" if none is missing.
// Before each stands `#. sanaq: machine HASH`: whoever reads the language makes it `reviewed`.
[[nodiscard]] std::string missing_text(const Translations& shown, const std::string& language);

}  // namespace sanaq::answers
