// SHA-256 of bytes (FIPS 180-4), by OpenSSL, which uses the processor's own instructions.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sanaq::base {

// Returns 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same hash of bytes that are given in pieces. `finish`, `hex` and `digest` end one hash and
// begin the next. Cheaper than sha256_hex for many short texts.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void add(std::string_view bytes);
  void finish(char* hex);  // writes 64 digits, without a zero byte at the end
  [[nodiscard]] std::string hex();
  [[nodiscard]] std::array<std::uint8_t, 32> digest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Returns the hash of a file's content, which is read once, in pieces.
[[nodiscard]] std::string sha256_of_file(const std::string& path);

}  // namespace sanaq::base
