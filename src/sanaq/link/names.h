// Whole names, compared by room text: prepared once a distinct value.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/text/name.h"

namespace sanaq::link {

using PreparedName = text::PreparedNamePtr;

struct NameMeeting {
  int level = 0;           // 0 the same letters ... 5 differs, as text::NameLevel
  double weight_bits = 0;  // log2(m/u) of exactly this pair of names, rarity included
};
[[nodiscard]] NameMeeting meet(const PreparedName& left, const PreparedName& right);

}  // namespace sanaq::link
