// Names of organisations, ships and other things that have words and numbers rather than given and
// family names.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/text/letters.h"
#include "sanaq/text/parts.h"

namespace sanaq::text {

// Puts the words into `name` by what known_words.h knows of them: legal form, numbers, words of a
// known meaning, and words that tell one organisation from another. Of a ship (NameKind::vessel)
// only numbers and prefixes such as MV are known; every other word tells.
void prepare_organisation(const std::vector<Word>& words, const NameTables& tables,
                          PreparedName& name);

// Does the name say by its words that an organisation bears it: a legal form, a field of work, a
// number.
[[nodiscard]] bool is_organisation_like(const std::vector<Word>& words);

}  // namespace sanaq::text
