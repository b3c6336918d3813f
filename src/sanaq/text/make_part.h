// One word of a name as a part that can be compared: its sound units, its forms, how rare it is.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/text/letters.h"
#include "sanaq/text/parts.h"

namespace sanaq::text {

// What the letters of a whole name say about each of its words.
struct NameLanguage {
  Language cyrillic = Language::russian;
  bool kazakh_arabic = false;
};
[[nodiscard]] NameLanguage language_of(const std::vector<Word>& words);

[[nodiscard]] Part make_part(const Word& word, PartKind kind, NameLanguage language,
                             const NameTables& tables);
// The word without its last `suffix_length` letters can be compared too.
void set_stem(Part& part, const Word& word, std::size_t suffix_length, NameLanguage language);
// Beyond part_count_max parts or initials are counted only; a part without units is left out.
void add_part(PreparedName& name, Part part);

[[nodiscard]] bool has_letter(std::u32string_view word);

}  // namespace sanaq::text
