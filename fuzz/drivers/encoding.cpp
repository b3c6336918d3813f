// Bytes of an unknown encoding.
#include "sanaq/text/encoding.h"

#include "input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    const std::string text = text::to_utf8(bytes, text::detect_encoding(bytes));
    fuzz::expect(text::is_valid_utf8(text), "what is decoded is UTF-8");
    for (const char* name :
         {"UTF-8", "UTF-16LE", "windows-1251", "ISO-2022-JP", "UTF-7", "GB18030"})
      fuzz::expect(text::is_valid_utf8(text::to_utf8(bytes, name)), "what is decoded is UTF-8");
  });
}
