// Cells of one column as codes: each distinct text is kept once, and looked up fast.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// Codes count up from 0 in the order in which texts first come; code 0 is "". The order of codes
// depends on the cells alone.
class Dictionary {
 public:
  Dictionary();
  [[nodiscard]] std::uint32_t code_of(std::string_view text);
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }
  [[nodiscard]] std::vector<std::string> take_values() { return std::move(values_); }

 private:
  struct Slot {
    std::uint32_t tag = 0;   // upper half of the hash
    std::uint32_t code = 0;  // 0: free
  };
  void grow();

  std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
  std::vector<std::string> values_;
  std::uint32_t last_code_ = 0;  // lists come sorted: a cell often repeats the one above
};

}  // namespace sanaq::tables
