// What a page is made from, gathered into one hash: a page whose hash is what it was need not be
// made again.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/base/sha256.h"

namespace sanaq::pages {

// Parts are told apart by their lengths, so that no text can stand for two.
class InputText {
 public:
  void add(std::string_view part) {
    text_.append(std::to_string(part.size())).append(1, ':').append(part);
  }
  void add(std::uint64_t number) { add(std::string_view(std::to_string(number))); }
  // 64 hex digits.
  [[nodiscard]] std::string hash() const { return base::sha256_hex(text_); }

 private:
  std::string text_;
};

}  // namespace sanaq::pages
