#include "sanaq/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "sanaq/base/check.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

bool is_plain_ascii(std::string_view text) {
  bool was_space = true;
  for (const char letter : text) {
    if (static_cast<unsigned char>(letter) >= 0x80 || (letter >= 'A' && letter <= 'Z') ||
        static_cast<unsigned char>(letter) < 32)
      return false;
    if (letter == ' ' && was_space) return false;
    was_space = letter == ' ';
  }
  return text.empty() || !was_space;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  base::check(U_SUCCESS(status), "ICU has NFKC case folding");
  const icu::UnicodeString normal = normalizer->normalize(wide_text(text), status);
  icu::UnicodeString folded;
  bool wants_space = false;
  for (int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
    const UChar32 letter = normal.char32At(at);
    if (u_isUWhiteSpace(letter) || u_iscntrl(letter)) {
      wants_space = !folded.isEmpty();
      continue;
    }
    if (wants_space) folded.append(UChar32{' '});
    wants_space = false;
    folded.append(letter);
  }
  std::string utf8;
  folded.toUTF8String(utf8);
  return utf8;
}

}  // namespace sanaq::text
