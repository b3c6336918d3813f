// Where each file stands among those of a mark, found at once.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sanaq/log/file_hashes.h"

namespace sanaq::publish {

class PathIndex {
 public:
  explicit PathIndex(const log::FileHashes& files);  // they must outlive this, unaltered

  // Returns what FileHashes::place_of returns.
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view path) const;

 private:
  const log::FileHashes& files_;
  std::vector<std::uint32_t> slots_;  // places, from 1; 0: none. Twice as many as files, or more.
};

}  // namespace sanaq::publish
