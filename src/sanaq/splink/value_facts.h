// What is worked out once for each distinct value of a column, so that pairs of rows need no
// strings: letters as bytes of the column's own alphabet, their signature, dates and numbers.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::splink {

// Letters a value has, as bits: 32 classes of letters, once and twice. `over`: letters beyond
// those bits. Two values have at most popcount(a & b) + min(over, over) letters in common.
struct Signature {
  std::uint64_t bits = 0;
  std::uint32_t head = 0;  // the first four letters, the first lowest; 0 beyond the end
  std::uint8_t length = 0;
  std::uint8_t over = 0;
  bool is_long = false;  // more letters than fit: only the slow way knows this value
};

class ValueFacts {
 public:
  static constexpr std::size_t most_letters = 64;

  // values[0] is null. Takes what it needs; the values need not outlive it.
  explicit ValueFacts(const std::vector<std::string>& values);

  [[nodiscard]] std::size_t size() const { return signatures.size(); }
  // `stride` bytes: the letters, then 0.
  [[nodiscard]] const std::uint8_t* letters(std::uint32_t code) const {
    return text.data() + static_cast<std::size_t>(code) * stride;
  }

  std::vector<Signature> signatures;
  std::vector<std::uint8_t> text;
  std::size_t stride = 16;  // 16, 32 or 64
  bool has_long = false;    // some value is long
};

}  // namespace sanaq::splink
