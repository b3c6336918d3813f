// Bytes of an unknown encoding.
#include "sanaq/text/encoding.h"

#include "input.h"
#include "sanaq/text/lost_word.h"
#include "sanaq/text/misread.h"
#include "sanaq/text/twice_encoded.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    const std::string text = text::to_utf8(bytes, text::detect_encoding(bytes));
    fuzz::expect(text::is_valid_utf8(text), "what is decoded is UTF-8");
    if (const auto mended = text::mend_twice_encoded(text))
      fuzz::expect(text::is_valid_utf8(mended->text), "what was encoded twice is mended to UTF-8");
    if (const auto mended = text::mend_misread(text))
      fuzz::expect(text::is_valid_utf8(mended->text), "what was misread is mended to UTF-8");
    (void)text::word_with_lost_letters(text);
    for (const char* name :
         {"UTF-8", "UTF-16LE", "windows-1251", "KZ-1048", "ISO-2022-JP", "UTF-7", "GB18030"})
      fuzz::expect(text::is_valid_utf8(text::to_utf8(bytes, name)), "what is decoded is UTF-8");
  });
}
