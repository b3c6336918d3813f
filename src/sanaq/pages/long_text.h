// A text of very many lines, made on all processors: the same bytes on any number of them.
#pragma once
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace sanaq::pages {

// Calls append(at, out) for each below `count`, on any thread, and returns what they appended in
// their order. `begin` is what stands before.
template <typename Append>
[[nodiscard]] std::string long_text(std::string begin, std::size_t count, const Append& append) {
  constexpr std::size_t at_once = 256;
  std::vector<std::string> parts((count + at_once - 1) / at_once);
  tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
    const std::size_t end = std::min(count, (part + 1) * at_once);
    for (std::size_t at = part * at_once; at < end; ++at) append(at, parts[part]);
  });
  std::size_t bytes = begin.size();
  for (const std::string& part : parts) bytes += part.size();
  begin.reserve(bytes);
  for (std::string& part : parts) {
    begin += part;
    std::string().swap(part);  // a large register has no room for two
  }
  return begin;
}

}  // namespace sanaq::pages
