#include "sanaq/splink/value_facts.h"

#include <algorithm>
#include <bit>
#include <map>

#include "sanaq/link/plain_value.h"

namespace sanaq::splink {
namespace {

// Letters as bytes from 1, the most frequent first; 0 for those beyond 255.
class Alphabet {
 public:
  explicit Alphabet(const std::vector<std::string>& values) {
    std::vector<std::size_t> counts(128);
    std::map<char32_t, std::size_t> others;
    for (const std::string& value : values) {
      bool ascii = true;
      for (const char byte : value) ascii = ascii && static_cast<unsigned char>(byte) < 0x80;
      if (ascii) {
        for (const char byte : value) ++counts[static_cast<unsigned char>(byte)];
      } else {
        for (const char32_t letter : link::to_letters(value)) ++others[letter];
      }
    }
    std::vector<std::pair<std::size_t, char32_t>> order;
    for (char32_t letter = 0; letter < 128; ++letter) {
      const std::size_t count = counts[letter] + (others.contains(letter) ? others[letter] : 0);
      if (count > 0) order.emplace_back(count, letter);
    }
    for (const auto& [letter, count] : others) {
      if (letter >= 128) order.emplace_back(count, letter);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t at = 0; at < std::min<std::size_t>(order.size(), 255); ++at) {
      const auto byte = static_cast<std::uint8_t>(at + 1);
      if (order[at].second < 128)
        ascii_[order[at].second] = byte;
      else
        others_[order[at].second] = byte;
    }
  }

  [[nodiscard]] std::uint8_t byte_of(char32_t letter) const {
    if (letter < 128) return ascii_[letter];
    const auto found = others_.find(letter);
    return found == others_.end() ? std::uint8_t{0} : found->second;
  }

 private:
  std::uint8_t ascii_[128] = {};
  std::map<char32_t, std::uint8_t> others_;
};

void add_letter(Signature& signature, std::uint8_t letter, std::size_t at) {
  const std::uint64_t once = std::uint64_t{1} << (letter % 32);
  if ((signature.bits & once) == 0)
    signature.bits |= once;
  else
    signature.bits |= once << 32;
  if (at < 4) signature.head |= static_cast<std::uint32_t>(letter) << (8 * at);
}

}  // namespace

ValueFacts::ValueFacts(const std::vector<std::string>& values) : signatures(values.size()) {
  const Alphabet alphabet(values);
  std::size_t longest = 0;
  for (const std::string& value : values) longest = std::max(longest, value.size());
  stride = longest <= 16 ? 16 : longest <= 32 ? 32 : most_letters;
  text.assign(values.size() * stride, 0);
  std::u32string letters;
  for (std::size_t code = 1; code < values.size(); ++code) {
    letters = link::to_letters(values[code]);
    Signature& signature = signatures[code];
    signature.is_long = letters.size() > stride;
    for (std::size_t at = 0; at < letters.size() && !signature.is_long; ++at) {
      const std::uint8_t byte = alphabet.byte_of(letters[at]);
      signature.is_long = byte == 0;
      text[code * stride + at] = byte;
      add_letter(signature, byte, at);
    }
    has_long = has_long || signature.is_long;
    signature.length = static_cast<std::uint8_t>(std::min<std::size_t>(letters.size(), 255));
    signature.over = static_cast<std::uint8_t>(
        signature.is_long
            ? 255
            : letters.size() - static_cast<std::size_t>(std::popcount(signature.bits)));
  }
}

}  // namespace sanaq::splink
