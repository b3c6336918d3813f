// The cells of one column as codes: each distinct text is kept once and can be looked up fast.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// Codes count from 0 in the order in which texts first come; code 0 is "". They depend on the cells
// alone.
class Dictionary {
 public:
  Dictionary();
  [[nodiscard]] std::uint32_t code_of(std::string_view text);
  // Appends to `codes` the codes of `count` texts: `texts[0], texts[step], ...`. This is much
  // faster than one by one, since the memory for the next texts is fetched while one is looked up.
  void codes_of(const std::string_view* texts, std::size_t step, std::size_t count,
                std::vector<std::uint32_t>& codes);
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }
  [[nodiscard]] std::uint64_t value_bytes() const { return value_bytes_; }  // of all texts kept
  [[nodiscard]] std::vector<std::string> release_values() { return std::move(values_); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t code = 0;  // 0 if the slot is free
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
