#include "sanaq/publish/path_index.h"

#include <bit>
#include <functional>

namespace sanaq::publish {
namespace {

std::size_t slot_of(std::string_view path, std::size_t slots) {
  return std::hash<std::string_view>()(path) & (slots - 1);
}

}  // namespace

PathIndex::PathIndex(const log::FileHashes& files)
    : files_(files), slots_(std::bit_ceil(2 * files.size() + 1)) {
  for (std::size_t at = 0; at < files.size(); ++at) {
    std::size_t slot = slot_of(files[at].path, slots_.size());
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(at + 1);
  }
}

std::optional<std::size_t> PathIndex::place_of(std::string_view path) const {
  for (std::size_t slot = slot_of(path, slots_.size()); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    const std::size_t at = slots_[slot] - 1;
    if (files_[at].path == path) return at;
  }
  return std::nullopt;
}

}  // namespace sanaq::publish
