// Names beside each other, part by part, with the letters in which they differ.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::workspace {

// A stretch of a word: whether it stands in the other word too.
struct Letters {
  std::string text;
  bool differs = false;
  bool operator==(const Letters&) const = default;
};

// Two words cut into stretches: letters of the longest common sequence are the same, whatever their
// case. Words of more than 400 letters are not cut: each differs as a whole, or not.
struct TwoWords {
  std::vector<Letters> left, right;
};
[[nodiscard]] TwoWords compared_letters(std::string_view left, std::string_view right);

// What two cells have to do with each other: the same letters; close, or the same in another
// script; different; or one of them says nothing.
enum class Likeness { same, near, differs, one_sided };
// "=", "≈", "≠" or "·".
[[nodiscard]] std::string_view likeness_sign(Likeness likeness);
// The same in a word, for who hears the page.
[[nodiscard]] std::string likeness_word(Likeness likeness, const draw::Voice& voice);

// One part of a name as one record has it.
struct NamePart {
  std::string text;  // as the name has it; "" if the name has no such part
  // The letters that are compared: those of `text`, or in Latin letters where the scripts differ.
  std::vector<Letters> letters;
  bool is_romanised = false;
  std::string what;  // how it fits, in the reader's language; "" of the first record
};

struct NameRow {
  Likeness likeness = Likeness::same;
  std::vector<NamePart> parts;  // one for each name
};

// Returns the parts of two or more names, one row for each part, by what linking itself finds that
// they have in common (text/name.h). Each name is held against the first that has any; "" is a
// record without a name. Empty where fewer than two have a name that can be taken apart.
[[nodiscard]] std::vector<NameRow> names_by_part(const std::vector<std::string>& names,
                                                 const draw::Voice& voice);

// Returns the text in Latin letters if it has others; "" if it has none.
[[nodiscard]] std::string in_latin(std::string_view text);

}  // namespace sanaq::workspace
