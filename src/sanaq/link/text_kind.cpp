// Words that are typed: names of places, parts of names, addresses.
#include <algorithm>
#include <bit>

#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/letter_bounds.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {
namespace {

std::size_t words_in_common(const std::vector<std::uint32_t>& left,
                            const std::vector<std::uint32_t>& right) {
  std::size_t common = 0;
  for (const std::uint32_t word : left)
    common += std::binary_search(right.begin(), right.end(), word);
  return common;
}

// "w" and "william", "rob" and "robert", "anna" and "anna maria".
bool is_part(const std::u32string& left, const std::u32string& right, std::size_t words,
             std::size_t fewer) {
  const std::u32string& little = left.size() <= right.size() ? left : right;
  const std::u32string& large = left.size() <= right.size() ? right : left;
  if (words == fewer && fewer > 0) return true;
  const std::size_t length =
      little.size() > 1 && little.back() == U'.' ? little.size() - 1 : little.size();
  return (length == 1 || length >= 3) && large.compare(0, length, little, 0, length) == 0;
}

int text_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  enum { near = near_level, similar, part, weak, swapped, differs };
  const std::u32string& a = feature.letters[left];
  const std::u32string& b = feature.letters[right];
  const std::size_t shorter = std::min(a.size(), b.size());
  const int edits = edits_up_to_two(feature, left, right);
  if (edits == 1 && shorter >= 3) return near;
  if (!feature.sounds.empty() && !feature.sounds[left].empty() &&
      feature.sounds[left] == feature.sounds[right])
    return near;
  // Below it, how much below is nothing.
  constexpr double least_likeness = weakest_likeness(Kind::text);
  const double likeness =
      LetterBounds(feature, left, right).most_jaro_winkler(a, b) < least_likeness - 1e-9
          ? 0
          : jaro_winkler(a, b);
  const std::size_t fewer = std::min(feature.tokens[left].size(), feature.tokens[right].size());
  const bool several = std::max(feature.tokens[left].size(), feature.tokens[right].size()) > 1;
  const std::size_t common =
      several ? words_in_common(feature.tokens[left], feature.tokens[right]) : 0;
  if ((edits == 2 && shorter >= 6) || likeness >= (several ? 0.88 : 0.90)) return similar;
  if (is_part(a, b, several ? common : 0, fewer)) return part;
  if (!feature.nicknames.empty() &&
      text::share_group(feature.nicknames[left], feature.nicknames[right]))
    return part;
  if (likeness >= least_likeness || common > 0) return weak;
  return differs;
}

}  // namespace

const KindOfLevels& text_kind() {
  static const KindOfLevels kind{
      "text",
      with_exact({"one letter off", "similar", "part or short form of the other", "weakly similar",
                  "found in another column", "differs"}),
      {0.40, 0.20, 0.10, 0.10, 0.05, 0.15},
      text_level};
  return kind;
}

}  // namespace sanaq::link
