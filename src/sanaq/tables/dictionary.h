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
  // The same of `texts[0], texts[step], ...`, `count` of them, appended to `codes`. Much faster
  // than one by one: the memory that the next texts need is on its way while one is looked up.
  void codes_of(const std::string_view* texts, std::size_t step, std::size_t count,
                std::vector<std::uint32_t>& codes);
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }
  [[nodiscard]] std::uint64_t value_bytes() const { return value_bytes_; }  // of all texts kept
  [[nodiscard]] std::vector<std::string> release_values() { return std::move(values_); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t code = 0;  // 0: free
  };
  void grow();
  [[nodiscard]] std::uint32_t look_up(std::string_view text, std::uint32_t hash);

  std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
  std::vector<std::string> values_;
  std::vector<std::uint32_t> hashes_;  // of the texts of one call
  std::uint64_t value_bytes_ = 0;
  std::uint32_t last_code_ = 0;  // lists come sorted: a cell often repeats the one above
};

}  // namespace sanaq::tables
