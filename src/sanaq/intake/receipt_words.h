// The ten words with which a witness comes back: nothing else tells the server who she is.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/intake/envelope.h"

namespace sanaq::intake {

constexpr std::size_t receipt_word_count = 10, word_list_size = 1024;

// The 1,024 words of a language (en, ru, kk; English for any other), sorted by bytes. No two have
// the same first four letters, even where Kazakh letters are typed as their Russian neighbours, and
// no two sound alike.
[[nodiscard]] const std::vector<std::string>& word_list(std::string_view language);

// Ten different words of the list, chosen by the system's generator, separated by spaces: 100 bits
// but for .06.
[[nodiscard]] std::string new_receipt_words(std::string_view language);

// What was typed, as the list has it: any case, any spaces, punctuation and numbering; a word is
// known by its first four letters. Words that belong to no list stay as they were typed, folded.
[[nodiscard]] std::string normalised_words(std::string_view typed);
// Whether normalised words are ten of one list.
[[nodiscard]] bool are_ten_words(std::string_view normalised);

// The key pair of a receipt: BLAKE2b-256 of "sanaq receipt 1" and the normalised words, as the
// secret half.
[[nodiscard]] KeyPair receipt_keys(std::string_view normalised);

// Words that this process gave out at most 24 hours ago are known by their tokens. The key is in
// memory alone, so that a restart knows none. Times are seconds that never go back.
class ReceiptTokens {
 public:
  ReceiptTokens();
  [[nodiscard]] std::string token(std::string_view normalised, double now) const;
  [[nodiscard]] bool is_ours(std::string_view normalised, std::string_view token, double now) const;

 private:
  std::string key_;
};

}  // namespace sanaq::intake
