// Numbers and letters that stand for something: postcodes, telephones.
#include <algorithm>

#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

int code_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  const std::u32string &a = feature.letters[left], &b = feature.letters[right];
  enum { near = near_level, two_edits, half, differs };
  const int edits = osa_distance(a, b, 2);
  const std::size_t shorter = std::min(a.size(), b.size());
  if (edits == 1) return near;
  if (edits == 2 && shorter >= 6) return two_edits;
  const std::size_t first = (std::max(a.size(), b.size()) + 1) / 2;
  return shorter >= first && a.compare(0, first, b, 0, first) == 0 ? half : differs;
}

}  // namespace

const KindOfLevels& code_kind() {
  static const KindOfLevels kind{
      "code",
      with_exact({"one digit off", "two digits off", "same first half", "differs"}),
      {0.40, 0.20, 0.10, 0.30},
      code_level};
  return kind;
}

}  // namespace sanaq::link
