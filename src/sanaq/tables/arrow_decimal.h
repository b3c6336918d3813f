// Exact decimal numbers of Arrow columns as text.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::tables {

// A type of decimals: 32, 64, 128 or 256 bits, and how many digits stand behind the point.
class ArrowDecimal {
 public:
  // Returns nullopt if the format ("d:38,2", "d:76,2,256") is none of a decimal.
  [[nodiscard]] static std::optional<ArrowDecimal> of_format(std::string_view format);

  // Returns "-12.5" or, of a whole number, "1985": zeros at the end of a fraction are left out.
  // `value` points to bytes() bytes, the lowest first, in two's complement.
  [[nodiscard]] std::string text(const void* value) const;
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::size_t bytes_ = 16;
  int scale_ = 0;  // negative: so many zeros stand behind the digits
};

}  // namespace sanaq::tables
