// Ten words as a witness types them, or anybody else.
#include "sanaq/intake/receipt_words.h"

#include <algorithm>

#include "input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const std::string words = intake::normalised_words(bytes);
  if (intake::are_ten_words(words)) {
    fuzz::expect(intake::normalised_words(words) == words, "ten words are read as themselves");
    std::string loud;
    for (const char letter : words) {
      loud += letter == ' ' ? " \t1. " : std::string(1, letter);
    }
    fuzz::expect(intake::normalised_words(loud) == words, "numbers beside them change nothing");
  }
  const intake::ReceiptTokens tokens;
  fuzz::expect(!tokens.is_ours(words, bytes, 1e9), "a token that was never given is none");
  static_cast<void>(intake::receipt_keys(words));
  return 0;
}
