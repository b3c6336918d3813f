#include "sanaq/text/lookalike.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <vector>

#include "sanaq/base/check.h"
#include "sanaq/text/romanise.h"

namespace sanaq::text {
namespace {

constexpr std::size_t one_slip = 5, two_slips = 8;  // letters of a word that may have so many
constexpr std::size_t held_letters = 6, held_signs = 2;

USpoofChecker* confusables() {
  static USpoofChecker* const checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker* opened = uspoof_open(&status);
    base::check(U_SUCCESS(status), "ICU has the table of confusable letters");
    return opened;
  }();
  return checker;
}

icu::UnicodeString skeleton(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  uspoof_getSkeletonUnicodeString(confusables(), 0, text, out, &status);
  base::check(U_SUCCESS(status), "every text has a skeleton");
  return out;
}

bool is_sign_of_a_word(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

// Letters that must be added, left out, changed or swapped with their neighbour (restricted
// Damerau-Levenshtein).
std::size_t slips(const std::u32string& left, const std::u32string& right) {
  std::vector<std::vector<std::size_t>> at(left.size() + 1,
                                           std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        at[i][j] = i + j;
        continue;
      }
      const std::size_t changed = at[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      at[i][j] = std::min({changed, at[i - 1][j] + 1, at[i][j - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        at[i][j] = std::min(at[i][j], at[i - 2][j - 2] + 1);
    }
  }
  return at[left.size()][right.size()];
}

bool holds(const std::u32string& seen, const std::u32string& word) {
  if (word.empty()) return false;
  const std::size_t least = is_sign_of_a_word(word.front()) ? held_signs : held_letters;
  return word.size() >= least && seen.find(word) != seen.npos;
}

bool is_near(const std::u32string& seen, const std::u32string& word) {
  if (seen.empty() || word.empty()) return false;
  const std::size_t longest = std::max(seen.size(), word.size());
  if (longest - std::min(seen.size(), word.size()) > 2) return false;
  const std::size_t allowed = word.size() >= two_slips ? 2 : word.size() >= one_slip ? 1 : 0;
  return slips(seen, word) <= allowed;
}

std::vector<std::u32string> parts_seen(std::string_view text) {
  std::vector<std::u32string> parts;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) parts.push_back(seen_letters(word));
    word.clear();
  };
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const UChar32 letter = whole.char32At(at);
    if (u_isalnum(letter) || u_getIntPropertyValue(letter, UCHAR_CANONICAL_COMBINING_CLASS) != 0) {
      icu::UnicodeString(letter).toUTF8String(word);
    } else {
      end_word();
    }
  }
  end_word();
  return parts;
}

// A text and each word of it.
class Parts {
 public:
  explicit Parts(std::string_view text) : whole_(seen_letters(text)), parts_(parts_seen(text)) {}
  [[nodiscard]] bool has(const std::u32string& word) const {
    return holds(whole_, word) ||
           std::any_of(parts_.begin(), parts_.end(),
                       [&](const std::u32string& part) { return is_near(part, word); });
  }

 private:
  std::u32string whole_;
  std::vector<std::u32string> parts_;
};

}  // namespace

std::u32string seen_letters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
  base::check(U_SUCCESS(status), "ICU has its normal forms");
  const icu::UnicodeString folded =
      folder->normalize(icu::UnicodeString::fromUTF8(
                            icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
                        status);
  const icu::UnicodeString shown = skeleton(apart->normalize(skeleton(folded), status));
  base::check(U_SUCCESS(status), "every text has normal forms");
  std::u32string letters;
  for (int32_t at = 0; at < shown.length(); at = shown.moveIndex32(at, 1)) {
    const UChar32 letter = u_foldCase(shown.char32At(at), U_FOLD_CASE_DEFAULT);
    if (u_isalnum(letter)) letters.push_back(static_cast<char32_t>(letter));
  }
  return letters;
}

WordsSeen::WordsSeen(std::span<const Written> words) {
  for (const auto& [word, romanised] : words) {
    words_.push_back({seen_letters(word),
                      seen_letters(romanised.empty() ? romanise(word) : std::string(romanised))});
  }
}

bool looks_like_one(std::string_view text, const WordsSeen& words) {
  const std::u32string seen = seen_letters(text), romanised = seen_letters(romanise(text));
  return std::any_of(words.all().begin(), words.all().end(), [&](const WordsSeen::Word& word) {
    return is_near(seen, word.written) || is_near(romanised, word.romanised);
  });
}

bool looks_like_part(std::string_view text, const WordsSeen& words) {
  if (looks_like_one(text, words)) return true;
  const Parts written(text), romanised(romanise(text));
  return std::any_of(words.all().begin(), words.all().end(), [&](const WordsSeen::Word& word) {
    return written.has(word.written) || romanised.has(word.romanised);
  });
}

}  // namespace sanaq::text
