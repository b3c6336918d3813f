// Ids of texts, and hashes by which some of them are chosen.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sanaq::splink {

// FNV-1a, the same on every machine.
[[nodiscard]] inline std::uint64_t hash_of_text(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : text) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001B3ULL;
  }
  return hash;
}

// Ids from 1, in the order in which the texts first come.
class TextIds {
 public:
  std::uint32_t id_of(std::string text) {
    const auto next = static_cast<std::uint32_t>(hashes_.size());
    const auto [found, is_new] = ids_.emplace(std::move(text), next);
    if (is_new) hashes_.push_back(hash_of_text(found->first));
    return found->second;
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(ids_.size()); }
  // By id; 0 stands before the first.
  [[nodiscard]] std::vector<std::uint64_t> take_hashes() { return std::move(hashes_); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::uint64_t> hashes_{0};
};

}  // namespace sanaq::splink
