#include "sanaq/link/name_sounds.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "sanaq/text/name.h"

namespace sanaq::link {
namespace {

std::uint64_t both(std::uint32_t a, std::uint32_t b) {
  return (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
}

template <typename Take>
void each_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                 const Take& take) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) take(a[i]);
    const bool left_first = a[i] <= b[j], right_first = b[j] <= a[i];
    i += left_first;
    j += right_first;
  }
}

}  // namespace

NameSounds::NameSounds(const std::vector<PreparedName>& names,
                       const std::vector<std::uint32_t>& counts)
    : sounds_(names.size()) {
  std::vector<std::vector<std::string>> texts(names.size());
  std::map<std::string, std::uint32_t> ids;
  for (std::size_t code = 1; code < names.size(); ++code) {
    texts[code] = text::sound_keys(*names[code]);
    for (const std::string& sound : texts[code]) ids.emplace(sound, 0);
  }
  std::uint32_t next = 0;
  for (auto& [sound, id] : ids) id = next++;
  having_.resize(next);
  for (std::size_t code = 1; code < names.size(); ++code) {
    std::vector<std::uint32_t>& sounds = sounds_[code];
    for (const std::string& sound : texts[code]) sounds.push_back(ids.at(sound));
    std::sort(sounds.begin(), sounds.end());
    for (std::size_t a = 0; a < sounds.size(); ++a) {
      having_[sounds[a]] += counts[code];
      for (std::size_t b = a + 1; b < sounds.size(); ++b)
        having_both_[both(sounds[a], sounds[b])] += counts[code];
    }
  }
}

std::size_t NameSounds::common(std::uint32_t left, std::uint32_t right) const {
  std::size_t count = 0;
  each_common(sounds_[left], sounds_[right], [&](std::uint32_t) { ++count; });
  return count;
}

double NameSounds::sharing(std::uint32_t left, std::uint32_t right) const {
  std::array<std::uint32_t, 16> shared{};
  std::size_t count = 0;
  each_common(sounds_[left], sounds_[right], [&](std::uint32_t sound) {
    if (count < shared.size()) shared[count++] = sound;
  });
  if (count < 2) return 0;
  std::uint32_t least = having_both_.at(both(shared[0], shared[1]));
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b)
      least = std::min(least, having_both_.at(both(shared[a], shared[b])));
  }
  return least;
}

}  // namespace sanaq::link
